"""Files are put in place whole: nothing half done is left, whatever stops it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from cli.test_writing import room_for
from folkmoot.sources.whole_file import make, put


def everything(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_where_one_does_not_fit_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "small").write_text("before")
    with room_for(1000), pytest.raises(OSError, match="large") as error:
        put({tmp_path / "small": b"after", tmp_path / "large": b"x" * 2000})
    assert error.value.filename == str(tmp_path / "large")
    assert everything(tmp_path) == {"small": "before"}


def test_folders_made_for_nothing_are_gone_again(tmp_path: Path) -> None:
    inside = tmp_path / "a" / "b"
    with room_for(1000), pytest.raises(OSError, match="large"):
        put({inside / "x": b"x" * 2000}, staging=tmp_path / "a")
    assert list(tmp_path.iterdir()) == []
    put({inside / "x": b"x"}, staging=tmp_path / "a")
    assert [path.name for path in sorted(tmp_path.rglob("*"))] == ["a", "b", "x"]


def test_a_folder_that_is_missing_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as error:
        put({tmp_path / "none" / "x": b"x"})
    assert error.value.filename == str(tmp_path / "none" / "x")


def test_a_stop_in_the_middle_leaves_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").write_text("before")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        put({tmp_path / "x": b"after"})
    assert everything(tmp_path) == {"x": "before"}


def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("before")
    (tmp_path / "x").chmod(0o600)
    put({tmp_path / "x": b"after"})
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600


def test_of_new_files_all_are_made_or_nothing_is(tmp_path: Path) -> None:
    files = {tmp_path / "a" / "small": b"x", tmp_path / "b" / "large": b"x" * 2000}
    with room_for(1000), pytest.raises(OSError, match="large") as error:
        make(files)
    assert error.value.filename == str(tmp_path / "b" / "large")
    assert list(tmp_path.iterdir()) == []
    make(files, mode=0o600)
    assert everything(tmp_path) == {"small": "x", "large": "x" * 2000}
    assert stat.S_IMODE((tmp_path / "a" / "small").stat().st_mode) == 0o600


def test_a_new_file_takes_the_place_of_none(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("before")
    with pytest.raises(FileExistsError):
        make({tmp_path / "new": b"x", tmp_path / "there": b"after"})
    assert everything(tmp_path) == {"there": "before"}
