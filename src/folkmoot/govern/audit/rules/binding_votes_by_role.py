"""Binding votes come from those who may vote.

Question:
    Did everybody whose vote was called binding hold a role that allows it, at that time?

Why it matters:
    Whoever reads the record later sees only the names. If some of them could not bind the community, the
    decision may not stand.

How it is counted:
    Every vote called binding is held against the files of roles in the commit before the record landed. Who
    may vote is what the table of actions says; the team is the one that the title or the file name names.
    Without such a table, anybody who held any role may. Accounts are compared without regard to upper and
    lower case.

What it does not tell:
    Whether the files of roles were up to date that day, or the account had another name. Both are worth
    correcting too.

References:
    https://github.com/tikv/community/blob/master/GOVERNANCE.md
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit, unknown
from folkmoot.govern.audit.vote_records import Vote
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level
from folkmoot.model.ballot import Ballot


def _decide(practice: Practice) -> Verdict:
    asked = [vote for vote in practice.votes if vote.binding]
    if not asked:
        return nothing_to_audit("No votes on record are called binding.")
    known = [vote for vote in asked if vote.voters is not None]
    if not known:
        return unknown("No file of roles says who may vote.")
    breaches = (_evidence(vote, ballot) for vote in known for ballot in vote.binding if _is_out(vote, ballot))
    return judged(breaches, sum(len(vote.binding) for vote in known))


def _is_out(vote: Vote, ballot: Ballot) -> bool:
    return vote.voters is not None and ballot.voter.casefold() not in vote.voters


def _evidence(vote: Vote, ballot: Ballot) -> Evidence:
    held = ", ".join(vote.roles_of.get(ballot.voter.casefold(), ()))
    values: dict[str, str | int | float] = {"voter": ballot.voter, "title": vote.poll.title, "held": held}
    if not held:
        text = "{title}: the binding vote of {voter}, who held no role then."
    elif vote.action:
        values["voters"] = vote.action.voters
        text = "{title}: the binding vote of {voter}, who was {held}; {voters} may vote."
    else:
        text = "{title}: the binding vote of {voter}, who was {held}, which may not vote."
    return Evidence(Message(text, values), vote.path, vote.line_of(ballot.voter), vote.commit)


RULE = AuditRule(
    id="binding-votes-by-role",
    version=1,
    title="Binding votes come from those who may vote",
    question="Did everybody whose vote was called binding hold a role that allows it, at that time?",
    level=Level.ERROR,
    why=(
        "Whoever reads the record later sees only the names. If some of them could not bind the "
        "community, the decision may not stand."
    ),
    remedy=(
        "If the file of roles was behind, correct it and say so in the record. If the vote was not "
        "binding, mark it so and see whether the decision still stands."
    ),
    effort="ten minutes per record",
    decide=_decide,
    definition="https://github.com/tikv/community/blob/master/GOVERNANCE.md",
    order=40,
)
