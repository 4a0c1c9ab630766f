"""How many people carried most of the last year."""

from dataclasses import replace

import pytest

from folkmoot.model.coverage import Quality
from folkmoot.model.page import Point
from folkmoot.views.headlines.core_people import tell
from views.looking import ALL_TIME, LAST_YEAR, panel


def types(core: int, regular: int, casual: int, period: str = LAST_YEAR):
    counts = {"core": core, "regular": regular, "casual": casual}
    points = [Point(period, count, 100, label=label) for label, count in counts.items()]
    return panel("contributor-types", points)


def test_core_and_everybody_are_counted() -> None:
    assert str(tell(types(3, 4, 13))) == "In the last 12 months, 3 of 20 authors made four in five commits."


def test_a_handful_and_a_lone_core_are_not_worth_it() -> None:
    assert tell(types(2, 1, 1)) == ""
    assert tell(types(1, 4, 9)) == ""


def test_only_the_last_year_is_meant() -> None:
    assert tell(types(3, 4, 13, ALL_TIME)) == ""


@pytest.mark.parametrize(
    ("core", "regular", "casual", "is_told"),
    [(2, 2, 1, True), (2, 2, 0, False), (1, 4, 9, False), (2, 9, 9, True)],
)
def test_from_two_of_five_on_it_is_told(core: int, regular: int, casual: int, is_told: bool) -> None:
    assert bool(tell(types(core, regular, casual))) is is_told


def test_a_kind_of_which_there_is_no_number_counts_as_nobody() -> None:
    shown = panel(
        "contributor-types", [Point(LAST_YEAR, 5, 9, label="core"), Point(LAST_YEAR, None, 9, label="x")]
    )
    assert "5 of 5 authors" in str(tell(shown))


def test_of_a_young_history_it_is_who_did_most_so_far() -> None:
    recent, always = types(3, 4, 13), types(3, 4, 13, ALL_TIME)
    young = replace(recent, points=recent.points + always.points)
    assert str(tell(young)) == "So far, 3 of 20 authors made four in five commits."
    more = types(3, 4, 14, ALL_TIME)
    assert "12 months" in str(tell(replace(recent, points=recent.points + more.points)))


def test_of_a_history_that_is_cut_off_nobody_knows_who_did_most_before() -> None:
    recent, always = types(3, 4, 13), types(3, 4, 13, ALL_TIME)
    cut = replace(recent, points=recent.points + always.points, coverage=Quality.LOWER_BOUND)
    assert str(tell(cut)).startswith("In the last 12 months, 3 of 20")
