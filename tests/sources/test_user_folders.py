"""A user's own folders, and `~`."""

from __future__ import annotations

import pwd
from pathlib import Path
from typing import NoReturn

import pytest

from folkmoot.model.errors import UsageError
from folkmoot.sources.user_folders import cache_folder, config_folder, data_folder, path_of

FOLDERS = {
    "XDG_DATA_HOME": (data_folder, ".local/share/folkmoot"),
    "XDG_CONFIG_HOME": (config_folder, ".config/folkmoot"),
    "XDG_CACHE_HOME": (cache_folder, ".cache/folkmoot"),
}


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be somebody whom the machine does not know, as in a container under a number of one's own."""

    def unknown(_: object) -> NoReturn:
        raise KeyError

    for name in (*FOLDERS, "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.setattr(pwd, "getpwnam", unknown)


@pytest.mark.parametrize("name", FOLDERS)
def test_each_folder_may_be_named_and_else_is_in_the_home(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    folder, usual = FOLDERS[name]
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setenv(name, "/elsewhere")
    assert folder() == Path("/elsewhere/folkmoot")
    monkeypatch.delenv(name)
    assert folder() == Path("/home/ada", usual)


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize("name", FOLDERS)
def test_without_a_home_nothing_is_written_where_a_command_is_called(name: str) -> None:
    with pytest.raises(UsageError, match="no whole path") as refused:
        FOLDERS[name][0]()
    assert "HOME" in refused.value.hint


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize("name", FOLDERS)
def test_without_a_home_a_folder_that_is_named_is_enough(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "/elsewhere")
    assert FOLDERS[name][0]() == Path("/elsewhere/folkmoot")


def test_a_tilde_is_the_home_of_whom_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert path_of("~/loom") == Path("/home/ada/loom")
    assert path_of("loom~") == Path("loom~")


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize("written", ["~/loom", "~nobody/loom"])
def test_the_home_of_nobody_stays_as_it_is_written(written: str) -> None:
    assert path_of(written) == Path(written)
