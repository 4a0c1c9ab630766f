"""Taking everybody who was erased out of a store, whatever brought them there.

This runs whenever a writer ends, on whatever is in the store by then; so no source can forget it. Identities
and accounts lose their names and keep their numbers, texts lose the words that name somebody, and kept files
the lines. Who is who is said anew. The list holds hashes only (see `people/tombstones.py`): nothing here
needs to know a name beforehand, so an erasure that was broken off is finished by whoever writes next.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from folkmoot.people import tombstones
from folkmoot.people.tombstones import ERASED, Tombstones
from folkmoot.sources.presence import is_file, is_there
from folkmoot.store.withheld import settings_folder

if TYPE_CHECKING:  # who only asks whether anybody was erased needs no engine
    from folkmoot.store.database import Connection

MARK = "erased"
TEXTS = (
    ("commit_fact", "subject"), ("item_fact", "title"), ("item_fact", "event"), ("remark_fact", "event"),
    ("turn_fact", "detail"), ("turn_fact", "event"), ("act_fact", "subject"), ("act_fact", "event"),
    ("label_fact", "label"), ("run_fact", "name"),
    ("release_fact", "tag"), ("path_fact", "name"), ("path_class", "directory"), ("document", "name"),
    ("organisation", "name"),
)  # fmt: skip
"""Columns that hold what somebody wrote; whole words are taken out of them."""


def erased() -> Tombstones:
    """Give everybody who was erased. Raises StoreError when the list cannot be read."""
    return tombstones.read(settings_folder())


def may_be_unerased(store: Path) -> bool:
    """Tell cheaply whether there is any reason to look: most people erased nobody."""
    return is_file(store) and is_there(settings_folder() / tombstones.FILE)


def is_unerased(connection: Connection) -> bool:
    """Tell whether somebody was erased since the store was written."""
    from folkmoot.store.database import one

    found = one(connection, "select value from meta where name = ?", [MARK])
    return (found[0] if found else "") != erased().mark


def sweep(connection: Connection) -> bool:
    """Take out everybody who was erased, and tell whether anything had to go."""
    listed = erased()
    connection.execute("delete from meta where name = ?", [MARK])
    if not listed:
        return False
    connection.execute("insert into meta values (?, ?)", [MARK, listed.mark])
    has_people = _people(connection, listed)
    has_files = _files(connection, listed)
    if has_people or has_files:
        from folkmoot.store.people import resolve_people

        resolve_people(connection)
    changes = list(_texts(connection, listed))
    for table, column, old, new in changes:
        connection.execute(f"update {table} set {column} = ? where {column} = ?", [new, old])  # noqa: S608 - names above
    return has_people or has_files or bool(changes)


def _people(connection: Connection, listed: Tombstones) -> bool:
    """Take the names off identities and accounts; give whether there were any."""
    logins = {
        number: (host, login)
        for number, host, login in connection.execute("select identity, host, login from account").fetchall()
    }
    found, mentioned = [], []
    for number, name, email in connection.execute("select identity, name, email from identity").fetchall():
        host, login = logins.get(number, ("", ""))
        is_named = bool(name or email or login) and not login.startswith(tombstones.STAND_IN)
        if not is_named:
            continue
        if bundle := listed.bundle_of(name, email, host, login) or listed.named_in(login):
            found.append((number, bundle, email))
        elif listed.named_in(name) or listed.named_in(email):
            # "Ada Lovelace and Bob" is nobody's own name; without it nobody is joined to anybody else.
            mentioned.append((number, ERASED if listed.named_in(name) else name,
                              "" if listed.named_in(email) else email))  # fmt: skip
    for number, name, email in mentioned:
        connection.execute(
            "update identity set name = ?, email = ? where identity = ?", [name, email, number]
        )
    if not found:
        return bool(mentioned)
    from folkmoot.store.lookup import Lookup, digest, kept_domain

    lookup = Lookup(connection)
    for number, bundle, email in found:
        connection.execute("update identity set name = '', email = '' where identity = ?", [number])
        connection.execute("delete from bundle where identity = ?", [number])
        connection.execute("insert into bundle values (?, ?, ?)", [number, bundle, kept_domain(email)])
        connection.execute(
            "update account set login = ? where identity = ?", [tombstones.stand_in(bundle), number]
        )
        if number in logins:
            host = logins[number][0]
            mark = digest(lookup.key, "account", host, tombstones.stand_in(bundle))
            connection.execute("insert into lookup values (?, ?)", [number, mark])
    return True


def _is_toml(text: str) -> bool:
    """Tell whether a file can still be read without its lines that name somebody."""
    try:
        tomllib.loads(text.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return True


def _files(connection: Connection, listed: Tombstones) -> bool:
    """Take the lines that name somebody out of kept files, and whole files that state who somebody is."""
    from folkmoot.people.stated_organisations import is_organisations_file

    has_any = False
    rows = connection.execute(
        "select project, name, content from document where name <> '.folkmoot/opt-out'"
    ).fetchall()
    for project, name, content in rows:
        text = bytes(content).decode("utf-8", "surrogateescape")
        if name.startswith(".folkmoot/people/"):
            less = "" if listed.scrub(text) != text or listed.scrub(name) != name else text
        else:
            lines = text.splitlines(keepends=True)
            less = "".join(line for line in lines if listed.scrub(line) == line)
            if less != text and is_organisations_file(name) and not _is_toml(less):
                less = ""
        if less == text:
            continue
        has_any = True
        if less:
            connection.execute(
                "update document set content = ? where project = ? and name = ?",
                [less.encode("utf-8", "surrogateescape"), project, name],
            )
        else:
            connection.execute("delete from document where project = ? and name = ?", [project, name])
    return has_any


def _texts(connection: Connection, listed: Tombstones) -> Iterator[tuple[str, str, str, str]]:
    """Yield (table, column, old, new) of every text that names somebody."""
    for table, column in TEXTS:
        values = connection.execute(f"select distinct {column} from {table}").fetchall()  # noqa: S608 - names above
        for (old,) in values:
            if (new := listed.scrub(old)) != old:
                yield table, column, old, new
    for host, column, table, kind in (
        ("github.com", "detail", "turn_fact", "assigned"),
        ("github.com", "subject", "act_fact", "fork"),
    ):
        values = connection.execute(
            f"select distinct {column} from {table} where kind = ?",  # noqa: S608 - names above
            [kind],
        ).fetchall()
        for (old,) in values:
            login, slash, rest = old.partition("/")
            if login and listed.bundle_of("", "", host, login):
                yield table, column, old, f"{ERASED}{slash}{rest}"
