"""Numbers and periods in words."""

import math

import pytest

from folkmoot.model.metric import Unit
from folkmoot.model.page import Point
from folkmoot.render.figures import (
    COUNTED,
    PLURAL,
    brief,
    day_name,
    exact,
    is_day,
    period_name,
    place,
    spelled,
    telling_name,
    too_few,
    withheld,
)
from folkmoot.render.voice import Voice

VOICE = Voice()


@pytest.mark.parametrize(
    ("value", "unit", "published"),
    [
        (3.0, Unit.PEOPLE, 3),
        (123456789.0, Unit.LINES, 123456789),
        (1 / 3, Unit.SHARE, 0.3333),
        (2.71828, Unit.DAYS, 2.72),
        (-0.51239, Unit.INDEX, -0.5124),
        (None, Unit.DAYS, None),
        (math.nan, Unit.DAYS, None),
        (math.inf, Unit.DAYS, None),
        (1e300, Unit.DAYS, None),
    ],
)
def test_values_are_published_with_the_decimals_of_their_unit(
    value: float | None, unit: Unit, published: float | None
) -> None:
    assert exact(value, unit) == published
    assert type(exact(value, unit)) is type(published)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0, Unit.PEOPLE, "0"),
        (1234, Unit.COMMITS, "1,234"),
        (1234.56, Unit.DAYS, "1,234.6"),
        (3.0, Unit.DAYS, "3"),
        (0.25, Unit.DAYS, "0.25"),
        (0.123, Unit.SHARE, "12%"),
        (0.042, Unit.SHARE, "4.2%"),
        (0.9996, Unit.SHARE, "100%"),
        (0.996, Unit.SHARE, "99.6%"),
        (1.0, Unit.SHARE, "100%"),
        (-0.5, Unit.INDEX, "−0.5"),
        (None, Unit.SHARE, "–"),
    ],
)
def test_values_are_brief(value: float | None, unit: Unit, words: str) -> None:
    assert brief(value, unit) == words


def test_one_is_singular() -> None:
    assert [spelled(n, Unit.PEOPLE, VOICE) for n in (0, 1, 2)] == ["0 people", "1 person", "2 people"]


def test_what_cannot_be_said_has_no_unit() -> None:
    assert spelled(None, Unit.DAYS, VOICE) == "–"


def test_every_unit_has_words() -> None:
    assert set(PLURAL) == set(Unit)
    assert set(COUNTED) == set(Unit) - {Unit.SHARE, Unit.INDEX}


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2026-03", "March 2026"),
        ("2026", "2026"),
        ("all time", "all time"),
        ("2026-13", "2026-13"),
        ("2025-05/2026-04", "May 2025 to April 2026"),
        ("a/b", "a/b"),
    ],
)
def test_periods_have_names(period: str, words: str) -> None:
    assert period_name(period, VOICE) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [("2026-06-05T09:00:00Z", "5 June 2026"), ("2026-12-31", "31 December 2026"), ("", ""), ("soon", "soon"),
     ("2026-00-10", "2026-00-10")],
)  # fmt: skip
def test_days_have_names(moment: str, words: str) -> None:
    assert day_name(moment, VOICE) == words


def test_months_and_years_have_places_on_a_line() -> None:
    assert place("2026-01") - place("2025-12") == 1  # type: ignore[operator]
    assert place("2026") == 2026
    assert place("all time") is None


def test_days_have_places_and_impossible_ones_have_none() -> None:
    assert place("2026-03-01") == (place("2026-02-28") or 0) + 1
    assert place("2026-02-31") is None
    assert is_day("2026-03-01")
    assert not is_day("2026-03")


def test_too_few_is_not_nothing() -> None:
    assert too_few(Point("2026", None, 3))
    assert not too_few(Point("2026", None, 0))
    assert not too_few(Point("2026", 1.0, 3))


def test_a_value_is_withheld_for_lack_of_cases_or_because_it_has_not_come_to_that() -> None:
    assert withheld(Point("2026", None, 3)) == "too few (n = {n})"
    assert withheld(Point("2026", None, 168)) == "not yet (n = {n})"


def test_a_series_called_like_its_unit_has_no_name() -> None:
    assert telling_name("releases", Unit.RELEASES, Voice()) == ""
    assert telling_name("pre-releases", Unit.RELEASES, Voice()) == "pre-releases"
    assert telling_name("releases", None, Voice()) == "releases"
