"""Ballots made ready: checked, put together, compared in pairs."""

import pytest

from folkmoot.govern.tally import Parameters, Unranked, method, tally
from folkmoot.govern.tally import _preferences as preferences
from folkmoot.model.ballot import Ballot, Poll
from folkmoot.model.errors import UsageError
from govern.tally.textbook import TENNESSEE, poll

SCHULZE = method("schulze")


def test_alike_ballots_are_put_together() -> None:
    contest = preferences.prepared(poll("2: A>B\n3: A>B\n1: B=A"), SCHULZE, Parameters())
    assert contest.rankings == (((("A",), ("B",)), 5), ((("A", "B"),), 1))
    assert contest.voters() == 6


def test_pairs_are_counted() -> None:
    contest = preferences.prepared(poll("2: A>B>C\n3: B"), SCHULZE, Parameters())
    assert preferences.pairwise(contest, Unranked.IGNORED)["B"] == {"A": 0, "C": 2}
    assert preferences.pairwise(contest, Unranked.LAST)["B"] == {"A": 3, "C": 5}


def test_scores_are_ranked_by_their_order_alone() -> None:
    ballots = (Ballot(scores=(("A", 9007199254740994), ("B", -100), ("C", -100))),)
    contest = preferences.prepared(
        Poll("test", "scores", ballots, options=("C", "B", "A")), SCHULZE, Parameters()
    )
    assert contest.rankings == (((("A",), ("B", "C")), 1),)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        (Parameters(seats=5), "5 seats cannot be filled by 4"),
        (Parameters(seats=0), "0 seats"),
        (Parameters(employer_cap=2), "who works for whom"),
    ],
)
def test_parameters_that_do_not_fit_are_refused(parameters: Parameters, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        tally(poll(TENNESSEE), "schulze", parameters)


def test_a_stranger_on_a_ballot_is_named() -> None:
    ballots = (Ballot(ranking=(("A",),)), Ballot(ranking=(("Z",),)))
    with pytest.raises(UsageError, match="Ballot 2 names 'Z'"):
        tally(Poll("test", "x", ballots, options=("A", "B")), "schulze", Parameters())


def test_no_ballots_elect_nobody() -> None:
    with pytest.raises(UsageError, match="holds no ballots"):
        tally(Poll("test", "x", (), options=("A",)), "schulze", Parameters())


def test_a_ranking_is_needed() -> None:
    ballots = (Ballot(approvals=("A",)),)
    with pytest.raises(UsageError, match="these say who is approved"):
        tally(Poll("test", "x", ballots, options=("A",)), "irv", Parameters())


def test_more_candidates_than_can_be_counted_are_refused() -> None:
    names = tuple(str(number) for number in range(preferences.MOST_CANDIDATES + 1))
    with pytest.raises(UsageError, match="More than 100"):
        tally(Poll("test", "x", (Ballot(ranking=(names,)),), options=names), "schulze", Parameters())


def test_more_work_than_can_be_done_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preferences, "MOST_WORK", 10)
    with pytest.raises(UsageError, match="too many ballots"):
        tally(poll(TENNESSEE), "schulze", Parameters())


def test_as_much_work_as_the_bound_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four different ballots and four candidates are 4 x 4 x 4 steps."""
    monkeypatch.setattr(preferences, "MOST_WORK", 64)
    assert tally(poll(TENNESSEE), "schulze", Parameters()).winners == ("Nashville",)
    monkeypatch.setattr(preferences, "MOST_WORK", 63)
    with pytest.raises(UsageError, match="too many ballots"):
        tally(poll(TENNESSEE), "schulze", Parameters())


def test_a_hundred_candidates_can_be_counted() -> None:
    names = tuple(f"c{number:03d}" for number in range(preferences.MOST_CANDIDATES))
    ballot = Ballot(ranking=tuple((name,) for name in names))
    found = tally(Poll("test", "x", (ballot,), options=names), "copeland", Parameters())
    assert found.winners == ("c000",)


def test_empty_groups_of_a_ranking_are_no_places() -> None:
    ballots = (Ballot(ranking=((), ("A",), (), ("B",))),)
    contest = preferences.prepared(Poll("test", "x", ballots, options=("A", "B")), SCHULZE, Parameters())
    assert contest.rankings == (((("A",), ("B",)), 1),)


def test_a_yes_or_no_is_decided_by_a_rule_and_not_counted() -> None:
    with pytest.raises(UsageError, match="asks yes or no; there are no candidates"):
        tally(Poll("test", "Hats?", (), options=()), "schulze", Parameters())
