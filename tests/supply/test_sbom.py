"""Bills of materials: put together once, written in each form, judged by the official libraries."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hypothesis import given, settings
from hypothesis import strategies as st
from spdx_tools.spdx.parser.jsonlikedict.json_like_dict_parser import JsonLikeDictParser
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

from checks.trees import Files
from folkmoot.model.component import Scope
from folkmoot.model.purl import purl
from folkmoot.supply.inventory import read_inventory
from folkmoot.supply.sbom import Bill, all_forms, bill_of
from folkmoot.supply.sbom.bill import MAX_PLACES, Part

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LOCK = {
    "name": "mine",
    "lockfileVersion": 3,
    "packages": {
        "": {"dependencies": {"a": "^1"}, "devDependencies": {"@s/d": "^1"}},
        "node_modules/a": {
            "version": "1.0.0",
            "license": "MIT",
            "dependencies": {"b": "*"},
            "integrity": f"sha512-{'qqqq' * 21}qg==",
        },
        "node_modules/b": {"version": "2.0.0", "license": "MIT/X11"},
        "node_modules/@s/d": {"version": "3.0.0", "dev": True},
    },
}
TREE = {
    "package.json": '{"dependencies": {"a": "^1"}, "devDependencies": {"@s/d": "^1"}}',
    "package-lock.json": json.dumps(LOCK),
    "other/requirements.txt": "flask>=2\nclick==8.1.7\n",
    "Dockerfile": "FROM ghcr.io/folk/tool:v1\n",
}


def bill(tree: dict[str, str] | None = None) -> Bill:
    files = Files({path: text.encode() for path, text in (TREE if tree is None else tree).items()})
    spelled = {"MIT": "MIT"}
    return bill_of(
        read_inventory(files), "folk/mine", COMMIT, 1_767_225_600, lambda words: spelled.get(words, "")
    )


def read(form: str, made: Bill) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(all_forms()[form].write(made))
    return document


def test_each_component_stands_there_once_and_what_is_locked_is_not_asked_for_again() -> None:
    assert [part.reference for part in bill().parts] == [
        "pkg:docker/folk/tool?repository_url=ghcr.io",
        "pkg:npm/%40s/d@3.0.0",
        "pkg:npm/a@1.0.0",
        "pkg:npm/b@2.0.0",
        "pkg:pypi/click@8.1.7",
        "pkg:pypi/flask",
    ]


def test_what_files_say_of_one_component_is_put_together() -> None:
    tree = {
        "a/requirements.txt": "click==8.1.7\n",
        "b/requirements-dev.txt": "click==8.1.7\n",
        **{f"c{n}/requirements.txt": "click==8.1.7\n" for n in range(40)},
    }
    (part,) = bill(tree).parts
    assert (part.scope, part.requirement, len(part.places)) == (Scope.RUNTIME, "==8.1.7", MAX_PLACES)
    assert part.places[0] == ("a/requirements.txt", 1)


@pytest.mark.parametrize(
    ("tree", "whole"),
    [
        ({"package.json": "{}", "yarn.lock": "# yarn lockfile v1\n"}, True),
        ({"package.json": "{}"}, False),
        ({"yarn.lock": "broken"}, False),
        ({"build.gradle": "", "gradle.lockfile": "a:b:1=x"}, False),
    ],
)
def test_a_bill_that_lacks_something_says_so(tree: dict[str, str], whole: bool) -> None:
    made = bill(tree)
    assert made.whole is whole
    assert read("cyclonedx", made)["compositions"][0]["aggregate"] == ("unknown" if whole else "incomplete")


def test_cyclonedx_tells_scopes_licences_hashes_and_relations() -> None:
    document = read("cyclonedx", bill())
    told = {each["bom-ref"]: each for each in document["components"]}
    assert {each["scope"] for each in told.values()} == {"required", "excluded"}
    assert told["pkg:npm/a@1.0.0"]["licenses"] == [{"expression": "MIT"}]
    assert told["pkg:npm/b@2.0.0"]["licenses"] == [{"license": {"name": "MIT/X11"}}]
    assert told["pkg:npm/a@1.0.0"]["hashes"][0]["alg"] == "SHA-512"
    assert told["pkg:docker/folk/tool?repository_url=ghcr.io"]["type"] == "container"
    assert "version" not in told["pkg:pypi/flask"]
    assert told["pkg:npm/%40s/d@3.0.0"]["group"] == "@s"
    needs = {each["ref"]: each.get("dependsOn", []) for each in document["dependencies"]}
    assert needs["pkg:npm/a@1.0.0"] == ["pkg:npm/b@2.0.0"]
    assert "pkg:npm/a@1.0.0" in needs["root"]
    assert "pkg:npm/b@2.0.0" not in needs["root"]
    assert document["metadata"]["timestamp"] == "2026-01-01T00:00:00Z"


def test_spdx_tells_the_same() -> None:
    document = read("spdx", bill())
    packages = {each["externalRefs"][0]["referenceLocator"]: each for each in document["packages"][1:]}
    assert packages["pkg:npm/a@1.0.0"]["licenseDeclared"] == "MIT"
    assert packages["pkg:npm/b@2.0.0"]["licenseDeclared"] == "NOASSERTION"
    assert packages["pkg:npm/b@2.0.0"]["licenseComments"] == "declared as: MIT/X11"
    assert packages["pkg:npm/a@1.0.0"]["checksums"][0]["algorithm"] == "SHA512"
    relations = {(each["spdxElementId"], each["relationshipType"]) for each in document["relationships"]}
    assert ("SPDXRef-DOCUMENT", "DESCRIBES") in relations
    assert (packages["pkg:npm/%40s/d@3.0.0"]["SPDXID"], "DEV_DEPENDENCY_OF") in relations
    assert (packages["pkg:npm/a@1.0.0"]["SPDXID"], "DEPENDS_ON") in relations


def test_spdx_3_names_every_element_once_and_refers_to_nothing_else() -> None:
    document = read("spdx3", bill())
    names = [each["spdxId"] for each in document["@graph"] if "spdxId" in each]
    assert len(names) == len(set(names))
    for each in document["@graph"]:
        for key in ("from", "to", "rootElement", "element", "createdBy"):
            told = each.get(key, [])
            assert set([told] if isinstance(told, str) else told) <= set(names)


def test_spdx_3_scopes_its_relations() -> None:
    graph = read("spdx3", bill())["@graph"]
    assert {each.get("scope") for each in graph if each["type"] == "LifecycleScopedRelationship"} == {
        "runtime",
        "development",
    }
    licences = [each for each in graph if each["type"].startswith("simplelicensing")]
    assert [each["simplelicensing_licenseExpression"] for each in licences] == ["MIT"]


@pytest.mark.parametrize("form", all_forms())
def test_the_same_commit_gives_the_same_bytes(form: str) -> None:
    assert all_forms()[form].write(bill()) == all_forms()[form].write(bill())
    other = Bill("folk/mine", "f" * 40, 0, bill().parts)
    assert all_forms()[form].write(bill()) != all_forms()[form].write(other)


@pytest.mark.parametrize("form", all_forms())
def test_a_bill_without_parts_is_one_too(form: str) -> None:
    made = Bill("nothing", COMMIT, 0, ())
    assert read(form, made)
    assert objections(made) == []


def objections(made: Bill) -> list[str]:
    """Give what the official schemas and libraries find wrong with both forms."""
    refused = JsonStrictValidator(SchemaVersion.V1_6).validate_str(all_forms()["cyclonedx"].write(made))
    parsed = JsonLikeDictParser().parse(read("spdx", made))
    found = [each.validation_message for each in validate_full_spdx_document(parsed, "SPDX-2.3")]
    return found if refused is None else [str(refused), *found]


def test_the_official_libraries_find_nothing_wrong() -> None:
    assert objections(bill()) == []


TEXT = st.text(min_size=1, max_size=20).filter(lambda text: text.encode("utf-8", "replace").decode() == text)
PARTS = st.lists(
    st.builds(
        lambda name, version, scope, said, line: Part(
            reference=str(purl("npm", name, "", version)),
            purl=purl("npm", name, "", version),
            scope=scope,
            direct=bool(line),
            said=said,
            requirement=said,
            hashes=(("sha256", "a" * 64), ("md5", "short")),
            places=((said, line),),
            source=said,
        ),
        TEXT.filter(lambda text: bool(text.strip("/"))),
        TEXT,
        st.sampled_from(Scope),
        TEXT,
        st.integers(0, 9),
    ),
    max_size=4,
    unique_by=lambda part: part.reference,
)


@given(parts=PARTS)
@settings(max_examples=15, deadline=None)
def test_whatever_strangers_write_stays_a_sound_document(parts: list[Part]) -> None:
    assert (
        objections(Bill("folk/mine", COMMIT, 1, tuple(sorted(parts, key=lambda part: part.reference)))) == []
    )


WHOLE = {
    "pyproject.toml": '[project]\nname = "Moot"\nversion = "2.1"\ndependencies = ["flask"]\n',
    "web/package.json": '{"name": "@moot/web", "version": "0.3.0", "dependencies": {"a": "^1"}}',
    "docs/package.json": '{"name": "pages"}',
}


def described(*tags: str, licence: str = "MIT OR Apache-2.0") -> Bill:
    files = Files({path: text.encode() for path, text in WHOLE.items()})
    return bill_of(read_inventory(files), "folk/mine", COMMIT, 1, licence=licence, tags=tags)


@pytest.mark.parametrize(
    ("tags", "version"),
    [
        ((), COMMIT), (("v2.1",), "2.1"), (("moot@2.1", "x"), "2.1"), (("v2.1.0", "12.1", "2.1-rc1"), COMMIT),
    ],
)  # fmt: skip
def test_a_version_is_that_of_the_project_only_at_the_commit_that_is_tagged_so(
    tags: tuple[str, ...], version: str
) -> None:
    root = read("cyclonedx", described(*tags))["metadata"]["component"]
    assert root["version"] == version
    assert root["purl"] == ("pkg:pypi/moot@2.1" if tags and version == "2.1" else "pkg:pypi/moot")
    assert {each["name"]: each["value"] for each in root["properties"]} == {
        "folkmoot:commit": COMMIT,
        "folkmoot:declared-version": "2.1",
    }


def test_every_form_describes_the_project_itself() -> None:
    made = described()
    root = read("cyclonedx", made)["metadata"]["component"]
    assert root["licenses"] == [{"expression": "MIT OR Apache-2.0"}]
    assert [each["purl"] for each in root["components"]] == ["pkg:npm/%40moot/web@0.3.0"]
    packages = read("spdx", made)["packages"]
    assert (packages[0]["licenseDeclared"], packages[0]["versionInfo"]) == ("MIT OR Apache-2.0", COMMIT)
    assert packages[0]["externalRefs"][0]["referenceLocator"] == "pkg:pypi/moot"
    kinds = {
        (each["spdxElementId"], each["relationshipType"]) for each in read("spdx", made)["relationships"]
    }
    assert ("SPDXRef-Project", "CONTAINS") in kinds
    graph = read("spdx3", made)["@graph"]
    kinds = {(each["from"].rpartition("#")[2], each["relationshipType"]) for each in graph if "from" in each}
    assert {("project", "contains"), ("project", "hasDeclaredLicense")} <= kinds
    assert objections(made) == []


def test_a_licence_that_only_the_project_knows_is_told_and_not_claimed_as_spdxs() -> None:
    made = described(licence="LicenseRef-Moot")
    root = read("spdx", made)["packages"][0]
    assert (root["licenseDeclared"], root["licenseComments"]) == (
        "NOASSERTION",
        "declared as: LicenseRef-Moot",
    )
    assert objections(made) == []


def test_several_manifests_at_the_top_name_no_one_package() -> None:
    files = Files({"package.json": b'{"name": "a"}', "Cargo.toml": b'[package]\nname = "b"\n'})
    made = bill_of(read_inventory(files), "folk/mine", COMMIT, 1)
    assert (made.package, [str(each) for each in made.own]) == (None, ["pkg:cargo/b", "pkg:npm/a"])
    assert objections(made) == []
