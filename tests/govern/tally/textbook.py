"""Elections written as people write them, and the textbook cases that several methods are held to."""

from __future__ import annotations

from folkmoot.govern.tally import Parameters, Result, tally
from folkmoot.model.ballot import Ballot, Poll, Ranking

# Schulze's first example (2011, section 3.1): 45 voters, E > A > C > B > D.
SCHULZE_ONE = """
5: A>C>B>E>D
5: A>D>E>C>B
8: B>E>D>A>C
3: C>A>B>E>D
7: C>A>E>B>D
2: C>B>A>D>E
7: D>C>E>B>A
8: E>B>A>D>C
"""
# The capital of Tennessee: Memphis has most first choices, Nashville beats everybody, Knoxville wins IRV.
TENNESSEE = """
42: Memphis>Nashville>Chattanooga>Knoxville
26: Nashville>Chattanooga>Knoxville>Memphis
15: Chattanooga>Knoxville>Nashville>Memphis
17: Knoxville>Chattanooga>Nashville>Memphis
"""
# Condorcet's paradox: everybody loses to somebody by two thirds.
PARADOX = """
1: A>B>C
1: B>C>A
1: C>A>B
"""
# A spoiler: with B standing, IRV drops the one who beats both others.
CENTRE_SQUEEZE = """
39: Left>Centre>Right
25: Centre>Left>Right
36: Right>Centre>Left
"""


def ranking(text: str) -> Ranking:
    """Read "A > B = C"."""
    return tuple(
        tuple(name.strip() for name in group.split("=")) for group in text.split(">") if text.strip()
    )


def poll(text: str, options: str = "") -> Poll:
    """Read lines "number: A > B = C" as a poll; `options` names candidates whom nobody ranks."""
    ballots = []
    for line in text.strip().splitlines():
        count, _, order = line.partition(":")
        ballots.append(Ballot(ranking=ranking(order), weight=int(count)))
    named = {name for ballot in ballots for name in ballot.options()} | set(options.split())
    return Poll("test", "a textbook case", tuple(ballots), options=tuple(sorted(named)))


def counted(method: str, text: str, options: str = "", **parameters: object) -> Result:
    """Count such lines."""
    return tally(poll(text, options), method, Parameters(**parameters))  # type: ignore[arg-type]


def flat(result: Result) -> list[str]:
    """Give the ranking of a result without ties."""
    assert all(len(group) == 1 for group in result.ranking), result.ranking
    return [name for group in result.ranking for name in group]
