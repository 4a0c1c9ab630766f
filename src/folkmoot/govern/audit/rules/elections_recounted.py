"""Published winners follow from the ballots.

Question:
    Do the published ballots, counted again, give the published winners?

Why it matters:
    Ballots are published so that anybody can count again. If nobody does, publishing them proves nothing.

How it is counted:
    Elekto's folders (ballots.csv with results.md) and Node.js' votes (votes/*.json). Rankings and scores are
    counted by Schulze with winning votes, the unranked ignored, for the seats of election.yaml or else as
    many as were published; a yes/no vote by more yes than no. Whoever shares a place with a winner may be
    the winner. Where a limit on employers is said to have changed the seats, or a name in the result cannot
    be found on the ballots, nothing is compared.

What it does not tell:
    Whether the ballots are those that were cast, and whether those who voted were allowed to.

References:
    https://elekto.dev/docs/
"""

from __future__ import annotations

from folkmoot.govern.audit.election_records import Election
from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit, unknown
from folkmoot.govern.tally import Parameters, tally
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level
from folkmoot.model.ballot import Answer
from folkmoot.model.errors import UsageError

_WORDS = {"yes": True, "no": False, "passed": True, "rejected": False, "approved": True}


def _decide(practice: Practice) -> Verdict:
    if not practice.elections:
        return nothing_to_audit("No elections with published ballots were found.")
    compared = [found for each in practice.elections if (found := _compared(each, practice.tip)) is not None]
    if not compared:
        return unknown("No published result could be compared with its ballots.")
    return judged((each for found in compared for each in found), len(compared))


def _expected(election: Election) -> bool | tuple[str, ...] | None:
    """Give what was published in a form that can be compared, None when there is nothing."""
    if election.poll.options:
        return None if election.is_limited else election.winners
    return _WORDS.get(election.said.casefold())


def _compared(election: Election, commit: str) -> list[Evidence] | None:
    """Give how a published result differs from its ballots; None where the two cannot be compared."""
    expected = _expected(election)
    place = (election.result_path, election.line, commit)
    title: dict[str, str | int | float] = {"title": election.poll.title}
    if expected is None:
        return None
    if isinstance(expected, bool):
        yes, no = (_count(election, answer) for answer in (Answer.YES, Answer.NO))
        if expected is (yes > no):
            return []
        said = {**title, "said": election.said, "yes": yes, "no": no}
        return [Evidence(Message("{title}: published as {said}, with {yes} yes and {no} no.", said), *place)]
    try:
        result = tally(election.poll, "schulze", Parameters(seats=election.poll.seats or len(expected)))
    except UsageError:
        return None  # no ballots, more candidates than can be counted, more seats than candidates
    possible: set[str] = set(result.winners) | {name for tie in result.ties for name in tie.candidates}
    if set(expected) <= possible:
        return []
    counted = ", ".join(sorted(possible, key=str.casefold))
    said = {**title, "said": ", ".join(expected), "counted": counted}
    return [Evidence(Message("{title}: published {said}; the ballots give {counted}.", said), *place)]


def _count(election: Election, answer: Answer) -> int:
    return sum(ballot.weight for ballot in election.poll.ballots if ballot.answer is answer)


RULE = AuditRule(
    id="elections-recounted",
    version=1,
    title="Published winners follow from the ballots",
    question="Do the published ballots, counted again, give the published winners?",
    level=Level.ERROR,
    why=(
        "Ballots are published so that anybody can count again. If nobody does, publishing them proves "
        "nothing."
    ),
    remedy=(
        "Count again with `folkmoot tally`, which shows the working, and say in the result by which rule "
        "it came about. If the result is wrong, tell those concerned before anybody else."
    ),
    effort="an hour",
    decide=_decide,
    definition="https://elekto.dev/docs/",
    order=52,
)
