"""Time to first response to issues, worked by hand."""

from folkmoot.metrics.issue_first_response import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | role
    #1 | Ada | 2026-01-01 | | | NONE
    #2 | Bob | 2026-01-01 | 2026-01-05 | | NONE
    !3 | Ada | 2026-02-01 | 2026-02-04 | 2026-02-04 | NONE
    !4 | Bob | 2026-02-01 | 2026-02-09 | | NONE
    !5 | Cleo | 2026-03-01 | | | MEMBER
    !6 | renovate[bot] | 2026-03-01 | 2026-03-02 | 2026-03-02 | NONE
"""
REMARKS = """
    item | who | when | kind
    #1 | ci[bot] | 2026-01-01 13:00 | comment
    #1 | Ada | 2026-01-02 | comment
    #1 | Cleo | 2026-01-03 | comment
    !3 | Cleo | 2026-02-01 18:00 | review approved
    !4 | Cleo | 2026-02-20 | comment
"""


def test_issues_only() -> None:
    """Two issues: #1 answered after 48 hours, #2 closed unanswered after 96, later than that.

    The curve goes from 1 to 1/2 at 48 hours.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (1, "median"): 48,
        (1, "p90"): None,
        (2026, "median"): 48,
        (2026, "p90"): None,
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}


def test_a_word_within_a_minute_of_closing_is_an_answer() -> None:
    """Both were closed after an hour: a word 60 seconds later answers the first, 61 leave the second without.

    Of two, one is answered after 61 minutes and one was closed unanswered before: nine in ten are answered
    by then as far as anybody was watched, so both median and p90 are 61 minutes.
    """
    items = """
        item | who | opened           | closed
        #1 | Ada | 2026-01-01 10:00 | 2026-01-01 11:00:00
        #2 | Ada | 2026-01-01 10:00 | 2026-01-01 11:00:00
    """
    remarks = """
        item | who | when
        #1 | Bob | 2026-01-01 11:01:00
        #2 | Bob | 2026-01-01 11:01:01
    """
    found = values(example(items=items, remarks=remarks), METRIC)
    assert (found[2026, "median"], found[2026, "p90"]) == (61 / 60, 61 / 60)


def test_what_nobody_answered_has_waited_until_now() -> None:
    """Answered after 48 hours and after 480; one is unanswered since 240 hours: the last answer decides."""
    items = """
        item | who | opened
        #1 | Ada | 2026-03-01
        #2 | Ada | 2026-06-05
        #3 | Ada | 2026-04-01
    """
    remarks = "item | who | when\n#1 | Bob | 2026-03-03\n#3 | Bob | 2026-04-21"
    found = values(example(items=items, remarks=remarks), METRIC)
    assert (found[2026, "median"], found[2026, "p90"]) == (480, 480)


def test_a_robots_issue_waits_for_nobody() -> None:
    """Ada's is answered after six hours; the robot's, which nobody answered, is not counted as waiting."""
    store = example(
        items="item | who | opened\n#1 | Ada | 2026-01-01 12:00\n#2 | ci[bot] | 2026-01-01 12:00",
        remarks="item | who | when\n#1 | Bob | 2026-01-01 18:00",
    )
    assert values(store, METRIC)[2026, "p90"] == 6
    assert {row.n for row in answer(store, METRIC)} == {1}
