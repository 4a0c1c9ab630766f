"""Most commits are made by bots."""

import pytest

from folkmoot.views.agenda.mostly_bots import raised
from views.looking import told


def test_more_than_half_is_raised() -> None:
    finding = raised(told(recent_commits=100, recent_bot_commits=75))
    assert str(finding.title) == "Bots made 75% of the last 12 months' 100 commits."
    assert str(finding.evidence[0]) == "People made 25 of them."


@pytest.mark.parametrize(("commits", "bots"), [(100, 50), (49, 49), (0, 0)])
def test_half_and_little_are_not(commits: int, bots: int) -> None:
    assert raised(told(recent_commits=commits, recent_bot_commits=bots)) is None
