"""Good news: releases come as usual."""

from dataclasses import replace

import pytest

from folkmoot.model.check import Outcome
from folkmoot.model.page import Point
from folkmoot.views.agenda.good_release_pace import raised
from views.looking import ALL_TIME, monthly, panel, told


def look(pace: float, days: float, *, releases: float = 1):
    return told(
        panel("release-pace", [Point(ALL_TIME, pace, 10)]),
        panel("days-since-release", [Point(ALL_TIME, days, 20)]),
        panel("releases-monthly", monthly([0] * 20 + [releases] * 4, label="releases")),
    )


def test_a_usual_gap_is_good_news() -> None:
    finding = raised(look(1.5, 40))
    assert finding.outcome is Outcome.YES
    assert "the newest is 40 days old, and the last 12 complete months had 4" in str(finding.title)


@pytest.mark.parametrize(
    ("days", "age"), [(0.2, "of today"), (0.8, "a day old"), (1.4, "a day old"), (1.6, "2 days old")]
)
def test_a_release_of_these_days_is_told_as_people_do(days: float, age: str) -> None:
    assert f"the newest is {age}, and" in str(raised(look(0.5, days)).title)


@pytest.mark.parametrize(("pace", "days", "releases"), [(1.6, 40, 1), (1, 181, 1), (1, 40, 0), (1, 40, 0.25)])
def test_late_rare_and_no_releases_are_not(pace: float, days: float, releases: float) -> None:
    assert raised(look(pace, days, releases=releases)) is None


def test_what_nobody_has_looked_at_for_long_is_not_called_usual() -> None:
    seen = look(1, 40)
    seen.outline = replace(seen.outline, as_of=1_781_524_800)
    seen.made_at = "2026-06-20T12:00:00+00:00"
    assert raised(seen) is not None
    seen.made_at = "2027-06-20T12:00:00+00:00"
    assert raised(seen) is None


def test_without_tags_there_is_no_pace() -> None:
    assert raised(told()) is None


def test_two_in_twelve_complete_months_are_enough_and_pre_releases_do_not_count() -> None:
    """Thirteen months ago one, then one, and one this month, which is not over; nine were pre-releases."""
    finals = [*monthly([0] * 10 + [1] + [1, 1] + [0] * 10, label="releases"),
              Point("2025-12", 1, 1, label="releases", complete=False)]  # fmt: skip
    shown = [
        panel("release-pace", [Point(ALL_TIME, 1, 10)]),
        panel("days-since-release", [Point(ALL_TIME, 180, 20)]),
    ]
    ahead = [replace(point, label="pre-releases", value=9.0) for point in finals]
    finding = raised(told(*shown, panel("releases-monthly", [*finals, *ahead])))
    assert "the last 12 complete months had 2." in str(finding.title)
    assert raised(told(*shown[1:], panel("releases-monthly", finals))) is None
