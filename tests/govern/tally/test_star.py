"""STAR: totals, runoffs, its own tie rules, and several seats."""

import pytest

from folkmoot.govern.tally import Parameters, Result, Unranked, tally
from folkmoot.model.ballot import Ballot, Poll
from folkmoot.model.errors import UsageError


def starred(text: str, **parameters: object) -> Result:
    """Count lines "number: A5 B3"."""
    ballots = []
    for line in text.strip().splitlines():
        count, _, given = line.partition(":")
        scores = tuple((word[0], int(word[1:])) for word in given.split())
        ballots.append(Ballot(scores=scores, weight=int(count)))
    options = sorted({name for ballot in ballots for name in ballot.options()})
    poll = Poll("test", "scores", tuple(ballots), options=tuple(options))
    return tally(poll, "star", Parameters(**({"unranked": Unranked.LAST} | parameters)))  # type: ignore[arg-type]


# Tennessee again, with the scores of the encyclopaedia: Nashville wins the runoff against Chattanooga.
TENNESSEE = """
42: M5 N2 C1 K0
26: N5 C2 K2 M0
15: C5 K4 N2 M0
17: K5 C4 N2 M0
"""


def test_tennessee() -> None:
    result = starred(TENNESSEE)
    assert result.working["totals"] == {"C": 237, "K": 197, "M": 210, "N": 278}
    assert result.working["rounds"] == [
        {"finalists": ["N", "C"], "runoff": {"N": 68, "C": 32}, "elected": "N"}
    ]
    assert result.winners == ("N",)


def test_the_runoff_can_turn_the_scores_over() -> None:
    result = starred("3: A5 B4\n2: B5 A0")
    assert result.working["totals"] == {"A": 15, "B": 22}
    assert result.winners == ("A",)
    assert "3 ballots prefer A, 2 prefer B. A is elected." in str(result.steps[-1])


def test_a_tied_runoff_goes_to_the_higher_total() -> None:
    assert starred("1: A5 B0\n1: B4 A3").winners == ("A",)


def test_a_tie_for_the_runoff_goes_to_who_beats_the_tied() -> None:
    result = starred("2: A5 B3 C0\n2: A4 C3 B3\n1: C4 B2 A0")
    assert result.working["totals"]["B"] == 14
    result = starred("1: A5 B3 C2\n1: A5 C0 B1\n1: A0 C5 B3")
    assert result.working["totals"] == {"A": 10, "B": 7, "C": 7}
    assert result.working["rounds"][0]["finalists"] == ["A", "B"]


def test_a_true_tie_is_declared_or_seeded() -> None:
    result = starred("1: A5 B0\n1: B5 A0")
    assert result.winners == ()
    assert result.ties[0].candidates == ("A", "B")
    assert len(starred("1: A5 B0\n1: B5 A0", seed="x").winners) == 1


def test_several_seats_are_filled_one_after_the_other() -> None:
    result = starred(TENNESSEE, seats=2)
    assert result.winners == ("N", "C")
    assert result.working["rounds"][1]["finalists"] == ["C", "M"]


def test_an_employer_with_its_seats_taken_leaves_the_rounds() -> None:
    employers = {"N": "Example Inc", "C": "Example Inc"}
    result = starred(TENNESSEE, seats=2, employer_cap=1, employers=employers)
    assert result.winners == ("N", "K")
    assert result.dropped == (("C", "Example Inc"),)


def test_a_missing_score_is_none_or_ignored() -> None:
    assert starred("3: A1\n2: B2 A1").working["preferred"]["A"]["B"] == 3
    ignored = starred("3: A1\n2: B2 A1", unranked=Unranked.IGNORED)
    assert ignored.working["preferred"]["A"]["B"] == 0


def test_scores_outside_the_range_are_refused() -> None:
    with pytest.raises(UsageError, match="0 to 5; a ballot says 6"):
        starred("1: A6 B0")


def test_ranks_are_no_scores() -> None:
    poll = Poll("test", "ranks", (Ballot(ranking=(("A",), ("B",))),), options=("A", "B"))
    with pytest.raises(UsageError, match="scores from 0 to 5"):
        tally(poll, "star", Parameters())


def test_the_last_one_left_needs_no_runoff() -> None:
    result = starred("2: A5 B1", seats=2)
    assert result.winners == ("A", "B")
    assert str(result.steps[-1]) == "Seat 2: only B is left."


def test_many_seats_among_equals_are_one_declared_tie() -> None:
    """Five equals for four seats could be elected in tens of thousands of orders, but only in five sets."""
    result = starred("1: A0 B0 C0 D0 E0", seats=4)
    assert result.winners == ()
    assert (result.ties[0].candidates, result.ties[0].seats) == (("A", "B", "C", "D", "E"), 4)


def test_more_equals_than_can_be_followed_ask_for_a_seed() -> None:
    equals = "1: " + " ".join(f"{letter}0" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefgh")
    with pytest.raises(UsageError, match="So many candidates are tied"):
        starred(equals)
    assert len(starred(equals, seats=3, seed="dice").winners) == 3


def test_among_equal_totals_a_draw_counts_half_a_victory() -> None:
    """All have 5. A beats B, B and C beat D, D beats A, the rest are draws: A 3, B 3, C 4, D 2 halves."""
    result = starred("1: A2 B1 C2 D0\n1: A0 B4 C3 D1\n1: A3 B0 C0 D4")
    assert set(result.working["totals"].values()) == {5}
    assert result.working["rounds"][0]["finalists"][0] == "C"


def test_fives_are_counted_and_shown_with_the_totals() -> None:
    result = starred(TENNESSEE)
    assert result.working["fives"] == {"C": 15, "K": 17, "M": 42, "N": 26}
    table = result.steps[0]
    assert table.columns == ("", "total", "fives")  # type: ignore[union-attr]
    assert table.rows == (  # type: ignore[union-attr]
        ("N", "278", "26"), ("C", "237", "15"), ("M", "210", "42"), ("K", "197", "17"),
    )  # fmt: skip
    assert result.parameters["scores"] == "0 to 5"


def test_each_seat_is_told_with_totals_and_votes() -> None:
    assert [str(step) for step in starred(TENNESSEE, seats=2).steps[1:]] == [
        (
            "Seat 1: N (total 278) and C (total 237) go into the runoff; 68 ballots prefer N, 32 prefer C. "
            "N is elected."
        ),
        (
            "Seat 2: C (total 237) and M (total 210) go into the runoff; 58 ballots prefer C, 42 prefer M. "
            "C is elected."
        ),
    ]


def test_those_who_are_not_elected_rank_by_their_totals() -> None:
    assert starred(TENNESSEE).ranking == (("N",), ("C",), ("M",), ("K",))
    assert starred("2: A5 B1 C1 D0").ranking == (("A",), ("B", "C"), ("D",))


def test_who_is_left_alone_has_no_runoff() -> None:
    assert starred("2: A5 B1", seats=2).working["rounds"][1] == {
        "finalists": ["B"], "runoff": {}, "elected": "B",
    }  # fmt: skip


@pytest.mark.parametrize("score", [-1, 6])
def test_the_bounds_of_a_score_belong_to_it(score: int) -> None:
    assert starred("1: A5 B0").winners == ("A",)
    with pytest.raises(UsageError, match=f"a ballot says {score}"):
        starred(f"1: A{score} B0")
