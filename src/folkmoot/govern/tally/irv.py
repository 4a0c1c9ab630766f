"""IRV: the candidate with the fewest first choices drops out, until one is left.

Round by round, each ballot counts for the candidate it wants most among those still standing; candidates
ranked alike share it equally. Candidates tied for the last place drop out together where all their votes
together stay below the next one's. Where they do not, every choice is followed, and a tie is declared when
they elect different people (or the seed chooses).

References:
    Robert's Rules of Order Newly Revised, 12th ed., 45:62-69 (preferential voting).
    https://en.wikipedia.org/wiki/Instant-runoff_voting
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from folkmoot.govern.tally._parameters import Form, Method, Parameters
from folkmoot.govern.tally._preferences import Contest, whole
from folkmoot.govern.tally._result import Result, Table, exact, merged, printed, shown
from folkmoot.govern.tally._seating import Choose, Seating, contested, courses
from folkmoot.govern.tally._transfers import first_votes, lowest, together
from folkmoot.i18n import Message, Text
from folkmoot.model.ballot import Ranking


@dataclass
class Course:
    """One way a count can go: its rounds, and who dropped out when."""

    rounds: list[dict[str, Any]] = field(default_factory=list)
    out: list[tuple[str, ...]] = field(default_factory=list)
    steps: list[Text] = field(default_factory=list)

    def winner(self) -> str:
        """Give who was left."""
        return self.out[-1][0]


def run(rankings: tuple[tuple[Ranking, int], ...], standing: set[str], choose: Choose) -> Course:
    """Eliminate until one candidate is left."""
    course = Course()
    while len(standing) > 1:
        votes, run_out = first_votes(rankings, standing)
        last = lowest(votes)
        dropped = last
        if len(last) > 1 and not together(votes, last):
            dropped = (choose(last, favour=False),)
        course.rounds.append({"votes": votes, "run_out": run_out, "dropped": dropped, "tied": last})
        course.out.append(dropped)
        standing = standing - set(dropped)
        course.steps.append(_said(len(course.rounds), votes, dropped, last))
    course.out.append(tuple(standing))
    return course


def _said(number: int, votes: dict[str, Fraction], dropped: tuple[str, ...], last: tuple[str, ...]) -> Text:
    values: dict[str, str | int | float] = {
        "round": number,
        "names": ", ".join(dropped),
        "votes": shown(votes[dropped[0]]),
        "tied": ", ".join(last),
    }
    half = sum(votes.values()) / 2
    leader = max(votes, key=lambda name: votes[name])
    if votes[leader] > half:
        values["leader"] = leader
        return Message("Round {round}: {leader} has more than half; out with {votes}: {names}.", values)
    if dropped != last:
        return Message(
            "Round {round}: {tied} are tied for the last place with {votes}; out: {names}.", values
        )
    return Message("Round {round}: out with {votes}: {names}.", values)


def count(contest: Contest, parameters: Parameters) -> Result:
    """Count by instant runoff."""
    seating = Seating(parameters)
    able = {name for name in contest.candidates if seating.room(name) > 0}
    for name in contest.candidates:
        if name not in able:
            seating.drop(name)
    rankings = whole(contest, parameters.unranked)
    if not able:
        return _result(contest, parameters, seating, Course(), frozenset())
    found, broken = courses(lambda choose: run(rankings, set(able), choose), parameters.seed)
    seating.ties += broken
    tied = contested([(course.winner(),) for course in found])
    if tied:
        seating.declare(sorted(tied), 1)
    else:
        seating.give(found[0].winner())
    return _result(contest, parameters, seating, found[0], tied)


def _result(
    contest: Contest, parameters: Parameters, seating: Seating, course: Course, tied: frozenset[str]
) -> Result:
    order = merged([tuple(sorted(group)) for group in reversed(course.out)], tied)
    out = tuple(name for name, _ in seating.dropped)
    names = [name for group in order for name in group]
    table = Table(
        "Votes in each round",
        ("", *(str(number) for number in range(1, len(course.rounds) + 1))),
        (
            *(
                (
                    name,
                    *(shown(each["votes"][name]) if name in each["votes"] else "" for each in course.rounds),
                )
                for name in names
            ),
            ("(ballots that ran out)", *(shown(each["run_out"]) for each in course.rounds)),
        ),
    )
    rounds = [
        {
            "votes": {name: exact(number) for name, number in each["votes"].items()},
            "run_out": exact(each["run_out"]),
            "dropped": list(each["dropped"]),
            "tied_for_last": list(each["tied"]) if len(each["tied"]) > 1 else [],
        }
        for each in course.rounds
    ]
    return Result(
        method=METHOD.name,
        seats=parameters.seats,
        winners=tuple(seating.winners),
        ranking=(*order, out) if out else order,
        ties=tuple(seating.ties),
        dropped=tuple(seating.dropped),
        parameters=printed(METHOD, parameters),
        working={"rounds": rounds, "ballots": contest.voters()},
        steps=(table, *course.steps),
    )


METHOD = Method(
    name="irv",
    title="Instant-runoff voting",
    form=Form.RANKING,
    heeds=("unranked",),
    says="Who has the fewest first choices drops out and those ballots move on, until one is left.",
    count=count,
    single=True,
)
