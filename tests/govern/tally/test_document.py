"""A result as plain data: what a machine reads, and the parameters that are printed beside it."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from folkmoot.govern.tally import Parameters, Result, Strength, Tie, Unranked, all_methods
from folkmoot.govern.tally._result import exact, merged, printed, shown
from govern.tally.textbook import counted

EMPLOYERS = {"bob": "Birch", "ada": "Acme"}


def test_every_part_of_a_result_is_in_its_document() -> None:
    result = Result(
        "schulze", 2, ("ada",), (("ada",), ("bob", "cleo")), (Tie(("bob", "cleo"), 1, ("bob",)),),
        (("dora", "Acme"),), {"tie": "seeded"}, {"ballots": 3}, ("a step",),
    )  # fmt: skip
    assert result.document() == {
        "method": "schulze",
        "seats": 2,
        "winners": ["ada"],
        "ranking": [["ada"], ["bob", "cleo"]],
        "ties": [{"candidates": ["bob", "cleo"], "seats": 1, "settled": ["bob"]}],
        "dropped": [{"candidate": "dora", "employer": "Acme"}],
        "parameters": {"tie": "seeded"},
        "working": {"ballots": 3},
    }


@pytest.mark.parametrize("name", ["schulze", "copeland", "irv", "stv"])
def test_the_document_of_a_count_is_json_with_whole_fractions(name: str) -> None:
    document = counted(name, "3: A=B>C\n2: C>A\n1: B").document()
    assert json.loads(json.dumps(document)) == document


def test_only_what_a_method_heeds_is_printed_and_the_tie_always() -> None:
    methods = all_methods()
    assert printed(methods["approval"], Parameters()) == {
        "tie": "declared", "seed": None, "employer_cap": None, "employers": {}, "sitting": {},
    }  # fmt: skip
    told = printed(methods["schulze"], Parameters(unranked=Unranked.LAST, strength=Strength.MARGIN))
    assert (told["unranked"], told["strength"]) == ("last", "margin")
    assert "strength" not in printed(methods["irv"], Parameters())
    assert printed(methods["irv"], Parameters())["unranked"] == "ignored"


def test_a_seed_is_printed_so_that_anybody_can_repeat_the_count() -> None:
    told = printed(all_methods()["stv"], Parameters(seed="dice 4711"))
    assert (told["tie"], told["seed"]) == ("seeded", "dice 4711")


def test_employers_are_printed_where_a_cap_makes_them_count() -> None:
    sitting = {"Cedar": 1, "Acme": 2}
    free = printed(all_methods()["stv"], Parameters(employers=EMPLOYERS, sitting=sitting))
    assert (free["employer_cap"], free["employers"], free["sitting"]) == (None, {}, {})
    capped = printed(all_methods()["stv"], Parameters(employer_cap=0, employers=EMPLOYERS, sitting=sitting))
    assert capped["employer_cap"] == 0
    assert list(capped["employers"].items()) == [("ada", "Acme"), ("bob", "Birch")]
    assert list(capped["sitting"].items()) == [("Acme", 2), ("Cedar", 1)]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(1, 20_000), "0.0000"),
        (Fraction(3, 20_000), "0.0002"),
        (Fraction(19_999, 20_000), "1.0000"),
        (Fraction(1, 3), "0.3333"),
        (Fraction(1001, 1000), "1.0010"),
        (Fraction(123_456_789, 2), "61728394.5000"),
        (0, "0"),
    ],
)
def test_readers_get_numbers_rounded_to_the_nearest_even(number: Fraction | int, text: str) -> None:
    assert shown(number) == text


def test_machines_get_negative_and_whole_numbers_as_they_are() -> None:
    assert [exact(Fraction(-6, 3)), exact(Fraction(2, -4)), exact(0)] == [-2, "-1/2", 0]


@pytest.mark.parametrize(
    ("tied", "places"),
    [
        ("AC", (("A", "C"), ("B",), ("D",))),
        ("CD", (("A",), ("B",), ("C", "D"))),
        ("ABCD", (("A", "B", "C", "D"),)),
        ("D", (("A",), ("B",), ("C",), ("D",))),
    ],
)
def test_the_tied_are_moved_up_to_the_first_of_them(tied: str, places: tuple[tuple[str, ...], ...]) -> None:
    assert merged([("A",), ("B",), ("C",), ("D",)], frozenset(tied)) == places


@pytest.mark.parametrize("name", ["schulze", "copeland", "stv"])
def test_every_method_says_who_dropped_out_under_a_cap_and_the_cap(name: str) -> None:
    """Ada and Bob work for Acme, which may have one of the two seats: Bob's goes to Cleo."""
    employers = {"ada": "Acme", "bob": "Acme"}
    votes = "5: ada>bob>cleo>dora\n4: bob>ada>cleo>dora"
    told = counted(name, votes, seats=2, employer_cap=1, employers=employers).document()
    assert sorted(told["winners"]) == ["ada", "cleo"]
    assert told["dropped"] == [{"candidate": "bob", "employer": "Acme"}]
    assert (told["parameters"]["employer_cap"], told["parameters"]["employers"]) == (1, employers)
