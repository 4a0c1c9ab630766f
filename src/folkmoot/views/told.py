"""What a forge has told, for pages that have nothing to say without one."""

from __future__ import annotations

from folkmoot.i18n import Text
from folkmoot.model.event import Kind
from folkmoot.views.look import Look
from folkmoot.views.missing import ATTENTION, NO_ATTENTION, NO_COMMITS, NO_FORGE, NO_REVIEWS

ITEMS = frozenset({Kind.ISSUE_OPENED, Kind.CHANGE_OPENED})
REMARKS = frozenset({Kind.COMMENT, Kind.REVIEW, Kind.REVIEW_COMMENT})
LOOKS = frozenset({*ATTENTION, "snapshot"})


def tells_of(look: Look, kinds: frozenset[str]) -> bool:
    """Tell whether a forge has told of anything of `kinds`."""
    return bool(look.outline.told & kinds)


def untold(look: Look, kinds: frozenset[str]) -> Text:
    """Give the one sentence of a page that has nothing to say, "" where it has."""
    if tells_of(look, kinds):
        return ""
    if not look.outline.told:
        return NO_FORGE if look.outline.commits else NO_COMMITS
    return NO_ATTENTION if kinds == LOOKS else NO_REVIEWS
