"""Are newcomers answered, worked by hand."""

from folkmoot.metrics.newcomer_answers import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | role
    #1 | Ada | 2026-01-01 | | | NONE
    #2 | Ada | 2026-01-02 | 2026-01-03 | | NONE
    #3 | Bob | 2026-02-01 | 2026-02-02 | | NONE
    #4 | Cleo | 2026-06-10 | | | CONTRIBUTOR
    !5 | Dan | 2026-03-01 | | |
    #6 | Eve | 2026-03-01 | | | MEMBER
    #7 | ci[bot] | 2026-03-01 | | | NONE
"""
REMARKS = """
    item | who | when | kind
    #1 | Eve | 2026-01-05 | comment
"""


def test_four_fates() -> None:
    """Worked out on paper.

    Newcomers: Ada was answered (her second issue does not count), Bob closed without a word, Cleo waits for
    5 days, Dan, of
    whom nobody says what he is to the project, is ignored since March. Eve is a member, and the robot nobody.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (period, fate): 0.25
        for period in (1, 2026)
        for fate in ("answered", "closed without a word", "waiting", "ignored")
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}


def test_patience_ends_with_fourteen_days() -> None:
    """As of noon of 15 June: Ada has waited 14 days to the second and is ignored, Bob a second less."""
    items = """
        item | who  | opened              | role
        #1   | Ada  | 2026-06-01 12:00:00 | NONE
        #2   | Bob  | 2026-06-01 12:00:01 | NONE
        #3   |      | 2026-06-01          | NONE
    """
    found = values(example(items=items), METRIC)
    assert (found[2026, "waiting"], found[2026, "ignored"]) == (0.5, 0.5)


def test_a_word_within_a_minute_of_closing_is_an_answer() -> None:
    """60 seconds after the closing is an answer, 61 are not."""
    items = """
        item | who | opened           | closed              | role
        #1   | Ada | 2026-01-01 10:00 | 2026-01-01 11:00:00 | NONE
        #2   | Bob | 2026-01-01 10:00 | 2026-01-01 11:00:00 | NONE
    """
    remarks = "item | who | when\n#1 | Dan | 2026-01-01 11:01:00\n#2 | Dan | 2026-01-01 11:01:01"
    found = values(example(items=items, remarks=remarks), METRIC)
    assert (found[2026, "answered"], found[2026, "closed without a word"]) == (0.5, 0.5)


def test_of_several_projects_together_one_is_new_once() -> None:
    """Ada's first issue in the first project counts; in the second she is new no more, as Bob is nowhere."""
    items = """
        project | item | who | opened     | role
        1       | #1   | Ada | 2026-01-01 | NONE
        1       | #2   | Ada | 2026-01-02 | NONE
        2       | #1   | Ada | 2026-01-03 | NONE
        1       | #3   | Bob | 2026-01-03 | MEMBER
        2       | #2   | Bob | 2026-01-04 | NONE
    """
    assert drilled(example(items=items), METRIC) == {1: 1, 2026: 1}


def test_of_an_issue_and_a_change_in_one_second_the_issue_is_first() -> None:
    """Ada's issue was answered, her change was not: she was answered. Of Bob's issues, #4 is first."""
    items = """
        item | who | opened     | role
        !2   | Ada | 2026-01-01 | NONE
        #1   | Ada | 2026-01-01 | NONE
        #5   | Bob | 2026-01-01 | NONE
        #4   | Bob | 2026-01-01 | NONE
    """
    remarks = "item | who | when\n#1 | Eve | 2026-01-02\n#4 | Eve | 2026-01-02"
    assert values(example(items=items, remarks=remarks), METRIC)[2026, "answered"] == 1
