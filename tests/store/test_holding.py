"""How many people are held in which way is counted, and nobody is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.privacy import PrivacySettings
from folkmoot.people.opting_out import FILE
from folkmoot.people.opting_out import add as object_to
from folkmoot.people.pseudonyms import load_key
from folkmoot.people.tombstones import KEY_FILE, add, lines_of, new_bundle
from folkmoot.store.database import connect
from folkmoot.store.holding import Holding, holding
from folkmoot.store.people import resolve_people
from folkmoot.store.retaining import apply as retain
from folkmoot.store.writer import refresh, writing
from fresh_store import fresh_store

PEOPLE = [
    ("Ada Lovelace", "ada@x.example"),
    ("Bob Babbage", "bob@x.example"),
    ("Cleo Nile", "cleo@x.example"),
]


def test_an_empty_store_holds_nobody() -> None:
    assert holding(fresh_store()) == Holding(0, 0, 0, 0, 0, 0)


def test_the_named_the_unnamed_and_the_erased_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    settings, store = tmp_path / "config" / "folkmoot", tmp_path / "s.duckdb"
    with writing(store) as connection:
        for number, who in enumerate([*PEOPLE, ("robot[bot]", "robot[bot]@x.example")], start=1):
            connection.execute("insert into identity values (?, 'git', ?, ?)", [number, *who])
            connection.execute(
                "insert into commit_fact values (?, 1, 's', ?, ?, 1, 0, 1, 0, 1, 0, ?)",
                [number, number, number, "Words" * (number > 1)],
            )
        resolve_people(connection)
    add(settings, lines_of(load_key(settings / KEY_FILE), new_bundle(), [PEOPLE[0]], []))
    object_to(settings / FILE, settings, ["bob@x.example"])
    refresh(store)
    with connect(store, read_only=True) as connection:
        told = holding(connection)
    assert told == Holding(people=3, named=1, unnamed=2, erased=1, commits=4, texts=3, objected=1)
    assert told.let_go == 0


def test_names_that_were_let_go_are_no_objections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    store = tmp_path / "s.duckdb"
    with writing(store) as connection:
        for number, who in enumerate(PEOPLE, start=1):
            connection.execute("insert into identity values (?, 'git', ?, ?)", [number, *who])
        resolve_people(connection)
    retain(store, PrivacySettings(retention={"identifiers": 1}))
    with connect(store, read_only=True) as connection:
        told = holding(connection)
    assert (told.named, told.objected, told.let_go) == (0, 0, 3)
