"""How what is counted is laid out in months and years, and the statistics of it, by plain Python.

A count is {(period, label, part): (value, n)}, or with the ends of an interval after n. Nothing of ours is
used in here: no view, no SQL and no statistic.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from fractions import Fraction
from math import sqrt
from statistics import median
from typing import Any, TypeVar

from metrics.drawn_forge import World

Counts = dict[tuple[int, str, str], tuple[Any, ...]]
Wait = tuple[int, bool]
Of = TypeVar("Of")
HOUR, DAY = 3600, 86400
Z = 1.959963984540054


def month(at: int) -> int:
    """Give a month (UTC) as a number, 202603."""
    when = datetime.fromtimestamp(at, UTC)
    return when.year * 100 + when.month


def year(at: int) -> int:
    """Give a year (UTC)."""
    return datetime.fromtimestamp(at, UTC).year


def months(first: int, last: int) -> Iterator[int]:
    """Give every month between two, both included."""
    while first <= last:
        yield first
        first += 1 if first % 100 < 12 else 89


def windows(world: World, found: Iterable[tuple[int, Of]]) -> dict[int, list[Of]]:
    """Give what was found at a time by year, and of the last 12 months as 1."""
    periods: dict[int, list[Of]] = defaultdict(list)
    for at, one in found:
        periods[year(at)].append(one)
        if at > world.year_ago:
            periods[1].append(one)
    return periods


def monthly(world: World, times: Iterable[int], label: str = "") -> Counts:
    """Count by month; months after the first in which there is nothing are 0."""
    count = Counter(month(at) for at in times)
    every = months(min(count), month(world.until)) if count else ()
    return {(m, label, ""): (count[m], count[m]) for m in every}


def by_month(times: Iterable[tuple[int, str]]) -> Counts:
    """Count by month and label, where there is anything."""
    count = Counter((month(at), label) for at, label in times)
    return {(m, label, ""): (n, n) for (m, label), n in count.items()}


def share(world: World, found: Iterable[tuple[int, bool]]) -> Counts:
    """Give the share that is true, by year and for the last 12 months."""
    return {(p, "", ""): (sum(hits) / len(hits), len(hits)) for p, hits in windows(world, found).items()}


def fates(world: World, found: Iterable[tuple[int, str]], names: tuple[str, ...]) -> Counts:
    """Give the share of each fate, 0 where nothing met it."""
    return {
        (p, name, ""): (own.count(name) / len(own), len(own))
        for p, own in windows(world, found).items()
        for name in names
    }


def middles(world: World, found: Iterable[tuple[int, float]], unit: float = 1) -> Counts:
    """Give the median, and the smallest that nine in ten do not exceed."""
    counts: Counts = {}
    for p, own in windows(world, found).items():
        ninth = next(x for x in sorted(own) if sum(y <= x for y in own) * 10 >= 9 * len(own))
        counts[p, "median", ""] = (median(own) / unit, len(own))
        counts[p, "p90", ""] = (ninth / unit, len(own))
    return counts


def rounded(wait: int) -> int:
    """Round a wait up: to minutes, from two days on to hours, from 30 days on to quarters of a day."""
    step = 60 if wait <= 2 * DAY else HOUR if wait <= 30 * DAY else DAY // 4
    return max(0, -(-wait // step) * step)


def curve(waits: list[Wait]) -> list[tuple[int, int, Fraction]]:
    """Give (time, at risk, share that still waits after it) as Kaplan and Meier do."""
    steps, going = [], Fraction(1)
    for time in sorted({wait for wait, is_over in waits if is_over}):
        at_risk = sum(wait >= time for wait, _ in waits)
        going *= 1 - Fraction(waits.count((time, True)), at_risk)
        steps.append((time, at_risk, going))
    return steps


def _when(waits: list[Wait], left: Fraction) -> float | None:
    """Give when no more than `left` still wait; on a flat piece at one half, its middle."""
    steps = curve(waits)
    for place, (time, _, going) in enumerate(steps):
        if going <= left:
            is_flat = going == left == Fraction(1, 2) and place + 1 < len(steps)
            when = (time + steps[place + 1][0]) / 2 if is_flat else time
            return when if 2 * sum(over or wait >= when for wait, over in waits) >= len(waits) else None
    return None


def waits(world: World, found: Iterable[tuple[int, Wait]], unit: int) -> Counts:
    """Give the time by which half are over, and nine in ten, what goes on being censored."""
    counts: Counts = {}
    for p, own in windows(world, found).items():
        spells = [(rounded(wait), is_over) for wait, is_over in own]
        for label, left in (("median", Fraction(1, 2)), ("p90", Fraction(1, 10))):
            when = _when(spells, left)
            counts[p, label, ""] = (None if when is None else when / unit, len(own))
    return counts


def within(own: list[Wait], days: int, least: int) -> tuple[Any, ...]:
    """Give the share over within `days`, its n and Wilson's interval; None where too few are known."""
    limit = days * DAY
    spells = [(min(rounded(wait), limit), is_over and rounded(wait) <= limit) for wait, is_over in own]
    weight = sum(1.0 if is_over else wait / limit for wait, is_over in spells)
    reach = sorted((limit if is_over else wait for wait, is_over in spells), reverse=True)
    if weight < least or len(reach) < 5 or 2 * reach[4] < limit:
        return (None, len(own), None, None)
    going = Fraction(1)
    for time, at_risk, after in curve(spells):
        if at_risk < 5 and any(not is_over and wait < time for wait, is_over in spells):
            break
        going = after
    p = float(1 - going)
    return (p, len(own), *wilson(p, weight))


def wilson(p: float, n: float) -> tuple[float, float]:
    """Give Wilson's 95 % interval of a share."""
    middle, half = p + Z * Z / 2 / n, Z * sqrt(p * (1 - p) / n + Z * Z / 4 / n / n)
    return (max(0.0, (middle - half) / (1 + Z * Z / n)), min(1.0, (middle + half) / (1 + Z * Z / n)))


def fewest(counts: Iterable[float]) -> int:
    """Give how few together have half."""
    ordered = sorted(counts, reverse=True)
    return next(k for k in range(1, len(ordered) + 1) if 2 * sum(ordered[:k]) >= sum(ordered) - 1e-6)
