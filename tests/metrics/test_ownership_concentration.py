"""Ownership concentration, worked by hand."""

from collections import Counter
from dataclasses import replace

from folkmoot.metrics.ownership_concentration import METRIC
from folkmoot.store.answer import answer, events
from worked_example import drilled, example, values

SMALL = replace(METRIC, parameters={"min_files": 1, "most": 20})
COMMITS = """
        when       | who        | files                        | also
        2026-01-03 | Ada        | core/a.py; core/b.py; x.md   |
        2026-01-04 | Bob        | core/a.py                    |
        2026-01-05 | Ada        | core/a.py; core/gone.py      |
        2026-01-06 | build[bot] | core/a.py; core/b.py         |
"""
TREE = ["core/a.py", "core/b.py", "x.md"]


def test_the_share_of_whoever_did_most() -> None:
    """core: Ada edited a, b, a and Bob a: 3 of 4. Top level: Ada alone. Bots and what is gone are out."""
    store = example(COMMITS, files=TREE)
    assert values(store, SMALL) == {(0, "core"): 0.75, (0, "(top level)"): 1}
    assert {row.label: row.n for row in answer(store, SMALL)} == {"core": 4, "(top level)": 1}


def test_the_edits_behind_it() -> None:
    """core: four edits in three commits, which make its n; top level: one."""
    store = example(COMMITS, files=TREE)
    assert drilled(store, SMALL) == {0: 5}
    labels = [label for _, label, _ in events(store, SMALL)]
    assert {row.label: row.n for row in answer(store, SMALL)} == Counter(labels)


def test_small_directories_are_left_out() -> None:
    """Neither has five files."""
    assert values(example(COMMITS, files=TREE), METRIC) == {}


def test_only_the_largest_directories_are_shown() -> None:
    """core has two files, the top level one."""
    one = replace(METRIC, parameters={"min_files": 1, "most": 1})
    assert values(example(COMMITS, files=TREE), one) == {(0, "core"): 0.75}


def test_nobody_is_named() -> None:
    """The labels are directories and nothing else."""
    assert {label for _, label in values(example(COMMITS, files=TREE), SMALL)} == {"core", "(top level)"}


def test_a_commit_on_what_is_gone_is_not_behind_it() -> None:
    store = example(
        "when | who | files\n2026-01-03 | Ada | core/a.py\n2026-01-04 | Bob | core/gone.py",
        files=["core/a.py"],
    )
    assert values(store, SMALL) == {(0, "core"): 1}
    assert drilled(store, SMALL) == {0: 1}


def test_a_directory_needs_five_files() -> None:
    """core has five, docs four."""
    store = example("""
        when       | who | files
        2026-06-01 | Ada | core/a.py; core/b.py; core/c.py; core/d.py; core/e.py
        2026-06-02 | Ada | docs/a.md; docs/b.md; docs/c.md; docs/d.md
    """)
    assert values(store, METRIC) == {(0, "core"): 1}
