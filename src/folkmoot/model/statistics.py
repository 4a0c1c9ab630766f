"""The statistics several metrics share, as pure functions: an interval for a share, censored survival.

Written here because the base install carries no numerical library, and because both fit on a page.
"""

from __future__ import annotations

from bisect import bisect_left
from math import exp, log, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Z_95 = NormalDist().inv_cdf(0.975)
"""The normal quantile of a two-sided 95 % interval, 1.96."""

NO_MORE_THAN_ROUNDING = 1e-9
"""Differences of shares below this come from adding doubles in some order."""


def wilson_interval(successes: int, n: int, z: float = Z_95) -> tuple[float, float]:
    """Give the Wilson score interval (low, high), 0..1, of the share `successes` / `n`.

    It stays inside 0..1 and keeps its coverage for small n and for shares near 0 and 1, where the usual
    plus-minus does not. Without any observation nothing is known: (0, 1). Raises ValueError when `successes`
    is not within 0..n. E. B. Wilson 1927, doi:10.1080/01621459.1927.10502953.
    """
    if not 0 <= successes <= n:
        raise ValueError(f"{successes} successes of {n} make no share")
    if n == 0:
        return (0.0, 1.0)
    return _wilson(successes / n, n, z)


def _wilson(share: float, n: float, z: float = Z_95) -> tuple[float, float]:
    widened = 1 + z * z / n
    middle = (share + z * z / (2 * n)) / widened
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / widened
    # At the ends the exact bounds are 0 and 1; rounding must not leave them a hair outside.
    low = 0.0 if share == 0 else max(0.0, middle - half)
    high = 1.0 if share == 1 else min(1.0, middle + half)
    return (low, high)


class Spell(NamedTuple):
    """How long so many `people` were watched. `ended` false: still going when watching stopped."""

    duration: float
    ended: bool
    people: int = 1


class Step(NamedTuple):
    """The survival curve just after `time`: who was at risk, how many ended, the share that goes on.

    `variance` is Greenwood's sum, of which the interval is made when it is asked for: most who read a curve
    never ask. `low` and `high` bound the 95 % interval, on the log(-log) scale, which stays inside 0..1; both
    are None where there is none (survival 0 or 1).
    """

    time: float
    at_risk: int
    ended: int
    survival: float
    variance: float = 0.0

    @property
    def low(self) -> float | None:
        """The lower bound of the share that goes on."""
        return _log_log_interval(self.survival, self.variance)[0]

    @property
    def high(self) -> float | None:
        """The upper bound of the share that goes on."""
        return _log_log_interval(self.survival, self.variance)[1]


def kaplan_meier(spells: Iterable[Spell]) -> list[Step]:
    """Give the Kaplan-Meier estimate of survival, one step per time at which something ended.

    Those no longer watched count as at risk up to and including their last moment, and never as ended. The
    interval is Greenwood's. Raises ValueError for a negative duration or count. Kaplan and Meier 1958,
    doi:10.1080/01621459.1958.10501452.
    """
    stopped: dict[float, int] = {}
    ends: dict[float, int] = {}
    for duration, is_end, people in spells:
        if duration < 0 or people < 0:
            raise ValueError("a spell has a negative duration or number")
        stopped[duration] = stopped.get(duration, 0) + people
        if is_end:
            ends[duration] = ends.get(duration, 0) + people
    steps: list[Step] = []
    survival, variance, at_risk = 1.0, 0.0, sum(stopped.values())
    for time in sorted(stopped):
        if ended := ends.get(time, 0):
            survival *= (at_risk - ended) / at_risk
            if ended < at_risk:
                variance += ended / (at_risk * (at_risk - ended))
            steps.append(Step(time, at_risk, ended, survival, variance))
        at_risk -= stopped[time]
    return steps


def before(steps: Sequence[Step], time: float) -> Step:
    """Give the step in force just before `time`: survival is the share that goes on to `time` or longer."""
    place = bisect_left(steps, time, key=_when)
    return steps[place - 1] if place else Step(0.0, 0, 0, 1.0)


def _when(step: Step) -> float:
    return step.time


class Share(NamedTuple):
    """An estimated share, 0..1, with its 95 % interval.

    `weight` is how many people it rests on, those who were watched for a part of the time counting as that
    part. `reach` is how far the curve is known, as a part of the time: until when a few were still watched.
    """

    value: float
    low: float
    high: float
    weight: float
    reach: float


def ended_within(spells: Iterable[Spell], limit: float, least: int = 5) -> Share | None:
    """Give the share that ends within `limit`, by Kaplan-Meier; None when nobody was watched.

    Spells longer than `limit` count as watched until then. The estimate stops where fewer than `least` are
    still at risk: a single late event there would move it by a fifth or more. The interval is Wilson's,
    with somebody who could not be watched to the limit counting for the part of it that they were watched;
    where everybody was, that is the plain share and its plain Wilson interval.
    """
    cut = [
        spell if spell.duration <= limit else Spell(limit, ended=False, people=spell.people)
        for spell in spells
    ]
    weight = sum(
        spell.people * (1.0 if spell.ended or limit == 0 else spell.duration / limit) for spell in cut
    )
    if weight <= 0:
        return None
    going = 1.0
    for step in kaplan_meier(cut):
        if step.at_risk < least and any(not spell.ended and spell.duration < step.time for spell in cut):
            break
        going = step.survival
    share = min(1.0, max(0.0, 1 - going))
    share = 0.0 if share < NO_MORE_THAN_ROUNDING else share
    return Share(share, *_wilson(share, weight), weight, _reach(cut, limit, least))


def _reach(spells: Sequence[Spell], limit: float, least: int) -> float:
    """Give until when `least` were watched, as a part of `limit`; who ended is known for all of it."""
    left = least
    for seen, people in sorted(
        ((limit if spell.ended else spell.duration, spell.people) for spell in spells), reverse=True
    ):
        left -= people
        if left <= 0:
            return seen / limit if limit else 1.0
    return 0.0


def time_until(steps: Sequence[Step], share: float, *, is_middle: bool = False) -> float | None:
    """Give the time by which `share` (0..1) have ended; None where the curve does not get there.

    With `is_middle`, a curve that lies exactly on the share for a while gives the middle of that while, so
    that without censoring it is the usual median.
    """
    wanted = 1 - share
    for place, step in enumerate(steps):
        if step.survival > wanted + NO_MORE_THAN_ROUNDING:
            continue
        following = steps[place + 1 : place + 2]
        if is_middle and following and abs(step.survival - wanted) <= NO_MORE_THAN_ROUNDING:
            return (step.time + following[0].time) / 2
        return step.time
    return None


def _log_log_interval(survival: float, variance: float) -> tuple[float | None, float | None]:
    if not 0 < survival < 1:
        return (None, None)
    spread = Z_95 * sqrt(variance) / -log(survival)
    return (survival ** exp(spread), survival ** exp(-spread))
