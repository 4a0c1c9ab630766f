"""Attention: what a year brought, and that it is not the same as people who stay."""

import pytest

from folkmoot.model.event import Kind
from folkmoot.model.page import Point
from folkmoot.store.patches import Patches
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
    assert str(lede(look)).startswith("Stars given in the last 12 complete months: 120; forks: 24.")


def test_counts_alone_name_no_year() -> None:
    assert str(lede(told(told=frozenset({"snapshot"})))) == "Stars and forks say who looks, not who stays."


@pytest.mark.parametrize(
    ("forks", "counted", "says"),
    [
        (2.0, 37.0, "months: 24. Stars in all: 37; how many of them are new is not known here."),
        (2.0, None, "months: 24; how many stars were given is not known here."),
        (None, 37.0, "Stars in all: 37; how many of them are new is not known here."),
        (None, None, "How many stars a year brought is not known here."),
    ],
)
def test_stars_without_dates_are_never_said_to_be_none(
    forks: float | None, counted: float | None, says: str
) -> None:
    look = told(
        panel("forks", monthly([forks] * 12) if forks else []),
        panel("stars-total", [Point("2026-03", counted, 37, label="counted")] if counted else []),
        told=frozenset({"fork"}),
        hides_stars=True,
    )
    said = str(lede(look))
    assert says in said
    assert "0 stars" not in said


def test_a_forge_that_hides_who_starred_is_explained() -> None:
    look = told(told=frozenset({"issue.opened"}))
    assert not applies(look)
    assert lede(look) == NO_ATTENTION


def test_git_alone_gives_one_sentence_and_no_page() -> None:
    look = look_of(example("when | who | files\n2025-01-01 | Ada | a.py"))
    assert not applies(look)
    assert lede(look) == NO_FORGE


def test_stars_of_some_weeks_are_no_year_of_stars() -> None:
    year = 366 * 86400
    seen = (((year - 86400, year),),)
    weeks = Patches(frozenset({Kind.STAR, Kind.UNSTAR}), is_feed=True, stretches=seen, as_of=year)
    look = told(
        panel("stars", monthly([3.0] * 12, label="given")),
        panel("forks", monthly([2.0] * 12)),
        told=frozenset({"star", "fork"}),
        patches=weeks,
    )
    assert "months: 24; how many stars were given is not known here." in str(lede(look))
