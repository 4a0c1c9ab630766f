"""Files edited by several organisations, worked by hand."""

from folkmoot.metrics.cross_organisation_co_editing import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_files_touched_by_two_organisations() -> None:
    """a.py: acme and globex. b.py: acme alone. c.py: acme and unknown Bob, so acme alone. d.py: nobody known.
    e.py: the bot of globex does not count. One of a, b, c, e = 1/4."""
    store = example("""
        when       | who                | files
        2026-01-03 | Ada @acme          | a.py; b.py; c.py; e.py
        2026-01-04 | Cleo @globex       | a.py
        2026-01-05 | Bob                | c.py; d.py
        2026-01-06 | build[bot] @globex | e.py
    """)
    assert values(store, METRIC) == {1: 0.25}
    assert [row.n for row in answer(store, METRIC)] == [4]
    assert drilled(store, METRIC) == {1: 2}


def test_a_rename_keeps_the_file_together() -> None:
    """acme edited it under its old name, globex under the new one: one file, two organisations."""
    store = example("""
        when       | who          | files  | also
        2026-01-03 | Ada @acme    | old.py |
        2026-01-04 | Cleo @globex | new.py | rename: old.py > new.py
    """)
    assert values(store, METRIC) == {1: 1}


def test_older_edits_do_not_count() -> None:
    """acme's edit was before the last 12 months, so globex is alone."""
    store = example("""
        when       | who          | files
        2024-01-03 | Ada @acme    | a.py
        2026-01-04 | Cleo @globex | a.py
    """)
    assert values(store, METRIC) == {1: 0}


def test_where_hardly_any_organisation_is_known_nothing_is_said() -> None:
    """Of 20 edits 2 are of known organisations, a tenth: enough. Of 21 it is less than that."""
    edits = [f"2026-01-{day:02d} | Bob | b.py" for day in range(5, 23)]
    known = ["when | who | files", "2026-01-03 | Ada @acme | a.py", "2026-01-04 | Cleo @globex | a.py"]
    store = example("\n".join([*known, *edits]))
    assert (values(store, METRIC), drilled(store, METRIC)) == ({1: 1}, {1: 2})
    store = example("\n".join([*known, *edits, "2026-01-23 | Bob | b.py"]))
    assert (values(store, METRIC), drilled(store, METRIC)) == ({}, {})


def test_without_known_organisations_there_is_nothing_to_say() -> None:
    store = example("""
        when       | who | files
        2026-01-03 | Ada | a.py
    """)
    assert values(store, METRIC) == {}


def test_two_people_of_one_organisation_are_one() -> None:
    store = example("when | who | files\n2026-01-03 | Ada @acme | a.py\n2026-01-04 | Eve @acme | a.py")
    assert values(store, METRIC) == {1: 0}


def test_an_edit_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026: acme's is a year old to the second, globex's a second younger."""
    store = example("""
        when                | who         | files
        2025-06-15 12:00:00 | Ada @acme   | a.py
        2025-06-15 12:00:01 | Bob @globex | a.py
    """)
    assert values(store, METRIC) == {1: 0}
    assert drilled(store, METRIC) == {1: 1}
