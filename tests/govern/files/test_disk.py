"""`.folkmoot/` in a work tree: found from below, read without links, written inside only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from folkmoot.govern.files import disk
from folkmoot.govern.files.disk import find_root, read_folder, sound_folder, write_files
from folkmoot.model.errors import FolkmootError, HostileInputError, SourceError, UsageError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".folkmoot" / "people").mkdir(parents=True)
    (tmp_path / ".folkmoot" / "governance.toml").write_text("format = 1\n")
    return tmp_path


def test_it_is_found_from_a_folder_below(root: Path) -> None:
    (root / "src" / "deep").mkdir(parents=True)
    assert find_root(root / "src" / "deep") == root
    assert find_root(root) == root


def test_the_nearest_one_counts(root: Path) -> None:
    inner = root / "inner"
    (inner / ".folkmoot").mkdir(parents=True)
    assert find_root(inner) == root, "a folder without rules is none"
    (inner / ".folkmoot" / "governance.toml").write_text("format = 1\n")
    assert find_root(inner) == inner


def test_where_there_is_none_it_is_said_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        find_root(tmp_path)
    assert "init --governance" in error.value.hint


@pytest.mark.parametrize("kind", ["link to a file", "link to a folder", "pipe"])
def test_what_is_no_plain_file_is_refused_and_not_opened(root: Path, kind: str) -> None:
    place = root / ".folkmoot" / "people" / "ada.toml"
    if kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(root / ".folkmoot" / "governance.toml" if kind == "link to a file" else root)
    with pytest.raises(HostileInputError, match="no plain file"):
        read_folder(root)


def test_too_many_files_are_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "MOST_FILES", 1)
    read_folder(root)
    (root / ".folkmoot" / "people" / "ada.toml").write_text("x")
    with pytest.raises(HostileInputError, match="holds over 1 files"):
        read_folder(root)


def test_a_file_without_end_is_read_as_far_as_is_needed_to_refuse_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "MOST_BYTES", 20)
    (root / ".folkmoot" / "people" / "ada.toml").write_text("x" * 1000)
    assert len(read_folder(root).contents["people/ada.toml"]) == 21


def test_what_cannot_be_read_is_built_on_by_nobody(root: Path) -> None:
    assert sound_folder(root).problems == []
    (root / ".folkmoot" / "governance.toml").write_text("format = 2\n")
    with pytest.raises(SourceError, match=r"governance\.toml") as error:
        sound_folder(root)
    assert "folkmoot verify" in error.value.hint


def test_files_are_written_with_their_folders(root: Path) -> None:
    told = write_files(root, {"decisions/0001-x.md": b"x", "a.toml": b"y"})
    assert told == [".folkmoot/a.toml", ".folkmoot/decisions/0001-x.md"]
    assert (root / ".folkmoot" / "decisions" / "0001-x.md").read_bytes() == b"x"


def test_a_full_disk_leaves_what_was_there_and_no_half_of_what_is_new(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = disk.put

    def full(files: dict[Path, bytes], staging: Path | None = None) -> None:
        # The last file is of a name that no disk takes.
        put({**files, (root / ".folkmoot" / ("x" * 300)): b"x"}, staging=staging)

    monkeypatch.setattr(disk, "put", full)
    with pytest.raises(FolkmootError, match=r"cannot be written: File name too long\."):
        write_files(root, {"governance.toml": b"new", "decisions/0001/governance.toml": b"x"})
    assert (root / ".folkmoot" / "governance.toml").read_text() == "format = 1\n"
    assert sorted(path.name for path in root.rglob("*")) == [".folkmoot", "governance.toml", "people"]


@pytest.mark.parametrize("path", ["../outside", "people/../../outside"])
def test_nothing_is_written_outside(root: Path, path: str) -> None:
    with pytest.raises(HostileInputError):
        write_files(root, {"a.toml": b"x", path: b"x"})
    assert not (root / "outside").exists()
    assert not (root / ".folkmoot" / "a.toml").exists(), "all is looked at before anything is written"


@pytest.mark.parametrize("part", [".folkmoot", "people", "people/ada.toml"])
def test_nothing_is_written_through_a_link(
    root: Path, tmp_path_factory: pytest.TempPathFactory, part: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    place = root / ".folkmoot" if part == ".folkmoot" else root / ".folkmoot" / part
    if place.is_dir():
        place.rename(root / "moved")
    place.symlink_to(outside / "x.toml" if part.endswith("toml") else outside)
    with pytest.raises(HostileInputError, match="is a link"):
        write_files(root, {"people/ada.toml": b"x"})
    assert list(outside.iterdir()) == []
