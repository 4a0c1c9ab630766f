"""More of the work moves into evenings and weekends."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.more_weekends import raised
from views.looking import LAST_YEAR, monthly, panel, told


def look(before: float, now: float, *, n: int = 30, people: float = 3):
    return told(
        panel("off-hours", monthly([before] * 12 + [now] * 12, n=n)),
        panel("contributor-absence-factor", [Point(LAST_YEAR, people, 999)]),
    )


def test_a_clear_rise_is_raised() -> None:
    finding = raised(look(0.3, 0.42))
    assert str(finding.title) == (
        "42% of the commits of the last 12 complete months were made outside office hours; in the 12 months "
        "before it was 30%."
    )


@pytest.mark.parametrize(("before", "now"), [(0.3, 0.39), (0.9, 0.9), (0.5, 0.2)])
def test_no_level_is_good_or_bad(before: float, now: float) -> None:
    assert raised(look(before, now)) is None


def test_few_commits_say_little() -> None:
    assert raised(look(0.3, 0.6, n=24)) is None


def test_the_rhythm_of_one_person_is_nobody_s_business() -> None:
    assert raised(look(0.3, 0.6, people=1)) is None


def test_two_years_are_needed() -> None:
    assert raised(told(panel("off-hours", monthly([0.5] * 12)))) is None


def test_ten_points_more_of_three_hundred_commits_are_a_rise() -> None:
    assert raised(look(0.3, 0.402, n=25)) is not None
    assert raised(look(0.3, 0.398, n=25)) is None


def test_299_commits_say_little() -> None:
    points = [*monthly([0.3] * 12, n=99), *monthly([0.6] * 11, first="2025-01", n=25)]
    last = monthly([0.6], first="2025-12", n=24)
    absence = panel("contributor-absence-factor", [Point(LAST_YEAR, 3, 999)])
    assert raised(told(panel("off-hours", [*points, *last]), absence)) is None
