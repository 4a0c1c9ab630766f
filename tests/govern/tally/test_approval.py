"""Approval: the most approved are elected."""

import pytest

from folkmoot.govern.tally import Parameters, Result, tally
from folkmoot.model.ballot import Ballot, Poll
from folkmoot.model.errors import UsageError


def approved(*ballots: str, seats: int = 1, seed: str = "") -> Result:
    cast = tuple(Ballot(approvals=tuple(ballot)) for ballot in ballots)
    poll = Poll("test", "approvals", cast, options=("A", "B", "C"))
    return tally(poll, "approval", Parameters(seats=seats, seed=seed))


def test_the_most_approved_is_elected() -> None:
    result = approved("AB", "B", "BC", "A", "")
    assert result.winners == ("B",)
    assert result.working == {"approvals": {"A": 2, "B": 3, "C": 1}, "ballots": 5}
    assert result.ranking == (("B",), ("A",), ("C",))


def test_a_tie_across_the_last_seat_is_declared() -> None:
    result = approved("AB", "AC", seats=2)
    assert result.winners == ("A",)
    assert (result.ties[0].candidates, result.ties[0].seats) == (("B", "C"), 1)


def test_a_tie_within_the_seats_is_none() -> None:
    result = approved("AB", "C", "AB", seats=2)
    assert result.winners == ("A", "B")
    assert result.ties == ()


def test_a_ranking_does_not_say_where_approval_ends() -> None:
    poll = Poll("test", "ranks", (Ballot(ranking=(("A",), ("B",))),), options=("A", "B"))
    with pytest.raises(UsageError, match="who is approved"):
        tally(poll, "approval", Parameters())
