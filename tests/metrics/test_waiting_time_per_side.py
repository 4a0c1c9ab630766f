"""Who waits for whom, worked by hand."""

import pytest

from folkmoot.metrics.waiting_time_per_side import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged
    !3 | Ada | 2026-02-01 | | 2026-02-04
    !4 | Bob | 2026-03-01 | 2026-03-09 |
    !5 | Bob | 2026-03-01 | |
"""
REMARKS = """
    item | who | when | kind
    !3 | Cleo | 2026-02-02 | review approved
    !3 | Ada | 2026-02-03 | comment
    !4 | ci[bot] | 2026-03-01 13:00 | comment
    !4 | Cleo | 2026-03-02 | review changes_requested
    !4 | Bob | 2026-03-05 | comment
    !4 | Cleo | 2026-03-06 | review approved
    !4 | Dan | 2026-03-20 | comment
"""


def test_the_turn_passes_with_every_word() -> None:
    """!3 waited 1 day for a review, 1 for Ada, 1 for the merge: reviewers 2, author 1.

    !4: 1 for a review, 3 for Bob, 1 for the second review, 3 more for Bob: reviewers 2, author 6. The
    middles are 2 and 3.5. The robot passes no turn, and what is said after the closing neither.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (1, "for reviewers"): 2,
        (1, "for the author"): 3.5,
        (2026, "for reviewers"): 2,
        (2026, "for the author"): 3.5,
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}


def test_whose_turn_it_is_at_the_edges() -> None:
    """Worked out on paper: 10 days from the opening to the closing.

    Cleo speaks in the second of the opening, so Ada is waited for at once, and answers after 4 days; Dan
    speaks in the second of the closing, which ends it, and somebody unknown passes no turn: 4 and 6 days.
    """
    items = "item | who | opened | closed\n!1 | Ada | 2026-01-01 | 2026-01-11"
    remarks = """
        item | who  | when                | kind
        !1   | Cleo | 2026-01-01 12:00:00 | comment
        !1   | Ada  | 2026-01-05          | comment
        !1   |      | 2026-01-07          | comment
        !1   | Dan  | 2026-01-11 12:00:00 | comment
    """
    found = values(example(items=items, remarks=remarks), METRIC)
    assert (found[2026, "for the author"], found[2026, "for reviewers"]) == (4, 6)


def test_two_words_in_one_second_are_two() -> None:
    """Bob and Cleo both speak after a day; the day before it and the two after it are counted once."""
    items = "item | who | opened | closed\n!1 | Ada | 2026-01-01 | 2026-01-04"
    remarks = "item | who | when\n!1 | Bob | 2026-01-02\n!1 | Cleo | 2026-01-02"
    found = values(example(items=items, remarks=remarks), METRIC)
    assert (found[2026, "for reviewers"], found[2026, "for the author"]) == (1, 2)


def test_only_closed_changes_by_people_are_waited_for() -> None:
    """An issue, a robot's change and an open one: nobody's turn is counted."""
    items = """
        item | who           | opened     | closed
        #1   | Ada           | 2026-01-01 | 2026-01-04
        !2   | renovate[bot] | 2026-01-01 | 2026-01-04
        !3   | Ada           | 2026-01-01 |
    """
    store = example(items=items, remarks="item | who | when\n#1 | Bob | 2026-01-02")
    assert values(store, METRIC) == {}
    assert drilled(store, METRIC) == {}


def test_the_year_is_that_of_the_closing() -> None:
    """Opened in 2024, closed in the first second of 2025: all of the wait is of 2025."""
    items = "item | who | opened | closed\n!1 | Ada | 2024-12-31 00:00 | 2025-01-01 00:00:00"
    assert values(example(items=items), METRIC) == {
        (2025, "for reviewers"): 1,
        (2025, "for the author"): 0,
    }


def test_a_change_closed_in_the_second_of_its_opening_waited_for_nobody() -> None:
    items = "item | who | opened | closed\n!1 | Ada | 2026-01-01 12:00:00 | 2026-01-01 12:00:00"
    store = example(items=items)
    assert (values(store, METRIC)[2026, "for reviewers"], drilled(store, METRIC)[2026]) == (0, 2)


@pytest.mark.parametrize(("days", "middle"), [((1, 2, 4), 2), ((1, 2, 4, 10), 3)], ids=["odd", "even"])
def test_the_value_is_the_middle_change_or_between_the_two_middle_ones(
    days: tuple[int, ...], middle: float
) -> None:
    rows = [f"!{number} | Ada | 2026-01-01 | 2026-01-{1 + number:02d}" for number in days]
    found = values(example(items="\n".join(["item | who | opened | closed", *rows])), METRIC)
    assert (found[2026, "for reviewers"], found[2026, "for the author"]) == (middle, 0)
