"""What manifests say of a project: addresses, where it is published, where its source is."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, outcome, places
from checks.trees import ground
from folkmoot.checks.osps._manifests import (
    addresses,
    dependencies_listed,
    manifests,
    published_in_registry,
    source_named,
)
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

YES, NO, UNKNOWN = Outcome.YES, Outcome.NO, Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("package.json", '{"homepage": "http://moot.invalid"}', NO),
        (
            "pyproject.toml",
            '[project.urls]\nHomepage = "https://moot.invalid"\nSource = "git://moot.invalid"\n',
            NO,
        ),
        ("package.json", '{"homepage": "https://moot.invalid"}', YES),
        ("package.json", '{"homepage": "http://localhost:3000"}', UNKNOWN),
        ("build.gradle", "url: 'http://www.apache.org/licenses/LICENSE-2.0.txt'", UNKNOWN),
        ("README.md", "See http://moot.invalid\n", UNKNOWN),
        ("package.json", '{"repository": {"url": "git+https://moot.invalid/moot.git"}}', YES),
    ],
)
def test_addresses_without_encryption(path: str, content: str, expected: Outcome) -> None:
    assert outcome("BR-03.01", {path: content}) is expected


@pytest.mark.parametrize(
    "path", ["pyproject.toml", "package.json", "go.mod", "core/Cargo.toml", "Gemfile", "pom.xml"]
)
def test_manifests_list_dependencies(path: str) -> None:
    assert outcome("QA-02.01", {path: "x"}) is YES
    assert outcome("QA-02.01", {f"node_modules/a/{path}": "x"}) is UNKNOWN


@pytest.mark.parametrize(
    "address", ["${HOST}:2379", "192.168.1.7:2380", "10.0.0.1/", "<host>/", "localhost:1/"]
)
def test_addresses_that_nobody_reaches_are_no_links(address: str) -> None:
    assert not asked("BR-03.01", {"README.md": f"curl http://{address}\n"}).spots
    both = asked("BR-03.01", {"README.md": f"curl http://{address} http://moot.invalid\n"})
    assert places(both) == ["README.md:1"]


MEMBER = '{"name": "moot", "version": "1", "repository": {"url": "git+https://github.com/ada/moot.git"}}'


WORKSPACES = [
    {"package.json": '{"private": true, "workspaces": ["packages/*"]}'},
    {"package.json": '{"private": true}', "pnpm-workspace.yaml": "packages:\n  - 'packages/*'\n"},
]


@pytest.mark.parametrize("top", WORKSPACES)
@pytest.mark.parametrize("identifier", ["BR-02.02", "BR-03.01", "BR-03.02", "QA-01.01"])
def test_members_of_a_workspace_are_packages_of_the_project(top: dict[str, str], identifier: str) -> None:
    finding = asked(identifier, {**top, "packages/moot/package.json": MEMBER})
    assert finding.outcome is YES
    assert places(finding)[0].startswith("packages/moot/package.json")
    assert outcome(identifier, {**top, "site/package.json": MEMBER}) is UNKNOWN


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://github.com/ada/moot", YES),
        ("https://gitlab.moot.invalid/ada/group/moot.git", YES),
        ("https://github.com/ada/moot/issues", UNKNOWN),
        ("https://moot.invalid/docs/guide", UNKNOWN),
    ],
)
def test_a_manifest_tells_where_the_source_is(address: str, expected: Outcome) -> None:
    files = {"pyproject.toml": f"[project.urls]\nSource = '{address}'\n"}
    assert outcome("QA-01.01", files) is expected


def test_a_package_is_published_where_nobody_can_swap_it() -> None:
    assert outcome("BR-03.02", {"pyproject.toml": "[project]\nname = 'moot'\n"}) is YES
    assert outcome("BR-03.02", {"package.json": '{"private": true, "version": "1"}'}) is UNKNOWN
    assert outcome("BR-03.02", {"pyproject.toml": "[tool.ruff]\n"}) is UNKNOWN


def named(files: dict[str, str]) -> list[tuple[str, str]]:
    """Give the addresses that these files name as the project's own, with their places."""
    return [(url, spot.place) for url, spot in addresses(ground(files))]


@pytest.mark.parametrize(
    "line",
    [
        '"homepage": "https://moot.invalid"', 'homepage = "https://moot.invalid"',
        "Homepage = 'https://moot.invalid'", 'url="https://moot.invalid",', "url: https://moot.invalid",
        '"bugs": {"url": "https://moot.invalid"}', "documentation => 'https://moot.invalid',",
        "Source: git+https://moot.invalid", "home_page = https://moot.invalid",
        '"bug-tracker" : "https://moot.invalid"', '"Source Code" = "https://moot.invalid"',
        'GitHub = "https://moot.invalid"',
    ],
)  # fmt: skip
def test_keys_that_name_an_address_of_one_s_own(line: str) -> None:
    assert named({"setup.cfg": f"# x\n{line}\n"}) == [("https://moot.invalid", "setup.cfg:2")]


@pytest.mark.parametrize(
    "line",
    [
        '"resolved": "https://moot.invalid"', "see https://moot.invalid", 'homepage = "moot.invalid"',
        'url = "http://localhost:80"', 'url = "http://127.0.0.1"', 'url = "https://www.example.org/x"',
        'url = "http://[::1]/"', 'url = "http://moot.local/"', 'url = "https://moot.invalid/LICENSE"',
        'url = "http://www.w3.org/2001/x"',
    ],
)  # fmt: skip
def test_other_addresses_are_none(line: str) -> None:
    assert named({"setup.cfg": f"{line}\n"}) == []


def test_packages_below_the_top_speak_for_the_project_in_a_workspace_only() -> None:
    member = {"packages/a/package.json": '{"homepage": "https://moot.invalid"}'}
    assert named({"package.json": "{}", **member}) == []
    top = '{"workspaces": {"packages": ["packages/*"]}}'
    assert named({"package.json": top, **member}) == [("https://moot.invalid", "packages/a/package.json:1")]
    other = {"tools/a/package.json": '{"homepage": "https://moot.invalid"}'}
    assert named({"package.json": top, **other}) == []


@pytest.mark.parametrize(
    ("path", "content", "registry"),
    [
        ("pyproject.toml", "[project]\nname = 'moot'\n", "PyPI"),
        ("pyproject.toml", "[tool.poetry]\nname = 'moot'\n", "PyPI"),
        ("package.json", '{"name": "moot", "version": "1.0.0"}', "npm"),
        ("Cargo.toml", "[package]\nname = 'moot'\n", "crates.io"),
        ("composer.json", '{"name": "ada/moot"}', "Packagist"),
        ("pom.xml", "<artifactId>moot</artifactId>", "Maven Central"),
        ("setup.cfg", "[metadata]\nname = moot\n", "PyPI"),
        ("go.mod", "module moot.invalid/moot\n", "the Go module proxy"),
        ("moot.gemspec", "Gem::Specification.new\n", "RubyGems"),
        ("mix.exs", "defmodule Moot\n", "Hex"),
        ("pubspec.yaml", "name: moot\n", "pub.dev"),
    ],
)
def test_packages_and_where_they_are_published(path: str, content: str, registry: str) -> None:
    found = published_in_registry(ground({path: content}))
    assert found is not None
    assert say(found.text) == f"{path} is a package for {registry}, which serves over HTTPS and by hash."


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("pyproject.toml", "[tool.ruff]\nline-length = 99\n"),
        ("package.json", '{"name": "moot", "version": "1", "private": true}'),
        ("package.json", '{"dependencies": {}}'),
        ("Cargo.toml", "[workspace]\n"),
        ("Cargo.toml", "[package]\npublish = false\n"),
        ("pyproject.toml", '[project]\nclassifiers = ["Private :: Do Not Upload"]\n'),
        ("Gemfile", "gem 'moot'\n"),
        ("go.mod", ""),
    ],
)
def test_what_is_not_made_to_be_published(path: str, content: str) -> None:
    assert published_in_registry(ground({path: content})) is None


@pytest.mark.parametrize(
    ("url", "counts"),
    [
        ("https://github.com/ada/moot", True),
        ("https://github.com/ada/moot.git", True),
        ("https://gitlab.oak.invalid/ada/moot/", True),
        ("https://codeberg.org/ada/moot", True),
        ("https://git.sr.ht/~ada/moot", True),
        ("https://github.com/ada/moot/issues", False),
        ("https://github.com/ada/moot/tree/main", False),
        ("https://github.com/ada", False),
        ("https://github.com/sponsors/ada", False),
        ("https://github.com/orgs/moot/people", False),
        ("https://moot.invalid/ada/moot", False),
        ("http://github.com/ada/moot", False),
    ],
)
def test_addresses_of_a_repository_at_a_forge(url: str, counts: bool) -> None:
    found = source_named(ground({"package.json": f'{{"repository": "{url}"}}'}))
    assert (found is not None) is counts
    if found is not None:
        assert say(found.text) == f"package.json:1 names {url}."


def test_what_a_build_asks_for_is_told_with_its_line() -> None:
    found = dependencies_listed(ground({"CMakeLists.txt": "project(moot)\n\nfind_package(Oak)\n"}))
    assert found is not None
    assert (say(found.text), [spot.place for spot in found.spots]) == (
        "CMakeLists.txt asks for what the software depends on directly.", ["CMakeLists.txt:3"],
    )  # fmt: skip
    assert dependencies_listed(ground({"CMakeLists.txt": "project(moot)\n"})) is None
    assert dependencies_listed(ground({"configure.ac": "AC_CHECK_LIB([oak], [x])\n"})) is not None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("AC_SEARCH_LIBS(signame, , AC_DEFINE(HAVE))\nAC_SEARCH_LIBS(clock, rt)\n", 2),
        ("AC_SEARCH_LIBS(\n\tinit,\n\t[oak acorn],\n)\n", 1),
        ("AC_SEARCH_LIBS([signame], [])\nPKG_CHECK_MODULES(\n\tOAK,\n\toak >= 2,\n)\n", 2),
        ("AC_SEARCH_LIBS(signame, , AC_DEFINE(HAVE))\n", 0),
    ],
)
def test_looking_for_a_function_of_the_system_asks_for_no_library(text: str, line: int) -> None:
    found = dependencies_listed(ground({"configure.ac": text}))
    assert (found.spots[0].line if found else 0) == line


def test_tools_for_working_on_it_are_no_dependencies() -> None:
    assert dependencies_listed(ground({".github/requirements.txt": "x\n"})) is None
    assert dependencies_listed(ground({"docs/requirements.txt": "x\n"})) is not None


def test_manifests_at_the_top_come_first() -> None:
    files = {
        "b/go.mod": "x",
        "a/b/go.mod": "x",
        "package.json": "{}",
        "tests/go.mod": "x",
        "vendor/go.mod": "x",
    }
    assert manifests(ground(files)) == ["package.json", "b/go.mod", "a/b/go.mod"]
