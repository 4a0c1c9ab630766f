"""SPDX 2.3: what stands in a document, and what is left out where nothing is known."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.component import Scope
from folkmoot.model.purl import parse_purl
from supply.sbom.parts import COMMIT, bill, part, written

UNSAID = {
    "downloadLocation": "NOASSERTION", "licenseConcluded": "NOASSERTION", "licenseDeclared": "NOASSERTION",
    "copyrightText": "NOASSERTION", "filesAnalyzed": False,
}  # fmt: skip


def purl(reference: str) -> list[dict[str, str]]:
    return [{
        "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": reference,
    }]  # fmt: skip


def package(**more: Any) -> dict[str, Any]:
    """Give a part as it is written, without its identifier."""
    _, told = written("spdx", bill(part(**more)))["packages"]
    del told["SPDXID"]
    return dict(told)


def root(**more: Any) -> dict[str, Any]:
    told: dict[str, Any] = written("spdx", bill(**more))["packages"][0]
    return told


def relations(*parts: Any) -> list[tuple[str, str, str]]:
    """Give the relations, with the hash of each identifier left out."""
    return [
        tuple(each[key].rpartition("-")[0] if each[key].count("-") > 2 else each[key]
              for key in ("spdxElementId", "relationshipType", "relatedSpdxElement"))
        for each in written("spdx", bill(*parts))["relationships"]
    ]  # fmt: skip


def test_of_a_part_of_which_nothing_is_known_nothing_is_asserted() -> None:
    assert package(places=(("x.lock", 0),)) == {
        "name": "a", **UNSAID, "sourceInfo": "named in x.lock", "primaryPackagePurpose": "LIBRARY",
        "externalRefs": purl("pkg:npm/a"),
    }  # fmt: skip


def test_everything_that_is_known_of_a_part_is_said() -> None:
    told = package(
        reference="pkg:npm/%40s/a@1.0", licence="MIT", requirement="^1",
        hashes=(("sha1", "a" * 40), ("md5", "b")), places=(("x.lock", 3), ("y.lock", 0)),
    )  # fmt: skip
    assert told == {
        "name": "@s/a", "versionInfo": "1.0", **UNSAID, "licenseDeclared": "MIT",
        "checksums": [{"algorithm": "SHA1", "checksumValue": "a" * 40}],
        "sourceInfo": "named in x.lock:3, y.lock", "comment": "asked for as: ^1",
        "primaryPackagePurpose": "LIBRARY", "externalRefs": purl("pkg:npm/%40s/a@1.0"),
    }  # fmt: skip


@pytest.mark.parametrize("reference", ["pkg:docker/a", "pkg:oci/a"])
def test_an_image_is_a_container(reference: str) -> None:
    assert package(reference=reference)["primaryPackagePurpose"] == "CONTAINER"


@pytest.mark.parametrize(
    ("licence", "said", "declared", "comment"),
    [
        ("MIT", "", "MIT", None),
        ("", "Ask Ada", "NOASSERTION", "declared as: Ask Ada"),
        ("LicenseRef-Ada", "", "NOASSERTION", "declared as: LicenseRef-Ada"),
        ("MIT AND LicenseRef-Ada", "", "NOASSERTION", "declared as: MIT AND LicenseRef-Ada"),
        ("", "", "NOASSERTION", None),
    ],
)
def test_only_licences_that_spdx_lists_are_declared(
    licence: str, said: str, declared: str, comment: str | None
) -> None:
    told = package(licence=licence, said=said)
    assert (told["licenseDeclared"], told.get("licenseComments")) == (declared, comment)


def test_the_project_is_known_by_its_commit_where_it_is_called_nothing_else() -> None:
    assert root() == {
        "SPDXID": "SPDXRef-Project", "name": "moot", "versionInfo": COMMIT, **UNSAID,
        "primaryPackagePurpose": "SOURCE", "sourceInfo": f"commit {COMMIT}",
    }  # fmt: skip


def test_the_project_s_package_has_a_version_only_where_it_was_released() -> None:
    package_of = parse_purl("pkg:npm/moot@2.1")
    assert root(package=package_of)["externalRefs"] == purl("pkg:npm/moot")
    assert root(package=package_of, release="2.1")["externalRefs"] == purl("pkg:npm/moot@2.1")


@pytest.mark.parametrize(
    ("scope", "relation"),
    [
        ("optional", "OPTIONAL_DEPENDENCY_OF"), ("development", "DEV_DEPENDENCY_OF"),
        ("build", "BUILD_DEPENDENCY_OF"),
    ],
)  # fmt: skip
def test_what_is_not_needed_to_run_points_to_the_project(scope: str, relation: str) -> None:
    assert relations(part(scope=Scope(scope), direct=True))[1:] == [
        ("SPDXRef-npm-a", relation, "SPDXRef-Project")
    ]


def test_the_project_depends_on_what_it_asks_for_and_parts_on_parts() -> None:
    told = relations(part("pkg:npm/a", direct=True, needs=("pkg:npm/b",)), part("pkg:npm/b"))
    assert told == [
        ("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Project"),
        ("SPDXRef-Project", "DEPENDS_ON", "SPDXRef-npm-a"),
        ("SPDXRef-npm-a", "DEPENDS_ON", "SPDXRef-npm-b"),
    ]


def test_packages_that_are_made_in_a_project_are_contained_in_it() -> None:
    document = written("spdx", bill(own=(parse_purl("pkg:npm/%40s/web@0.3"),)))
    identity = document["packages"][1]["SPDXID"]
    assert document["packages"][1] == {
        "SPDXID": identity, "name": "@s/web", "versionInfo": "0.3", **UNSAID,
        "primaryPackagePurpose": "LIBRARY", "externalRefs": purl("pkg:npm/%40s/web@0.3"),
    }  # fmt: skip
    assert document["relationships"][1] == {
        "spdxElementId": "SPDXRef-Project", "relationshipType": "CONTAINS", "relatedSpdxElement": identity,
    }  # fmt: skip


def test_an_identifier_can_be_read_and_differs_for_every_version() -> None:
    one, other = (
        written("spdx", bill(part(f"pkg:npm/%40s/a_b@{version}")))["packages"][1]["SPDXID"]
        for version in "12"
    )
    assert one.startswith("SPDXRef-npm-s-a-b-")
    assert one != other


def test_the_namespace_of_a_document_quotes_the_name_of_its_project() -> None:
    assert written("spdx", bill(name="a/b c"))["documentNamespace"].startswith(
        "https://spdx.org/spdxdocs/a%2Fb%20c-"
    )
