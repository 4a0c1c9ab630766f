"""How long what was opened waited for the first response."""

import pytest

from folkmoot.metrics._first_response import counted
from worked_example import example

HOUR = 3600
ITEMS = """
    item | who     | opened           | closed
    !1   | Ada     | 2026-06-01       |
    #2   | Ada     | 2026-06-01       | 2026-06-02
    #3   | Ada     | 2026-06-14 12:00 |
    #4   | ci[bot] | 2026-06-01       |
"""
REMARKS = """
    item | who | when
    !1   | Bob | 2026-06-03
    #2   | Bob | 2026-06-05
"""
ISSUES = [("test:#2", "going", 24 * HOUR), ("test:#3", "going", 24 * HOUR)]
CHANGES = [("test:!1", "ended", 48 * HOUR)]


@pytest.mark.parametrize(
    ("which", "found"), [("", CHANGES + ISSUES), ("is_change = 1", CHANGES), ("is_change = 0", ISSUES)]
)
def test_who_is_not_answered_waits_until_the_end_or_now(which: str, found: list[object]) -> None:
    """It is noon of 15 June; what is said after the end is no response, and robots wait for nobody."""
    text = f"{counted(which)} nothing as (select 1) select event, fate, wait from counted order by event"
    assert example(items=ITEMS, remarks=REMARKS).execute(text).fetchall() == found
