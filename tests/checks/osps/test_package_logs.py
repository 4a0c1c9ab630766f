"""Changelogs of packages that are made in folders of one repository."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, outcome, places
from checks.trees import ground
from folkmoot.checks.community.changelog import CHECK
from folkmoot.checks.osps._package_logs import package_logs, package_of
from folkmoot.i18n import say
from folkmoot.model.check import Outcome
from folkmoot.model.released import Released, VersionTag

WORKSPACE = {
    "Cargo.toml": "[workspace]\n",
    "moot/Cargo.toml": "[package]\n",
    "moot/CHANGELOG.md": "# 2.0.0\n\n# 1.4.0\n",
    "moot-util/Cargo.toml": "[package]\n",
    "moot-util/CHANGELOG.md": "# 0.7.1\n\nMends CVE-2024-1234.\n",
    "benches/Cargo.toml": "[package]\n",
    ".github/workflows/ci.yml": "on: push\n",
}


def tagged(name: str) -> Released:
    return Released((VersionTag(name, 900),), commits=9, signed_off=0, authors=3)


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["moot/Cargo.toml", "moot/CHANGELOG.md"], ["moot/CHANGELOG.md"]),
        (["packages/a/package.json", "packages/a/changes.rst"], ["packages/a/changes.rst"]),
        (["gems/a/a.gemspec", "gems/a/HISTORY"], ["gems/a/HISTORY"]),
        (["moot/Cargo.toml", "moot/src/changes.md"], []),
        (["moot/Cargo.toml", "moot/changes.rs"], []),
        (["src/news.md"], []),
        (["vendor/a/package.json", "vendor/a/CHANGELOG.md"], []),
        (["CHANGELOG.md", "package.json"], []),
    ],
)
def test_they_stand_beside_the_manifest_of_a_package(paths: list[str], found: list[str]) -> None:
    assert package_logs(paths) == found


def test_those_of_packages_are_a_changelog() -> None:
    finding = CHECK.decide(ground(WORKSPACE))
    assert (finding.outcome, finding.remedy) == (Outcome.YES, "")
    assert say(finding.evidence[0]) == (
        "Packages made here that have one: 2, moot-util/CHANGELOG.md among them."
    )


def test_one_at_the_top_comes_first() -> None:
    finding = CHECK.decide(ground(WORKSPACE | {"CHANGELOG.md": "# All\n"}))
    assert say(finding.evidence[0]) == "Found: CHANGELOG.md"


@pytest.mark.parametrize(
    ("tag", "place"),
    [
        ("moot-util-0.7.1", "moot-util/CHANGELOG.md:1"),
        ("moot-2.0.0", "moot/CHANGELOG.md:1"),
        ("@oak/moot@1.4.0", "moot/CHANGELOG.md:3"),
        ("v1.4.0", "moot/CHANGELOG.md:3"),
        ("release-2.0.0", "moot/CHANGELOG.md:1"),
    ],
)
def test_the_newest_version_is_looked_for_in_that_of_its_package(tag: str, place: str) -> None:
    finding = asked("BR-04.01", WORKSPACE, released=tagged(tag))
    assert (finding.outcome, places(finding)) == (Outcome.YES, [place])


def test_another_package_may_have_the_same_number() -> None:
    assert outcome("BR-04.01", WORKSPACE, released=tagged("moot-util-2.0.0")) is Outcome.UNKNOWN


def test_numbers_of_vulnerabilities_are_looked_for_there_too() -> None:
    finding = asked("VM-04.01", WORKSPACE)
    assert (finding.outcome, places(finding)) == (Outcome.YES, ["moot-util/CHANGELOG.md:3"])


STOPPED = {
    "a/package.json": "{}", "a/CHANGELOG.md": "# 1.0.0\n",
    "b/package.json": "{}", "b/CHANGELOG.md": "# 9.0.0\n",
}  # fmt: skip
YEAR = 365 * 86_400


def years(*packages: str) -> Released:
    """Give nine versions of each package, a year apart."""
    tags = [VersionTag(f"{name}{n}.0.0", (40 + n) * YEAR) for n in range(9, 0, -1) for name in packages]
    return Released(tuple(tags), commits=9, signed_off=0, authors=3)


def judged(*packages: str) -> tuple[Outcome, list[str]]:
    place = ground(STOPPED)
    place.released = years(*packages)
    finding = CHECK.decide(place)
    return finding.outcome, [say(each) for each in finding.evidence]


def test_where_all_that_tags_name_stop_there_is_none() -> None:
    outcome, evidence = judged("@moot/a@")
    assert outcome is Outcome.NO
    assert evidence[0] == (
        "a/CHANGELOG.md names versions up to @moot/a@1.0.0; newer ones that are tagged: 8, the newest "
        "@moot/a@9.0.0 of 2018-12-20."
    )
    assert evidence[1:] == [
        "Logs that stop, of those of packages that tags name: 1 of 1.",
        "Packages made here that have one: 2, a/CHANGELOG.md among them.",
    ]


def test_where_some_are_kept_the_others_are_told() -> None:
    outcome, evidence = judged("a-v", "b-v")
    assert outcome is Outcome.YES
    assert evidence[1] == "Logs that stop, of those of packages that tags name: 1 of 2."


@pytest.mark.parametrize("packages", [("v",), ("b@",), ("c@",)])
def test_what_is_kept_or_of_an_unknown_package_is_believed(packages: tuple[str, ...]) -> None:
    outcome, evidence = judged(*packages)
    assert (outcome, len(evidence)) == (Outcome.YES, 1)


@pytest.mark.parametrize(
    ("tag", "package"),
    [
        ("@moot/oar@1.2.3", "oar"), ("oar-util-0.1.9", "oar-util"), ("oar-v1.2", "oar"), ("oar/v1.2", "oar"),
        ("dev-1.0", "dev"), ("h2-0.1.2", "h2"), ("v1.2", ""), ("1.2", ""), ("oar", ""),
    ],
)  # fmt: skip
def test_the_package_that_a_tag_names(tag: str, package: str) -> None:
    assert package_of(tag) == package
