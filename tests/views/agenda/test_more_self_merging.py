"""More changes are merged by those who wrote them."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.more_self_merging import raised
from views.looking import LAST_YEAR, panel, told


def look(before: float, now: float, *, n: int = 50):
    return told(panel("self-merged", [Point("2024", before, 60), Point(LAST_YEAR, now, n)]))


def test_a_rise_to_a_high_share_is_raised() -> None:
    finding = raised(look(0.2, 0.5))
    assert str(finding.title) == (
        "50% of the changes of the last 12 months were merged by their author; in 2024 it was 20%."
    )
    assert str(finding.evidence[0]) == "50 changes whose merger is known, 60 in that year."


@pytest.mark.parametrize(
    ("before", "now", "n"), [(0.8, 0.9, 99), (0.1, 0.35, 99), (0.2, 0.9, 49), (0.9, 0.5, 99)]
)
def test_what_was_always_so_is_low_few_or_falls_is_not(before: float, now: float, n: int) -> None:
    assert raised(look(before, now, n=n)) is None


def test_squashed_changes_name_nobody() -> None:
    assert raised(told()) is None


def test_twenty_points_more_are_a_rise_and_nineteen_are_none() -> None:
    assert raised(look(0.2, 0.405)) is not None
    assert raised(look(0.21, 0.4)) is None


def test_few_in_the_year_before_say_little() -> None:
    points = [Point("2024", 0.2, 49), Point(LAST_YEAR, 0.9, 300)]
    assert raised(told(panel("self-merged", points))) is None
