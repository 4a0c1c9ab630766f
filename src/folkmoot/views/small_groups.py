"""Groups under five people are not broken down: the one place where that is decided.

A number of the whole community tells nothing of one member; the same number of a group of three nearly does.
So what people are like (when they work, at which offset from UTC they live) is shown only where the community
has at least five people, of months and years only those in which five of them committed and none nearly
alone, and of the bands of offsets only those in which there are five.

Not meant are lists of who acts in public in a role, and what organisations did as such (commits, reviews):
they tell nothing about what somebody is like, and break no group of people down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from folkmoot.i18n import Message, Text
from folkmoot.model.metric import Metric, Row

LEAST = 5
"""The smallest group that is broken down."""
ABOUT_PEOPLE = frozenset({"utc-offset-bands", "working-hours", "off-hours", "weekend-work"})
"""Metrics of what people are like, not of what was done."""
BANDS = frozenset({"utc-offset-bands"})
"""Those whose value counts the people of one group."""
TOO_FEW = "Fewer than {least} people contributed here; so small a group is not broken down."
TOO_FEW_EACH = (
    "In no month did {least} people commit without one of them making nearly all; so small a group is not "
    "broken down."
)
LEFT_OUT = "Left out, as fewer than {least} people committed then, or one nearly alone: {periods} of {all}."


def too_small(metric: Metric, people: int) -> Text:
    """Give the sentence in the place of a panel about people of whom there are too few, else ""."""
    if metric.id not in ABOUT_PEOPLE or not 0 < people < LEAST:
        return ""
    return Message(TOO_FEW, {"least": LEAST})


def without_small(metric: Metric, rows: list[Row], crowds: Mapping[int, int]) -> list[Row]:
    """Give rows without the value of any group of people that is too small; how many they are is not said.

    `crowds` are the people behind each period; a period with too few has no rows at all.
    """
    if metric.id in ABOUT_PEOPLE:
        rows = [row for row in rows if not 0 < crowds.get(row.period, 0) < LEAST]
    if metric.id not in BANDS:
        return rows
    return [
        replace(row, value=None, n=0, low=None, high=None) if 0 < (row.value or 0) < LEAST else row
        for row in rows
    ]


def left_out(before: list[Row], after: list[Row]) -> Text:
    """Give the note on periods that were left out for their few people, "" where none were."""
    every, kept = ({row.period for row in rows} for rows in (before, after))
    values: dict[str, str | int | float] = {
        "least": LEAST, "periods": len(every - kept), "all": len(every),
    }  # fmt: skip
    return Message(LEFT_OUT, values) if every - kept else ""
