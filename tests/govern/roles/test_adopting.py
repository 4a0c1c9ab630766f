"""Roles of files that a community has, made into those it begins with."""

from __future__ import annotations

import pytest

from folkmoot.govern.files.beginning import first_rules
from folkmoot.govern.files.governance import read_governance
from folkmoot.govern.roles.adopting import (
    MOST_PEOPLE,
    MOST_ROLES,
    adopted,
    role_name,
    said_of,
    way_of,
)
from folkmoot.model.errors import UsageError
from folkmoot.model.role import Holder, Listing, Role, Roster

ADA = Holder("ada", "Ada Example", employer="Acme")


def listing(role: str, handle: str, scope: str = "", path: str = "OWNERS") -> Listing:
    return Listing(Role(role, scope), ADA if handle == "ada" else Holder(handle), path, 1)


def roster(*listings: Listing) -> Roster:
    return Roster("c", listings)


def test_roles_of_the_whole_project_come_first() -> None:
    found = adopted(
        roster(
            listing("reviewer", "bob"), listing("approver", "ada"), listing("approver", "cleo", "docs"),
            listing("approver", "Bob"),
        )
    )  # fmt: skip
    assert list(found.roles) == ["approver", "reviewer"]
    assert list(found.grants) == [("reviewer", "bob"), ("approver", "ada"), ("approver", "bob")]
    assert list(found.files) == ["OWNERS"]


def test_teams_where_nothing_is_of_the_whole() -> None:
    found = adopted(
        roster(
            listing("member", "ada", "Compiler Team"),
            listing("lead", "bob", "compiler"),
            listing("approver", "cleo", "src/deep/folder"),
        )
    )
    assert list(found.roles) == ["compiler-lead", "compiler-team"]


def test_only_the_roles_that_are_wanted() -> None:
    some = roster(
        listing("approver", "ada", "docs"), listing("approver", "bob", "api"), listing("lead", "cleo")
    )
    assert {handle for _, handle in adopted(some, ["approver"]).grants} == {"ada", "bob"}
    assert list(adopted(some, ["approver"]).roles) == ["approver"]
    both = adopted(some, ["approver of docs", "approver of api"])
    assert list(both.grants) == [("docs-approver", "ada"), ("api-approver", "bob")]
    with pytest.raises(UsageError, match="'king'"):
        adopted(some, ["king"])


def test_who_has_no_handle_is_left_out_and_named() -> None:
    nameless = Listing(Role("maintainer"), Holder("", "Dan Example"), "MAINTAINERS", 3)
    past = Listing(Role("emeritus maintainer"), Holder("old"), "MAINTAINERS", 4)
    team = Listing(Role("maintainer"), Holder("org/team", is_group=True), "MAINTAINERS", 5)
    found = adopted(roster(nameless, past, team, listing("maintainer", "ada")))
    assert list(found.unnamed) == ["Dan Example"]
    assert list(found.people) == ["ada"]


def test_too_many_roles_are_not_guessed_among() -> None:
    with pytest.raises(UsageError, match="too many"):
        adopted(roster(*(listing("member", "ada", f"team{n}") for n in range(41))))


def test_what_files_say_of_people_is_kept() -> None:
    assert said_of(ADA) == b'name = "Ada Example"\n\n[[employers]]\norganisation = "Acme"\n\n'
    assert said_of(Holder("bob")) == b""


def test_any_name_of_a_role_becomes_one_of_ours() -> None:
    assert role_name(listing("Core Team (voting)", "ada"), of_team=False) == "core-team-voting"
    assert role_name(listing("\u96ea", "ada"), of_team=False) == "member"


def test_rules_are_written_for_the_roles_there_are() -> None:
    rules = read_governance(
        "g", first_rules("lazy-majority", {"approver": "Approvers", "reviewer": "Reviewers"})
    )
    assert dict(rules.roles) == {"approver": "Approvers", "reviewer": "Reviewers"}
    assert {action.electorate for action in rules.actions.values()} == {("approver",)}
    assert rules.actions["appoint"].roles == ("approver", "reviewer")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We decide by lazy consensus; a majority where needed.", "lazy-consensus"),
        ("Our benevolent dictator decides.", "bdfl"),
        ("A two-thirds majority is needed.", "two-thirds-of-all"),
        ("A simple majority decides.", "lazy-majority"),
        ("Be kind.", ""),
    ],
)
def test_what_a_document_has_in_mind(text: str, name: str) -> None:
    assert way_of(text) == name


def test_roles_stand_in_the_order_in_which_they_usually_decide() -> None:
    names = ["member", "committer", "owner", "approver", "board", "toc", "tsc", "chair", "lead", "core",
             "maintainer", "steering", "writer"]  # fmt: skip
    found = adopted(roster(*(listing(name, "ada") for name in names)))
    assert list(found.roles) == [*reversed(names[:-1]), "writer"]


def test_roles_that_decide_alike_stand_in_the_order_of_the_alphabet() -> None:
    found = adopted(roster(listing("web lead", "ada"), listing("docs lead", "ada"), listing("tester", "ada")))
    assert list(found.roles) == ["docs-lead", "web-lead", "tester"]


@pytest.mark.parametrize("scope", ["", "*", "**", "/", "/*", "/**"])
def test_every_way_to_write_the_whole_project(scope: str) -> None:
    found = adopted(roster(listing("approver", "ada", scope), listing("approver", "bob", "docs")))
    assert list(found.grants) == [("approver", "ada")]


@pytest.mark.parametrize("asked", ["Approver", "approver of Docs", "APPROVER OF DOCS"])
def test_a_role_is_asked_for_without_regard_to_case(asked: str) -> None:
    some = roster(listing("approver", "ada", "docs"))
    assert [handle for _, handle in adopted(some, [asked]).grants] == ["ada"]


def test_as_many_as_a_founding_can_name_are_taken() -> None:
    most = adopted(roster(*(listing("member", "ada", f"team{n}") for n in range(MOST_ROLES))))
    assert len(most.roles) == MOST_ROLES
    people = [listing("member", f"h{n}") for n in range(MOST_PEOPLE)]
    assert len(adopted(roster(*people)).people) == MOST_PEOPLE
    with pytest.raises(UsageError, match="1 roles of 1001 people"):
        adopted(roster(*people, listing("member", "one-more")))


@pytest.mark.parametrize(
    ("role", "scope", "of_team", "name"),
    [
        ("approver", "docs", True, "docs-approver"),
        ("member", "docs", True, "docs"),
        ("approver", "docs", False, "approver"),
        ("Lead", "Web & API", True, "web-api-lead"),
        ("x" * 80, "", False, "x" * 64),
        ("---", "", False, "member"),
    ],
)
def test_names_of_roles(role: str, scope: str, of_team: bool, name: str) -> None:
    assert role_name(listing(role, "ada", scope), of_team=of_team) == name


def test_each_file_and_title_is_kept_once() -> None:
    found = adopted(
        roster(
            listing("approver", "ada", path="OWNERS"), listing("approver", "bob", path="MAINTAINERS.md"),
            listing("approver", "cleo", path="OWNERS"),
        )
    )  # fmt: skip
    assert list(found.files) == ["OWNERS", "MAINTAINERS.md"]
    assert found.roles == {"approver": "approver"}
    assert found.people["ada"].employer == "Acme"
