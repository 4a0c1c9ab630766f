"""Numbers and periods in words."""

import math

import pytest

from folkmoot.model.metric import Unit
from folkmoot.model.page import Point
from folkmoot.render.figures import (
    COUNTED,
    LARGEST,
    PLURAL,
    brief,
    cell_name,
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


@pytest.mark.parametrize(
    ("hours", "words"),
    [(1, "1 hour"), (47.9, "47.9 hours"), (48, "48 hours, or 2 days"), (1016, "1,016 hours, or 42 days")],
)
def test_many_hours_are_said_in_days_too(hours: float, words: str) -> None:
    assert spelled(hours, Unit.HOURS, VOICE) == words


def test_too_few_is_not_nothing() -> None:
    assert too_few(Point("2026", None, 3))
    assert not too_few(Point("2026", None, 0))
    assert not too_few(Point("2026", 1.0, 3))


def test_a_value_is_withheld_for_lack_of_cases_or_because_it_has_not_come_to_that() -> None:
    assert withheld(Point("2026", None, 3)) == "too few (n = {n})"
    assert withheld(Point("2026", None, 168)) == "not known (n = {n})"


def test_a_series_called_like_its_unit_has_no_name() -> None:
    assert telling_name("releases", Unit.RELEASES, Voice()) == ""
    assert telling_name("pre-releases", Unit.RELEASES, Voice()) == "pre-releases"
    assert telling_name("releases", None, Voice()) == "releases"


def test_a_value_without_a_unit_has_two_decimals() -> None:
    assert (exact(1.239, None), brief(1.239, None)) == (1.24, "1.2")


def test_the_largest_number_is_published_and_a_larger_one_is_none() -> None:
    assert exact(LARGEST, Unit.LINES) == LARGEST
    assert exact(-LARGEST, Unit.LINES) == -LARGEST
    assert exact(LARGEST * 1.01, Unit.LINES) is None
    assert brief(LARGEST * 1.01, Unit.LINES) == "–"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0%"), (0.0994, "9.9%"), (0.1, "10%"), (0.1449, "14%"), (0.99, "99%"), (0.9901, "99%"),
        (0.9951, "99.5%"), (1.0, "100%"), (0.001, "0.1%"),
    ],
)  # fmt: skip
def test_shares_near_none_and_all_are_told_more_exactly(value: float, words: str) -> None:
    assert brief(value, Unit.SHARE) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(-1234, Unit.LINES, "−1,234"), (-0.5, Unit.DAYS, "−0.5"), (-12.34, Unit.DAYS, "−12.3")],
)
def test_a_number_below_nothing_has_a_minus_and_no_hyphen(value: float, unit: Unit, words: str) -> None:
    assert brief(value, unit) == words


@pytest.mark.parametrize("period", ["2025-05/now", "then/2026-04", "2025-05/", "2025/2026", "a/b"])
def test_only_two_months_are_a_span_of_months(period: str) -> None:
    assert period_name(period, VOICE) == period


@pytest.mark.parametrize("moment", ["2026-06", "2026", "tomorrow, perhaps", "20260614T1000"])
def test_what_is_no_day_is_left_as_it_is(moment: str) -> None:
    assert day_name(moment, VOICE) == moment


@pytest.mark.parametrize(
    ("n", "words"), [(1, "too few"), (4, "too few"), (5, "not known"), (500, "not known")]
)
def test_from_five_cases_on_a_missing_value_is_not_for_lack_of_them(n: int, words: str) -> None:
    assert withheld(Point("2026", None, n)).startswith(words)


@pytest.mark.parametrize(
    ("column", "words"),
    [("22", "Tue, 22:00"), ("0", "Tue, 0:00"), ("24", "Tue · 24"), ("docs", "Tue · docs")],
)
def test_an_hour_is_told_as_one(column: str, words: str) -> None:
    assert cell_name("Tue", column, Voice()) == words
