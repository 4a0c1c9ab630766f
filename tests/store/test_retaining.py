"""What is held too long is found and let go; what was done is counted as before."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from folkmoot.govern.growing.checkin import Note
from folkmoot.govern.growing.notes import read_notes, write_notes
from folkmoot.model.privacy import PrivacySettings
from folkmoot.store.database import connect
from folkmoot.store.people import resolve_people
from folkmoot.store.retaining import MONTH, apply, overdue
from folkmoot.store.withheld import NAME
from folkmoot.store.writer import writing

NOW = 1_700_000_000
OLD, NEW = NOW - 30 * MONTH, NOW - MONTH
YEAR = PrivacySettings(retention={"identifiers": 12, "texts": 12})


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    path = tmp_path / "s.duckdb"
    with writing(path) as connection:
        run = connection.execute
        for number, who in enumerate(("ada", "ada", "bob", "cleo"), start=1):
            run("insert into identity values (?, 'git', ?, ?)", [number, f"{who} of x", f"{who}@x.example"])
        for number, author, when in ((1, 1, OLD), (2, 2, OLD), (3, 3, OLD), (4, 3, NEW), (5, 4, OLD)):
            run("insert into commit_fact values (?, 1, ?, ?, ?, ?, 0, ?, 0, 1, 0, 'Words')",
                [number, str(number), author, author, when, when])  # fmt: skip
        run("insert into remark_fact values (1, 0, 1, 'f:1', 'f', 'comment', '', 4, '', ?, 1, 0)", [NEW])
        resolve_people(connection)
    return path


def names(store: Path) -> list[str]:
    with connect(store, read_only=True) as connection:
        return [name for (name,) in connection.execute("select name from person order by name").fetchall()]


def test_nothing_is_overdue_without_a_period(store: Path) -> None:
    found = overdue(store, PrivacySettings(), NOW)
    assert not any(found.values())
    apply(store, PrivacySettings(), NOW)
    assert NAME not in names(store)


def test_only_who_did_nothing_anywhere_is_let_go(store: Path) -> None:
    """Ada's last act is old; Bob committed lately, Cleo commented lately."""
    assert overdue(store, YEAR, NOW) == {
        "identifiers": 1,
        "texts": 4,
        "caches": 0,
        "clones": 0,
        "checkins": 0,
    }
    apply(store, YEAR, NOW)
    assert names(store) == [NAME, "bob of x", "cleo of x"]
    assert overdue(store, YEAR, NOW)["identifiers"] == 0
    assert b"ada@x.example" not in store.read_bytes()


def test_texts_go_by_their_own_age(store: Path) -> None:
    apply(store, YEAR, NOW)
    with connect(store, read_only=True) as connection:
        rows = connection.execute("select commit from commit_fact where subject <> ''").fetchall()
    assert rows == [(4,)]


def test_old_caches_go(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "XDG_CACHE_HOME" / "folkmoot"
    for name, age in (("remembered/old.json", 7), ("remembered/new.json", 1), ("clones/old.git", 13)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir() if name.startswith("clones") else path.touch()
        os.utime(path, (NOW - age * MONTH, NOW - age * MONTH))
    found = overdue(store, PrivacySettings(), NOW)
    assert (found["caches"], found["clones"]) == (1, 1)
    apply(store, PrivacySettings(), NOW)
    assert [path.name for path in folder.rglob("*") if path.suffix] == ["new.json"]


def checkins(monkeypatch: pytest.MonkeyPatch, place: Path) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(place))
    path = place / "folkmoot" / "checkins" / "s.toml"
    write_notes(path, {
        "ada": Note("ada", datetime.fromtimestamp(OLD, UTC).date()),
        "bob": Note("bob", datetime.fromtimestamp(NEW, UTC).date()),
        "cleo": Note("cleo", datetime.fromtimestamp(OLD, UTC).date(),
                     until=datetime.fromtimestamp(NOW + MONTH, UTC).date()),
    })  # fmt: skip
    return path


def test_what_is_gone_before_it_is_looked_at_stops_nothing(store: Path, tmp_path: Path) -> None:
    """Another run may remove the same files at the same time; a link to nowhere is as good as gone."""
    caches = tmp_path / "XDG_CACHE_HOME" / "folkmoot" / "remembered"
    caches.mkdir(parents=True)
    (caches / "gone.json").symlink_to("nowhere")
    (caches / "old.json").touch()
    os.utime(caches / "old.json", (OLD, OLD))
    settings = PrivacySettings(retention={"caches": 1})
    assert overdue(store, settings, NOW)["caches"] == 1
    apply(store, settings, NOW)
    assert not (caches / "old.json").exists()


def test_check_ins_go_by_the_last_day_they_tell_of(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ada was asked 30 months ago; Bob last month; of Cleo something still holds."""
    path = checkins(monkeypatch, tmp_path)
    assert overdue(store, PrivacySettings(), NOW)["checkins"] == 1, "24 months, as nothing else is set"
    assert overdue(store, PrivacySettings(retention={"checkins": 36}), NOW)["checkins"] == 0
    apply(store, PrivacySettings(), NOW)
    assert sorted(read_notes(path)) == ["bob", "cleo"]
