"""IRV: rounds that can be followed, its known paradoxes, and ties."""

import pytest

from folkmoot.govern.tally import Unranked
from folkmoot.model.errors import UsageError
from govern.tally.textbook import CENTRE_SQUEEZE, TENNESSEE, counted

# Raising the winner makes it lose: 100 voters, A wins; ten who move A up from B>A>C to A>B>C make C win.
BEFORE = """
39: A>B>C
35: B>C>A
26: C>A>B
"""
AFTER = """
49: A>B>C
25: B>C>A
26: C>A>B
"""


def test_tennessee_elects_knoxville() -> None:
    result = counted("irv", TENNESSEE)
    assert result.winners == ("Knoxville",)
    assert [round_["dropped"] for round_ in result.working["rounds"]] == [
        ["Chattanooga"],
        ["Nashville"],
        ["Memphis"],
    ]
    assert result.ranking == (("Knoxville",), ("Memphis",), ("Nashville",), ("Chattanooga",))


def test_the_rounds_are_told() -> None:
    words = [str(step) for step in counted("irv", TENNESSEE).steps[1:]]
    assert words[0] == "Round 1: out with 15: Chattanooga."
    assert words[2] == "Round 3: Knoxville has more than half; out with 42: Memphis."


def test_the_centre_is_squeezed() -> None:
    assert counted("irv", CENTRE_SQUEEZE).winners == ("Left",)


def test_it_is_not_monotonic() -> None:
    """The textbook paradox: ten voters who raise the winner A make it lose."""
    assert counted("irv", BEFORE).winners == ("A",)
    assert counted("irv", AFTER).winners == ("C",)


def test_a_ballot_that_ranks_alike_is_shared() -> None:
    first = counted("irv", "3: A=B=C>D\n1: D").working["rounds"][0]
    assert first["votes"] == {"A": 1, "B": 1, "C": 1, "D": 1}
    halves = counted("irv", "1: A=B\n2: C").working["rounds"][0]
    assert halves["votes"] == {"A": "1/2", "B": "1/2", "C": 2}
    assert halves["dropped"] == ["A", "B"]


def test_ballots_that_run_out_are_shown() -> None:
    rounds = counted("irv", "4: A\n3: B>A\n2: C").working["rounds"]
    assert [round_["run_out"] for round_ in rounds] == [0, 2]


def test_the_unranked_may_share_what_is_left() -> None:
    rounds = counted("irv", "4: A\n3: B>A\n2: C", unranked=Unranked.LAST).working["rounds"]
    assert rounds[1]["run_out"] == 0
    assert rounds[1]["votes"] == {"A": 5, "B": 4}


def test_last_ones_who_cannot_catch_up_go_together() -> None:
    assert counted("irv", "5: A\n4: B\n1: C\n1: D").working["rounds"][0]["dropped"] == ["C", "D"]


def test_a_tie_that_changes_nothing_is_no_tie() -> None:
    result = counted("irv", "5: A\n2: B>A\n2: C>A")
    assert result.winners == ("A",)
    assert result.ties == ()


def test_a_tie_that_decides_is_declared() -> None:
    result = counted("irv", "4: A>B>C\n3: B>C>A\n3: C>B>A")
    assert result.winners == ()
    assert result.ties[0].candidates == ("B", "C")
    assert result.ranking[0] == ("B", "C")


def test_a_seed_decides_it() -> None:
    result = counted("irv", "4: A>B>C\n3: B>C>A\n3: C>B>A", seed="dice 4711")
    assert result.winners in {("B",), ("C",)}
    assert result.ties[0].settled == result.winners
    assert result.parameters["tie"] == "seeded"


def test_ballots_without_any_rank_elect_nobody() -> None:
    result = counted("irv", "3:", options="A B")
    assert result.winners == ()
    assert result.ties[0].candidates == ("A", "B")


def test_it_fills_one_seat() -> None:
    with pytest.raises(UsageError, match="fills one seat, not 2"):
        counted("irv", TENNESSEE, seats=2)


def test_an_employer_without_room_does_not_stand() -> None:
    employers = {"Knoxville": "Example Inc"}
    result = counted("irv", TENNESSEE, employer_cap=1, employers=employers, sitting={"example  inc": 1})
    assert result.winners == ("Chattanooga",)
    assert result.dropped == (("Knoxville", "Example Inc"),)


def test_half_is_not_more_than_half() -> None:
    """A has two of four: B and C share the last place, and the one who is dropped first changes nothing."""
    words = [str(step) for step in counted("irv", "2: A\n1: B\n1: C").steps[1:]]
    assert words == [
        "Round 1: B, C are tied for the last place with 1; out: C.",
        "Round 2: A has more than half; out with 1: B.",
    ]


def test_who_was_tied_for_the_last_place_is_in_the_working() -> None:
    rounds = counted("irv", "2: A\n1: B\n1: C").working["rounds"]
    assert [each["tied_for_last"] for each in rounds] == [["B", "C"], []]


def test_the_table_has_a_column_for_each_round() -> None:
    table = counted("irv", "4: A\n3: B>A\n2: C").steps[0]
    assert table.columns == ("", "1", "2")  # type: ignore[union-attr]
    assert table.rows == (  # type: ignore[union-attr]
        ("A", "4", "4"), ("B", "3", "3"), ("C", "2", ""), ("(ballots that ran out)", "0", "2"),
    )  # fmt: skip


def test_a_declared_tie_is_for_the_one_seat() -> None:
    assert counted("irv", "4: A>B>C\n3: B>C>A\n3: C>B>A").ties[0].seats == 1


def test_those_who_drop_out_together_share_their_place() -> None:
    result = counted("irv", "5: A\n4: B\n1: D\n1: C")
    assert result.ranking == (("A",), ("B",), ("C", "D"))
    assert result.working["ballots"] == 11
