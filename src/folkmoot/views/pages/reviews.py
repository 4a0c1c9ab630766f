"""Reviews: who looks at whose work, how much rests on how few, and what waits to be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.event import Kind
from folkmoot.model.page import Panel
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan
from folkmoot.views.series import percent
from folkmoot.views.told import tells_of, untold
from folkmoot.views.waiting import changes, waiting_panel

YEAR = "last 12 months"
SHARE = "reviewed-by-another"
CHANGES = frozenset({Kind.CHANGE_OPENED})
NONE_KNOWN = "Of no change merged in the last 12 months is it known whether anybody reviewed it."
FEW_KNOWN = (
    "Changes merged in the last 12 months of which it is known whether anybody reviewed them: {merged}. "
    "That is too few to speak of shares."
)
OF_KNOWN = (
    "Of {merged} changes merged in the last 12 months it is known whether anybody reviewed them; somebody "
    "other than the author looked at {share}% of these."
)


def applies(look: Look) -> bool:
    """Tell whether a forge knows of changes."""
    return tells_of(look, CHANGES)


def more(look: Look) -> Sequence[Panel]:
    """Give the list of changes that wait."""
    if not applies(look):
        return ()
    panel = waiting_panel(
        look,
        "changes-waiting",
        "Changes that wait for somebody to look",
        "Which open changes has nobody looked at, or not since their author answered?",
        changes(look),
        "No open change has waited for more than {days} days for somebody to look at it.",
    )
    return (panel,)


def lede(look: Look) -> Text:
    """Say how much of what was merged somebody else had looked at."""
    if sentence := untold(look, CHANGES):
        return sentence
    panel = look.panel(SHARE)
    share = next(iter(look.points(SHARE, period=YEAR)), None)
    is_partly = look.outline.reviews_known < look.outline.merged_by_people
    if share is None or not share.n:
        if look.outline.merged_by_people and panel and panel.missing:
            return panel.missing
        if is_partly:
            return NONE_KNOWN
        return "No change by a person was merged in the last 12 months."
    values: dict[str, str | int | float] = {"merged": share.n}
    if is_partly:
        if share.value is None:
            return Message(FEW_KNOWN, values)
        return Message(OF_KNOWN, values | {"share": percent(share.value)})
    if share.value is None:
        return Message(
            "Changes merged in the last 12 months: {merged}. That is too few to speak of shares.", values
        )
    return Message(
        "Of the {merged} changes merged in the last 12 months, somebody other than the author looked at "
        "{share}%.",
        values | {"share": percent(share.value)},
    )


PAGE = PagePlan("reviews", "Reviews", 36, lede, more, applies)
