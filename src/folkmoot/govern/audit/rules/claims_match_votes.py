"""Claimed counts match the votes.

Question:
    Do the numbers a record claims match the votes it lists?

Why it matters:
    When the sentence and the list disagree, nobody can tell which one was counted.

How it is counted:
    The numbers of binding and non-binding votes in the sentence above the list, held against the list.

What it does not tell:
    Which of the two is right.

References:
    https://github.com/tikv/community/blob/master/GOVERNANCE.md
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.govern.audit.vote_records import Vote
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    claiming = [vote for vote in practice.votes if vote.poll.claims and vote.poll.ballots]
    if not claiming:
        return nothing_to_audit("No record of a vote claims numbers.")
    breaches = [
        Evidence(
            Message(
                "{title}: of {kind} votes, {claimed} are claimed and {listed} listed.",
                {"title": vote.poll.title, "claimed": claimed, "kind": kind, "listed": _listed(vote, kind)},
            ),
            vote.path, vote.line_of("binding vote"), vote.commit,
        )
        for vote in claiming
        for kind, claimed in sorted(vote.poll.claims.items())
        if any(ballot.binding is not None for ballot in vote.poll.ballots) and _listed(vote, kind) != claimed
    ]  # fmt: skip
    return judged(breaches, len(claiming))


def _listed(vote: Vote, kind: str) -> int:
    return sum(ballot.binding is (kind == "binding") for ballot in vote.poll.ballots)


RULE = AuditRule(
    id="claims-match-votes",
    version=1,
    title="Claimed counts match the votes",
    question="Do the numbers a record claims match the votes it lists?",
    level=Level.WARNING,
    why=("When the sentence and the list disagree, nobody can tell which one was counted."),
    remedy=("Correct the sentence or the list, with a link to where the votes were given."),
    effort="ten minutes per record",
    decide=_decide,
    definition="https://github.com/tikv/community/blob/master/GOVERNANCE.md",
    order=50,
)
