"""Decisions have enough binding votes.

Question:
    Did every vote that passed have as many binding votes as its rule asks for?

Why it matters:
    A decision that its own rule does not carry can be challenged by anybody, and the role it gave with it.

How it is counted:
    The rule comes from the table of actions and the list of approvals in the governance document; the
    action from the title of the vote. Votes that say they are binding and are not against it are counted as
    the record marks them. Where an action asks for a share of all who may vote, it is held against those
    who held the role just before.

What it does not tell:
    Whether somebody else should have been marked as binding, and, where silent members may be left out,
    whether that was done properly. When a title fits no action, or several, the least that any action asks
    for is taken.

References:
    https://github.com/tikv/community/blob/master/GOVERNANCE.md
"""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit, unknown
from folkmoot.govern.audit.vote_records import Vote
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level
from folkmoot.model.ballot import Answer


def _decide(practice: Practice) -> Verdict:
    decided = [vote for vote in practice.votes if vote.poll.ballots]
    if not decided:
        return nothing_to_audit("No votes with a result were found.")
    asked = [vote for vote in decided if (vote.min_yes or vote.share) and _marks(vote)]
    if not asked:
        return unknown("No written rule says how many votes are needed, or no record says which are binding.")
    return judged((found for vote in asked for found in _short(vote)), len(asked))


def _marks(vote: Vote) -> bool:
    return any(ballot.binding is not None for ballot in vote.poll.ballots)


def _short(vote: Vote) -> Iterator[Evidence]:
    yes = sum(ballot.answer is Answer.YES for ballot in vote.binding)
    place = (vote.path, vote.line_of("## Result"), vote.commit)
    values: dict[str, str | int | float] = {"title": vote.poll.title, "yes": yes, "needed": vote.min_yes}
    if yes < vote.min_yes:
        yield Evidence(Message("{title}: binding yes: {yes} of {needed} needed.", values), *place)
    elif vote.share and vote.voters and vote.by_rule:
        part, whole = vote.share
        needed = -(-part * len(vote.voters) // whole)
        values |= {"needed": needed, "all": len(vote.voters)}
        if yes < needed:
            text = (
                "{title}: {yes} binding yes of {all} who may vote, {needed} are needed unless silent members "
                "were left out by the rule."
            )
            yield Evidence(Message(text, values), *place)


RULE = AuditRule(
    id="enough-binding-votes",
    version=1,
    title="Decisions have enough binding votes",
    question="Did every vote that passed have as many binding votes as its rule asks for?",
    level=Level.ERROR,
    why=(
        "A decision that its own rule does not carry can be challenged by anybody, and the role it "
        "gave with it."
    ),
    remedy=(
        "Ask those who may vote to add theirs to the record, or repeat the vote. If the rule asks for "
        "more people than you have, change the rule by its own procedure."
    ),
    effort="an hour, plus the vote",
    decide=_decide,
    definition="https://github.com/tikv/community/blob/master/GOVERNANCE.md",
    order=20,
)
