"""Files are written whole or not at all."""

from __future__ import annotations

import os
import resource
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from folkmoot.cli._writing import write, write_whole
from folkmoot.model.errors import FolkmootError
from folkmoot.model.hints import WRITABLE


@contextmanager
def room_for(count: int) -> Iterator[None]:
    """Let no file grow beyond `count` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (count, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_what_does_not_fit_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    place = folder / "report.html"
    place.write_text("the one of yesterday")
    with room_for(1000), pytest.raises(FolkmootError, match="File too large"):
        write(str(place), "x" * 100_000)
    assert place.read_text() == "the one of yesterday"
    assert [*folder.iterdir()] == [place]


def test_a_new_file_may_be_read_as_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write(str(tmp_path / "new.html"), "new\n")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.html").stat().st_mode) == 0o644


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    place = tmp_path / "private.html"
    place.write_text("old")
    place.chmod(0o600)
    write(str(place), "new")
    assert (place.read_text(), stat.S_IMODE(place.stat().st_mode)) == ("new", 0o600)


def test_a_link_that_somebody_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link.html").symlink_to("target.html")
    write(str(tmp_path / "link.html"), "new")
    assert (tmp_path / "target.html").read_text() == "new"
    assert (tmp_path / "link.html").is_symlink()


def test_a_link_that_lay_there_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "profile"
    target.write_text("mine")
    (tmp_path / "report.html").symlink_to(target)
    write_whole(tmp_path / "report.html", "new")
    assert (target.read_text(), (tmp_path / "report.html").read_text()) == ("mine", "new")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_devices_are_written_into() -> None:
    write(os.devnull, "gone")
    with pytest.raises(FolkmootError, match="No space left"):
        write("/dev/full", "gone")
    assert not Path(os.devnull).is_file()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FolkmootError, match=r"No such file or directory\.") as told:
        write(str(tmp_path / "none" / "report.html"), "new")
    assert told.value.hint == WRITABLE


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    write(str(tmp_path / ("n" * 255)), "new")
    assert (tmp_path / ("n" * 255)).read_text() == "new"
