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

from folkmoot.i18n import Message, Text
from folkmoot.model.metric import LAST_YEAR, Metric, Row

LEAST = 5
"""The smallest group that is broken down."""
SPARSE = 10
"""Where less than one month in so many is left, and not the last 12 together, nothing can be followed."""
ABOUT_PEOPLE = frozenset({"utc-offset-bands", "working-hours", "off-hours", "weekend-work"})
"""Metrics of what people are like, not of what was done."""
BANDS = frozenset({"utc-offset-bands"})
"""Those whose value counts the people of one group."""
TOO_FEW = "Fewer than {least} people contributed here; so small a group is not broken down."
TOO_FEW_EACH = (
    "In no month did {least} people commit without one of them making nearly all; so small a group is not "
    "broken down."
)
TOO_FEW_MONTHS = (
    "In only {kept} of {months} months did {least} people commit without one of them making nearly all; so "
    "few months show no course."
)
TOO_FEW_TOGETHER = (
    "Fewer than {least} people commit here, or one of them makes nearly all: these numbers would tell of "
    "them alone, and are not shown."
)
LEFT_OUT = (
    "Months left out, as fewer than {least} people committed then, or one nearly alone: {months} of {all}."
)
LEFT_OUT_YEAR = (
    "The last 12 months are left out, as fewer than {least} people committed then, or one nearly alone."
)
LEFT_OUT_ALL = "All time is left out, as one person made nearly all of its commits."


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
        row._replace(value=None, n=0, low=None, high=None) if 0 < (row.value or 0) < LEAST else row
        for row in rows
    ]


def none_left(before: list[Row], after: list[Row]) -> Text:
    """Give the sentence in the place of a panel of which small groups leave nothing to look at, else ""."""
    if not after:
        return Message(TOO_FEW_EACH if _months(before) else TOO_FEW_TOGETHER, {"least": LEAST})
    months, kept = _months(before), _months(after)
    if len(kept) * SPARSE >= len(months) or LAST_YEAR in {row.period for row in after}:
        return ""
    return Message(TOO_FEW_MONTHS, {"least": LEAST, "kept": len(kept), "months": len(months)})


def left_out(before: list[Row], after: list[Row]) -> Text:
    """Give the note on periods that were left out for their few people, "" where none were."""
    months, kept = _months(before), _months(after)
    if months - kept:
        return Message(LEFT_OUT, {"least": LEAST, "months": len(months - kept), "all": len(months)})
    gone = {row.period for row in before} - {row.period for row in after}
    if LAST_YEAR in gone:
        return Message(LEFT_OUT_YEAR, {"least": LEAST})
    return LEFT_OUT_ALL if gone else ""


def _months(rows: list[Row]) -> set[int]:
    """Give the months of rows, without periods such as all time."""
    return {row.period for row in rows if row.period > 9999}
