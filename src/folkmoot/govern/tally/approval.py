"""Approval: everybody approves of as many as they like; the most approved are elected.

References:
    Steven Brams and Peter Fishburn, "Approval Voting", American Political Science Review 72 (1978).
    https://en.wikipedia.org/wiki/Approval_voting
"""

from __future__ import annotations

from folkmoot.govern.tally._parameters import Form, Method, Parameters
from folkmoot.govern.tally._preferences import Contest
from folkmoot.govern.tally._result import Result, Table, printed
from folkmoot.govern.tally._seating import seat


def count(contest: Contest, parameters: Parameters) -> Result:
    """Count approvals."""
    votes = dict.fromkeys(contest.candidates, 0)
    for approved, weight in contest.approvals:
        for name in approved:
            votes[name] += weight
    ranking = tuple(
        tuple(name for name in contest.candidates if votes[name] == level)
        for level in sorted(set(votes.values()), reverse=True)
    )
    seating = seat(ranking, parameters)
    rows = tuple((name, str(votes[name])) for group in ranking for name in group)
    return Result(
        method=METHOD.name,
        seats=parameters.seats,
        winners=tuple(seating.winners),
        ranking=ranking,
        ties=tuple(seating.ties),
        dropped=tuple(seating.dropped),
        parameters=printed(METHOD, parameters),
        working={"approvals": votes, "ballots": contest.voters()},
        steps=(Table("Approvals", ("", "approved by"), rows),),
    )


METHOD = Method(
    name="approval",
    title="Approval voting",
    form=Form.APPROVALS,
    heeds=(),
    says="Everybody approves of as many candidates as they like; those approved by most are elected.",
    count=count,
)
