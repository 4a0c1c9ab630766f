"""Identities are found by keyed hashes, also when their names are gone."""

from __future__ import annotations

import hashlib
import hmac
from itertools import chain
from pathlib import Path

import duckdb
import pytest

from folkmoot.model.errors import StoreError
from folkmoot.people import tombstones
from folkmoot.people.pseudonyms import load_key
from folkmoot.people.tombstones import KEY_FILE
from folkmoot.store.database import Connection, connect, one
from folkmoot.store.lookup import Lookup, digest, kept_domain, keyed
from folkmoot.store.schema import MIGRATIONS
from fresh_store import fresh_store

ADA = ("Ada Lovelace", "ada@lovelace.example")


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "folkmoot"


@pytest.fixture
def store() -> Connection:
    return fresh_store()


def known(store: Connection) -> int:
    lookup = Lookup(store)
    number = lookup.ident("git", *ADA)
    lookup.flush(store)
    return number


def test_the_same_has_the_same_number(store: Connection) -> None:
    assert known(store) == known(store)
    assert one(store, "select count(*) from identity") == (1,)


def test_a_digest_is_what_the_standard_makes_of_key_and_words() -> None:
    key = keyed(b"k" * 32)
    for words in (("ident", *ADA), ("account", "github.com", "ada \ud800")):
        said = "\0".join(words).encode("utf-8", "surrogatepass")
        assert digest(key, *words) == hmac.digest(b"k" * 32, said, hashlib.sha256).hex()[:32]


def test_the_number_tells_nothing_without_the_key(store: Connection, settings: Path) -> None:
    first = known(store)
    (settings / KEY_FILE).unlink()
    assert known(fresh_store()) != first


def test_identities_that_were_there_before_are_found(store: Connection) -> None:
    store.execute("insert into identity values (5, 'git', ?, ?)", ADA)
    store.execute("insert into identity values (6, 'github.com', 'ada', 'ada@users.noreply.github.com')")
    store.execute("insert into account values (6, 'github.com', 'Ada', 0)")
    assert known(store) == 5
    assert Lookup(store).account("github.com", "ADA", "", "", is_bot=False) == 6


def test_a_name_that_was_no_longer_kept_comes_back_with_the_person(store: Connection) -> None:
    number = known(store)
    store.execute("update identity set name = '', email = ''")
    store.execute("insert into bundle values (?, 'abc', '')", [number])
    assert known(store) == number
    assert one(store, "select name, email from identity") == ADA


def test_whoever_was_erased_since_does_not_come_back(store: Connection, settings: Path) -> None:
    number = known(store)
    store.execute("update identity set name = '', email = ''")
    store.execute("insert into bundle values (?, 'abc', '')", [number])
    tombstones.add(settings, tombstones.lines_of(load_key(settings / KEY_FILE), "abcdefabcdef", [ADA], []))
    assert known(store) == number
    assert one(store, "select name, email from identity") == ("", "")


def test_a_lost_key_is_made_anew_while_every_name_is_there(store: Connection, settings: Path) -> None:
    number = known(store)
    (settings / KEY_FILE).unlink()
    assert known(store) == number


def test_a_lost_key_is_told_when_names_are_gone(store: Connection, settings: Path) -> None:
    number = known(store)
    store.execute("insert into bundle values (?, 'abc', '')", [number])
    (settings / KEY_FILE).unlink()
    with pytest.raises(StoreError, match="key of this store"):
        Lookup(store)


@pytest.mark.parametrize(
    ("email", "domain"),
    [("ada@ibm.com", "ibm.com"), ("ada@lovelace.example", ""), ("ada@gmail.com", ""), ("", "")],
)
def test_the_domain_of_a_known_organisation_is_nobodys_own(email: str, domain: str) -> None:
    assert kept_domain(email) == domain


def test_an_older_store_gets_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as connection:
        for statement in chain(*MIGRATIONS[:3]):
            connection.execute(statement)
        connection.execute("insert into identity values (3, 'git', ?, ?)", ADA)
        connection.execute("insert into meta values ('schema', '3')")
    with connect(path) as connection:
        assert known(connection) == 3


def test_a_login_that_a_message_tells_is_no_author_of_that_name(store: Connection) -> None:
    """Whatever is read first, each has a number of its own, which a new key finds again."""
    lookup = Lookup(store)
    said, author = lookup.said("adalove"), lookup.ident("git", "adalove", "")
    assert said != author
    lookup.flush(store)
    assert store.execute("select identity, source from identity order by source").fetchall() == [
        (author, "git"), (said, "login")
    ]  # fmt: skip
    store.execute("delete from lookup")
    again = Lookup(store)
    assert (again.said("adalove"), again.ident("git", "adalove", "")) == (said, author)
