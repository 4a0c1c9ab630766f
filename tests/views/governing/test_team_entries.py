"""Teams of a forge in a role: named, with what they hold, and nobody counted."""

from __future__ import annotations

from folkmoot.model.role import Holder, Listing, Role
from folkmoot.views.governing.team_entries import AT_THE_FORGE, MOST_AREAS, MOST_TEAMS, team_entries
from folkmoot.views.governing.telling import Names
from views.looking import Aliases

SHOWN = Names({}, None, None)
HIDDEN = Names({}, None, Aliases())


def held(team: str, scope: str = "", role: str = "code owner", *, is_group: bool = True) -> Listing:
    return Listing(Role(role, scope), Holder(team, is_group=is_group), "CODEOWNERS", 1)


def told(*listings: Listing, names: Names = SHOWN) -> list[str]:
    return [" | ".join(map(str, (one.state, one.title, *one.facts))) for one in team_entries(listings, names)]


def test_a_team_is_told_with_what_it_holds() -> None:
    assert told(held("oak/keepers", "*")) == [f"a team | code owner of * | oak/keepers. | {AT_THE_FORGE}"]
    assert told(held("oak/keepers")) == [f"a team | code owner | oak/keepers. | {AT_THE_FORGE}"]


def test_several_paths_of_a_team_are_one_entry() -> None:
    assert told(held("oak/keepers", "a/"), held("oak/keepers", "b/")) == [
        f"a team | code owner of 2 paths or areas | oak/keepers. | a/, b/. | {AT_THE_FORGE}"
    ]


def test_many_paths_are_cut_and_counted() -> None:
    (said,) = told(*(held("oak/keepers", f"{number}/") for number in range(MOST_AREAS + 3)))
    assert " and 3 more." in said


def test_people_and_aliases_are_no_teams() -> None:
    assert told(held("ada", is_group=False), held("keepers")) == []


def test_teams_of_the_past_hold_nothing() -> None:
    listing = Listing(Role("emeritus maintainer"), Holder("oak/old", is_group=True), "CODEOWNERS", 1)
    assert team_entries([listing], SHOWN) == ()


def test_nobody_is_named_where_nobody_may_be_recognised() -> None:
    assert told(held("oak/keepers", "*"), names=HIDDEN) == [f"a team | code owner of * | {AT_THE_FORGE}"]


def test_only_so_many_teams_are_shown() -> None:
    assert len(told(*(held(f"oak/{number}") for number in range(MOST_TEAMS + 1)))) == MOST_TEAMS
