"""The advisory databases of Go, Rust and Python as they are, from their own repositories.

The clones are `<owner>+<name>/repo` in the folder that FOLKMOOT_REAL_REPOSITORIES names, or in `.mirror`
beside the project; without them these tests are skipped.
"""

from __future__ import annotations

import os
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from checks.trees import ground
from folkmoot.checks.hardening.known_vulnerabilities import CHECK
from folkmoot.i18n import say
from folkmoot.model.source import Access
from folkmoot.supply.advisories.database import Advisories
from folkmoot.supply.advisories.known import vulnerabilities_of
from folkmoot.supply.advisories.matching import judge
from folkmoot.supply.advisories.updating import update
from folkmoot.views.guarding.advised import with_advisories
from supply.advisories.records import TAKEN_AT, component

PROJECT = Path(__file__).parents[3]
REAL = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or PROJECT.parent / ".mirror")
SOURCES = {
    "golang+vulndb": ("HEAD", "data/osv"),
    "rustsec+advisory-db": ("refs/heads/osv", "crates"),
    "pypa+advisory-database": ("HEAD", "vulns"),
}


@pytest.fixture(scope="module")
def advisories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the advisories of all three, read in from their records as they are."""
    folder = tmp_path_factory.mktemp("real")
    for name, (commit, path) in SOURCES.items():
        repository = REAL / name / "repo"
        if not repository.is_dir():
            pytest.skip(f"{name} is not here")
        packed = subprocess.run(
            ["git", "-C", str(repository), "archive", commit, path], capture_output=True, check=True
        ).stdout
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(folder / name, filter="data")
    target = folder / "advisories.sqlite"
    about, problems = update([str(folder)], target, Access(), TAKEN_AT)
    assert (about.unread, problems) == (0, [])
    assert about.advisories > 8000
    return target


@pytest.mark.parametrize(
    ("purl", "name", "fixed"),
    [
        ("pkg:golang/github.com/gogo/protobuf@1.3.1", "GO-2021-0053", "1.3.2"),
        ("pkg:golang/github.com/gogo/protobuf@v1.3.1", "GO-2021-0053", "v1.3.2"),
        ("pkg:cargo/regex@1.5.1", "RUSTSEC-2022-0013", "1.5.5"),
        ("pkg:pypi/Jinja2@2.11.2", "PYSEC-2021-66", "2.11.3"),
    ],
)
def test_known_vulnerabilities_are_found_with_their_fix(
    advisories: Path, purl: str, name: str, fixed: str
) -> None:
    with Advisories(advisories) as opened:
        told = vulnerabilities_of([component(purl)], opened)
    found = {each.id: [hit.fixed for hit in each.hits] for each in told.found}
    assert found[name] == [fixed]


@pytest.mark.parametrize(
    "purl", ["pkg:golang/github.com/gogo/protobuf@1.3.2", "pkg:cargo/regex@1.5.5", "pkg:cargo/regex@1.11.0"]
)
def test_what_is_mended_is_not_found(advisories: Path, purl: str) -> None:
    with Advisories(advisories) as opened:
        told = vulnerabilities_of([component(purl)], opened)
    assert (told.found, told.checked) == ((), 1)


def test_a_lock_file_leads_to_the_line_and_the_command(advisories: Path) -> None:
    lock = '[[package]]\nname = "regex"\nversion = "1.5.1"\nsource = "registry+https://index.example.org"\n'
    finding = CHECK.decide(with_advisories(ground({"Cargo.lock": lock}), advisories))
    (spot,) = finding.spots
    assert spot.path == "Cargo.lock"
    assert say(spot.what) == "regex 1.5.1: update to 1.5.5, which closes RUSTSEC-2022-0013 (high)"
    assert "`cargo update -p regex --precise 1.5.5`" in say(finding.remedy)


def test_the_versions_pythons_advisories_list_are_those_within_their_ranges(advisories: Path) -> None:
    """Python's advisories list each version that their ranges hold: two ways to one answer.

    In a few records the two contradict each other (PYSEC-2023-61 lists pre-releases of what it says is the
    first affected version); the list counts then.
    """
    asked = wrong = unlisted = 0
    with Advisories(advisories) as opened:
        for package in ("django", "pillow", "tensorflow", "salt", "ansible", "jinja2", "urllib3", "plone"):
            for kept in opened.on("PyPI", package):
                alone = kept.affected._replace(versions=())
                for version in kept.affected.versions if alone.ranges else ():
                    asked += 1
                    wrong += not judge(version, alone).is_affected
                    unlisted += not judge(version, kept.affected).is_affected
    assert asked > 10_000
    assert wrong < asked / 1000
    assert unlisted == 0


@pytest.mark.parametrize("ecosystem", ["Go", "crates.io"])
def test_every_fix_that_is_named_is_one(advisories: Path, ecosystem: str) -> None:
    asked = 0
    with Advisories(advisories) as opened:
        listed = opened._connection.execute(
            "SELECT DISTINCT package FROM affected WHERE ecosystem = ?", [ecosystem]
        ).fetchall()
        for (package,) in listed:
            for kept in opened.on(ecosystem, package):
                for version in {at for told in kept.affected.ranges for _, at in told.events}:
                    verdict = judge(version, kept.affected)
                    if verdict.fixed:
                        asked += 1
                        assert not judge(verdict.fixed, kept.affected).is_affected, kept.names
    assert asked > 400
