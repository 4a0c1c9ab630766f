"""In how many directories one person, or nobody who is still here, stands behind half of what there is."""

from __future__ import annotations

from collections.abc import Callable

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline

FEWEST = 2
"""Of a single directory the bar below says as much."""
RECENT = "contributor-absence-factor-by-directory"
SENTENCES: dict[str, tuple[str, str, Callable[[float], bool]]] = {
    RECENT: (
        (
            "In {count} of the {all} directories counted here, at least half of the last 12 months' commits "
            "came from one person."
        ),
        (
            "In none of the {all} directories counted here did half of the last 12 months' commits come from "
            "one person."
        ),
        lambda people: people == 1,
    ),
    "ownership-concentration": (
        "In {count} of the {all} directories counted here, one person did more than half of the work.",
        "In none of the {all} directories counted here did one person do more than half of the work.",
        lambda share: share > 1 / 2,
    ),
    "orphaned-files-by-directory": (
        (
            "In {count} of the {all} directories counted here, at least half of the files were last changed "
            "by somebody who is no longer active here."
        ),
        (
            "In none of the {all} directories counted here were half of the files last changed by somebody "
            "who is no longer active here."
        ),
        lambda share: share >= 1 / 2,
    ),
    "single-author-files": (
        (
            "In {count} of the {all} directories counted here, at least half of the files have only ever "
            "been changed by one person."
        ),
        (
            "In none of the {all} directories counted here have half of the files only ever been changed by "
            "one person."
        ),
        lambda share: share >= 1 / 2,
    ),
}
"""What is said of some, what of none, and which directories are meant."""


def tell(panel: Panel) -> Text:
    """Count the directories that are meant among those of which enough is known."""
    if panel.parameters.get("percent", 50) != 50:
        return ""
    period = "last 12 months" if panel.id == RECENT else "all time"
    values = [p.value for p in panel.points if p.period == period and p.value is not None]
    if len(values) < FEWEST:
        return ""
    some, none, is_meant = SENTENCES[panel.id]
    count = sum(map(is_meant, values))
    return Message(some if count else none, {"count": count, "all": len(values)})


HEADLINE = Headline(tell, tuple(SENTENCES))
