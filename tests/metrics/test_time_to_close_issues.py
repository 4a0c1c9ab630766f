"""Time to close issues, worked by hand."""

from folkmoot.metrics.time_to_close_issues import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed
    #1 | Ada | 2025-01-01 | 2025-01-03
    #2 | Ada | 2025-02-01 | 2025-02-05
    #3 | Bob | 2025-03-01 |
    #4 | ci[bot] | 2025-03-01 | 2025-03-02
    !5 | Ada | 2025-03-01 | 2025-03-02
"""


def test_open_ones_are_censored() -> None:
    """#1 took 2 days, #2 took 4, #3 is open.

    The curve goes to 2/3 at 2 days and to 1/3 at 4: median 4, p90 not known. All were opened over a year
    ago.
    """
    assert values(example(items=ITEMS), METRIC) == {(2025, "median"): 4, (2025, "p90"): None}
    assert drilled(example(items=ITEMS), METRIC) == {2025: 6}


def test_what_is_open_has_waited_until_now() -> None:
    """Worked out on paper, as of 15 June.

    One closed after 2 days, one is open since 10, one closed after 20: when the last one closes, nobody else
    is watched that long, so both median and p90 are 20 days.
    """
    items = """
        item | who | opened | closed
        #1 | Ada | 2026-03-01 | 2026-03-03
        #2 | Bob | 2026-06-05 |
        #3 | Cleo | 2026-04-01 | 2026-04-21
    """
    found = values(example(items=items), METRIC)
    assert (found[2026, "median"], found[2026, "p90"]) == (20, 20)


def test_robots_issues_are_no_waiting() -> None:
    """The robot's issue was closed in a minute; Ada's took 2 days, and is the only one counted."""
    items = """
        item | who | opened | closed
        #1 | Ada | 2026-03-01 | 2026-03-03
        #2 | ci[bot] | 2026-03-01 12:00 | 2026-03-01 12:01
    """
    store = example(items=items)
    assert values(store, METRIC)[2026, "median"] == 2
    assert drilled(store, METRIC) == {1: 2, 2026: 2}


def test_the_year_is_that_of_the_opening() -> None:
    """Opened in the last second of 2024, closed in 2026: of 2024, and not of the last 12 months."""
    items = """
        item | who | opened | closed
        #1 | Ada | 2024-12-31 23:59:59 | 2026-03-03
    """
    assert set(values(example(items=items), METRIC)) == {(2024, "median"), (2024, "p90")}
