"""Changes that wait for somebody to look."""

from folkmoot.views.agenda.changes_wait import raised
from views.looking import look_of
from worked_example import example

COMMITS = "when | who | files\n2024-01-01 | Ada | a.py"
ITEMS = "item | who | opened\n!1 | Ada | 2026-01-10\n!2 | Ada | 2026-01-12\n!3 | Cleo | 2026-01-13"


def look(items: str = ITEMS, remarks: str = ""):
    return look_of(example(COMMITS, items=items, remarks=remarks, as_of="2026-02-01 12:00"))


def test_two_are_raised_and_newcomers_have_their_own() -> None:
    finding = raised(look())
    assert str(finding.title) == "2 changes have waited more than 5 days for somebody to look at them."
    assert len(finding.links) == 2


def test_a_goal_of_one_day_is_a_day() -> None:
    looked = look()
    looked.response_days = 1
    assert str(raised(looked).title).startswith("2 changes have waited more than a day for somebody")


def test_an_answered_newcomer_waits_like_anybody() -> None:
    remarks = "item | who | when | kind\n!3 | Ada | 2026-01-14 | review\n!3 | Cleo | 2026-01-15 | comment"
    assert str(raised(look(remarks=remarks)).title).startswith("3 changes")


def test_one_or_old_ones_are_not() -> None:
    assert raised(look("item | who | opened\n!1 | Ada | 2026-01-10")) is None
    assert raised(look("item | who | opened\n!1 | Ada | 2024-01-10\n!2 | Ada | 2024-01-11")) is None
