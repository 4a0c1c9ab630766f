"""A file is replaced whole, and is its owner's alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.store.replacing import replaced


def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("a long old content")
    path.chmod(0o644)
    replaced(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o077 == 0
    assert [each.name for each in tmp_path.iterdir()] == ["x.toml"]


def test_what_a_killed_run_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "x.toml.next").write_text("half")
    replaced(tmp_path / "x.toml", b"whole")
    assert (tmp_path / "x.toml").read_bytes() == b"whole"


def test_a_link_in_its_place_is_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    (tmp_path / "x.toml").symlink_to(outside)
    (tmp_path / "x.toml.next").symlink_to(outside)
    replaced(tmp_path / "x.toml", b"new")
    assert outside.read_text() == "mine"
    assert not (tmp_path / "x.toml").is_symlink()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replaced(tmp_path / "none" / "x", b"")
