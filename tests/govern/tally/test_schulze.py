"""Schulze: his own examples, paths that can be followed, and what tells his method from its neighbours."""

import pytest

from folkmoot.govern.tally import Strength, Unranked
from govern.tally.textbook import CENTRE_SQUEEZE, PARADOX, SCHULZE_ONE, TENNESSEE, counted, flat

# Nine voters between whose favourites the strongest paths do not decide.
DRAW = """
3: A>B>C>D
2: D>A>B>C
2: D>B>C>A
2: C>B>D>A
"""


def test_his_first_example() -> None:
    result = counted("schulze", SCHULZE_ONE)
    assert flat(result) == ["E", "A", "C", "B", "D"]
    paths = result.working["strongest_paths"]
    assert {two: paths["A"][two] for two in "BCDE"} == {"B": 28, "C": 28, "D": 30, "E": 24}
    assert {two: paths["E"][two] for two in "ABCD"} == {"A": 25, "B": 28, "C": 28, "D": 31}


def test_a_draw() -> None:
    """B is ahead of C and D of A; no path decides between B and D."""
    result = counted("schulze", DRAW)
    assert result.winners == ()
    assert set(result.ties[0].candidates) == {"B", "D"}
    assert result.ranking[0] == ("B", "D")


def test_the_way_is_told() -> None:
    result = counted("schulze", SCHULZE_ONE)
    first = result.working["comparisons"][0]
    assert (first["above"], first["below"], first["strengths"]) == ("E", "A", [25, 24])
    words = [str(step) for step in result.steps if not hasattr(step, "rows")]
    assert any(word.startswith("E is ahead of A: E > ") and "only 24" in word for word in words)
    assert "Nobody is preferred to every other candidate." in words


def test_who_beats_everybody_is_said() -> None:
    words = [str(step) for step in counted("schulze", TENNESSEE).steps]
    assert "Nashville is preferred to every other candidate." in words


def test_tennessee() -> None:
    assert flat(counted("schulze", TENNESSEE)) == ["Nashville", "Chattanooga", "Knoxville", "Memphis"]


def test_the_centre_is_not_squeezed() -> None:
    assert counted("schulze", CENTRE_SQUEEZE).winners == ("Centre",)


def test_the_paradox_is_declared_a_tie() -> None:
    result = counted("schulze", PARADOX)
    assert result.winners == ()
    assert result.ties[0].candidates == ("A", "B", "C")
    assert result.ties[0].seats == 1


def test_a_seed_breaks_the_tie_the_same_way_for_everybody() -> None:
    seeded = counted("schulze", PARADOX, seed="block 840000")
    assert len(seeded.winners) == 1
    assert seeded.ties[0].settled == seeded.winners
    assert counted("schulze", PARADOX, seed="block 840000") == seeded
    others = {counted("schulze", PARADOX, seed=str(number)).winners[0] for number in range(30)}
    assert others == {"A", "B", "C"}


def test_winning_votes_and_margins_can_differ() -> None:
    """In a circle A > B > C > A, the weakest victory is another one by votes than by margins."""
    circle = """
    5: A>B
    3: B>A
    9: B>C
    8: C>B
    6: C>A
    3: A>C
    """
    assert counted("schulze", circle, strength=Strength.WINNING).winners == ("B",)
    assert counted("schulze", circle, strength=Strength.MARGIN).winners != ("B",)


def test_the_unranked_are_ignored_or_last() -> None:
    ballots = """
    3: A
    2: B>A
    """
    ignored = counted("schulze", ballots, unranked=Unranked.IGNORED)
    assert ignored.winners == ("B",)
    assert ignored.working["pairwise"]["A"]["B"] == 0
    assert counted("schulze", ballots, unranked=Unranked.LAST).winners == ("A",)


def test_equal_ranks_prefer_neither() -> None:
    assert counted("schulze", "4: A=B>C").working["pairwise"] == {
        "A": {"B": 0, "C": 4}, "B": {"A": 0, "C": 4}, "C": {"A": 0, "B": 0},
    }  # fmt: skip


@pytest.mark.parametrize("seats", [1, 2, 3])
def test_seats_are_filled_down_the_ranking(seats: int) -> None:
    order = ("Nashville", "Chattanooga", "Knoxville")
    assert counted("schulze", TENNESSEE, seats=seats).winners == order[:seats]


def test_who_is_neither_ahead_nor_behind_shares_the_place() -> None:
    """The real committee vote that this copies published A and B as tied, then C, D, E."""
    ballots = """
    1: B>C=D>A=E
    2: C>A>B>E>D
    1: B>A>C=D>E
    1: E>B>D>A>C
    1: A>B>D>C>E
    """
    result = counted("schulze", ballots, seats=2)
    assert result.ranking == (("A", "B"), ("C",), ("D",), ("E",))
    assert result.winners == ("A", "B")
    assert result.ties == ()


def said(text: str) -> list[str]:
    return [str(step) for step in counted("schulze", text).steps if not hasattr(step, "rows")]


def test_where_no_victories_lead_neither_is_ahead() -> None:
    """A and B draw, and nobody compares C with anybody."""
    assert said("1: A>B\n1: B>A\n1: C") == [
        "Nobody is preferred to every other candidate.",
        "No path of victories leads between A and B: neither is ahead.",
        "No path of victories leads between B and C: neither is ahead.",
    ]


def test_a_way_without_a_way_back_is_told_so() -> None:
    assert said("2: A>B>C\n1: B>A>C") == [
        "A is preferred to every other candidate.",
        "A is ahead of B: A > B has strength 2, and no path leads back.",
        "B is ahead of C: B > C has strength 3, and no path leads back.",
    ]


def test_ways_of_equal_strength_make_equals() -> None:
    """In the paradox every way has the strength of two votes."""
    assert said(PARADOX)[1] == "A and B are equal: A > B is as strong (2) as B > C > A."


def test_both_tables_are_shown_and_the_votes_of_each_pair() -> None:
    result = counted("schulze", "2: A>B>C\n1: B>A>C")
    votes, paths = (step.rows for step in result.steps if hasattr(step, "rows"))
    assert votes == (("1. A", "", "2", "3"), ("2. B", "1", "", "3"), ("3. C", "0", "0", ""))
    assert paths == (("1. A", "", "2", "3"), ("2. B", "0", "", "3"), ("3. C", "0", "0", ""))
    assert [(each["above"], each["below"], each["votes"]) for each in result.working["comparisons"]] == [
        ("A", "B", [2, 1]), ("B", "C", [3, 0]),
    ]  # fmt: skip


def test_by_margins_a_victory_is_as_strong_as_its_lead() -> None:
    """Five to four is stronger by votes, three to none by its lead."""
    pairs = counted("schulze", "5: A>B\n4: B>A\n3: C>D", strength=Strength.WINNING)
    leads = counted("schulze", "5: A>B\n4: B>A\n3: C>D", strength=Strength.MARGIN)
    assert [each.working["strongest_paths"]["A"]["B"] for each in (pairs, leads)] == [5, 1]
    assert [each.working["strongest_paths"]["C"]["D"] for each in (pairs, leads)] == [3, 3]
    assert leads.parameters["strength"] == "margin"
