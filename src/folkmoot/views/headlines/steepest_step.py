"""Where most people fall off the way in."""

from __future__ import annotations

from itertools import pairwise

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import count

ENOUGH = 10
"""People on the upper step who make a step worth speaking of."""
STEEP = 0.5
SENTENCES = {
    ("came by", "took part"): (
        "The steepest step is the first word: of {upper} people who came by, {lower} took part."
    ),
    ("took part", "offered a change"): (
        "The steepest step is the first change: of {upper} people who took part, {lower} offered one."
    ),
    ("offered a change", "had a change merged"): (
        "The steepest step is the merge: of {upper} people who offered a change, {lower} had one merged."
    ),
}


def tell(panel: Panel) -> Text:
    """Say between which two steps the share of those who go on is smallest, where it is under a half."""
    steps = [(point.label, point.value or 0) for point in panel.points]
    falls = [
        (lower / upper, (name, after), upper, lower)
        for (name, upper), (after, lower) in pairwise(steps)
        if (name, after) in SENTENCES and upper >= ENOUGH
    ]
    if not falls:
        return ""
    share, names, upper, lower = min(falls)
    if share >= STEEP:
        return ""
    return Message(SENTENCES[names], {"upper": count(upper), "lower": count(lower)})


HEADLINE = Headline(tell, ("contributor-path",))
