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


def test_places_go_by_approvals() -> None:
    result = approved("C", "C", "CB", "A")
    assert result.ranking == (("C",), ("A", "B"))
    table = result.steps[0]
    assert table.rows == (("C", "3"), ("A", "1"), ("B", "1"))  # type: ignore[union-attr]


def test_a_seed_breaks_the_tie_for_the_seat() -> None:
    result = approved("AB", seed="dice")
    assert len(result.winners) == 1
    assert result.ties[0].settled == result.winners
    assert result.parameters["seed"] == "dice"


def test_alike_ballots_count_as_often_as_they_were_cast() -> None:
    cast = (Ballot(approvals=("A",), weight=3), Ballot(approvals=("B", "A"), weight=2))
    poll = Poll("test", "approvals", cast, options=("A", "B"))
    assert tally(poll, "approval", Parameters()).working == {"approvals": {"A": 5, "B": 2}, "ballots": 5}


def test_who_dropped_out_under_a_cap_is_said() -> None:
    """A has 3 approvals, B 2 and C 1; A and B work for one employer, which may have one of two seats."""
    cast = tuple(Ballot(approvals=tuple(ballot)) for ballot in ("AB", "AB", "AC"))
    poll = Poll("test", "approvals", cast, options=("A", "B", "C"))
    capped = Parameters(seats=2, employer_cap=1, employers={"A": "Acme", "B": "Acme"})
    result = tally(poll, "approval", capped)
    assert (result.winners, result.dropped) == (("A", "C"), (("B", "Acme"),))
    assert result.parameters["employer_cap"] == 1
