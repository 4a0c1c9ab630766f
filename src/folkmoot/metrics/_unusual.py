"""How far a number lies from what was usual before it, in spreads that outliers do not move."""

from __future__ import annotations

from math import sqrt
from statistics import median


def distance(value: float, before: list[float]) -> float:
    """Give how many robust spreads `value` lies above the median of `before`.

    A spread is 1.4826 x the median distance from the median, never less than the root of the median (what
    counts differ by chance) nor than 1.
    """
    usual = median(before)
    spread = 1.4826 * median(abs(earlier - usual) for earlier in before)
    return (value - usual) / max(spread, sqrt(abs(usual)), 1.0)
