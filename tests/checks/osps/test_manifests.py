"""What manifests say of a project: addresses, where it is published, where its source is."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, outcome, places
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
