"""Entries of check-ins are found, dated and removed whole."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from folkmoot.govern.growing.checkin import Answered, Note
from folkmoot.govern.growing.notes import read_notes, write_notes
from folkmoot.store.checkins import checkin_files, entries, is_entry, last_told, without

DAY = 86_400
MARCH = 1_772_323_200
"""The first of March 2026, at midnight in UTC."""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (place,) = (tmp_path / "folkmoot" / "checkins" / "s.toml",)
    write_notes(place, {
        "ada": Note("ada", date(2026, 3, 1), Answered.STAYS, date(2026, 3, 4), date(2026, 9, 3)),
        "bob": Note("bob", date(2026, 3, 1)),
        "cleo": Note("cleo", vouched_by="ada"),
    })  # fmt: skip
    return place


def test_every_file_of_the_user_is_found(path: Path) -> None:
    assert checkin_files() == [path]


def test_one_entry_goes_and_the_others_can_still_be_read(path: Path) -> None:
    assert without(path, lambda entry: "[people.bob]" in entry) == 1
    left = read_notes(path)
    assert sorted(left) == ["ada", "cleo"]
    assert left["ada"].until == date(2026, 9, 3)


def test_all_may_go(path: Path) -> None:
    assert without(path, is_entry) == 3
    assert read_notes(path) == {}


def test_nothing_is_written_where_nothing_goes(path: Path) -> None:
    before = path.stat().st_mtime_ns
    assert without(path, lambda entry: "dora" in entry) == 0
    assert path.stat().st_mtime_ns == before


def test_the_last_day_of_an_entry_counts(path: Path) -> None:
    told = {
        name: last_told(each, path)
        for each in entries(path)
        for name in ("ada", "bob")
        if f".{name}]" in each
    }
    assert told["bob"] == MARCH
    assert told["ada"] == MARCH + 186 * DAY


@pytest.mark.parametrize(
    "text", ["[people.x]\n", '[people.x]\nasked = "soon"\n', "[people", "people = 1\n", "[people]\nx = 2\n"]
)
def test_an_entry_without_a_day_is_as_old_as_its_file(path: Path, text: str) -> None:
    os.utime(path, (MARCH, MARCH))
    assert last_told(text, path) == MARCH


def test_a_time_of_day_is_a_day(path: Path) -> None:
    assert last_told("[people.x]\nasked = 2026-03-01T23:00:00Z\n", path) == MARCH
