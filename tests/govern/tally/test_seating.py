"""Seats under an employer cap, ties across the last seat, and seeds anybody can repeat."""

import pytest

from folkmoot.govern.tally import Parameters, Tie
from folkmoot.govern.tally._seating import Choose, contested, courses, first_way, seat, seeded
from folkmoot.model.errors import UsageError

EMPLOYERS = {"A": "Example Inc", "B": "Example Inc", "C": "Example Inc", "D": "Other Ltd", "E": ""}
SINGLE = (("A",), ("B",), ("C",), ("D",), ("E",))


def capped(seats: int, cap: int = 2, **more: object) -> Parameters:
    return Parameters(seats=seats, employer_cap=cap, employers=EMPLOYERS, **more)  # type: ignore[arg-type]


def test_the_lowest_ranked_of_an_employer_drops_out() -> None:
    seating = seat(SINGLE, capped(4))
    assert seating.winners == ["A", "B", "D", "E"]
    assert seating.dropped == [("C", "Example Inc")]


def test_nobody_drops_out_below_the_last_seat() -> None:
    assert seat(SINGLE, capped(2)).dropped == []


def test_those_who_sit_already_count() -> None:
    seating = seat(SINGLE, capped(3, sitting={"example inc": 1}))
    assert seating.winners == ["A", "D", "E"]


def test_too_few_eligible_leave_seats_empty() -> None:
    seating = seat(SINGLE, capped(5, cap=1))
    assert seating.winners == ["A", "D", "E"]
    assert seating.left() == 2


def test_a_tie_inside_one_employer_keeps_its_seats_and_goes_on() -> None:
    seating = seat((("A", "B", "C"), ("D",)), capped(3))
    assert seating.winners == ["D"]
    assert seating.ties == [Tie(("A", "B", "C"), 2)]


def test_the_certain_one_of_a_tied_group_is_seated() -> None:
    seating = seat((("A", "B", "C", "D"), ("E",)), capped(3))
    assert seating.winners == ["D"]
    assert seating.ties == [Tie(("A", "B", "C"), 2)]


def test_a_tie_across_the_last_seat_is_declared() -> None:
    seating = seat((("A",), ("D", "E"), ("B",)), capped(2))
    assert seating.winners == ["A"]
    assert seating.ties == [Tie(("D", "E"), 1)]


def test_a_seed_orders_by_a_hash_anybody_can_compute() -> None:
    """`printf 'block 840001\\nAda' | sha256sum` gives f200..., Bob d76b..., Cleo 2ea5..., who is favoured.

    With `block 840000` they are 1632..., 3b33... and ba29..., which is the order of the alphabet.
    """
    names = ["Ada", "Bob", "Cleo"]
    assert seeded(names, "block 840001") == ["Cleo", "Bob", "Ada"]
    assert seeded(reversed(names), "block 840001") == ["Cleo", "Bob", "Ada"]
    assert seeded(reversed(names), "block 840000") == names


def test_a_seed_fills_the_seats_within_the_cap() -> None:
    seating = seat((("A", "B", "C", "D"),), capped(2, cap=1, seed="dice"))
    assert len(seating.winners) == 2
    assert "D" in seating.winners
    assert seating.ties[0].settled == tuple(seating.winners)


def test_every_way_of_a_tie_is_followed() -> None:
    def two_ties(choose: Choose) -> tuple[str, ...]:
        return choose(["B", "A"], favour=True), choose(["C", "D", "E"], favour=False)

    found, broken = courses(two_ties, "")
    assert found == [(one, two) for one in "AB" for two in "EDC"]
    assert broken == ()


def test_a_seed_gives_one_way_and_names_the_ties() -> None:
    def once(choose: Choose) -> str:
        return choose(["A", "B"], favour=False)

    found, broken = courses(once, "dice")
    assert len(found) == 1
    assert broken[0].candidates == ("A", "B")
    assert found[0] not in broken[0].settled


def test_too_many_ways_ask_for_a_seed() -> None:
    def many(choose: Choose) -> list[str]:
        return [choose(["A", "B"], favour=True) for _ in range(12)]

    with pytest.raises(UsageError, match="So many candidates are tied"):
        courses(many, "")


def test_the_contested_are_elected_in_some_ways_only() -> None:
    assert contested([("A", "B"), ("A", "C")]) == {"B", "C"}
    assert contested([("A", "B"), ("B", "A")]) == set()


def test_a_tie_inside_one_employer_takes_its_room() -> None:
    """A and B compete for the one seat of their employer, so C of the same has none left."""
    seating = seat((("A", "B"), ("C",), ("D",)), capped(2, cap=1))
    assert seating.winners == ["D"]
    assert seating.ties == [Tie(("A", "B"), 1)]
    assert seating.dropped == [("C", "Example Inc")]


def test_a_tie_between_employers_takes_nobody_s_room() -> None:
    seating = seat((("A",), ("D", "E")), capped(2, cap=1))
    assert seating.ties == [Tie(("D", "E"), 1)]
    assert (seating.room("D"), seating.left()) == (1, 0)


def test_people_without_an_employer_are_no_team() -> None:
    parameters = Parameters(seats=2, employer_cap=1, employers={"E": "", "F": "independent"})
    assert seat((("E", "F"),), parameters).winners == ["E", "F"]


def test_a_seed_leaves_alone_who_is_not_tied() -> None:
    """As many seats as equals: the seed orders them, and there is nothing that it broke."""
    seating = seat((("A",), ("D", "E")), capped(3, seed="dice"))
    assert seating.winners[0] == "A"
    assert set(seating.winners) == {"A", "D", "E"}
    assert seating.ties == []


def test_a_seed_breaks_the_tie_of_those_who_may_sit() -> None:
    """A holds the one seat of Example Inc, so B and C drop out; D and E compete for the last seat."""
    seating = seat((("A",), ("B", "C", "D", "E")), capped(2, cap=1, seed="dice"))
    winner = next(name for name in seeded(["D", "E"], "dice"))
    assert seating.winners == ["A", winner]
    assert seating.ties == [Tie(("D", "E"), 1, (winner,))]
    assert sorted(name for name, _ in seating.dropped) == ["B", "C"]


def test_those_who_drop_out_are_told_in_the_order_of_the_alphabet() -> None:
    seating = seat((("A",), ("C", "B"), ("D",)), capped(2, cap=1))
    assert [name for name, _ in seating.dropped] == ["B", "C"]
    assert seating.winners == ["A", "D"]


def test_who_stated_no_employer_never_drops_out() -> None:
    assert seat((("Z",), ("Y",)), capped(2, cap=0)).winners == ["Z", "Y"]


def test_as_many_ways_as_the_bound_are_followed_and_one_more_is_not() -> None:
    def ways(*widths: int) -> int:
        def once(choose: Choose) -> None:
            for width in widths:
                choose([str(number) for number in range(width)], favour=True)

        return len(courses(once, "")[0])

    assert ways(10, 10, 10) == 1000
    with pytest.raises(UsageError, match="So many candidates are tied"):
        ways(7, 11, 13)


@pytest.mark.parametrize(("favour", "settled"), [(True, 1), (False, 2)])
def test_what_a_seed_settles_is_who_stays(favour: bool, settled: int) -> None:
    """The first is favoured; to give somebody up means that all the others stay."""
    found, (tie,) = courses(lambda choose: choose(["C", "A", "B"], favour=favour), "dice")
    order = seeded("ABC", "dice")
    assert found == [order[0] if favour else order[-1]]
    assert (tie.candidates, tie.settled, tie.seats) == (("A", "B", "C"), tuple(order[:settled]), settled)


def test_the_first_way_is_that_of_the_alphabet() -> None:
    """Ada is favoured before Bob, and Bob is given up before Ada."""
    assert first_way(["Bob", "Ada"], favour=True) == "Ada"
    assert first_way(["Ada", "Bob"], favour=False) == "Bob"
