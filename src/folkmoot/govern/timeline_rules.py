"""Which changes of status a community's own process allows, as that process is written today.

Where a layout names the words that may follow a word, that counts; everywhere else a few general rules do:
what is rejected, withdrawn or superseded must be taken up again before it can be accepted.
"""

from __future__ import annotations

from folkmoot.govern.proposals.layout import Layout
from folkmoot.i18n import Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.proposal import DecisionState, DeliveryState

CLOSED = frozenset({DecisionState.REJECTED, DecisionState.WITHDRAWN, DecisionState.SUPERSEDED})
REOPENED = frozenset({DecisionState.DRAFT, DecisionState.OPEN, DecisionState.FINAL_COMMENT})


def why_illegal(layout: Layout, kind: str, before: str, after: str) -> Text:
    """Say which rule a change from one word to another breaks; "" when it breaks none.

    Words that mean nothing here are not judged. Nor is a way back to the status just before, which mends a
    mistake: the caller leaves those out.
    """
    if before not in layout.words or after not in layout.words:
        return ""
    here, there = layout.words[before], layout.words[after]
    said: dict[str, Scalar] = {"before": before, "after": after}
    if before in layout.allowed and after in layout.words_today and _is_judged(layout, kind):
        if after in layout.allowed[before] or here == there:
            return ""
        return Message("By its community's process of today, “{after}” does not follow “{before}”.", said)
    if here.decision in CLOSED and there.decision is DecisionState.ACCEPTED:
        return Message("What is “{before}” became “{after}” without being taken up again.", said)
    if here.delivery is DeliveryState.DELIVERED and there.decision in REOPENED:
        return Message("What was delivered (“{before}”) became “{after}”.", said)
    return ""


def _is_judged(layout: Layout, kind: str) -> bool:
    return not layout.allowed_kinds or kind.casefold() in layout.allowed_kinds
