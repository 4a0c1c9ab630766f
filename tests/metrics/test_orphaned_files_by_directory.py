"""Orphaned files per directory, worked by hand."""

from dataclasses import replace

from folkmoot.metrics.orphaned_files import METRIC as WHOLE
from folkmoot.metrics.orphaned_files_by_directory import METRIC
from folkmoot.store.answer import answer, events
from worked_example import example, values

SMALL = replace(METRIC, parameters={"inactive_days": 183, "min_files": 1, "most": 20})
COMMITS = """
        when       | who        | files
        2024-01-02 | Ada        | core/a.py; core/b.py; docs/x.md
        2026-06-01 | Bob        | core/b.py; web/y.js
        2026-06-02 | build[bot] | docs/x.md
"""


def test_the_share_of_each_directory() -> None:
    """Ada left in 2024. core: a of a and b. docs: its one file; the bot's edit does not count. web: none."""
    store = example(COMMITS)
    assert values(store, SMALL) == {(0, "core"): 0.5, (0, "docs"): 1, (0, "web"): 0}


def test_the_commit_of_each_last_edit_stands_behind_it() -> None:
    """core: Ada's for a, Bob's for b. docs: Ada's. web: Bob's."""
    behind = [(label, event[-1]) for _, label, event in events(example(COMMITS), SMALL)]
    assert sorted(behind) == [("core", "1"), ("core", "2"), ("docs", "1"), ("web", "2")]


def test_the_directories_add_up_to_the_whole() -> None:
    """2 of 4 files."""
    store = example(COMMITS)
    rows = answer(store, SMALL)
    assert sum((row.value or 0) * row.n for row in rows) == 2
    assert sum(row.n for row in rows) == 4
    assert values(store, WHOLE) == {0: 0.5}


def test_small_directories_are_left_out() -> None:
    assert values(example(COMMITS), METRIC) == {}
