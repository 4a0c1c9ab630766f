"""Waiting that may not be over: what the shared finishes make of counted spells."""

import pytest

from folkmoot.metrics._survival import SPELLS, median_and_p90, share_within, spells_by_period
from folkmoot.model.event import DAY, HOUR
from folkmoot.model.metric import Row
from folkmoot.model.statistics import wilson_interval
from folkmoot.store.database import connect


def row(period: int, fate: str, seconds: int, people: int = 1) -> Row:
    """One counted group of spells."""
    return Row(period, people, people, fate, str(seconds))


def test_median_and_p90_of_what_ended_and_what_goes_on() -> None:
    """Two ended after 1 and 3 hours, two go on: the curve goes to 3/4, then to 1/2, and stays there."""
    rows = [row(2026, "ended", HOUR), row(2026, "ended", 3 * HOUR), row(2026, "going", 9 * HOUR, 2)]
    found = {point.label: (point.value, point.n) for point in median_and_p90(HOUR)(rows)}
    assert found == {"median": (3, 4), "p90": (None, 4)}


def test_periods_do_not_mix() -> None:
    rows = [row(2025, "ended", DAY), row(2026, "ended", 5 * DAY), row(2025, "ended", DAY)]
    assert [(period, len(spells)) for period, spells in spells_by_period(rows)] == [(2025, 2), (2026, 1)]
    medians = {p.period: p.value for p in median_and_p90(DAY)(rows) if p.label == "median"}
    assert medians == {2025: 1, 2026: 5}


def test_a_share_comes_with_its_interval() -> None:
    (point,) = share_within(1)([row(7, "ended", 2 * DAY, 3), row(7, "going", 100 * DAY, 7)], 90)
    assert (point.value, point.n) == (pytest.approx(0.3), 10)
    assert (point.low, point.high) == pytest.approx(wilson_interval(3, 10))


@pytest.mark.parametrize(
    ("people", "days", "is_told"),
    [(20, 50, True), (20, 45, True), (20, 44, False), (9, 50, False), (10, 90, True)],
)
def test_a_share_is_told_where_enough_was_watched(people: int, days: int, is_told: bool) -> None:
    """20 people for 50 of 90 days weigh 11, 9 people 5; and nothing is told before half of the days."""
    (point,) = share_within(10)([row(7, "going", days * DAY, people)], 90)
    assert (point.value is not None) is is_told
    assert point.n == people


def test_nobody_watched_long_enough_cannot_be_said() -> None:
    (point,) = share_within(1)([row(7, "going", 0, 4)], 90)
    assert (point.value, point.n, point.low) == (None, 4, None)


def test_the_middle_is_between_two_and_nine_in_ten_are_the_ninth() -> None:
    """Ten ended after 1 to 10 hours: half after 5, and the other half from 6 on, so 5.5; nine after 9."""
    rows = [row(2026, "ended", hours * HOUR) for hours in range(1, 11)]
    found = {point.label: point.value for point in median_and_p90(HOUR)(rows)}
    assert found == {"median": pytest.approx(5.5), "p90": pytest.approx(9)}


@pytest.mark.parametrize(
    ("wait", "counted"),
    [
        (-5, 0),  # answered before it was opened, by a clock that was wrong
        (0, 0),
        (1, 60),
        (60, 60),
        (61, 120),
        (7 * HOUR + 1, 7 * HOUR + 60),
        (2 * DAY, 2 * DAY),
        (2 * DAY + 1, 2 * DAY + HOUR),
        (30 * DAY, 30 * DAY),
        (30 * DAY + 1, 30 * DAY + DAY // 4),
        (90 * DAY, 90 * DAY),
        (90 * DAY + 1, 90 * DAY + DAY // 4),
    ],
)
def test_waits_are_rounded_up_to_minutes_then_hours_then_quarters_of_days(wait: int, counted: int) -> None:
    """To hours beyond two days, to quarters of a day beyond thirty: never by more than a fiftieth."""
    windowed = f"with windowed as (select 2026 as period, 'ended' as fate, {wait} as wait),"
    assert connect(None).execute(windowed + SPELLS).fetchall() == [(2026, "ended", counted, 1, 1)]


def test_who_comes_back_on_the_day_after_the_last_did_not_come_back_within() -> None:
    """Ten came back after 90 days and an hour: none of them within 90 days, as a floor to days had it."""
    late = f"with windowed as (select 7 as period, 'ended' as fate, {90 * DAY + HOUR} as wait),"
    rows = [
        Row(period, value * 10, n * 10, str(label), str(part))
        for period, label, part, value, n in connect(None).execute(late + SPELLS).fetchall()
    ]
    (point,) = share_within(10)(rows, 90)
    assert (point.value, point.n) == (0, 10)


def test_nothing_is_usual_of_which_most_could_not_be_followed() -> None:
    """27 came four weeks ago and wait; of five before them, four were answered."""
    early = [row(2026, "ended", HOUR), row(2026, "ended", 2 * HOUR), row(2026, "ended", 3 * HOUR)]
    waiting = [row(2026, "going", 28 * DAY, 27), row(2026, "going", DAY)]
    late = row(2026, "ended", 100 * DAY)
    found = {point.label: (point.value, point.n) for point in median_and_p90(HOUR)([*early, *waiting, late])}
    assert found == {"median": (None, 32), "p90": (None, 32)}


def test_half_that_could_be_followed_are_enough() -> None:
    """Three closed without a word at once, three answered: those who waited tell."""
    rows = [row(2026, "going", 0, 3), *(row(2026, "ended", hours * HOUR) for hours in (1, 2, 3))]
    found = {point.label: point.value for point in median_and_p90(HOUR)(rows)}
    assert found == {"median": 2, "p90": 3}


def test_what_is_answered_at_once_is_answered_after_no_time() -> None:
    (middle, _) = median_and_p90(HOUR)([row(2026, "ended", 0, 5)])
    assert middle.value == 0
