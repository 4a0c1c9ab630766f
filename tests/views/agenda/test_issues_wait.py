"""Issues without any answer."""

from folkmoot.views.agenda.issues_wait import raised
from views.looking import look_of
from worked_example import example

COMMITS = "when | who | files\n2024-01-01 | Ada | a.py"
ITEMS = """
    item | who  | opened
    #1   | Ada  | 2026-01-10
    #2   | Ada  | 2026-01-12
    #3   | Ada  | 2026-01-13
    #4   | Cleo | 2026-01-13
"""


def look(items: str = ITEMS, remarks: str = ""):
    return look_of(example(COMMITS, items=items, remarks=remarks, as_of="2026-02-01 12:00"))


def test_three_are_raised_and_newcomers_have_their_own() -> None:
    finding = raised(look())
    assert str(finding.title) == "3 open issues have had no answer for more than 5 days."
    assert str(finding.evidence[0]) == "The longest wait is 22 days."


def test_a_goal_of_one_day_is_a_day() -> None:
    looked = look()
    looked.response_days = 1
    assert str(raised(looked).title) == "3 open issues have had no answer for more than a day."


def test_an_answer_is_enough() -> None:
    assert raised(look(remarks="item | who | when | kind\n#3 | Bob | 2026-01-14 | comment")) is None


def test_old_ones_alone_are_not_raised() -> None:
    old = "item | who | opened\n#1 | Ada | 2024-01-10\n#2 | Ada | 2024-01-12\n#3 | Ada | 2024-01-13"
    assert raised(look(old)) is None


OWN = """
    item | who  | opened     | closed     | role
    #1   | Bob  | 2025-01-10 | 2025-01-11 | NONE
    #2   | Bob  | 2026-01-11 |            | NONE
    #3   | Bob  | 2026-01-12 |            | NONE
    #4   | Bob  | 2026-01-13 |            | NONE
    #5   | Ada  | 2026-01-10 |            | OWNER
    #6   | Ada  | 2026-01-13 |            | MEMBER
"""


def test_what_members_of_the_project_open_is_told_beside() -> None:
    """Bob is known from last year and waits; what Ada wrote down for herself waits for nobody."""
    finding = raised(look(OWN))
    assert str(finding.title) == "3 open issues have had no answer for more than 5 days."
    assert [str(each) for each in finding.evidence] == [
        "The longest wait is 21 days.",
        "Opened by members of the project, and as long without a word from anybody else: 2.",
    ]
    assert raised(look(OWN.replace("NONE", "COLLABORATOR"))) is None
