"""Attention: what a year brought, and that it is not the same as people who stay."""

from folkmoot.model.page import Point
from folkmoot.views.missing import NO_ATTENTION, NO_FORGE
from folkmoot.views.pages.attention import applies, lede
from views.looking import look_of, monthly, panel, told
from worked_example import example

STARS = frozenset({"star"})


def test_stars_and_forks_of_twelve_complete_months_are_added() -> None:
    stars = [
        *monthly([1.0] * 3 + [10.0] * 12, label="given"),
        Point("2025-04", 99, 99, complete=False, label="given"),
    ]
    look = told(panel("stars", stars), panel("forks", monthly([2.0] * 12)), told=STARS)
    assert str(lede(look)).startswith("The last 12 complete months brought 120 stars and 24 forks.")


def test_counts_alone_name_no_year() -> None:
    assert str(lede(told(told=frozenset({"snapshot"})))) == "Stars and forks say who looks, not who stays."


def test_a_forge_that_hides_who_starred_is_explained() -> None:
    look = told(told=frozenset({"issue.opened"}))
    assert not applies(look)
    assert lede(look) == NO_ATTENTION


def test_git_alone_gives_one_sentence_and_no_page() -> None:
    look = look_of(example("when | who | files\n2025-01-01 | Ada | a.py"))
    assert not applies(look)
    assert lede(look) == NO_FORGE
