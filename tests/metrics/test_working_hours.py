"""Weekdays and hours, worked by hand."""

import pytest

from folkmoot.metrics.working_hours import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

HISTORY = """
    when                   | who             | also
    2025-01-05 23:59       | Ada             |
    2026-01-05 09:30 +0530 | Ada             |
    2026-01-12 09:00 -0800 | Bob             |
    2026-01-10 00:15 +1400 | Bob             |
    2026-01-11 12:00       | Cleo            | merge
    2026-01-11 12:00       | dependabot[bot] |
"""


def test_hours_are_those_of_the_author() -> None:
    """Mondays at 9 wherever they are: Ada in India, Bob in California = 2. Bob's Saturday just after
    midnight.

    The Sunday of 2025 is more than twelve months before 2026-06-15, so it is under all time only. The merge
    and the bot are out.
    """
    assert {cell: count for cell, count in values(example(HISTORY), METRIC).items() if count} == {
        (0, "Mon", "9"): 2,
        (0, "Sat", "0"): 1,
        (0, "Sun", "23"): 1,
        (1, "Mon", "9"): 2,
        (1, "Sat", "0"): 1,
    }


def test_every_commit_has_one_cell_in_each_window() -> None:
    """Four commits in all, three in the last 12 months."""
    assert drilled(example(HISTORY), METRIC) == {0: 4, 1: 3}


def test_the_week_begins_on_monday_and_the_day_at_midnight() -> None:
    """One commit on Sunday at 2: a whole week of 168 cells in the order of the calendar, in one window."""
    rows = answer(example("when | who\n2025-01-12 02:00 | Ada"), METRIC)
    assert [(row.label, row.part) for row in rows] == [
        (weekday, str(hour))
        for weekday in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        for hour in range(24)
    ]
    assert {row.period for row in rows} == {0}
    assert [(row.label, row.part, row.n) for row in rows if row.value] == [("Sun", "2", 1)]


@pytest.mark.parametrize(
    ("day", "weekday"),
    [(5, "Mon"), (6, "Tue"), (7, "Wed"), (8, "Thu"), (9, "Fri"), (10, "Sat"), (11, "Sun")],
)
def test_days_of_the_week(day: int, weekday: str) -> None:
    """5 January 2026 was a Monday."""
    rows = answer(example(f"when | who\n2026-01-{day:02d} 00:00 | Ada"), METRIC)
    assert {(row.label, row.part) for row in rows if row.value} == {(weekday, "0")}


def test_no_commits_give_no_week() -> None:
    """An empty table is not a week of zeros."""
    assert answer(example("when | who\n2026-01-05 | renovate[bot]"), METRIC) == []
