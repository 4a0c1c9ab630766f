"""From values and periods to places on a drawing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from folkmoot.model.metric import Unit


@dataclass(frozen=True)
class Scale:
    """A straight line from values (`low`..`high`) to units (`start`..`end`); either may run backwards."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> int:
        """Give the place of one value."""
        span = self.high - self.low or 1
        return round(self.start + (value - self.low) / span * (self.end - self.start))


def rounded_top(values: Sequence[float], unit: Unit | None) -> float:
    """Give a round number at or above every value, and never more than 1 for shares."""
    most = max([value for value in values if math.isfinite(value)], default=0)
    if most <= 0:
        return 1
    power: float = 10.0 ** math.floor(math.log10(most))
    steps = (1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10)
    top = next((step * power for step in steps if step * power >= most * 0.9999), most)
    if unit is Unit.SHARE:
        return min(1.0, top)
    return max(2, math.ceil(top)) if all(value == int(value) for value in values) else top


def year_ticks(first: int, last: int, per_year: int, most: int) -> list[tuple[int, str]]:
    """Give at most `most` (place, year) marks between two places, at the start of round years."""
    years = range(-(-first // per_year), last // per_year + 1)
    step = next((s for s in (1, 2, 5, 10, 20, 25, 50) if len(years) / s <= most), 100)
    chosen = [year for year in years if year % step == 0] or list(years[:1])
    return [(year * per_year, f"{year:04d}") for year in chosen]
