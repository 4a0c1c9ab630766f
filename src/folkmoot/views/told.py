"""What a forge has told, for pages that have nothing to say without one."""

from __future__ import annotations

from folkmoot.i18n import Text
from folkmoot.model.event import Kind
from folkmoot.model.metric import LAST_YEAR
from folkmoot.views.look import Look
from folkmoot.views.missing import ATTENTION, NO_ATTENTION, NO_COMMITS, NO_FORGE, NO_REVIEWS

HOLED = (
    "Only archives of public events tell of this, and not of every hour of the last 12 months; this page "
    "says what they hold."
)
DELIVERED = (
    "Only webhooks tell of this, and not of the whole of the last 12 months; this page says what they "
    "delivered."
)
ITEMS = frozenset({Kind.ISSUE_OPENED, Kind.CHANGE_OPENED})
REMARKS = frozenset({Kind.COMMENT, Kind.REVIEW, Kind.REVIEW_COMMENT})
LOOKS = frozenset({*ATTENTION, "snapshot"})


def tells_of(look: Look, kinds: frozenset[str]) -> bool:
    """Tell whether a forge has told of anything of `kinds`."""
    return bool(look.outline.told & kinds)


def untold(look: Look, kinds: frozenset[str]) -> Text:
    """Give the one sentence of a page that has nothing to say, "" where it has."""
    if tells_of(look, kinds):
        patches = look.outline.patches
        is_open = patches.kinds >= look.outline.told & kinds - {"snapshot"} and patches.leaves_open(LAST_YEAR)
        said = DELIVERED if patches.is_delivered else HOLED
        return said if is_open else ""
    if not look.outline.told:
        return NO_FORGE if look.outline.commits else NO_COMMITS
    return NO_ATTENTION if kinds == LOOKS else NO_REVIEWS
