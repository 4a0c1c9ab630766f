"""Proposals say what became of them.

Question:
    Does what proposals say was delivered fit what they say was decided?

Why it matters:
    Readers plan with proposals. One that was built without being accepted went past the community, and one
    that was accepted years ago and never begun is a promise nobody keeps.

How it is counted:
    In every form of proposals that `folkmoot rfc` reads, where a document states both: delivered or partly
    delivered while the decision is open, rejected or withdrawn; and accepted for 24 months or longer, by the
    commit that said so, with nothing delivered or only begun. The first is found wherever it stands; the
    second only where the history shows since when.

What it does not tell:
    Whether the document is behind or the work is. Forms that state only a decision cannot be asked.

References:
    https://github.com/kubernetes/enhancements/blob/master/keps/sig-architecture/0000-kep-process/README.md
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.govern.roles.activity import MONTH
from folkmoot.govern.roles.telling import day
from folkmoot.govern.timeline import Timeline
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level
from folkmoot.model.proposal import DecisionState, DeliveryState, Proposal

MONTHS = 24
_MADE = frozenset({DeliveryState.PARTLY, DeliveryState.DELIVERED})
_NOT_MADE = frozenset({DeliveryState.NONE, DeliveryState.STARTED})
_AGAINST = frozenset({DecisionState.REJECTED, DecisionState.WITHDRAWN})


def _decide(practice: Practice) -> Verdict:
    if practice.proposals is None:
        return nothing_to_audit("No proposals were found.")
    reading, history = practice.proposals
    asked = [each for each in reading.proposals if each.decision is not None and each.delivery is not None]
    if not asked:
        return nothing_to_audit("These proposals state no delivery apart from the decision.")
    ways = {way.path: way for way in history.timelines if way.gone_at is None}
    found = (_evidence(each, ways.get(each.path), history.known_until, practice.tip) for each in asked)
    return judged((each for each in found if each is not None), len(asked))


def _evidence(one: Proposal, way: Timeline | None, now: int, commit: str) -> Evidence | None:
    values: dict[str, str | int | float] = {
        "label": one.label, "title": one.title, "decision": str(one.decision), "delivery": str(one.delivery)
    }  # fmt: skip
    if one.decision is None or one.delivery is None:
        return None
    if one.delivery in _MADE and (one.decision.is_undecided or one.decision in _AGAINST):
        text = "{label}, {title}: {delivery} by its own words, and {decision}."
        return Evidence(Message(text, values), one.path, one.line, commit)
    if one.decision is DecisionState.ACCEPTED and one.delivery in _NOT_MADE and way is not None:
        since = _accepted_since(way)
        if since is not None and now - since >= MONTHS * MONTH:
            text = "{label}, {title}: accepted since {day}, and delivery is “{delivery}”."
            return Evidence(Message(text, values | {"day": day(since)}), one.path, one.line, commit)
    return None


def _accepted_since(way: Timeline) -> int | None:
    """Give since when a proposal has been accepted without a break, as its file says."""
    since = None
    for one in way.transitions:
        if one.states.decision is not DecisionState.ACCEPTED:
            since = None
        elif since is None:
            since = one.at
    return since


RULE = AuditRule(
    id="proposals-delivered",
    version=1,
    title="Proposals say what became of them",
    question="Does what proposals say was delivered fit what they say was decided?",
    level=Level.NOTE,
    why=(
        "Readers plan with proposals. One that was built without being accepted went past the community, and "
        "one that was accepted years ago and never begun is a promise nobody keeps."
    ),
    remedy=(
        "Ask the authors what is true, and write it into the document: delivered, given up, or still wanted "
        "and by whom. For what was built without a decision, decide now."
    ),
    effort="ten minutes each",
    decide=_decide,
    definition="https://github.com/kubernetes/enhancements/blob/master/keps/sig-architecture/0000-kep-process/README.md",
    order=100,
)
