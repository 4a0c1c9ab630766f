"""CycloneDX 1.6: what stands in a document, and what is left out where nothing is known."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.component import Scope
from folkmoot.model.purl import parse_purl
from supply.sbom.parts import COMMIT, bill, part, written


def component(**more: Any) -> dict[str, Any]:
    (told,) = written("cyclonedx", bill(part(**more)))["components"]
    return dict(told)


def root(**more: Any) -> dict[str, Any]:
    told: dict[str, Any] = written("cyclonedx", bill(**more))["metadata"]["component"]
    return told


def test_of_a_part_of_which_nothing_is_known_nothing_is_said() -> None:
    assert component() == {
        "type": "library", "bom-ref": "pkg:npm/a", "name": "a", "scope": "required", "purl": "pkg:npm/a",
        "properties": [{"name": "folkmoot:scope", "value": "runtime"}], "evidence": {"occurrences": []},
    }  # fmt: skip


def test_everything_that_is_known_of_a_part_is_said() -> None:
    told = component(
        reference="pkg:npm/%40s/a@1.0", scope=Scope.OPTIONAL, licence="MIT", requirement="^1",
        source="https://x.example", hashes=(("sha256", "a" * 64),), places=(("x.lock", 3), ("y.lock", 0)),
    )  # fmt: skip
    assert told == {
        "type": "library", "bom-ref": "pkg:npm/%40s/a@1.0", "group": "@s", "name": "a", "version": "1.0",
        "scope": "optional", "hashes": [{"alg": "SHA-256", "content": "a" * 64}],
        "licenses": [{"expression": "MIT"}], "purl": "pkg:npm/%40s/a@1.0",
        "properties": [
            {"name": "folkmoot:scope", "value": "optional"},
            {"name": "folkmoot:requirement", "value": "^1"},
            {"name": "folkmoot:source", "value": "https://x.example"},
        ],
        "evidence": {"occurrences": [{"location": "x.lock", "line": 3}, {"location": "y.lock"}]},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("scope", "said"),
    [("runtime", "required"), ("optional", "optional"), ("development", "excluded"), ("build", "excluded")],
)
def test_what_is_not_shipped_is_excluded(scope: str, said: str) -> None:
    assert component(scope=Scope(scope))["scope"] == said


@pytest.mark.parametrize("reference", ["pkg:docker/a", "pkg:oci/a"])
def test_an_image_is_a_container(reference: str) -> None:
    assert component(reference=reference)["type"] == "container"


@pytest.mark.parametrize(
    ("name", "length", "said"),
    [("md5", 32, "MD5"), ("sha1", 40, "SHA-1"), ("sha256", 64, "SHA-256"), ("sha384", 96, "SHA-384"),
     ("sha512", 128, "SHA-512")],
)  # fmt: skip
def test_a_hash_of_the_wrong_length_is_none(name: str, length: int, said: str) -> None:
    assert component(hashes=((name, "a" * length),))["hashes"] == [{"alg": said, "content": "a" * length}]
    for digits in (length - 1, length + 1):
        assert "hashes" not in component(hashes=((name, "a" * digits),))


def test_a_hash_that_the_standard_does_not_name_is_left_out() -> None:
    assert "hashes" not in component(hashes=(("h1", "a" * 64),))


def test_the_project_is_known_by_its_commit_where_it_is_called_nothing_else() -> None:
    assert root() == {
        "type": "application", "bom-ref": "root", "name": "moot", "version": COMMIT,
        "properties": [{"name": "folkmoot:commit", "value": COMMIT}],
    }  # fmt: skip


def test_the_project_tells_its_licence_its_package_and_what_is_made_in_it() -> None:
    own = (parse_purl("pkg:npm/%40s/web@0.3"), parse_purl("pkg:cargo/core"))
    told = root(licence="MIT", package=parse_purl("pkg:npm/moot@2.1"), own=own, release="2.1")
    assert (told["version"], told["purl"], told["licenses"]) == (
        "2.1",
        "pkg:npm/moot@2.1",
        [{"expression": "MIT"}],
    )
    assert told["components"] == [
        {"type": "library", "bom-ref": "pkg:npm/%40s/web@0.3", "name": "web", "purl": "pkg:npm/%40s/web@0.3",
         "group": "@s", "version": "0.3"},
        {"type": "library", "bom-ref": "pkg:cargo/core", "name": "core", "purl": "pkg:cargo/core"},
    ]  # fmt: skip


def test_a_version_that_is_only_declared_is_no_version_of_this_commit() -> None:
    told = root(package=parse_purl("pkg:npm/moot@2.1"))
    assert (told["version"], told["purl"]) == (COMMIT, "pkg:npm/moot")
    assert {"name": "folkmoot:declared-version", "value": "2.1"} in told["properties"]
    assert len(root(package=parse_purl("pkg:npm/moot"))["properties"]) == 1


def test_the_project_needs_what_it_asks_for_and_parts_need_parts() -> None:
    one = part("pkg:npm/a", direct=True, needs=("pkg:npm/b",))
    assert written("cyclonedx", bill(one, part("pkg:npm/b")))["dependencies"] == [
        {"ref": "root", "dependsOn": ["pkg:npm/a"]},
        {"ref": "pkg:npm/a", "dependsOn": ["pkg:npm/b"]},
        {"ref": "pkg:npm/b"},
    ]


def test_a_document_is_the_first_version_of_itself() -> None:
    told = written("cyclonedx", bill())
    assert (told["bomFormat"], told["specVersion"], told["version"]) == ("CycloneDX", "1.6", 1)
    assert told["components"] == []
    assert told["dependencies"] == [{"ref": "root"}]
