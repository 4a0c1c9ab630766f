"""An erasure clears everything that is this user's, and goes on where it was broken off.

That a killed one is finished is shown by tests/cli/test_privacy_proof.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.errors import StoreError
from folkmoot.people.decisions import Decision, read, write
from folkmoot.people.pseudonyms import load_key
from folkmoot.people.tombstones import KEY_FILE, lines_of, new_bundle
from folkmoot.store.database import connect
from folkmoot.store.erasure import JOURNAL, erase, finish, is_pending, own_stores
from folkmoot.store.people import decisions_beside, resolve_people
from folkmoot.store.writer import refresh, writing

ADA = ("Ada Lovelace", "ada@x.example")
BOB = ("Bob Babbage", "bob@x.example")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


def made(path: Path) -> Path:
    with writing(path) as connection:
        for number, who in enumerate((ADA, BOB), start=1):
            connection.execute("insert into identity values (?, 'git', ?, ?)", [number, *who])
        resolve_people(connection)
    return path


def lines(home: Path) -> list[str]:
    key = load_key(home / "XDG_CONFIG_HOME" / "folkmoot" / KEY_FILE)
    return lines_of(key, new_bundle(), [ADA], [("forge.example", "ada")])


def named(store: Path) -> list[str]:
    with connect(store, read_only=True) as connection:
        return [name for (name,) in connection.execute("select name from identity order by 1").fetchall()]


def test_every_store_of_the_user_is_cleared(home: Path) -> None:
    named_one = made(home / "elsewhere.duckdb")
    own = made(home / "XDG_DATA_HOME" / "folkmoot" / "stores" / "own.duckdb")
    assert own_stores() == [own]
    cleared = erase(lines(home), [named_one])
    assert cleared.stores == [named_one, own]
    assert named(own) == named(named_one) == ["", "Bob Babbage"]
    assert not is_pending()


def test_what_lies_beside_a_store_goes_too(home: Path) -> None:
    store = made(home / "s.duckdb")
    write(decisions_beside(store), [
        Decision("person", ("Ada Lovelace <ada@x.example>",)),
        Decision("person", ("Bob Babbage <bob@x.example>",)),
    ])  # fmt: skip
    spool = home / "s.duckdb.0123.spool"
    spool.write_text("Ada Lovelace")
    notes = home / "XDG_DATA_HOME" / "folkmoot" / "checkins" / "s.toml"
    notes.parent.mkdir(parents=True)
    notes.write_text('# notes\n\n[people.ada]\nanswer = "stays"\n\n[people.bob]\nvouched_by = "cleo"\n')
    assert erase(lines(home), [store]).files == 2
    assert read(decisions_beside(store)) == [Decision("person", ("Bob Babbage <bob@x.example>",))]
    assert not spool.exists()
    assert notes.read_text() == '# notes\n\n[people.bob]\nvouched_by = "cleo"\n'


def test_what_lies_beside_a_store_with_signs_of_patterns_in_its_name_goes_too(home: Path) -> None:
    store, spool = made(home / "s[1]*.duckdb"), home / "s[1]*.duckdb.0123.spool"
    spool.write_text("Ada Lovelace")
    other = home / "s1x.duckdb.0123.spool"
    other.write_text("of another store")
    assert erase(lines(home), [store]).files == 1
    assert (spool.exists(), other.exists()) == (False, True)


def test_clones_go_unless_they_are_to_be_kept(home: Path) -> None:
    store, clone = made(home / "s.duckdb"), home / "XDG_CACHE_HOME" / "folkmoot" / "clones" / "x.git"
    clone.mkdir(parents=True)
    assert erase(lines(home), [store], keeps_clones=True).clones == 0
    assert clone.exists()
    assert erase(lines(home), [store]).clones == 1
    assert not clone.exists()


def test_what_is_remembered_of_repositories_goes(home: Path) -> None:
    kept = home / "XDG_CACHE_HOME" / "folkmoot" / "remembered" / "0123.json"
    kept.parent.mkdir(parents=True)
    kept.write_text('{"author": "Ada Lovelace"}')
    assert erase(lines(home), [made(home / "s.duckdb")]).files == 1
    assert not kept.exists()


def test_a_clone_that_cannot_be_removed_is_told_as_left(home: Path) -> None:
    clone = home / "XDG_CACHE_HOME" / "folkmoot" / "clones" / "x.git"
    clone.parent.mkdir(parents=True)
    clone.write_text("no folder")
    cleared = erase(lines(home), [made(home / "s.duckdb")])
    assert (cleared.clones, cleared.left) == (0, [f"the clone at {clone}"])


def test_decisions_that_name_nobody_who_was_erased_stay_as_they_are(home: Path) -> None:
    store = made(home / "s.duckdb")
    path = decisions_beside(store)
    write(path, [Decision("person", ("Bob Babbage <bob@x.example>",))])
    path.write_bytes(before := path.read_bytes() + b"\n# by hand\n")
    erase(lines(home), [store])
    assert path.read_bytes() == before


def test_the_address_of_a_project_is_told_as_left(home: Path) -> None:
    store = home / "s.duckdb"
    with writing(store) as connection:
        connection.execute(
            "insert into project values (1, 'engine', 'https://x.example/ada-lovelace/engine')"
        )
        connection.execute("insert into identity values (1, 'git', ?, ?)", ADA)
        resolve_people(connection)
    assert erase(lines(home), [store]).left == [f"the address of project engine in {store}"]


def test_there_is_nothing_to_finish_as_a_rule(home: Path) -> None:
    assert not is_pending()
    assert finish() is None
    assert not (home / "XDG_CONFIG_HOME").exists()


def test_a_damaged_journal_is_said(home: Path) -> None:
    store = made(home / "s.duckdb")
    lines(home)
    (home / "XDG_CONFIG_HOME" / "folkmoot" / JOURNAL).write_text("{")
    with pytest.raises(StoreError, match=r"erasing\.json"):
        refresh(store)
