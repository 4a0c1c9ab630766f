"""What is not there is told apart from what may not be looked at, whichever Python it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from folkmoot.model.errors import NotARepositoryError
from folkmoot.sources.git.location import locate
from folkmoot.sources.presence import is_file, is_folder, is_there
from folkmoot.store.erasing import may_be_unerased
from folkmoot.store.erasure import is_pending
from folkmoot.store.withheld import may_be_stale

WAYS = [is_there, is_file, is_folder]


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Let nobody look into a folder, not even who may do all."""
    folder.chmod(0)
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(me)
        folder.chmod(0o755)


def test_files_folders_and_what_links_to_them_are_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)
    assert [way(tmp_path / "file") for way in WAYS] == [True, True, False]
    assert [way(tmp_path / "link") for way in WAYS] == [True, False, True]


@pytest.mark.parametrize("way", WAYS)
def test_what_leads_nowhere_is_not_there(tmp_path: Path, way: Callable[[Path], bool]) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "lost").symlink_to(tmp_path / "nothing")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for name in ("nothing", "nothing/below", "file/below", "lost", "round", "no\0name"):
        assert not way(tmp_path / name)


@pytest.mark.parametrize("way", WAYS)
def test_what_may_not_be_looked_at_is_an_error(tmp_path: Path, way: Callable[[Path], bool]) -> None:
    (tmp_path / "folder").mkdir()
    with closed(tmp_path), pytest.raises(PermissionError):
        way(tmp_path / "folder")


def test_a_repository_that_may_not_be_looked_at_is_not_called_missing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with closed(tmp_path), pytest.raises(NotARepositoryError, match=r" may not be read\."):
        locate(str(tmp_path / "folder"))


def test_lists_that_may_not_be_looked_at_are_not_taken_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who was erased or opted out would otherwise be back without a word."""
    store, settings = tmp_path / "s.duckdb", tmp_path / "settings"
    store.touch()
    (settings / "folkmoot").mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(settings))
    with closed(settings):
        for asked in (lambda: may_be_unerased(store), is_pending, lambda: may_be_stale(store)):
            with pytest.raises(OSError, match="Permission denied"):
                asked()
