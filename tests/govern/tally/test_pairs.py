"""Tables of pairs in the order of the ranking."""

from folkmoot.govern.tally._pairs import by_losses, pair_steps, pair_table

PAIRS = {"A": {"B": 3, "C": 1}, "B": {"A": 2, "C": 4}, "C": {"A": 4, "B": 1}}


def test_a_table_is_numbered_as_the_ranking_is() -> None:
    table = pair_table("Votes", (("B",), ("A", "C")), PAIRS)
    assert table.columns == ("", "1", "2", "3")
    assert table.rows[0] == ("1. B", "", "2", "4")
    assert table.rows[2] == ("3. C", "1", "4", "")


def test_equal_losses_share_a_place() -> None:
    assert by_losses({"A": ["B"], "B": [], "C": ["B"]}) == (("B",), ("A", "C"))


def test_nobody_who_beats_everybody_is_said() -> None:
    assert pair_steps((("A", "B", "C"),), PAIRS)[1] == "Nobody is preferred to every other candidate."


def test_who_only_draws_with_somebody_does_not_beat_everybody() -> None:
    drawn = {"A": {"B": 2, "C": 3}, "B": {"A": 2, "C": 3}, "C": {"A": 1, "B": 1}}
    assert pair_steps((("A", "B"), ("C",)), drawn)[1] == "Nobody is preferred to every other candidate."
    ahead = drawn | {"B": {"A": 1, "C": 3}}
    assert str(pair_steps((("A",), ("B",), ("C",)), ahead)[1]) == "A is preferred to every other candidate."


def test_places_go_by_how_many_are_ahead_and_not_by_names() -> None:
    assert by_losses({"C": [], "B": ["A", "C"], "A": ["C"]}) == (("C",), ("A",), ("B",))
