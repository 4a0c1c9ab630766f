"""Votes say whose vote is binding.

Question:
    Does every vote on record say which votes are binding?

Why it matters:
    Where only some votes count, a list of names alone does not show whether the decision was carried.

How it is counted:
    A record whose votes are all unmarked, in a community where other records mark them.

What it does not tell:
    Whether the marks are right; another question asks that.

References:
    https://github.com/tikv/community/blob/master/GOVERNANCE.md
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    decided = [vote for vote in practice.votes if vote.poll.ballots]
    marked = [vote for vote in decided if any(ballot.binding is not None for ballot in vote.poll.ballots)]
    if not marked:
        return nothing_to_audit("No record marks votes as binding, so this community may not need to.")
    breaches = (
        Evidence(
            Message(
                "{title}: votes: {n}, none marked as binding or not.",
                {"title": vote.poll.title, "n": len(vote.poll.ballots)},
            ),
            vote.path, vote.line_of(vote.poll.ballots[0].voter), vote.commit,
        )
        for vote in decided
        if vote not in marked
    )  # fmt: skip
    return judged(breaches, len(decided))


RULE = AuditRule(
    id="votes-say-who-binds",
    version=1,
    title="Votes say whose vote is binding",
    question="Does every vote on record say which votes are binding?",
    level=Level.WARNING,
    why=(
        "Where only some votes count, a list of names alone does not show whether the decision was carried."
    ),
    remedy=("Add (binding) or (non-binding) behind each name."),
    effort="ten minutes per record",
    decide=_decide,
    definition="https://github.com/tikv/community/blob/master/GOVERNANCE.md",
    order=30,
)
