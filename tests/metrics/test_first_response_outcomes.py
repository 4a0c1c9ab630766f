"""What becomes of what is opened, worked by hand."""

from folkmoot.metrics.first_response_outcomes import METRIC
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


def test_answered_closed_or_waiting() -> None:
    """Worked out on paper.

    Five by people: #1 and !3 answered; #2 closed without a word, !4 too, as the comment came 11 days later;
    !5 waits. 2/5, 2/5, 1/5.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (period, fate): share
        for period in (1, 2026)
        for fate, share in (("answered", 0.4), ("closed without a word", 0.4), ("waiting", 0.2))
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 5, 2026: 5}


def test_a_word_within_a_minute_of_closing_is_an_answer() -> None:
    """60 seconds after the closing is an answer, 61 are not: one of two was answered."""
    items = """
        item | who | opened           | closed
        #1   | Ada | 2026-01-01 10:00 | 2026-01-01 11:00:00
        #2   | Ada | 2026-01-01 10:00 | 2026-01-01 11:00:00
    """
    remarks = "item | who | when\n#1 | Bob | 2026-01-01 11:01:00\n#2 | Bob | 2026-01-01 11:01:01"
    found = values(example(items=items, remarks=remarks), METRIC)
    assert found[2026, "answered"] == 0.5
