"""Copeland: victories in pairs, draws halved."""

from folkmoot.govern.tally import Unranked
from govern.tally.textbook import CENTRE_SQUEEZE, PARADOX, TENNESSEE, counted


def test_tennessee() -> None:
    result = counted("copeland", TENNESSEE)
    assert result.winners == ("Nashville",)
    assert result.working["points"] == {"Chattanooga": 2, "Knoxville": 1, "Memphis": 0, "Nashville": 3}


def test_the_centre_is_not_squeezed() -> None:
    assert counted("copeland", CENTRE_SQUEEZE).winners == ("Centre",)


def test_a_circle_is_a_tie() -> None:
    assert counted("copeland", PARADOX).ties[0].candidates == ("A", "B", "C")


def test_it_differs_from_schulze_inside_a_circle() -> None:
    """E beats three of four and C only two, but the chain that leads back to E is weaker."""
    circle = "9: C>E>D>B>A\n1: D>B>E>C>A\n5: A>B>C>E>D\n6: E>D>B>A>C"
    assert counted("copeland", circle).winners == ("E",)
    assert counted("schulze", circle).winners == ("C",)


def test_a_draw_is_half_a_point() -> None:
    result = counted("copeland", "1: A>B>C\n1: B>A>C")
    assert result.working["points"] == {"A": "3/2", "B": "3/2", "C": 0}
    assert result.ranking == (("A", "B"), ("C",))


def test_the_table_says_won_drawn_and_lost() -> None:
    table = counted("copeland", TENNESSEE).steps[-1]
    assert table.columns == ("", "won", "drawn", "lost", "points")  # type: ignore[union-attr]
    assert table.rows[0] == ("Nashville", "3", "0", "0", "3")  # type: ignore[union-attr]


def test_the_unranked_may_be_last() -> None:
    assert counted("copeland", "3: A\n2: B>A", unranked=Unranked.LAST).winners == ("A",)


def test_a_draw_is_neither_won_nor_lost() -> None:
    """A and B draw; both beat C."""
    table = counted("copeland", "1: A>B>C\n1: B>A>C").steps[-1]
    assert table.rows == (  # type: ignore[union-attr]
        ("A", "1", "1", "0", "1.5000"), ("B", "1", "1", "0", "1.5000"), ("C", "0", "0", "2", "0"),
    )  # fmt: skip


def test_the_comparisons_are_in_the_working() -> None:
    assert counted("copeland", "2: A>B\n1: B").working["pairwise"] == {"A": {"B": 2}, "B": {"A": 0}}
