"""Where a ballot goes, and who can be dropped together."""

from fractions import Fraction

from folkmoot.govern.tally._transfers import first_votes, lowest, next_choice, together

RANKING = (("A", "B"), ("C",))


def test_a_ballot_goes_to_whom_it_wants_most_of_those_left() -> None:
    assert next_choice(RANKING, {"A", "B", "C"}) == ("A", "B")
    assert next_choice(RANKING, {"B", "C"}) == ("B",)
    assert next_choice(RANKING, {"C", "D"}) == ("C",)
    assert next_choice(RANKING, {"D"}) == ()


def test_first_votes_are_shared_and_run_out() -> None:
    votes, run_out = first_votes(((RANKING, 3), ((("D",),), 2)), {"A", "B"})
    assert votes == {"A": Fraction(3, 2), "B": Fraction(3, 2)}
    assert run_out == 2


def test_the_lowest_are_all_of_them() -> None:
    assert lowest({"A": Fraction(2), "B": Fraction(1), "C": Fraction(1)}) == ("B", "C")


def test_they_go_together_only_below_the_next() -> None:
    votes = {"A": Fraction(3), "B": Fraction(1), "C": Fraction(1)}
    assert together(votes, ("B", "C"))
    assert not together(votes | {"A": Fraction(2)}, ("B", "C"))
    assert not together({"B": Fraction(1), "C": Fraction(1)}, ("B", "C"))


def test_two_can_go_together_whatever_stands_above_the_next() -> None:
    """It is the next one whom all their votes together must not reach, not the first."""
    votes = {"A": Fraction(9), "B": Fraction(2), "C": Fraction(1), "D": Fraction(1)}
    assert not together(votes, ("C", "D"))
    assert together(votes | {"B": Fraction(3)}, ("C", "D"))


def test_candidates_without_votes_stand_with_none() -> None:
    votes, run_out = first_votes(((RANKING, 2),), {"C", "Z"})
    assert (votes, run_out) == ({"C": Fraction(2), "Z": Fraction(0)}, 0)
    assert lowest(votes) == ("Z",)
