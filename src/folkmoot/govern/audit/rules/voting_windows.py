"""Votes are open long enough.

Question:
    Was every vote announced for at least as long as its rule asks?

Why it matters:
    People who work on this in the evening, on another continent, or not this week are heard only if the
    window is as long as promised.

How it is counted:
    The shortest time that the record itself announces (72 hours, 6 days), held against the minimum in the
    table of actions. Only votes whose title fits one action and that announce a time are looked at.

What it does not tell:
    How long a vote was really open: the first and the last vote are not dated in the record.

References:
    https://github.com/tikv/community/blob/master/GOVERNANCE.md
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit, unknown
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    if not practice.votes:
        return nothing_to_audit("No votes on record were found (files below votes/ that list who voted).")
    asked = [
        (vote, vote.action, vote.poll.days)
        for vote in practice.votes
        if vote.action is not None and vote.action.min_days and vote.poll.days is not None
    ]
    if not asked:
        return unknown("No record announces a time and fits an action with a minimum length.")
    breaches = (
        Evidence(
            Message(
                "{title}: announced for {days} days; {action} asks for {needed}.",
                {
                    "title": vote.poll.title, "days": days, "action": action.name,
                    "needed": action.min_days or 0,
                },
            ),
            vote.path, vote.line_of("at least"), vote.commit,
        )
        for vote, action, days in asked
        if days < (action.min_days or 0)
    )  # fmt: skip
    return judged(breaches, len(asked))


RULE = AuditRule(
    id="voting-windows",
    version=1,
    title="Votes are open long enough",
    question="Was every vote announced for at least as long as its rule asks?",
    level=Level.WARNING,
    why=(
        "People who work on this in the evening, on another continent, or not this week are heard "
        "only if the window is as long as promised."
    ),
    remedy=(
        "Announce the time that the rule asks for; for a vote that was too short, ask once more "
        "whether anybody objects."
    ),
    effort="minutes, when opening the next vote",
    decide=_decide,
    definition="https://github.com/tikv/community/blob/master/GOVERNANCE.md",
    order=60,
)
