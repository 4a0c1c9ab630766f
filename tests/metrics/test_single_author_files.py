"""Files with a single author, worked by hand."""

from dataclasses import replace

from folkmoot.metrics.single_author_files import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

SMALL = replace(METRIC, parameters={"min_files": 1, "most": 20})


def test_one_person_ever() -> None:
    """core: a had Ada and Bob, b Ada twice, c Ada and a bot: b and c of three. docs: Bob's alone."""
    store = example("""
        when       | who        | files
        2026-01-03 | Ada        | core/a.py; core/b.py; core/c.py
        2026-01-04 | Bob        | core/a.py; docs/x.md
        2026-01-05 | Ada        | core/b.py
        2026-01-06 | build[bot] | core/c.py
    """)
    assert values(store, SMALL) == {(0, "core"): 2 / 3, (0, "docs"): 1}
    assert {row.label: row.n for row in answer(store, SMALL)} == {"core": 3, "docs": 1}
    assert drilled(store, SMALL) == {0: 6}


def test_files_only_bots_changed_do_not_count() -> None:
    """b.lock has no person, so core has one file, Ada's."""
    store = example("""
        when       | who        | files
        2026-01-03 | Ada        | core/a.py
        2026-01-06 | build[bot] | core/b.lock
    """)
    assert [(row.value, row.n) for row in answer(store, SMALL)] == [(1, 1)]


def test_authors_before_a_rename_count() -> None:
    """Ada wrote it, Bob moved it: two people."""
    store = example(
        """
        when       | who | files       | also
        2026-01-03 | Ada | core/old.py |
        2026-01-04 | Bob | core/new.py | rename: core/old.py > core/new.py
        """,
        files=["core/new.py"],
    )
    assert values(store, SMALL) == {(0, "core"): 0}


def test_only_the_largest_directories_are_shown() -> None:
    """core has two files; of docs and web with one each, docs is first by name."""
    store = example("when | who | files\n2026-01-03 | Ada | web/y.js; docs/x.md; core/a.py; core/b.py")
    two = replace(METRIC, parameters={"min_files": 1, "most": 2})
    assert values(store, two) == {(0, "core"): 1, (0, "docs"): 1}


def test_a_directory_needs_five_files() -> None:
    """core has five, docs four."""
    store = example("""
        when       | who | files
        2026-06-01 | Ada | core/a.py; core/b.py; core/c.py; core/d.py; core/e.py
        2026-06-02 | Ada | docs/a.md; docs/b.md; docs/c.md; docs/d.md
    """)
    assert values(store, METRIC) == {(0, "core"): 1}
    assert drilled(store, METRIC) == {0: 5}


def test_what_was_only_done_to_files_that_are_gone_is_not_behind_it() -> None:
    store = example(
        "when | who | files\n2026-01-03 | Ada | core/a.py\n2026-01-04 | Bob | core/gone.py",
        files=["core/a.py"],
    )
    assert [(row.label, row.value, row.n) for row in answer(store, SMALL)] == [("core", 1, 1)]
    assert drilled(store, SMALL) == {0: 1}
