"""Stars from day to day, worked by hand. Seen on 2026-03-05, so that 2026-01-05 is the first of 60 days."""

from folkmoot.metrics.stars_from_day_to_day import METRIC
from worked_example import day, drilled, example, values

COUNTS = """
    day | stars | forks
    2026-01-03 | 5 | 1
    2026-01-04 | 9 | 1
    2026-01-05 | 8 | 1
    2026-01-06 | 8 | 2
    2026-02-01 | 20 | 2
    2026-02-02 |  | 3
    2026-02-03 | 22 | 3
    2026-03-04 | 30 | 3
    2026-03-05 | 34 | 3
"""


def number(text: str) -> int:
    """Give the number of a day, as metrics count them."""
    return day(text) // 86400


def test_a_day_is_told_by_the_day_before() -> None:
    """One taken back on 5 January, nothing on the 6th; of 1 to 3 February no two days in a row are known."""
    store = example(snapshots=COUNTS, as_of="2026-03-05")
    first, second, today = (number(text) for text in ("2026-01-05", "2026-01-06", "2026-03-05"))
    assert values(store, METRIC) == {
        (first, "gained"): 0,
        (first, "lost"): 1,
        (second, "gained"): 0,
        (second, "lost"): 0,
        (today, "gained"): 4,
        (today, "lost"): 0,
    }
    assert drilled(store, METRIC) == {first: 1, second: 1, today: 1}


def test_what_one_project_lost_is_not_hidden_by_what_another_gained() -> None:
    """On 5 March one has 3 more and the other 2 fewer; on the 4th only one was counted before."""
    store = example(
        snapshots="""
            project | day | stars | forks
            1 | 2026-03-03 | 5 | 0
            1 | 2026-03-04 | 6 | 0
            1 | 2026-03-05 | 9 | 0
            2 | 2026-03-04 | 7 | 0
            2 | 2026-03-05 | 5 | 0
        """,
        as_of="2026-03-05",
    )
    today = number("2026-03-05")
    assert values(store, METRIC) == {(today, "gained"): 3, (today, "lost"): 2}
    assert drilled(store, METRIC) == {today: 2}
