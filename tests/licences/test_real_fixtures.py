"""Licensee's own fixtures, which GitHub's answers rest on, where they are here.

Licensee knows 48 licences and calls every other one "other"; so does this test with what we call by its name.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from checks.trees import ground
from folkmoot.licences.project import licences_of
from folkmoot.model.licence import Licences

FIXTURES = "spec/fixtures/"
KNOWN = "vendor/choosealicense.com/_licenses/"
BAR = 63
"""How many of its 64 fixtures we answer as licensee does."""
BETTER = {"description-license": ("mit", "other")}
"""A package of R, `MIT + file LICENSE`: R itself defines that file as the year and the holder of the licence
that DESCRIPTION names (Writing R Extensions, 1.1.2), and licensee calls it an unknown text."""


@pytest.fixture(scope="module")
def repository() -> Path:
    place = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES", "/nowhere")) / "licensee+licensee" / "repo"
    if not place.exists():
        pytest.skip("FOLKMOOT_REAL_REPOSITORIES does not hold licensee+licensee")
    return place


def git(repository: Path, *words: str) -> bytes:
    return subprocess.run(["git", "-C", repository, *words], capture_output=True, check=True).stdout


def files_below(repository: Path, folder: str) -> dict[str, bytes]:
    listed = git(repository, "ls-tree", "-r", "--name-only", "HEAD", folder).decode().splitlines()
    return {path.removeprefix(folder): git(repository, "show", f"HEAD:{path}") for path in listed}


def in_licensees_words(found: Licences, known: frozenset[str]) -> str | None:
    if found.expression:
        return found.expression.lower() if found.expression.lower() in known else "other"
    if not found.said:
        return None
    return "no-license" if all(each.notice for each in found.said) else "other"


def answer(fixtures: Mapping[str, bytes], name: str, known: frozenset[str]) -> str | None:
    tree = {
        path.removeprefix(f"{name}/"): text for path, text in fixtures.items() if path.startswith(f"{name}/")
    }
    return in_licensees_words(licences_of(ground(tree)), known)


@pytest.mark.shared_data
def test_licensees_fixtures_get_licensees_answers(repository: Path) -> None:
    fixtures = files_below(repository, FIXTURES)
    expected = yaml.safe_load(fixtures["fixtures.yml"])
    known = frozenset(path.removesuffix(".txt") for path in files_below(repository, KNOWN))
    told = {name: answer(fixtures, name, known) for name in expected}
    different = {
        name: (told[name], want["key"]) for name, want in expected.items() if told[name] != want["key"]
    }
    assert len(expected) >= 64
    assert different == BETTER
    assert len(expected) - len(different) >= BAR
