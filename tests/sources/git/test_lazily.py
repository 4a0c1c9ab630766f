"""A git that fetches what is missing though it is told not to makes no clone without contents."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from folkmoot.sources.git import clones
from folkmoot.sources.git.lazily import can_leave_missing_alone
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository


def other_git(place: Path, monkeypatch: pytest.MonkeyPatch, version: str, said: str) -> None:
    """Put a git of some version first on the path, which says the same of every missing object."""
    place.mkdir()
    answers = f'*version) echo "git version {version}";; *) echo "{said}" >&2; exit 128;;'
    does = f'#!/bin/sh\ncase "$*" in {answers} esac\n'
    (place / "git").write_text(does)
    (place / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize(
    ("version", "said", "can"),
    [
        ("2.45.0", "", True),
        ("2.34.1", "warning: lazy fetching disabled; some objects may not be available", True),
        ("2.44.0", "fatal: transport 'file' not allowed", False),
        ("2.32.0", "", False),
    ],
)
def test_a_git_is_tried_unless_it_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, said: str, can: bool
) -> None:
    other_git(tmp_path / "bin", monkeypatch, version, said)
    assert can_leave_missing_alone() is can


def test_a_git_that_fetches_by_itself_makes_whole_clones(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clones, "can_leave_missing_alone", lambda: False)
    with open_repository(f"file://{made.place}") as opened:
        assert not opened.is_partial
        assert opened.git.run("cat-file", "blob", "main:src/a.py")
