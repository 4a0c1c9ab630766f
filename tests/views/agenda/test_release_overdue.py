"""Work waits longer than usual for a release."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.release_overdue import raised
from views.looking import ALL_TIME, panel, told

DAY = 86_400


def look(pace: float, days: float, waiting: int, *, unseen_days: int = 0, tried: int = 0, aside: int = 0):
    return told(
        panel("release-pace", [Point(ALL_TIME, pace, 10)]),
        panel("days-since-release", [Point(ALL_TIME, days, 20)]),
        unreleased=waiting + aside,
        unshipped=waiting,
        newest_prerelease=tried,
        last_seen=1000 * DAY,
        as_of=(1000 + unseen_days) * DAY,
    )


def test_three_times_the_usual_gap_with_work_waiting_is_raised() -> None:
    finding = raised(look(3, 120, 10))
    assert str(finding.title) == (
        "10 commits wait for a release; the newest is 120 days old, where the last 10 took 40 days each on "
        "average."
    )


@pytest.mark.parametrize(("pace", "days", "waiting"), [(2.9, 120, 50), (3, 59, 50), (3, 120, 9)])
def test_usual_gaps_quick_projects_and_little_work_are_not(pace: float, days: float, waiting: int) -> None:
    assert raised(look(pace, days, waiting)) is None


def test_the_days_an_old_clone_has_not_seen_do_not_count() -> None:
    """Of 120 days 90 were never fetched: 30 days are 0.75 of the usual gap of 40."""
    assert raised(look(3, 120, 50, unseen_days=90)) is None


def test_what_was_late_before_the_clone_grew_old_is_late() -> None:
    """The days are those that the page on releases shows."""
    finding = raised(look(12, 240, 50, unseen_days=120))
    assert "the newest is 240 days old, where the last 10 took 20 days each" in str(finding.title)


def test_a_daily_release_is_no_one_days() -> None:
    assert "where the last 10 took a day each on average" in str(raised(look(90, 90, 50)).title)


def test_a_pre_release_that_came_since_is_told() -> None:
    assert str(raised(look(3, 120, 10, tried=900 * DAY)).title) == (
        "10 commits wait for a final release; the newest is 120 days old, where the last 10 took 40 days "
        "each on average. A pre-release came on 1972-06-19."
    )


def test_without_releases_nothing_is_late() -> None:
    assert raised(told(unreleased=100, unshipped=100)) is None


def test_what_nobody_waits_for_is_told_apart() -> None:
    assert raised(look(3, 120, 9, aside=90)) is None
    assert raised(look(3, 120, 10)).evidence == ()
    finding = raised(look(3, 120, 10, aside=90))
    assert str(finding.title).startswith("10 commits wait for a release")
    assert str(finding.evidence[0]).endswith("which nobody waits for: 90.")
