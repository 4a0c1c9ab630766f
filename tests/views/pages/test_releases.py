"""Releases: how many, and how old the newest is."""

from folkmoot.views.missing import NO_RELEASES
from folkmoot.views.pages.releases import lede
from views.looking import look_of
from worked_example import example

COMMITS = "when | who\n2026-01-03 | Ada\n2026-03-03 | Bob"


def said(*releases: str) -> str:
    table = "\n".join(["tag | when | also", *releases]) if releases else ""
    return str(lede(look_of(example(COMMITS, releases=table))))


def test_the_newest_release_and_what_came_after_it() -> None:
    assert said("v1 | 2026-01-01 |", "v2 | 2026-02-01 |", "v3rc1 | 2026-03-01 | pre") == (
        "Versions tagged, pre-releases not counted: 2. The newest is of 2026-02-01; commits that landed "
        "since then: 1."
    )


def test_everything_is_released() -> None:
    assert said("v1 | 2026-03-04 |") == (
        "Versions tagged, pre-releases not counted: 1. The newest is of 2026-03-04."
    )


def test_pre_releases_are_no_releases() -> None:
    assert said("v1rc1 | 2026-02-01 | pre") == "Only pre-releases are tagged so far."


def test_without_tags_it_says_where_they_may_be() -> None:
    assert said() == NO_RELEASES
