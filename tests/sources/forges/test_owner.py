"""Asking a GitLab, Forgejo or Gitea which projects an owner has."""

from __future__ import annotations

import re
from typing import Any

import pytest

from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.sources.forges._owner import is_name
from folkmoot.sources.forges.forgejo.listing import PATHS
from folkmoot.sources.organisations import projects_at
from sources.forges import test_forge_descriptions as descriptions
from sources.forges.rest_at_hand import Talk
from sources.forges.rest_forge import RestForge

ROOTS = {"gitlab": "api/v4", "forgejo": "api/v1", "gitea": "api/v1"}
BRANDS = pytest.mark.parametrize("brand", ROOTS)


def row(brand: str, name: str, *, fork: bool = False, empty: bool = False) -> dict[str, Any]:
    if brand == "gitlab":
        above = {"forked_from_project": {"id": 1}} if fork else {}
        return {"path_with_namespace": name, "empty_repo": empty, **above}
    return {"full_name": name, "fork": fork, "empty": empty}


def path_of(brand: str, owner: str, *, person: bool = False) -> str:
    if brand == "gitlab":
        return f"{'users' if person else 'groups'}/{owner}/projects"
    return f"{'users' if person else 'orgs'}/{owner}/repos"


def asked(
    brand: str, rows: dict[str, Any], pattern: str = "ada/*", talk: Talk | None = None
) -> tuple[list[str], RestForge]:
    size = "per_page" if brand == "gitlab" else "limit"
    forge = RestForge(brand, ROOTS[brand], rows, lambda found, _: found, size)
    with forge.serving() as base:
        found = projects_at(f"{brand}+{base}/{pattern}", (talk or Talk()).access)
        return [one.removeprefix(f"{base}/") for one in found], forge


@BRANDS
def test_the_projects_of_an_organisation_are_listed_without_forks_and_empty_ones(brand: str) -> None:
    rows = [
        row(brand, "ada/loom"), row(brand, "ada/mill"), row(brand, "ada/copy", fork=True),
        row(brand, "ada/new", empty=True),
    ]  # fmt: skip
    assert asked(brand, {path_of(brand, "ada"): rows})[0] == ["ada/loom", "ada/mill"]


@BRANDS
def test_a_person_is_asked_for_where_there_is_no_organisation(brand: str) -> None:
    rows = {path_of(brand, "ada", person=True): [row(brand, "ada/loom")]}
    found, forge = asked(brand, rows)
    assert found == ["ada/loom"]
    assert [path for path, _ in forge.asked] == [path_of(brand, "ada"), path_of(brand, "ada", person=True)]


@BRANDS
def test_every_page_is_read(brand: str) -> None:
    rows = {path_of(brand, "ada"): [row(brand, f"ada/p{number:03d}") for number in range(130)]}
    assert len(asked(brand, rows)[0]) == 130


@BRANDS
def test_only_names_that_fit_are_taken(brand: str) -> None:
    rows = {path_of(brand, "ada"): [row(brand, "ada/loom-1"), row(brand, "ada/mill")]}
    assert asked(brand, rows, "ada/loom-*")[0] == ["ada/loom-1"]


@BRANDS
def test_nobody_of_that_name_is_said(brand: str) -> None:
    with pytest.raises(SourceError, match="nobody called eve"):
        asked(brand, {}, "eve/*")


@BRANDS
def test_a_name_that_leads_elsewhere_is_left_out(brand: str) -> None:
    rows = {path_of(brand, "ada"): [row(brand, "ada/../../etc"), row(brand, "ada//x"), row(brand, "loom")]}
    assert asked(brand, rows)[0] == []


@BRANDS
def test_a_field_of_another_type_is_named(brand: str) -> None:
    field = "path_with_namespace" if brand == "gitlab" else "full_name"
    with pytest.raises(SourceError, match=field):
        asked(brand, {path_of(brand, "ada"): [{**row(brand, "ada/loom"), field: 7}]})


def test_a_subgroup_of_gitlab_is_asked_for_by_its_whole_path() -> None:
    rows = {"groups/ada%2Ftools/projects": [row("gitlab", "ada/tools/loom")]}
    found, forge = asked("gitlab", rows, "ada/tools/*")
    assert found == ["ada/tools/loom"]
    assert forge.asked[0][1]["include_subgroups"] == "true"


def test_gitlab_is_not_asked_without_a_token() -> None:
    with pytest.raises(UnreachableError, match="only with a token"):
        asked("gitlab", {}, talk=Talk({}))


@descriptions.AT_HAND
@pytest.mark.shared_data
@pytest.mark.parametrize("brand", ["forgejo", "gitea"])
@pytest.mark.parametrize("path", PATHS)
def test_the_questions_are_described_by_the_forge_itself(brand: str, path: str) -> None:
    place, _, question = path.partition("?")
    kind = "{org}" if place.startswith("orgs") else "{username}"
    described = descriptions.described(brand)["paths"][f"/{place.format(owner=kind)}"]["get"]
    names = {descriptions.resolved(brand, one)["name"] for one in described["parameters"]}
    assert {part.partition("=")[0] for part in question.split("&")} <= names
    form = described["responses"]["200"]
    answer = descriptions.made(brand, _schema(descriptions.resolved(brand, form)))[0]
    assert {"full_name", "fork", "empty"} <= set(answer)


def _schema(answer: dict[str, Any]) -> dict[str, Any]:
    found = answer.get("schema") or answer["content"]["application/json"]["schema"]
    return dict(found)


@pytest.mark.parametrize(("name", "is_one"), [("a/b", True), ("a/b/c", True), ("a", False), ("a/..", False)])
def test_a_name_has_an_owner_and_leads_nowhere_else(name: str, is_one: bool) -> None:
    assert is_name(name) is is_one
    assert not re.search(r"\.\.", name) or not is_name(name)
