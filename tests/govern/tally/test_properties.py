"""What voting theory proves of each method, over elections that nobody thought of."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from folkmoot.govern.tally import Parameters, Result, Strength, Unranked, all_methods, tally
from folkmoot.model.ballot import Ballot, Poll, Ranking

NAMES = "ABCDE"
COMMON = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def rankings(draw: st.DrawFn, strict: bool = False, complete: bool = False) -> Ranking:
    order = draw(st.permutations(NAMES))
    length = len(NAMES) if complete else draw(st.integers(0, len(NAMES)))
    groups: list[tuple[str, ...]] = []
    for name in order[:length]:
        if groups and not strict and draw(st.booleans()):
            groups[-1] = (*groups[-1], name)
        else:
            groups.append((name,))
    return tuple(groups)


@st.composite
def polls(draw: st.DrawFn, strict: bool = False, complete: bool = False) -> Poll:
    cast = draw(st.lists(st.tuples(rankings(strict, complete), st.integers(1, 9)), min_size=1, max_size=8))
    ballots = tuple(Ballot(ranking=ranking, weight=weight) for ranking, weight in cast)
    return Poll("test", "invented", ballots, options=tuple(NAMES))


@st.composite
def star_polls(draw: st.DrawFn) -> Poll:
    scores = st.tuples(*(st.integers(0, 5) for _ in NAMES))
    cast = draw(st.lists(st.tuples(scores, st.integers(1, 9)), min_size=1, max_size=8))
    ballots = tuple(
        Ballot(scores=tuple(zip(NAMES, each, strict=True)), weight=weight) for each, weight in cast
    )
    return Poll("test", "invented", ballots, options=tuple(NAMES))


@st.composite
def approval_polls(draw: st.DrawFn) -> Poll:
    cast = draw(st.lists(st.sets(st.sampled_from(NAMES)), min_size=1, max_size=12))
    ballots = tuple(Ballot(approvals=tuple(sorted(each))) for each in cast)
    return Poll("test", "invented", ballots, options=tuple(NAMES))


KINDS = {"approval": approval_polls(), "star": star_polls()}
strengths = st.sampled_from(Strength)
unranked = st.sampled_from(Unranked)


def possible(result: Result) -> set[str]:
    """Give everybody who has a seat or is tied for one."""
    return {*result.winners, *(name for tie in result.ties for name in tie.candidates)}


def condorcet_winner(pairs: dict[str, dict[str, int]]) -> str | None:
    beats_all = [one for one in pairs if all(votes > pairs[two][one] for two, votes in pairs[one].items())]
    return beats_all[0] if beats_all else None


@pytest.mark.parametrize("method", sorted(all_methods()))
@given(st.data())
@COMMON
def test_no_order_of_input_matters(method: str, data: st.DataObject) -> None:
    poll = data.draw(KINDS.get(method, polls()))
    seats = 1 if all_methods()[method].single else data.draw(st.integers(1, 4))
    ballots = tuple(data.draw(st.permutations(poll.ballots)))
    options = tuple(data.draw(st.permutations(NAMES)))
    other = replace(poll, ballots=ballots, options=options)
    assert tally(poll, method, Parameters(seats=seats)) == tally(other, method, Parameters(seats=seats))


@pytest.mark.parametrize("method", sorted(all_methods()))
@given(st.data(), st.sampled_from(["", "a published value"]))
@COMMON
def test_every_seat_is_filled_or_waits_for_a_declared_tie(
    method: str, data: st.DataObject, seed: str
) -> None:
    poll = data.draw(KINDS.get(method, polls()))
    seats = 1 if all_methods()[method].single else data.draw(st.integers(1, 4))
    result = tally(poll, method, Parameters(seats=seats, seed=seed))
    waiting = sum(tie.seats for tie in result.ties if not tie.settled)
    assert len(result.winners) + waiting == seats
    assert not seed or not waiting
    assert len(set(result.winners)) == len(result.winners)
    assert sorted(name for group in result.ranking for name in group) == list(NAMES)
    assert all(len(tie.candidates) > tie.seats for tie in result.ties if not tie.settled)


@pytest.mark.parametrize("method", sorted(all_methods()))
@given(st.data())
@COMMON
def test_a_seed_elects_only_who_could_be_elected(method: str, data: st.DataObject) -> None:
    poll = data.draw(KINDS.get(method, polls()))
    declared = tally(poll, method, Parameters())
    seeded = tally(poll, method, Parameters(seed="dice"))
    assert set(declared.winners) <= set(seeded.winners)
    assert set(seeded.winners) <= possible(declared)


@pytest.mark.parametrize("method", ["schulze", "copeland"])
@given(polls(), strengths, unranked)
@COMMON
def test_who_beats_everybody_wins(method: str, poll: Poll, strength: Strength, last: Unranked) -> None:
    result = tally(poll, method, Parameters(strength=strength, unranked=last))
    winner = condorcet_winner(result.working["pairwise"])  # type: ignore[arg-type]
    assume(winner is not None)
    assert result.winners == (winner,)


@pytest.mark.parametrize("method", ["schulze", "copeland", "irv", "stv"])
@given(polls(strict=True, complete=True), st.sampled_from(NAMES))
@COMMON
def test_the_first_choice_of_a_majority_wins(method: str, poll: Poll, name: str) -> None:
    others = sum(ballot.weight for ballot in poll.ballots)
    rest = tuple((other,) for other in NAMES if other != name)
    ballots = (*poll.ballots, Ballot(ranking=((name,), *rest), weight=others + 1))
    assert tally(replace(poll, ballots=ballots), method, Parameters()).winners == (name,)


@given(polls(), strengths, unranked, st.sampled_from(NAMES), st.booleans())
@COMMON
def test_schulze_does_not_care_for_clones(
    poll: Poll, strength: Strength, last: Unranked, name: str, ahead: bool
) -> None:
    """A candidate who is ranked right beside another everywhere changes nothing for anybody else."""
    pair = ((f"{name}1",), (f"{name}2",)) if ahead else ((f"{name}1", f"{name}2"),)

    def cloned(ranking: Ranking) -> Ranking:
        found: list[tuple[str, ...]] = []
        for group in ranking:
            if group == (name,):
                found += pair
            elif name in group:
                found.append((*(other for other in group if other != name), f"{name}1", f"{name}2"))
            else:
                found.append(group)
        return tuple(found)

    ballots = tuple(replace(ballot, ranking=cloned(ballot.ranking or ())) for ballot in poll.ballots)
    options = (*(other for other in NAMES if other != name), f"{name}1", f"{name}2")
    parameters = Parameters(strength=strength, unranked=last)
    before = possible(tally(poll, "schulze", parameters))
    after = possible(tally(replace(poll, ballots=ballots, options=options), "schulze", parameters))
    assert {other[0] for other in after} == before


@pytest.mark.parametrize("method", ["schulze", "copeland"])
@given(polls(strict=True, complete=True), st.data())
@COMMON
def test_raising_a_winner_does_not_hurt(method: str, poll: Poll, data: st.DataObject) -> None:
    winner = min(possible(tally(poll, method, Parameters())))
    number = data.draw(st.integers(0, len(poll.ballots) - 1))
    order = [group[0] for group in poll.ballots[number].ranking or ()]
    place = order.index(winner)
    higher = data.draw(st.integers(0, place))
    order.insert(higher, order.pop(place))
    raised = replace(poll.ballots[number], ranking=tuple((name,) for name in order))
    ballots = (*poll.ballots[:number], raised, *poll.ballots[number + 1 :])
    assert winner in possible(tally(replace(poll, ballots=ballots), method, Parameters()))


@given(approval_polls())
@COMMON
def test_one_more_approval_does_not_hurt(poll: Poll) -> None:
    winner = min(possible(tally(poll, "approval", Parameters())))
    more = replace(poll, ballots=(*poll.ballots, Ballot(approvals=(winner,))))
    assert tally(more, "approval", Parameters()).winners == (winner,)


@given(polls(), strengths)
@COMMON
def test_a_strongest_path_is_as_strong_as_its_weakest_step(poll: Poll, strength: Strength) -> None:
    working = tally(poll, "schulze", Parameters(strength=strength)).working
    votes = working["pairwise"]
    for pair in working["comparisons"]:
        for way, strong in zip(pair["paths"], pair["strengths"], strict=True):
            assert len(set(way)) == len(way)
            steps = [(votes[a][b], votes[a][b] - votes[b][a]) for a, b in pairwise(way)]
            assert all(lead > 0 for _, lead in steps)
            number = 0 if strength is Strength.WINNING else 1
            assert min((step[number] for step in steps), default=0) == strong


@given(polls(), st.integers(1, 4), unranked)
@COMMON
def test_stv_loses_no_fraction_of_a_vote(poll: Poll, seats: int, last: Unranked) -> None:
    result = tally(poll, "stv", Parameters(seats=seats, unranked=last))
    for stage in result.working["stages"]:
        held = sum((Fraction(number) for number in stage["votes"].values()), Fraction(stage["run_out"]))
        assert held == result.working["ballots"]


@pytest.mark.parametrize("method", ["schulze", "copeland", "stv"])
@given(polls(), st.integers(1, 4), st.integers(0, 2))
@COMMON
def test_no_employer_gets_more_than_its_cap(method: str, poll: Poll, seats: int, cap: int) -> None:
    employers = {"A": "Example Inc", "B": "EXAMPLE INC", "C": "Example Inc", "D": "independent"}
    parameters = Parameters(seats=seats, employer_cap=cap, employers=employers, seed="dice")
    result = tally(poll, method, parameters)
    assert len(set("ABC") & set(result.winners)) <= cap
    assert len(result.winners) == min(seats, cap + 2)


@given(star_polls())
@COMMON
def test_star_elects_one_of_the_two_highest(poll: Poll) -> None:
    result = tally(poll, "star", Parameters(seed="dice"))
    totals = result.working["totals"]
    assert sum(totals[name] > totals[result.winners[0]] for name in NAMES) <= 1
