"""How long issues for newcomers last, worked by hand."""

from folkmoot.metrics.good_first_issue_lifetime import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | also
    #1 | Ada | 2026-01-01 | 2026-01-04 | label: good first issue; label: easy
    #2 | Bob | 2026-02-09 | | label: Newcomer
    #3 | Bob | 2026-02-01 | 2026-02-02 | label: bug
"""


def test_days_until_closed() -> None:
    """#1 lasted 3 days, though labelled twice; #2 is open. The curve reaches a half at 3 days and stays."""
    assert values(example(items=ITEMS), METRIC) == {
        (1, "median"): 3,
        (1, "p90"): None,
        (2026, "median"): 3,
        (2026, "p90"): None,
    }
    assert drilled(example(items=ITEMS), METRIC) == {1: 4, 2026: 4}


def test_an_open_one_has_waited_until_now() -> None:
    """Worked out on paper, as of 15 June.

    #1 closed after 2 days, #2 is open since 10 days, #3 closed after 20: 2 of 3 are left after 2 days, and
    when #3 closes, nobody else is watched that long: both median and p90 are 20 days.
    """
    items = """
        item | who | opened     | closed     | also
        #1   | Ada | 2026-03-01 | 2026-03-03 | label: easy
        #2   | Bob | 2026-06-05 |            | label: easy
        #3   | Cleo | 2026-04-01 | 2026-04-21 | label: easy
    """
    found = values(example(items=items), METRIC)
    assert (found[2026, "median"], found[2026, "p90"]) == (20, 20)


def test_the_last_twelve_months_are_those_of_the_opening() -> None:
    """#1 was opened a year ago to the second, and closed since: it is of 2025 alone."""
    items = """
        item | who | opened              | closed     | also
        #1   | Ada | 2025-06-15 12:00:00 | 2026-01-01 | label: easy
    """
    store = example(items=items)
    assert {period for period, _ in values(store, METRIC)} == {2025}  # type: ignore[misc]


def test_a_label_speaks_for_its_own_issue_alone() -> None:
    """A labelled change of the same number, or another project's issue, says nothing about #1."""
    items = """
        project | item | who | opened     | closed     | also
        1       | #1   | Ada | 2026-01-01 | 2026-01-02 |
        1       | !1   | Ada | 2026-01-01 | 2026-01-05 | label: easy
        2       | #1   | Ada | 2026-01-01 | 2026-01-09 | label: easy
        2       | !1   | Ada | 2026-01-01 | 2026-01-03 |
    """
    store = example(items=items)
    assert values(store, METRIC)[2026, "median"] == 8
    assert drilled(store, METRIC) == {1: 2, 2026: 2}
