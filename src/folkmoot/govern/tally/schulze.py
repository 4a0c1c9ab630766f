"""Schulze: the strongest chain of majorities between each pair decides.

A path leads from one candidate to another over pairwise victories and is as strong as its weakest one. Who
has the stronger path to the other is ahead. A candidate's place is one more than the number of those ahead;
equal numbers share a place. So the first place is exactly the set of Schulze's potential winners.

References: Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
    single-winner election method", Social Choice and Welfare 36 (2011). https://arxiv.org/abs/1804.02973
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise as successive
from typing import Any

from folkmoot.govern.tally._pairs import by_losses, pair_steps, pair_table
from folkmoot.govern.tally._parameters import Form, Method, Parameters, Strength
from folkmoot.govern.tally._preferences import Contest, Pairs, pairwise
from folkmoot.govern.tally._result import Places, Result, Table, printed
from folkmoot.govern.tally._seating import seat
from folkmoot.i18n import Message, Text

Paths = tuple[dict[str, dict[str, int]], dict[str, dict[str, str]]]


def strongest_paths(candidates: tuple[str, ...], pairs: Pairs, strength: Strength) -> Paths:
    """Give the strength of the strongest path for each pair (0 = none), and its first stop."""
    strong: dict[str, dict[str, int]] = {name: {} for name in candidates}
    step: dict[str, dict[str, str]] = {name: {} for name in candidates}
    for one in candidates:
        for two, votes in pairs[one].items():
            against = pairs[two][one]
            wins = votes > against
            strong[one][two] = (votes if strength is Strength.WINNING else votes - against) if wins else 0
            step[one][two] = two
    for over in candidates:
        for one in candidates:
            if one == over:
                continue
            row, first = strong[one], strong[one][over]
            for two in candidates:
                if two in (one, over):
                    continue
                detour = min(first, strong[over][two])
                if detour > row[two]:
                    row[two] = detour
                    step[one][two] = step[one][over]
    return strong, step


def path(step: Mapping[str, Mapping[str, str]], start: str, end: str) -> list[str]:
    """Give the stops of the strongest path, both ends included."""
    stops = [start]
    while stops[-1] != end:
        stops.append(step[stops[-1]][end])
    return stops


def count(contest: Contest, parameters: Parameters) -> Result:
    """Count by Schulze's method."""
    names = contest.candidates
    pairs = pairwise(contest, parameters.unranked)
    strong, step = strongest_paths(names, pairs, parameters.strength)
    ahead = {
        name: [other for other in names if other != name and strong[other][name] > strong[name][other]]
        for name in names
    }
    ranking = by_losses(ahead)
    seating = seat(ranking, parameters)
    comparisons = _comparisons(ranking, pairs, strong, step)
    return Result(
        method=METHOD.name,
        seats=parameters.seats,
        winners=tuple(seating.winners),
        ranking=ranking,
        ties=tuple(seating.ties),
        dropped=tuple(seating.dropped),
        parameters=printed(METHOD, parameters),
        working={"pairwise": pairs, "strongest_paths": strong, "ahead": ahead, "comparisons": comparisons},
        steps=_steps(ranking, pairs, strong, comparisons),
    )


def _comparisons(
    ranking: Places,
    pairs: Pairs,
    strong: Mapping[str, Mapping[str, int]],
    step: Mapping[str, Mapping[str, str]],
) -> list[dict[str, Any]]:
    """Compare each candidate with the next one down the ranking."""
    order = [name for group in ranking for name in group]
    found = []
    for one, two in successive(order):
        sides: dict[str, Any] = {"above": one, "below": two, "votes": [pairs[one][two], pairs[two][one]]}
        sides["strengths"] = [strong[one][two], strong[two][one]]
        sides["paths"] = [path(step, a, b) if strong[a][b] else [] for a, b in ((one, two), (two, one))]
        found.append(sides)
    return found


def _steps(
    ranking: Places,
    pairs: Pairs,
    strong: Mapping[str, Mapping[str, int]],
    comparisons: list[dict[str, Any]],
) -> tuple[Text | Table, ...]:
    steps: list[Text | Table] = [*pair_steps(ranking, pairs)]
    steps.append(pair_table("The strongest path from the row's candidate to the column's", ranking, strong))
    for pair in comparisons:
        forth, back = pair["strengths"]
        values = {"one": pair["above"], "two": pair["below"], "forth": forth, "back": back}
        if not forth and not back:
            steps.append(
                Message("No path of victories leads between {one} and {two}: neither is ahead.", values)
            )
            continue
        values |= {"way": " > ".join(pair["paths"][0]), "way_back": " > ".join(pair["paths"][1])}
        if forth == back:
            text = "{one} and {two} are equal: {way} is as strong ({forth}) as {way_back}."
        elif not back:
            text = "{one} is ahead of {two}: {way} has strength {forth}, and no path leads back."
        else:
            text = "{one} is ahead of {two}: {way} has strength {forth}, the way back {way_back} only {back}."
        steps.append(Message(text, values))
    return tuple(steps)


METHOD = Method(
    name="schulze",
    title="Schulze",
    form=Form.RANKING,
    heeds=("unranked", "strength"),
    says="Each pair is compared; where majorities run in a circle, the stronger chain of them decides.",
    count=count,
)
