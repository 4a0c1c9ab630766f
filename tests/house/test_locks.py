"""The locks hold everything the project asks for, agree with one another, and name no machine."""

import re
import tomllib
from importlib.metadata import distribution

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from house.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.txt", "requirements-build.txt", "requirements-test.txt", "requirements-engines.txt")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)
LARGEST_MEGABYTES = 80


def pinned(lock: str) -> dict[str, str]:
    """Give the versions that a lock names for this machine."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {
        name: version
        for name, version, marker in PINNED.findall(text)
        if not marker or Marker(marker).evaluate()
    }


def asked(lines: list[str]) -> dict[str, Requirement]:
    """Give requirements by their name as locks write it."""
    return {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines}


WANTED = {
    "requirements.txt": asked(PROJECT["project"]["dependencies"]),
    "requirements-build.txt": asked(PROJECT["dependency-groups"]["build"]),
    "requirements-test.txt": asked(
        PROJECT["project"]["dependencies"]
        + PROJECT["project"]["optional-dependencies"]["proof"]
        + PROJECT["dependency-groups"]["test"]
    ),
    "requirements-engines.txt": asked(PROJECT["project"]["optional-dependencies"]["engines"]),
}


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_asked_for_is_locked(lock: str) -> None:
    held = pinned(lock)
    assert set(WANTED[lock]) <= set(held)
    assert [name for name, wish in WANTED[lock].items() if held[name] not in wish.specifier] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_file_has_its_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.search(r"://|^-|^/", text, flags=re.MULTILINE) is None


@pytest.mark.parametrize("lock", LOCKS[:-1])
def test_locks_agree(lock: str) -> None:
    widest = pinned("requirements-engines.txt")
    assert {name: widest[name] for name in pinned(lock)} == pinned(lock)


def test_the_base_installation_stays_small() -> None:
    """Everything a user installs, as its distributions list their own files; the project itself included."""
    names = [*pinned("requirements.txt"), "folkmoot"]
    held = {
        name: sum(file.size or 0 for file in distribution(name).files or ()) / 1_000_000 for name in names
    }
    assert sum(held.values()) <= LARGEST_MEGABYTES, held
    assert held["duckdb"] > 10, "the measure sees the largest part"
