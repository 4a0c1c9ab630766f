"""Clones without contents: what they lack is said by every command that would need it."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.govern.proposals.reading import read_proposals
from folkmoot.govern.roles.history import terms
from folkmoot.model.errors import FolkmootError, SourceError
from folkmoot.sources.git.absent import refuse_absent, refuse_without
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.repository import Options, open_repository

from .repositories import Repository

RFC = "- Feature Name: `x`\n- Start Date: 2026-01-01\n- RFC PR: #1\n- Rust Issue: #2\n\n# Summary\n"


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    made = Repository.create(tmp_path / "made")
    made.commit(files={"OWNERS": "approvers: [ada, bob]\n", "text/0001-x.md": RFC})
    made.commit(files={"OWNERS": "approvers: [ada]\n"})
    return made


def test_what_is_whole_is_not_refused(made: Repository) -> None:
    with open_repository(str(made.place)) as opened:
        refuse_without(opened, ["OWNERS"])
        refuse_absent(opened, 1, 2)
        assert len(terms(opened)) == 2


def test_the_files_are_listed_once_however_many_are_asked_for(
    made: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = []
    stream = Git.stream
    monkeypatch.setattr(
        Git, "stream", lambda git, *words, **more: listed.append(words[0]) or stream(git, *words, **more)
    )
    place = made.clone(tmp_path / "c", "--bare", "--filter=blob:none")
    with open_repository(str(place)) as opened, pytest.raises(SourceError, match="2 of the 2"):
        refuse_without(opened, ["OWNERS", "text/0001-x.md"])
    assert listed.count("ls-tree") == 1


def test_a_clone_without_contents_says_how_many_it_lacks(made: Repository, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "c", "--bare", "--filter=blob:none")
    with open_repository(str(place)) as opened:
        with pytest.raises(SourceError, match="1 of the 1 that are needed here are missing"):
            refuse_without(opened, ["OWNERS", "nowhere"])
        with pytest.raises(SourceError, match="2 of the 2 that are needed"):
            terms(opened)
        with pytest.raises(FolkmootError, match="without all contents"):
            read_proposals(opened)


def test_a_checked_out_tip_is_there_and_its_past_is_not(made: Repository, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "c", "--filter=blob:none")
    with open_repository(str(place)) as opened:
        refuse_without(opened, ["OWNERS"])
        with pytest.raises(SourceError, match="1 of the 2 that are needed"):
            terms(opened)


def test_the_hint_fits_what_was_asked(made: Repository, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "c", "--bare", "--filter=blob:none")
    for is_own_clone, hint in ((False, "--refetch"), (True, "--offline")):
        with open_repository(str(place), Options(offline=True)) as opened:
            opened.is_partial = is_own_clone
            with pytest.raises(SourceError) as refused:
                refuse_absent(opened, 1, 2)
        assert hint in refused.value.hint
