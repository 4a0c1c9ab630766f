"""Weekdays and hours, worked by hand."""

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
    assert values(example(HISTORY), METRIC) == {
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
    """One week with a commit a day, and two more hours on Monday: in the order of the calendar."""
    days = "\n".join(f"2025-01-{day:02d} 10:00 | Ada" for day in range(6, 13))
    store = example(f"when | who\n{days}\n2025-01-06 02:00 | Ada\n2025-01-06 23:00 | Ada")
    assert [(row.label, row.part) for row in answer(store, METRIC)] == [
        ("Mon", "2"),
        ("Mon", "10"),
        ("Mon", "23"),
        ("Tue", "10"),
        ("Wed", "10"),
        ("Thu", "10"),
        ("Fri", "10"),
        ("Sat", "10"),
        ("Sun", "10"),
    ]
