"""SPDX 3.0.1: elements of a graph, each relation once and in its scope."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.component import Scope
from folkmoot.model.purl import parse_purl
from folkmoot.supply.sbom.bill import Part
from supply.sbom.parts import COMMIT, bill, part, written


def graph(*parts: Part, **more: Any) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = written("spdx3", bill(*parts, **more))["@graph"]
    return told


def of_kind(elements: list[dict[str, Any]], *kinds: str) -> list[dict[str, Any]]:
    return [each for each in elements if each["type"] in kinds]


def package(**more: Any) -> dict[str, Any]:
    """Give a part as it is written, without what every element has."""
    _, told = of_kind(graph(part(**more)), "software_Package")
    return {key: value for key, value in told.items() if key not in ("type", "spdxId", "creationInfo")}


def relations(*parts: Part, **more: Any) -> list[tuple[str, str, list[str], str]]:
    """Give (from, kind, to, scope), elements by their names or expressions."""
    elements = graph(*parts, **more)
    names: dict[str, str] = {
        each["spdxId"]: each.get("name") or each.get("simplelicensing_licenseExpression", "")
        for each in elements
        if "spdxId" in each
    }
    return [
        (
            names[each["from"]],
            each["relationshipType"],
            [names[to] for to in each["to"]],
            each.get("scope", ""),
        )
        for each in of_kind(elements, "Relationship", "LifecycleScopedRelationship")
    ]


def test_of_a_part_of_which_nothing_is_known_nothing_is_said() -> None:
    assert package() == {
        "name": "a", "software_packageUrl": "pkg:npm/a", "software_primaryPurpose": "library",
    }  # fmt: skip


def test_everything_that_is_known_of_a_part_is_said() -> None:
    told = package(
        reference="pkg:docker/s/a@1.0", requirement="^1", hashes=(("sha256", "a" * 64), ("md5", "short"))
    )
    assert told == {
        "name": "s/a", "software_packageVersion": "1.0", "software_packageUrl": "pkg:docker/s/a@1.0",
        "software_primaryPurpose": "container", "comment": "asked for as: ^1",
        "verifiedUsing": [{"type": "Hash", "algorithm": "sha256", "hashValue": "a" * 64}],
    }  # fmt: skip


def test_the_project_is_the_root_and_known_by_its_commit() -> None:
    elements = graph(name="a b")
    (project,) = of_kind(elements, "software_Package")
    (sbom,) = of_kind(elements, "software_Sbom")
    assert (project["name"], project["software_packageVersion"]) == ("a b", COMMIT)
    assert project["comment"] == f"commit {COMMIT}"
    assert "software_packageUrl" not in project
    assert sbom["rootElement"] == [project["spdxId"]] == sbom["element"]
    assert project["spdxId"].startswith("https://spdx.org/spdxdocs/a%20b-")


def test_the_project_s_package_has_a_version_only_where_it_was_released() -> None:
    named = parse_purl("pkg:npm/moot@2.1")
    for release, url in [("", "pkg:npm/moot"), ("2.1", "pkg:npm/moot@2.1")]:
        (project,) = of_kind(graph(package=named, release=release), "software_Package")
        assert project["software_packageUrl"] == url


def test_packages_that_are_made_in_a_project_are_contained_in_it() -> None:
    own = (parse_purl("pkg:npm/web@0.3"), parse_purl("pkg:npm/core"))
    _, web, core = of_kind(graph(own=own), "software_Package")
    assert (web["software_packageVersion"], web["software_primaryPurpose"]) == ("0.3", "library")
    assert "software_packageVersion" not in core
    assert relations(own=own) == [("moot", "contains", ["web", "core"], "")]


@pytest.mark.parametrize(
    ("scope", "kind", "said"),
    [
        ("runtime", "dependsOn", "runtime"), ("development", "dependsOn", "development"),
        ("build", "dependsOn", "build"), ("optional", "hasOptionalDependency", ""),
    ],
)  # fmt: skip
def test_what_the_project_asks_for_is_related_in_its_scope(scope: str, kind: str, said: str) -> None:
    assert relations(part(scope=Scope(scope), direct=True)) == [("moot", kind, ["a"], said)]


def test_what_only_others_need_is_no_relation_of_the_project() -> None:
    one, two = part("pkg:npm/a", needs=("pkg:npm/b",)), part("pkg:npm/b")
    assert relations(one, two) == [("a", "dependsOn", ["b"], "")]


def test_parts_of_one_scope_share_a_relation() -> None:
    parts = [part(f"pkg:npm/{name}", direct=True) for name in "ab"]
    assert relations(*parts) == [("moot", "dependsOn", ["a", "b"], "runtime")]


def test_each_licence_is_an_element_once_and_everybody_who_declares_it_points_to_it() -> None:
    parts = [
        part("pkg:npm/a", licence="MIT"),
        part("pkg:npm/b", licence="ISC"),
        part("pkg:npm/c", said="Ask"),
    ]
    licences = of_kind(graph(*parts, licence="MIT"), "simplelicensing_LicenseExpression")
    assert [each["simplelicensing_licenseExpression"] for each in licences] == ["ISC", "MIT"]
    assert relations(*parts, licence="MIT") == [
        ("b", "hasDeclaredLicense", ["ISC"], ""), ("moot", "hasDeclaredLicense", ["MIT"], ""),
        ("a", "hasDeclaredLicense", ["MIT"], ""),
    ]  # fmt: skip
