"""Most commits are made by bots."""

import pytest

from folkmoot.views.agenda.mostly_bots import raised
from views.looking import told


def test_more_than_half_is_raised() -> None:
    finding = raised(told(recent_commits=100, recent_bot_commits=75))
    assert str(finding.title) == "Bots made 75% of the last 12 months' 100 commits."
    assert str(finding.evidence[0]) == "People made 25 of them."
    assert raised(told(recent_commits=50, recent_bot_commits=26)) is not None


@pytest.mark.parametrize(("commits", "bots"), [(100, 50), (49, 49), (51, 25), (0, 0)])
def test_half_and_little_are_not(commits: int, bots: int) -> None:
    assert raised(told(recent_commits=commits, recent_bot_commits=bots)) is None


@pytest.mark.parametrize(
    ("updates", "advice"), [(38, "Group dependency updates"), (37, "Write into the README")]
)
def test_what_to_do_depends_on_whether_they_update_dependencies(updates: int, advice: str) -> None:
    """Bots that publish data ask nobody to look, and nothing of theirs can be grouped."""
    finding = raised(told(recent_commits=100, recent_bot_commits=75, recent_updates=updates))
    assert str(finding.remedy).startswith(advice)
