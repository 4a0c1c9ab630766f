"""Orphaned files, worked by hand."""

from folkmoot.metrics.orphaned_files import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_the_last_author_decides() -> None:
    """Ada was last seen in 2024, Bob is here. a.py: Ada last = orphaned. b.py: Bob last. c.py: Bob first,
    Ada last = orphaned. d.py: Ada, then a bot, which does not count = orphaned. e.py is not in the tree."""
    store = example(
        """
        when       | who        | files
        2024-01-01 | Bob        | c.py
        2024-01-02 | Ada        | a.py; b.py; c.py; d.py; e.py
        2026-06-01 | Bob        | b.py
        2026-06-02 | build[bot] | d.py
        """,
        files=["a.py", "b.py", "c.py", "d.py"],
    )
    assert values(store, METRIC) == {0: 0.75}
    assert [row.n for row in answer(store, METRIC)] == [4]
    assert drilled(store, METRIC) == {0: 4}


def test_reviewing_and_merging_is_being_here() -> None:
    """Ada reviewed, Cleo merged and Dan committed for another last month: nobody has left. Eve has."""
    store = example("""
        when       | who  | files | also
        2024-01-01 | Ada  | a.py  |
        2024-01-02 | Cleo | c.py  |
        2024-01-03 | Dan  | d.py  |
        2024-01-04 | Eve  | e.py  |
        2026-06-01 | Bob  | b.py  | reviewed: Ada; by: Dan
        2026-06-02 | Cleo |       | merge
    """)
    assert values(store, METRIC) == {0: 0.2}


def test_the_limit_is_183_days() -> None:
    """2025-12-14 is 183 days before 2026-06-15: still here. The day before: gone."""
    kept = example("when | who | files\n2025-12-14 | Ada | a.py", as_of="2026-06-15")
    gone = example("when | who | files\n2025-12-13 | Ada | a.py", as_of="2026-06-15")
    assert values(kept, METRIC) == {0: 0}
    assert values(gone, METRIC) == {0: 1}


def test_a_rename_is_followed() -> None:
    """Bob moved Ada's file without a change and is here: he was the last to touch it."""
    store = example(
        """
        when       | who | files  | also
        2024-01-01 | Ada | old.py |
        2026-06-01 | Bob | new.py | rename: old.py > new.py
        """,
        files=["new.py"],
    )
    assert values(store, METRIC) == {0: 0}


def test_an_empty_tree_says_nothing() -> None:
    assert values(example("when | who | files\n2024-01-01 | Ada | a.py", files=[]), METRIC) == {}


def test_two_people_in_the_same_second_are_both_the_last() -> None:
    """Ada has left, Bob is here: the file has a keeper."""
    store = example("""
        when       | who | files
        2024-01-01 | Ada | a.py
        2024-01-01 | Bob | a.py
        2026-06-01 | Bob | b.py
    """)
    assert values(store, METRIC) == {0: 0}


def test_the_183_days_end_to_the_second() -> None:
    """As of noon: 183 days and a second ago is gone."""
    gone = example("when | who | files\n2025-12-14 11:59:59 | Ada | a.py", as_of="2026-06-15")
    assert values(gone, METRIC) == {0: 1}
