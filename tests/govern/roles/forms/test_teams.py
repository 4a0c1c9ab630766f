"""Teams in TOML, JSON and YAML: who is in them, in which role, and what is no member."""

from __future__ import annotations

import pytest

from folkmoot.govern.roles.forms import form_of
from govern.roles.reading import read, said


def form(path: str) -> str:
    found = form_of(path)
    return found.name if found else ""


# -- rust-lang/team ----------------------------------------------------------------------------------------


def test_a_team_without_a_name_is_called_by_its_file() -> None:
    assert said(read("teams/docs/web.toml", '[people]\nmembers = ["ada"]\n')) == [("member", "web", "ada", 2)]


@pytest.mark.parametrize("text", ['name = "x"\n', "people = 3\n", "[people]\nmembers = 3\n", ""])
def test_a_team_whose_members_stand_elsewhere_names_nobody(text: str) -> None:
    reading = read("teams/x.toml", text)
    assert (reading.listings, reading.problems) == ([], [])


def test_members_without_an_account_are_named_with_their_line() -> None:
    text = '[people]\nleads = []\nmembers = [\n  "ada",\n  "not a handle",\n  { name = "Bob" },\n  3,\n]\n'
    reading = read("teams/x.toml", text)
    assert [who for _, _, who, _ in said(reading)] == ["ada"]
    assert reading.problems[0].line == 5
    assert {str(each.what) for each in reading.problems} == {"A member without an account."}
    assert len(reading.problems) == 3


def test_roles_of_a_member_are_told_beside_the_membership() -> None:
    text = '[people]\nmembers = [{ github = "ada", roles = ["team-lead", "triage"] }]\n'
    assert [role for role, _, _, _ in said(read("teams/x.toml", text))] == ["member", "team lead", "triage"]


def test_a_person_without_an_account_completes_nobody() -> None:
    assert read("people/ada.toml", 'name = "Ada"\n').people == []
    assert read("people/ada.toml", "github = 3\n").people == []


def test_a_person_states_name_and_address() -> None:
    (ada,) = read("people/ada.toml", 'github = "Ada"\nname = "Ada Example"\nemail = false\n').people
    assert (ada.key, ada.name, ada.email) == ("ada", "Ada Example", "")


@pytest.mark.parametrize("path", ["teams/a.toml", "teams/a/b.toml", "people/ada.toml"])
def test_where_they_stand(path: str) -> None:
    assert form(path) == "rust-team"
    assert read(path, "x = [\n").is_broken


# -- teams/<team>/team.json --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "scope"),
    [
        ("teams/store/team.json", "store"),
        ("team/store/membership.json", "store"),
        ("community/teams/a/b/team.json", "a/b"),
    ],
)
def test_the_folder_is_the_team(path: str, scope: str) -> None:
    assert form(path) == "team-json"
    assert said(read(path, '{"committers": ["ada"]}')) == [("committer", scope, "ada", 1)]


@pytest.mark.parametrize("path", ["teams/team.json", "teams/store/other.json", "steam/store/team.json"])
def test_other_files_are_no_teams(path: str) -> None:
    assert form(path) != "team-json"


def test_members_may_be_objects_with_an_account() -> None:
    text = '{"maintainers": [\n{"githubName": "ada"},\n{"github": "bob"},\n{"name": "Cleo"},\n"x y"]}'
    reading = read("teams/store/team.json", text)
    assert [(who, line) for _, _, who, line in said(reading)] == [("ada", 2), ("bob", 3)]
    assert [str(each.what) for each in reading.problems] == ["An entry that is no handle."] * 2


@pytest.mark.parametrize("key", ["repositories", "repos", "labels", "description", "_note"])
def test_lists_that_are_no_roles(key: str) -> None:
    reading = read("teams/store/team.json", f'{{"{key}": ["ada"]}}')
    assert (reading.listings, reading.problems) == ([], [])


def test_what_is_no_list_is_no_role() -> None:
    assert said(read("teams/store/team.json", '{"lead": "ada", "size": 3}')) == []


@pytest.mark.parametrize("text", ['["ada"]', "3", '"ada"'])
def test_a_team_is_an_object(text: str) -> None:
    reading = read("teams/store/team.json", text)
    assert reading.is_broken
    assert str(reading.problems[0].what) == "A team's file is an object of lists by role."


# -- teams/*.yml of conda ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("leads", "lead"),
        ("maintainers", "maintainer"),
        ("members", "member"),
        ("emeritus", "emeritus member"),
        ("alumni", "emeritus member"),
    ],
)
def test_each_list_of_a_team_is_a_role(key: str, role: str) -> None:
    assert said(read("teams/web.yml", f"{key}:\n  - ada\n")) == [(role, "web", "ada", 2)]


def test_only_links_are_decisions() -> None:
    text = "members:\n  ada: https://example.org/1\n  bob: yesterday\n  cleo: [https://example.org/2]\n"
    reading = read("teams/web.yaml", text)
    assert [each.decision for each in reading.listings] == ["https://example.org/1", "", ""]


def test_what_is_no_handle_is_named_and_the_others_count() -> None:
    reading = read("teams/web.yml", "members:\n  - ada\n  - not a handle\n  - [bob]\n  - cleo\n")
    assert [who for _, _, who, _ in said(reading)] == ["ada", "cleo"]
    assert reading.problems[0].line == 3
    assert len(reading.problems) == 2


@pytest.mark.parametrize("text", ["members: ada\n", "- ada\n", "", "members:\n"])
def test_a_team_of_another_shape_names_nobody(text: str) -> None:
    reading = read("teams/web.yml", text)
    assert (reading.listings, reading.is_broken) == ([], False)


def test_a_team_that_is_no_yaml_is_broken() -> None:
    assert read("teams/web.yml", "members: [ada\n").is_broken
