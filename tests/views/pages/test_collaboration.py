"""Collaboration: how many people met in public, and nothing about who is worth more."""

from folkmoot.model.page import Point
from folkmoot.views.missing import NO_FORGE
from folkmoot.views.pages.collaboration import applies, lede
from views.looking import LAST_YEAR, look_of, panel, told
from worked_example import example

FORGE = frozenset({"comment"})


def test_the_network_is_counted_even_where_it_is_small() -> None:
    for value, n in ((3.0, 12), (None, 4)):
        look = told(panel("openrank", [Point(LAST_YEAR, value, n)]), told=FORGE)
        assert f"In the last 12 months {n} people answered" in str(lede(look))


def test_who_is_too_few_for_a_rank_is_counted_all_the_same() -> None:
    pairs = [
        Point(LAST_YEAR, 1, 1, label="Ada", part="Bob"),
        Point(LAST_YEAR, 2, 2, label="Ada", part="Cleo"),
    ]
    look = told(panel("collaboration-people", pairs), told=FORGE)
    assert "In the last 12 months 3 people answered" in str(lede(look))


def test_a_silent_year_is_said() -> None:
    assert "Nobody has answered" in str(lede(told(told=FORGE)))


def test_git_alone_gives_one_sentence_and_no_page() -> None:
    look = look_of(example("when | who | files\n2025-01-01 | Ada | a.py"))
    assert not applies(look)
    assert lede(look) == NO_FORGE
