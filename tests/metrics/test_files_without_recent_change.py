"""Files without recent change, worked by hand."""

from folkmoot.metrics.files_without_recent_change import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_the_last_edit_by_a_person_decides() -> None:
    """a: 2020, quiet. b: 2020 and 2026. c: 2020 and a bot in 2026, quiet. d: 2025. Two of four."""
    store = example("""
        when       | who        | files
        2020-01-01 | Ada        | a.py; b.py; c.py
        2025-01-01 | Ada        | d.py
        2026-01-01 | Bob        | b.py
        2026-01-02 | build[bot] | c.py
    """)
    assert values(store, METRIC) == {0: 0.5}
    assert [row.n for row in answer(store, METRIC)] == [4]
    assert drilled(store, METRIC) == {0: 4}


def test_exactly_two_years_is_not_yet_quiet() -> None:
    """2024-06-15 is 730 days before 2026-06-15."""
    assert values(example("when | who | files\n2024-06-15 | Ada | a.py"), METRIC) == {0: 0}
    assert values(example("when | who | files\n2024-06-14 | Ada | a.py"), METRIC) == {0: 1}


def test_what_is_gone_does_not_count() -> None:
    store = example("when | who | files\n2020-01-01 | Ada | a.py\n2026-01-01 | Ada | b.py", files=["b.py"])
    assert values(store, METRIC) == {0: 0}


def test_the_730_days_end_at_a_second() -> None:
    """As of noon of 15 June 2026 that is noon of 15 June 2024."""
    assert values(example("when | who | files\n2024-06-15 12:00:00 | Ada | a.py"), METRIC) == {0: 0}
    assert values(example("when | who | files\n2024-06-15 11:59:59 | Ada | a.py"), METRIC) == {0: 1}


def test_a_files_newest_commit_by_a_person_stands_behind_it() -> None:
    """Two: Ada's of 2025 to a.py, and Bob's of that second to b.py.

    Not the older ones, not the robot's of that second, and not Cleo's, whose file is gone.
    """
    store = example(
        """
        when       | who        | files
        2024-01-01 | Ada        | a.py
        2024-01-01 | Bob        | b.py
        2025-01-01 | Ada        | a.py
        2025-01-01 | Bob        | b.py
        2025-01-01 | build[bot] | a.py
        2025-01-01 | Cleo       | c.py
        """,
        files=["a.py", "b.py"],
    )
    assert drilled(store, METRIC) == {0: 2}
