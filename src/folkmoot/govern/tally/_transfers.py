"""Votes that move from candidate to candidate, shared by the methods that eliminate."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from folkmoot.model.ballot import Ranking


def next_choice(ranking: Ranking, standing: Collection[str]) -> tuple[str, ...]:
    """Give the candidates whom a ballot wants most among those still standing; () when it has run out."""
    for group in ranking:
        wanted = tuple(name for name in group if name in standing)
        if wanted:
            return wanted
    return ()


def first_votes(
    rankings: tuple[tuple[Ranking, int], ...], standing: Collection[str]
) -> tuple[dict[str, Fraction], Fraction]:
    """Give each standing candidate's votes, and those of ballots that ran out.

    A ballot counts for the candidate it wants most; between several ranked alike it is divided equally.
    """
    votes = dict.fromkeys(sorted(standing), Fraction(0))
    run_out = Fraction(0)
    for ranking, weight in rankings:
        wanted = next_choice(ranking, standing)
        for name in wanted:
            votes[name] += Fraction(weight, len(wanted))
        if not wanted:
            run_out += weight
    return votes, run_out


def lowest(votes: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Give those with the fewest votes, sorted."""
    least = min(votes.values())
    return tuple(sorted(name for name, number in votes.items() if number == least))


def together(votes: Mapping[str, Fraction], tied: Collection[str]) -> bool:
    """Tell whether tied last candidates can be dropped together.

    They can when all their votes would not lift one of them to the next candidate: then each of them is
    dropped before anybody else, in whatever order one begins.
    """
    others = [number for name, number in votes.items() if name not in tied]
    return bool(others) and sum(votes[name] for name in tied) < min(others)
