"""Contributor Confidence in one sentence: the band, the share, of how many, how sure, and which variant."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.confidence import LEAST, LEAST_SEEN, LOWER_BOUNDS, VARIANTS, band
from folkmoot.model.page import Panel, Point
from folkmoot.views.headlines import Headline
from folkmoot.views.series import at_least, count

SINGLE_DIGITS = 9.95
PREFERRED = ("last 365 days", "last 90 days", "last 30 days", "last 7 days")
SENTENCES = {
    "hard to get into, few return": (
        "Hard to get into, few return: {share}% of {n} people, {period} (variant {name}).",
        (
            "Hard to get into, few return: {share}% of {n} people, {period} ({low} to {high}% at 95%, "
            "variant {name})."
        ),
    ),
    "some return": (
        "Some return: {share}% of {n} people, {period} (variant {name}).",
        "Some return: {share}% of {n} people, {period} ({low} to {high}% at 95%, variant {name}).",
    ),
    "approachable, many return": (
        "Approachable, many return: {share}% of {n} people, {period} (variant {name}).",
        (
            "Approachable, many return: {share}% of {n} people, {period} ({low} to {high}% at 95%, "
            "variant {name})."
        ),
    ),
    "very welcoming": (
        "Very welcoming: {share}% of {n} people return, {period} (variant {name}).",
        (
            "Very welcoming: {share}% of {n} people return, {period} ({low} to {high}% at 95%, "
            "variant {name})."
        ),
    ),
}
"""What is said of each band, without an interval and with one."""
AT_LEAST = (
    "At least {share}%, {period}, as far as the repositories here show ({n} stars and forks, variant {name})."
)
"""Of formulas that ask about a whole forge: what little is seen of it puts nobody into a band. They
take stars and forks apart, so whoever did both is in there twice."""
TOO_SOON = (
    "Insufficient data: {n} people starred or forked in the {period}, too lately to tell who comes back "
    "(variant {name})."
)
TOO_FEW = (
    "Insufficient data: {n} people starred or forked in the {period}, and it takes {least} (variant {name})."
)
TOO_FEW_SEEN = (
    "Insufficient data: {n} stars and forks in the {period}, and it takes {least} (variant {name})."
)

ONE_IS_FEW = (
    "Insufficient data: one person starred or forked in the {period}, and it takes {least} (variant {name})."
)
ONE_SEEN_IS_FEW = (
    "Insufficient data: one star or fork in the {period}, and it takes {least} (variant {name})."
)


def tell(panel: Panel) -> Text:
    """Say the band of the best known period, or that there is too little to say."""
    found = {point.period: point for point in panel.points}
    ordered = [found[period] for period in PREFERRED if period in found]
    if not ordered:
        return ""
    point = next((one for one in ordered if one.value is not None), None)
    if point is None:
        is_lower_bound = panel.id in LOWER_BOUNDS
        few, one_is_few = (TOO_FEW_SEEN, ONE_SEEN_IS_FEW) if is_lower_bound else (TOO_FEW, ONE_IS_FEW)
        few = one_is_few if ordered[0].n == 1 else few
        values: dict[str, str | int | float] = {
            "n": ordered[0].n, "period": ordered[0].period, "name": VARIANTS[panel.id],
            "least": LEAST_SEEN if is_lower_bound else LEAST,
        }  # fmt: skip
        return Message(TOO_SOON if ordered[0].n >= LEAST else few, values)
    return _said(point, panel.id)


def _said(point: Point, identifier: str) -> Text:
    value = point.value or 0.0
    values: dict[str, str | int | float] = {
        "share": _fine(value), "n": point.n, "period": point.period,
        "name": VARIANTS[identifier],
    }  # fmt: skip
    if identifier in LOWER_BOUNDS:
        return Message(AT_LEAST, values | {"share": at_least(round(value * 100, 6))})
    short, long = SENTENCES[band(value).name]
    if point.low is None or point.high is None:
        return Message(short, values)
    return Message(long, values | {"low": _fine(point.low), "high": _fine(point.high)})


def _fine(share: float) -> int | float:
    """Give a share as a percentage as the gauge beside does: below ten with one decimal."""
    value = share * 100
    return count(round(value, 1)) if value < SINGLE_DIGITS else round(value)


HEADLINE = Headline(tell, tuple(VARIANTS), order=10)
