"""Contributor Confidence in words: its variants, and the bands its values fall into.

The bands and their texts are those by which Opensauced's users know the metric.
"""

from __future__ import annotations

from dataclasses import dataclass

FULL_SCALE = 0.5
"""Where a gauge ends; a value beyond stands at its end and is written as it is."""
LEAST = 10
"""People below which there is no value but "insufficient data"."""
LEAST_SEEN = 5
"""Stars and forks, those of one person counted apart, below which the formulas of `LOWER_BOUNDS` say so."""
VARIANTS = {
    "contributor-confidence": "conversion",
    "contributor-confidence-opensauced-2024-03": "opensauced-2024-03",
    "contributor-confidence-opensauced-2024-06": "opensauced-2024-06",
}
"""What each metric's variant is called."""
LOWER_BOUNDS = frozenset(VARIANTS) - {"contributor-confidence"}
"""Metrics that ask about a whole forge: what little of it is seen is a lower bound, which is in no band."""


@dataclass(frozen=True)
class Band:
    """One band: where it begins, and what it is called."""

    begins: float
    name: str


BANDS = (
    Band(0.0, "hard to get into, few return"),
    Band(0.1, "some return"),
    Band(0.3, "approachable, many return"),
    Band(0.37, "very welcoming"),
)


def band(value: float) -> Band:
    """Give the band of a share, rounded as it is shown, so that number and word agree.

    What cannot be a share, such as a negative number, is at the nearest end of the scale.
    """
    percent = min(1.0, max(0.0, value)) * 100
    shown = round(percent, 1) if percent < BANDS[1].begins * 100 else round(percent)
    return next(one for one in reversed(BANDS) if shown >= one.begins * 100)
