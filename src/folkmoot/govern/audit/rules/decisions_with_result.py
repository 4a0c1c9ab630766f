"""Decisions have a result.

Question:
    Does every vote on record say how it ended?

Why it matters:
    A vote without a result decides nothing that anybody can rely on later, even when everybody present
    remembers it.

How it is counted:
    Every file of a vote is read. One that lists nobody who voted has no result: the section is missing,
    empty, or still the text of the template.

What it does not tell:
    What was decided elsewhere, such as in the comments of the change that added the record.

References:
    https://www.apache.org/foundation/voting.html
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    votes = practice.votes
    if not votes:
        return nothing_to_audit("No votes on record were found (files below votes/ that list who voted).")
    breaches = (
        Evidence(
            Message("{title}: the record has no result.", {"title": vote.poll.title}),
            vote.path, vote.line_of("## Result"), vote.commit,
        )
        for vote in votes
        if not vote.poll.ballots
    )  # fmt: skip
    return judged(breaches, len(votes))


RULE = AuditRule(
    id="decisions-with-result",
    version=1,
    title="Decisions have a result",
    question="Does every vote on record say how it ended?",
    level=Level.ERROR,
    why=(
        "A vote without a result decides nothing that anybody can rely on later, even when everybody "
        "present remembers it."
    ),
    remedy=(
        "Write who approved and who objected into the record, and link to where they said so. For a "
        "vote that was dropped, say so."
    ),
    effort="ten minutes per record",
    decide=_decide,
    definition="https://www.apache.org/foundation/voting.html",
    order=10,
)
