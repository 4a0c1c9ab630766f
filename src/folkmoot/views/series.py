"""Reading a panel's points as a course of time: complete periods only, one year against the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt
from statistics import median_low

from folkmoot.model.page import Point
from folkmoot.views.period import WORDS

YEAR = 12
"""Months compared with as many before them."""


@dataclass(frozen=True)
class YearAgainstYear:
    """The values of twelve complete months and of the twelve before, oldest first; `until` is the newest."""

    now: tuple[float, ...]
    before: tuple[float, ...]
    since: str
    until: str

    @property
    def sums(self) -> tuple[float, float]:
        """Give the sums of both years, for things that add up."""
        return sum(self.now), sum(self.before)

    @property
    def differ(self) -> bool:
        """Tell whether the sums differ by more than chance explains in counts (two standard deviations)."""
        now, before = self.sums
        return abs(now - before) > 2 * sqrt(now + before)

    @property
    def middles(self) -> tuple[float, float]:
        """Give the middle months of both years (the lower of two), for people, whom a sum counts twice."""
        return median_low(self.now), median_low(self.before)


def dated(points: Sequence[Point], label: str = "") -> list[Point]:
    """Give the points of one label whose period is over and has a value, oldest first."""
    special = set(WORDS.values())
    return [
        point
        for point in points
        if point.label == label and point.complete and point.value is not None and point.period not in special
    ]


def year_against_year(
    points: Sequence[Point], label: str = "", until: str = "9999-12"
) -> YearAgainstYear | None:
    """Give the last twelve complete months up to `until` beside the twelve before, or None."""
    monthly = [point for point in dated(points, label) if len(point.period) == 7 and point.period <= until]
    if len(monthly) < 2 * YEAR:
        return None
    last = monthly[-2 * YEAR :]
    if _index(last[-1].period) - _index(last[0].period) != 2 * YEAR - 1:
        return None
    values = [point.value or 0.0 for point in last]
    return YearAgainstYear(tuple(values[YEAR:]), tuple(values[:YEAR]), last[YEAR].period, last[-1].period)


def since(points: Sequence[Point], until: str, label: str = "") -> float:
    """Give what came in the months after `until`, of which the last may not be over."""
    months = [point for point in points if point.label == label and len(point.period) == 7]
    return sum(point.value or 0.0 for point in months if point.period[4] == "-" and point.period > until)


def weighted_shares(points: Sequence[Point], until: str = "9999-12") -> tuple[float, float, int] | None:
    """Give the share of the last twelve complete months, of the twelve before, and the smaller n of both."""
    monthly = [point for point in dated(points) if len(point.period) == 7 and point.period <= until]
    if not monthly:
        return None
    newest = _index(monthly[-1].period)
    now = [point for point in monthly if newest - _index(point.period) < YEAR]
    before = [point for point in monthly if YEAR <= newest - _index(point.period) < 2 * YEAR]
    if not before:
        return None
    sizes = [sum(point.n for point in group) for group in (now, before)]
    if min(sizes) == 0:
        return None
    shares = [
        sum((point.value or 0.0) * point.n for point in group) / size
        for group, size in zip((now, before), sizes, strict=True)
    ]
    return shares[0], shares[1], min(sizes)


def _index(period: str) -> int:
    return int(period[:4]) * YEAR + int(period[5:])


def at_most(value: float) -> int | float:
    """Give a number, not less than it was, with one decimal below ten and none above.

    Half were done within so many days, or fewer.
    """
    return ceil(value) if value >= 10 else count(ceil(round(value * 10, 6)) / 10)


def at_least(value: float) -> int | float:
    """Give a number as `at_most` does, but not more than it was: half waited so many days, or more."""
    return floor(value) if value >= 10 else count(floor(round(value * 10, 6)) / 10)


def percent(share: float) -> int | float:
    """Give a share as a percentage: whole, unless that would make "none" or "all" of what is neither."""
    value = share * 100
    if 0 < value < 1:
        return count(max(round(value, 1), 0.1))
    return count(min(round(value, 1), 99.9)) if 99 < value < 100 else round(value)


def count(value: float) -> int | float:
    """Give a count without decimals it does not have."""
    return int(value) if value == int(value) else round(value, 1)
