"""Where people fall off the way in."""

import pytest

from folkmoot.metrics.contributor_path import NAMES
from folkmoot.model.page import Point
from folkmoot.views.headlines.steepest_step import tell
from views.looking import LAST_YEAR, panel

STEPS = NAMES[:5]


def said(*values: int, steps: tuple[str, ...] = STEPS) -> str:
    points = [Point(LAST_YEAR, value, value, label=step) for step, value in zip(steps, values, strict=False)]
    return str(tell(panel("contributor-path", points)))


def test_the_steepest_step_is_named_with_both_numbers() -> None:
    assert said(100, 40, 10, 9) == (
        "The steepest step is the first change: of 40 people who took part, 10 offered one."
    )
    assert "the first word: of 900 people" in said(900, 40, 20, 15)
    assert "the merge: of 20 people" in said(30, 25, 20, 2)


def test_unknown_stars_are_no_step() -> None:
    assert "first change: of 11 people" in said(11, 1, 1, 0, steps=STEPS[1:])


@pytest.mark.parametrize("values", [(9, 1, 0, 0), (40, 30, 20, 11), (), (12, 12, 12, 12, 1)])
def test_few_people_gentle_steps_and_maintainers_are_not(values: tuple[int, ...]) -> None:
    assert said(*values) == ""


def test_ten_people_make_a_step_and_exactly_a_half_is_not_steep() -> None:
    assert "of 10 people who came by, 4 took part" in said(10, 4)
    assert said(10, 5) == ""
    assert said(9, 1) == ""


def test_a_step_without_a_number_counts_as_nobody() -> None:
    points = [Point(LAST_YEAR, 20, 20, label=STEPS[0]), Point(LAST_YEAR, None, 0, label=STEPS[1])]
    assert "of 20 people who came by, 0 took part" in str(tell(panel("contributor-path", points)))
