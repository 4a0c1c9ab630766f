"""Orphaned files per directory, worked by hand."""

from dataclasses import replace

import pytest

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


def test_only_the_largest_directories_are_shown() -> None:
    """core has two files; of docs and web with one each, docs is first by name."""
    two = replace(METRIC, parameters={"inactive_days": 183, "min_files": 1, "most": 2})
    assert values(example(COMMITS), two) == {(0, "core"): 0.5, (0, "docs"): 1}


def test_a_directory_needs_five_files() -> None:
    """core has five, docs four; Ada wrote all nine last month, in one commit for each directory."""
    store = example("""
        when       | who | files
        2026-06-01 | Ada | core/a.py; core/b.py; core/c.py; core/d.py; core/e.py
        2026-06-02 | Ada | docs/a.md; docs/b.md; docs/c.md; docs/d.md
    """)
    assert values(store, METRIC) == {(0, "core"): 0}
    assert [label for _, label, _ in events(store, METRIC)] == ["core"] * 5


def test_who_touched_a_file_before_the_last_one_keeps_it_not() -> None:
    """Bob is here, but Ada, who is gone, was the last at a.py."""
    store = example("""
        when       | who | files
        2024-01-01 | Bob | core/a.py
        2024-01-02 | Ada | core/a.py
        2026-06-01 | Bob | web/y.js
    """)
    assert values(store, SMALL) == {(0, "core"): 1, (0, "web"): 0}


@pytest.mark.parametrize(("when", "share"), [("2025-12-14 12:00:00", 0), ("2025-12-14 11:59:59", 1)])
def test_the_limit_is_183_days_to_the_second(when: str, share: float) -> None:
    """As of noon of 15 June 2026, 183 days after noon of 14 December."""
    store = example(f"when | who | files\n{when} | Ada | core/a.py")
    assert values(store, METRIC.adapted({"min_files": 1})) == {(0, "core"): share}
