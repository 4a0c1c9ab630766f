"""STV: quota, transfers in exact fractions, proportionality, and the employer cap."""

from fractions import Fraction

from folkmoot.govern.tally import Unranked
from govern.tally.textbook import TENNESSEE, counted

# The encyclopaedia's food election: 23 ballots, three seats, quota 6.
FOOD = """
4: Oranges
2: Pears>Oranges
8: Chocolate>Strawberries
4: Chocolate>Sweets
1: Strawberries
1: Sweets
"""


def held(result: object, stage: int) -> dict[str, Fraction]:
    votes = result.working["stages"][stage]["votes"]  # type: ignore[attr-defined]
    return {name: Fraction(number) for name, number in votes.items()}


def test_the_food_election() -> None:
    """Twenty ballots, three seats: chocolate's surplus elects strawberries after pears went to oranges."""
    result = counted("stv", FOOD, seats=3)
    assert result.working["quota"] == 6
    assert result.winners == ("Chocolate", "Oranges", "Strawberries")
    assert held(result, 1) == {"Chocolate": 6, "Oranges": 4, "Pears": 2, "Strawberries": 5, "Sweets": 3}


def test_a_surplus_moves_at_its_exact_share() -> None:
    result = counted("stv", "7: A>B\n3: C\n1: B>C", seats=2)
    assert result.working["quota"] == 4
    assert held(result, 1) == {"A": 4, "B": 4, "C": 3}
    thirds = counted("stv", "4: A>B\n2: A>C\n3: D\n2: B\n1: C", seats=2)
    assert thirds.working["quota"] == 5
    assert held(thirds, 1)["B"] == 2 + Fraction(4, 6)


def test_every_vote_is_somewhere_at_every_stage() -> None:
    result = counted("stv", "7: A>B\n5: A=C>D\n4: D>E\n3: E\n2: B>E>D\n1: F=B", seats=3)
    for number, stage in enumerate(result.working["stages"]):
        assert sum(held(result, number).values()) + Fraction(stage["run_out"]) == 22


def test_a_minority_above_the_quota_gets_its_seat() -> None:
    result = counted("stv", "60: A>B>C\n40: D>E>F", seats=4)
    assert len({"A", "B", "C"} & set(result.winners)) == 2
    assert len({"D", "E", "F"} & set(result.winners)) == 2 - len(result.ties)
    result = counted("stv", "61: A>B>C\n39: D>E>F", seats=3)
    assert set(result.winners) == {"A", "B", "D"}


def test_one_seat_is_instant_runoff() -> None:
    assert counted("stv", TENNESSEE).winners == counted("irv", TENNESSEE).winners


def test_who_is_left_takes_the_remaining_seats() -> None:
    result = counted("stv", "9: A\n2: B\n1: C", seats=2)
    assert result.winners == ("A", "B")
    assert "Stage 3: B takes a remaining seat with 2." in [str(step) for step in result.steps]


def test_ballots_that_rank_nobody_do_not_raise_the_quota() -> None:
    assert counted("stv", "6: A\n3: B\n90:", seats=1).working["quota"] == 5


def test_the_unranked_may_be_last() -> None:
    last = counted("stv", "6: A\n3: B\n2: C", seats=2, unranked=Unranked.LAST)
    assert last.working["stages"][-1]["run_out"] == 0


def test_a_tie_for_the_last_seat_is_declared() -> None:
    result = counted("stv", "6: A\n2: B\n2: C", seats=2)
    assert result.winners == ("A",)
    assert (result.ties[0].candidates, result.ties[0].seats) == (("B", "C"), 1)
    seeded = counted("stv", "6: A\n2: B\n2: C", seats=2, seed="x")
    assert len(seeded.winners) == 2
    assert seeded.ties


def test_a_tie_that_changes_nothing_is_no_tie() -> None:
    result = counted("stv", "9: A>B\n5: B\n1: C>A\n1: D>A", seats=2)
    assert result.winners == ("A", "B")
    assert result.ties == ()


def test_an_employers_third_candidate_drops_out() -> None:
    employers = {"A": "Example Inc", "B": "example inc", "C": "Other Ltd"}
    free = counted("stv", "9: A>B>C\n8: B>A\n3: C", seats=2)
    assert free.winners == ("A", "B")
    capped = counted("stv", "9: A>B>C\n8: B>A\n3: C", seats=2, employer_cap=1, employers=employers)
    assert capped.winners == ("A", "C")
    assert capped.dropped == (("B", "example inc"),)


def test_equals_of_one_employer_compete_for_its_seat() -> None:
    employers = {"A": "Example Inc", "B": "Example Inc"}
    result = counted("stv", "6: A\n6: B\n1: C", seats=2, employer_cap=1, employers=employers)
    assert result.winners == ("C",)
    assert result.ties[0].candidates == ("A", "B")


def test_the_count_is_told_stage_by_stage() -> None:
    """16 ballots for two seats: quota 16 // 3 + 1 = 6. A's surplus of 3 moves to B, who has 5."""
    result = counted("stv", "9: A>B\n5: B\n1: C>A\n1: D>A", seats=2)
    assert [str(step) for step in result.steps if not hasattr(step, "rows")] == [
        "16 ballots for 2 seats: the quota is 6.",
        "Stage 1: A is elected with 9.",
        "Stage 1: the surplus of A (3) moves to next choices.",
        "Stage 2: B is elected with 8.",
    ]
    table = result.steps[1]
    assert table.columns == ("", "1", "2")  # type: ignore[union-attr]
    assert table.rows == (  # type: ignore[union-attr]
        ("A", "9", "6"), ("B", "5", "8"), ("C", "1", "1"), ("D", "1", "1"), ("(not transferable)", "0", "0"),
    )  # fmt: skip
    assert result.ranking == (("A",), ("B",), ("C", "D"))


def test_exactly_the_quota_is_enough_and_leaves_no_surplus() -> None:
    """Quota 9 // 3 + 1 = 4: both reach it at once, and nothing moves."""
    result = counted("stv", "4: A>C\n4: B>C\n1: C", seats=2)
    assert result.winners == ("A", "B")
    assert len(result.working["stages"]) == 1


def test_the_largest_surplus_moves_first() -> None:
    """Quota 20 // 4 + 1 = 6: A has 3 too many and B 1."""
    result = counted("stv", "9: A>C\n7: B>D\n2: C\n2: D", seats=3)
    moved = [str(step) for step in result.steps if "surplus" in str(step)]
    assert moved[0] == "Stage 1: the surplus of A (3) moves to next choices."


def test_what_has_no_next_choice_is_not_transferred() -> None:
    """Quota 12 // 3 + 1 = 5: A has 4 too many, and nobody is wanted next."""
    result = counted("stv", "9: A\n2: B\n1: C", seats=2)
    assert result.working["stages"][1]["run_out"] == 4
    assert held(result, 1)["A"] == 5


def test_last_ones_who_cannot_catch_up_go_together() -> None:
    result = counted("stv", "6: A\n4: B\n1: C\n1: D", seats=1)
    assert "Stage 1: out with 2: C, D." in [str(step) for step in result.steps]


def test_a_declared_tie_leaves_as_many_seats_open_as_it_is_about() -> None:
    result = counted("stv", "4: A\n4: B\n4: C", seats=2)
    assert result.winners == ()
    assert (result.ties[0].candidates, result.ties[0].seats) == (("A", "B", "C"), 2)
    assert result.ranking == (("A", "B", "C"),)


def test_what_is_printed_says_how_it_was_counted() -> None:
    parameters = counted("stv", "6: A\n3: B").parameters
    assert (parameters["quota"], parameters["transfers"]) == (5, "weighted inclusive Gregory")
