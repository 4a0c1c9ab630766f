"""Numbers for machines stay exact, and tied candidates share a place."""

from fractions import Fraction

from folkmoot.govern.tally._result import exact, merged, shown


def test_machines_get_exact_numbers() -> None:
    assert [exact(Fraction(37, 3)), exact(Fraction(8, 2)), exact(5)] == ["37/3", 4, 5]


def test_readers_get_four_places() -> None:
    assert [shown(Fraction(37, 3)), shown(Fraction(2, 3)), shown(7)] == ["12.3333", "0.6667", "7"]


def test_the_tied_share_the_first_of_their_places() -> None:
    order = [("A",), ("B",), ("C", "D"), ("E",)]
    assert merged(order, frozenset("BD")) == (("A",), ("B", "D"), ("C",), ("E",))
    assert merged(order, frozenset()) == tuple(order)
