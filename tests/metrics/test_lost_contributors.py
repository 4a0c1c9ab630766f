"""Contributors who went silent, worked by hand."""

from folkmoot.metrics.lost_contributors import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_people_are_lost_in_the_month_of_their_last_contribution() -> None:
    """As of 15 June 2026, 183 days earlier is 14 December 2025: months up to November 2025 can be judged.

    Ada's last is in September 2025, Bob's in October; Cleo is active in March 2026 and not lost. November
    can be judged and nobody was lost in it.
    """
    store = example("""
        when       | who
        2025-09-01 | Ada
        2025-09-02 | Bob
        2025-09-03 | Cleo
        2025-10-05 | Bob
        2026-03-05 | Cleo
    """)
    assert values(store, METRIC) == {202509: 1, 202510: 1, 202511: 0}
    assert drilled(store, METRIC) == {202509: 1, 202510: 1}


def test_a_month_is_shown_once_183_days_have_passed_since_its_end() -> None:
    """November 2025 ended at midnight before 1 December; 183 days later is 2 June 2026."""
    history = """
        when       | who
        2025-11-01 | Ada
    """
    assert values(example(history, as_of="2026-06-01"), METRIC) == {}
    assert values(example(history, as_of="2026-06-02"), METRIC) == {202511: 1}


def test_who_comes_back_was_not_lost() -> None:
    store = example(
        """
        when       | who
        2024-01-05 | Ada
        2026-01-05 | Ada
        """,
        as_of="2026-02-15",
    )
    assert set(values(store, METRIC).values()) == {0}
    assert drilled(store, METRIC) == {}


def test_bots_are_never_lost_and_a_last_review_counts() -> None:
    """Bob's last act is his review in February 2025; the bot's last commit is not counted."""
    store = example("""
        when       | who     | also
        2025-01-05 | Bob     |
        2025-02-05 | Ada     | reviewed: Bob
        2025-03-05 | ci[bot] |
        2026-06-05 | Ada     |
    """)
    lost = {period: count for period, count in values(store, METRIC).items() if count}
    assert lost == {202502: 1}
    assert drilled(store, METRIC) == {202502: 1}


def test_the_last_second_of_the_183_days_decides() -> None:
    """November 2025 ended at midnight; 183 days later is midnight of 2 June 2026, to the second."""
    history = "when | who\n2025-11-30 23:59:59 | Ada"
    assert values(example(history, as_of="2026-06-01 23:59:59"), METRIC) == {}
    assert drilled(example(history, as_of="2026-06-01 23:59:59"), METRIC) == {}
    assert values(example(history, as_of="2026-06-02 00:00:00"), METRIC) == {202511: 1}
    assert drilled(example(history, as_of="2026-06-02 00:00:00"), METRIC) == {202511: 1}


def test_n_is_the_number_of_people() -> None:
    """Two were lost in September 2025, and none in October and November."""
    rows = answer(example("when | who\n2025-09-01 | Ada\n2025-09-02 | Bob"), METRIC)
    assert [(row.period, row.n) for row in rows] == [(202509, 2), (202510, 0), (202511, 0)]


def test_the_last_contribution_of_who_is_lost_stands_behind_it() -> None:
    """Bob tested and reviewed Ada's commit, and was lost with it: one event.

    Cleo's of the same second does not stand there: she came back this year, as Ada did.
    """
    store = example("""
        when       | who  | also
        2025-09-01 | Ada  | tested: Bob; reviewed: Bob
        2025-09-01 | Cleo |
        2026-03-01 | Ada  |
        2026-03-01 | Cleo |
    """)
    assert drilled(store, METRIC) == {202509: 1}


def test_without_any_commit_nothing_is_known() -> None:
    """A clone may hold no commit of the time that a forge tells of, being shallow."""
    items = "item | who | opened\n#1 | Ada | 2024-01-05"
    assert values(example(items=items, as_of="2026-06-01"), METRIC) == {}
    both = example("when | who\n2025-10-05 | Ada", items=items, as_of="2026-06-01")
    assert values(both, METRIC) == {202510: 1}
