"""Responsiveness: how long people wait for an answer, for a decision, and who waits now."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.event import Kind
from folkmoot.model.page import Panel
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan
from folkmoot.views.series import at_most
from folkmoot.views.told import ITEMS, tells_of, untold
from folkmoot.views.waiting import issues, waiting_panel

YEAR = "last 12 months"
TWO_DAYS = 48
OPENED = frozenset({Kind.ISSUE_OPENED, Kind.CHANGE_OPENED})


def applies(look: Look) -> bool:
    """Tell whether a forge knows what was opened."""
    return tells_of(look, ITEMS)


def more(look: Look) -> Sequence[Panel]:
    """Give the list of issues without an answer."""
    if not applies(look):
        return ()
    panel = waiting_panel(
        look,
        "issues-waiting",
        "Issues without an answer",
        "Which open issues has nobody answered yet?",
        issues(look),
        "No open issue has waited for a first answer for more than {days} days.",
    )
    return (panel,)


def lede(look: Look) -> Text:
    """Say within what time half of what is opened is answered."""
    if sentence := untold(look, ITEMS):
        return sentence
    middle = next(iter(look.points("time-to-first-response", label="median", period=YEAR)), None)
    panel = look.panel("time-to-first-response")
    if middle is None and panel is not None and panel.missing and look.outline.told & OPENED:
        return "Too little was opened, or is known of it, to say how long people usually wait."
    if middle is None or not middle.n:
        return "Nobody has opened an issue or a change in the last 12 months."
    values: dict[str, str | int | float] = {"opened": middle.n}
    if middle.value is None:
        return Message(
            "Issues and changes opened in the last 12 months: {opened}. That is too few, or too few of them "
            "were answered, to say how long people usually wait.",
            values,
        )
    if middle.value <= 1:
        return Message(
            "Half of what waits for an answer gets one within the hour (issues and changes of the last 12 "
            "months, {opened} in all).",
            values,
        )
    if middle.value < TWO_DAYS:
        return Message(
            "Half of what waits for an answer gets one within {hours} hours (issues and changes of the last "
            "12 months, {opened} in all).",
            values | {"hours": at_most(middle.value)},
        )
    return Message(
        "Half of what waits for an answer gets one within {days} days (issues and changes of the last 12 "
        "months, {opened} in all).",
        values | {"days": at_most(middle.value / 24)},
    )


PAGE = PagePlan("responsiveness", "Responsiveness", 34, lede, more, applies)
