"""STAR: score, then automatic runoff between the two highest.

Everybody scores each candidate from 0 to 5. The two with the highest totals go into a runoff, which the one
preferred on more ballots wins. Ties for the runoff: who beats more of the tied in pairs, then who has more
fives. Ties in the runoff: the higher total, then more fives. Several seats are filled one after the other,
the elected set aside (Bloc STAR). What is still tied is declared, or broken by the seed.

References:
    https://www.starvoting.org/technical_specifications and https://www.starvoting.org/ties
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from folkmoot.govern.tally._parameters import Form, Method, Parameters, Unranked
from folkmoot.govern.tally._preferences import Contest
from folkmoot.govern.tally._result import Result, Table, Tie, merged, printed
from folkmoot.govern.tally._seating import (
    MOST_COURSES,
    Choose,
    Seating,
    contested,
    courses,
    first_way,
    too_many,
)
from folkmoot.i18n import Message, Text
from folkmoot.model.errors import UsageError

HIGHEST = 5


@dataclass(frozen=True)
class Scores:
    """Totals, fives, and how many ballots score one candidate above another.

    `levels` remembers, for sets of names that were asked about, who of them is first.
    """

    totals: Mapping[str, int]
    fives: Mapping[str, int]
    preferred: Mapping[str, Mapping[str, int]]
    levels: dict[frozenset[str], list[str]] = field(default_factory=dict)


@dataclass
class Course:
    """One way the rounds can go."""

    seating: Seating
    rounds: list[dict[str, Any]] = field(default_factory=list)
    steps: list[Text] = field(default_factory=list)


def scored(contest: Contest, unranked: Unranked) -> Scores:
    """Sum up the ballots. An option without a score has 0, or where it is ignored, is compared with nobody.

    Raises UsageError for a score outside 0 to 5.
    """
    names = contest.candidates
    totals = dict.fromkeys(names, 0)
    fives = dict.fromkeys(names, 0)
    preferred = {one: dict.fromkeys((two for two in names if two != one), 0) for one in names}
    for pairs, weight in contest.scores:
        given = dict(pairs)
        wrong = [score for score in given.values() if not 0 <= score <= HIGHEST]
        if wrong:
            raise UsageError(
                f"A STAR score is 0 to {HIGHEST}; a ballot says {wrong[0]}.", hint="correct the ballot."
            )
        if unranked is Unranked.LAST:
            given = dict.fromkeys(names, 0) | given
        for one, score in given.items():
            totals[one] += weight * score
            fives[one] += weight * (score == HIGHEST)
            for two, other in given.items():
                if score > other:
                    preferred[one][two] += weight
    return Scores(totals, fives, preferred)


def _best(names: list[str], *measures: Callable[[str], int]) -> list[str]:
    """Give those who are first by the measures, one after the other."""
    for measure in measures:
        measured = [(measure(name), name) for name in names]
        most = max(value for value, _ in measured)
        names = [name for value, name in measured if value == most]
    return names


def _finalist(scores: Scores, names: list[str], choose: Choose) -> str:
    key = frozenset(names)  # the ways that ties can go ask about the same few sets again and again
    if key not in scores.levels:
        scores.levels[key] = _level(scores, names)
    level = scores.levels[key]
    return choose(level, favour=True) if len(level) > 1 else level[0]


def _level(scores: Scores, names: list[str]) -> list[str]:
    """Give who is first by total, by how many of those tied each beats (a draw is half), and by fives."""
    level = _best(names, lambda name: scores.totals[name])

    def beaten(one: str) -> int:
        wins = [scores.preferred[one][two] - scores.preferred[two][one] for two in level if two != one]
        return 2 * sum(w > 0 for w in wins) + sum(w == 0 for w in wins)

    return _best(level, beaten, lambda name: scores.fives[name])


def run(scores: Scores, names: list[str], parameters: Parameters, choose: Choose) -> Course:
    """Fill the seats one after the other."""
    course = Course(Seating(parameters))
    standing = list(names)
    while course.seating.left():
        for name in [name for name in standing if course.seating.room(name) < 1]:
            course.seating.drop(name)
            standing.remove(name)
        if not standing:
            break
        first, second, winner = _round(scores, standing, choose)
        course.seating.give(winner)
        standing.remove(winner)
        _note(course, scores, first, second, winner)
    return course


def _round(scores: Scores, standing: list[str], choose: Choose) -> tuple[str, str | None, str]:
    """Give the two finalists (None where one is left alone) and which of them wins."""
    first = _finalist(scores, standing, choose)
    rest = [name for name in standing if name != first]
    if not rest:
        return first, None, first
    second = _finalist(scores, rest, choose)
    return first, second, _runoff(scores, first, second, choose)


def possible(scores: Scores, names: list[str], parameters: Parameters) -> list[tuple[str, ...]]:
    """Give every set of people whom the ties can elect. A round depends only on who is elected before it."""
    reached: set[tuple[str, ...]] = {()}
    for _ in range(parameters.seats):
        onward: set[tuple[str, ...]] = set()
        for elected in reached:
            seating = Seating(parameters)
            for name in elected:
                seating.give(name)
            standing = [name for name in names if name not in elected and seating.room(name) > 0]
            winners = {""}
            if standing:
                rounds, _ = courses(partial(_round, scores, standing), "")
                winners = {winner for _, _, winner in rounds}
            onward |= {tuple(sorted({*elected, *filter(None, [winner])})) for winner in winners}
        if len(onward) > MOST_COURSES:
            raise too_many()
        reached = onward
    return sorted(reached)


def _runoff(scores: Scores, first: str, second: str, choose: Choose) -> str:
    other = {first: second, second: first}
    level = _best(
        sorted((first, second)),
        lambda name: scores.preferred[name][other[name]],
        lambda name: scores.totals[name],
        lambda name: scores.fives[name],
    )
    return choose(level, favour=True) if len(level) > 1 else level[0]


def _note(course: Course, scores: Scores, first: str, second: str | None, winner: str) -> None:
    number = len(course.rounds) + 1
    if second is None:
        course.rounds.append({"finalists": [first], "runoff": {}, "elected": winner})
        course.steps.append(Message("Seat {seat}: only {one} is left.", {"seat": number, "one": winner}))
        return
    loser = second if winner == first else first
    votes = {winner: scores.preferred[winner][loser], loser: scores.preferred[loser][winner]}
    course.rounds.append({"finalists": [first, second], "runoff": votes, "elected": winner})
    values: dict[str, str | int | float] = {"seat": number, "one": winner, "two": loser}
    values |= {"for_one": votes[winner], "for_two": votes[loser]}
    values |= {"total_one": scores.totals[winner], "total_two": scores.totals[loser]}
    text = (
        "Seat {seat}: {one} (total {total_one}) and {two} (total {total_two}) go into the runoff;"
        " {for_one} ballots prefer {one}, {for_two} prefer {two}. {one} is elected."
    )
    course.steps.append(Message(text, values))


def count(contest: Contest, parameters: Parameters) -> Result:
    """Count by STAR, for several seats by Bloc STAR."""
    names = list(contest.candidates)
    scores = scored(contest, parameters.unranked)
    broken: tuple[Tie, ...] = ()
    if parameters.seed:
        found, broken = courses(lambda choose: run(scores, names, parameters, choose), parameters.seed)
        first, tied = found[0], frozenset[str]()
    else:
        first = run(scores, names, parameters, first_way)
        tied = contested(possible(scores, names, parameters))
    elected = first.seating.winners
    certain = tuple(name for name in elected if name not in tied)
    seating = Seating(parameters)
    if tied:
        seating.declare(sorted(tied), len(elected) - len(certain))
    others = [name for name in names if name not in elected]
    levels = sorted({scores.totals[name] for name in others}, reverse=True)
    order = [
        *((name,) for name in elected),
        *(tuple(name for name in others if scores.totals[name] == level) for level in levels),
    ]
    rows = tuple(
        (name, str(scores.totals[name]), str(scores.fives[name])) for group in order for name in sorted(group)
    )
    return Result(
        method=METHOD.name,
        seats=parameters.seats,
        winners=certain,
        ranking=merged(order, tied),
        ties=(*broken, *seating.ties),
        dropped=tuple(first.seating.dropped),
        parameters=printed(METHOD, parameters) | {"scores": f"0 to {HIGHEST}"},
        working={
            "totals": dict(scores.totals),
            "fives": dict(scores.fives),
            "preferred": {name: dict(row) for name, row in scores.preferred.items()},
            "rounds": first.rounds,
        },
        steps=(Table("Scores", ("", "total", "fives"), rows), *first.steps),
    )


METHOD = Method(
    name="star",
    title="STAR",
    form=Form.SCORES,
    heeds=("unranked",),
    says="The two highest scores go into a runoff, which the one preferred on more ballots wins.",
    count=count,
)
