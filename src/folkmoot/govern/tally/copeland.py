"""Copeland: a point for each candidate beaten in pairs, half a point for a draw.

References:
    A. H. Copeland, "A reasonable social welfare function", University of Michigan (1951).
    https://en.wikipedia.org/wiki/Copeland%27s_method
"""

from __future__ import annotations

from fractions import Fraction

from folkmoot.govern.tally._pairs import pair_steps
from folkmoot.govern.tally._parameters import Form, Method, Parameters
from folkmoot.govern.tally._preferences import Contest, Pairs, pairwise
from folkmoot.govern.tally._result import Result, Table, exact, printed, shown
from folkmoot.govern.tally._seating import seat


def count(contest: Contest, parameters: Parameters) -> Result:
    """Count by Copeland's method, draws giving half a point to both."""
    pairs = pairwise(contest, parameters.unranked)
    records = {name: _record(pairs, name) for name in contest.candidates}
    points = {name: wins + Fraction(draws, 2) for name, (wins, draws, _) in records.items()}
    ranking = tuple(
        tuple(name for name in contest.candidates if points[name] == level)
        for level in sorted(set(points.values()), reverse=True)
    )
    seating = seat(ranking, parameters)
    rows = tuple(
        (name, *(str(number) for number in records[name]), shown(points[name]))
        for group in ranking
        for name in group
    )
    return Result(
        method=METHOD.name,
        seats=parameters.seats,
        winners=tuple(seating.winners),
        ranking=ranking,
        ties=tuple(seating.ties),
        dropped=tuple(seating.dropped),
        parameters=printed(METHOD, parameters),
        working={"pairwise": pairs, "points": {name: exact(point) for name, point in points.items()}},
        steps=(
            *pair_steps(ranking, pairs),
            Table("Comparisons won, drawn and lost", ("", "won", "drawn", "lost", "points"), rows),
        ),
    )


def _record(pairs: Pairs, one: str) -> tuple[int, int, int]:
    margins = [votes - pairs[two][one] for two, votes in pairs[one].items()]
    return sum(m > 0 for m in margins), sum(m == 0 for m in margins), sum(m < 0 for m in margins)


METHOD = Method(
    name="copeland",
    title="Copeland",
    form=Form.RANKING,
    heeds=("unranked",),
    says="Each pair of candidates is compared; a victory gives a point and a draw half a point.",
    count=count,
)
