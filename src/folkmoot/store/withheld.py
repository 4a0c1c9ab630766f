"""Leaving people unnamed in a store: whoever opted out is counted, and named nowhere that reads the store.

Writers work on the whole truth, so that the same person stays one person. When they end, everything that
names somebody who opted out is taken out of the store: identities, accounts, texts. What writers need again
is kept in a file beside the store that only its owner may read (`<store>.withheld.json`); nothing that
renders, drills, exports or answers SQL opens it, but for taking the same words out of a report's other texts.
"""

from __future__ import annotations

import base64
import json
import os
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from folkmoot.model.errors import StoreError
from folkmoot.model.hints import READABLE
from folkmoot.people import addresses, tombstones
from folkmoot.people.opting_out import FILE, KEY_FILE, OptOut, read
from folkmoot.sources.presence import is_file, is_there

if TYPE_CHECKING:  # who only asks where the lists lie needs no engine
    from folkmoot.store.database import Connection

NAME = "(not named)"
DOMAIN = "not-named.invalid"
LIST = ".folkmoot/opt-out"
PEOPLE = ".folkmoot/people/"
TEXTS = (("commit_fact", "subject"), ("item_fact", "title"), ("turn_fact", "detail"), ("act_fact", "subject"))
"""What people wrote; words taken out of these are gone until they are read anew."""
KEYS = (("remark_fact", "event"), ("turn_fact", "event"), ("act_fact", "event"), ("item_fact", "event"),
        ("path_fact", "name"), ("document", "name"))  # fmt: skip
"""What writers find things again by; put back when they begin."""


def settings_folder() -> Path:
    """Give the user's configuration folder, where the list and its key lie."""
    from folkmoot.sources.user_folders import config_folder

    return config_folder()


def own_lists() -> tuple[Path, ...]:
    """Give the user's own files that decide who is named, whether they are there or not."""
    return tuple(settings_folder() / name for name in (FILE, KEY_FILE, tombstones.FILE))


def beside(store: Path) -> Path:
    """Give the file of what is withheld from a store."""
    return store.with_name(f"{store.name}.withheld.json")


def lists(connection: Connection) -> OptOut:
    """Give everybody who opted out: in the user's own list, or in a project's `.folkmoot/opt-out`."""
    rows = connection.execute(
        "select content from document where name = ? order by project", [LIST]
    ).fetchall()
    return read([*_own(), *(bytes(content) for (content,) in rows)], settings_folder())


def listed_beside(content: bytes | None) -> OptOut:
    """Give who opted out where no store is open: in the user's own list, or in `content` of a repository."""
    return read([*_own(), content or b""], settings_folder())


def is_stale(connection: Connection) -> bool:
    """Tell whether the lists changed since the store was written."""
    from folkmoot.store.database import one

    known = one(connection, "select value from meta where name = 'opt-out'")
    return (known[0] if known else "") != _mark(lists(connection))


def may_be_stale(store: Path) -> bool:
    """Tell cheaply whether there is any reason to look: most people have no list."""
    return is_file(store) and (is_there(beside(store)) or bool(_own()))


def _mark(listed: OptOut) -> str:
    """Give what tells that a store was written with these lists, and by a Folkmoot that takes out as much."""
    return f"{listed.mark} 2" if listed else ""


def _own() -> list[bytes]:
    try:
        return [(settings_folder() / FILE).read_bytes()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(
            f"The list of who opted out cannot be read: {error.strerror}.", hint=READABLE
        ) from error


def restore(connection: Connection, store: Path) -> None:
    """Put back what was taken out, before a writer begins."""
    kept = _kept(store)
    for identity, name, email in kept.get("identity", ()):
        connection.execute(
            "update identity set name = ?, email = ? where identity = ?", [name, email, identity]
        )
    for identity, login in kept.get("account", ()):
        connection.execute("update account set login = ? where identity = ?", [login, identity])
    for table in ("person", "organisation"):
        for number, name in kept.get(table, ()):
            connection.execute(f"update {table} set name = ? where {table} = ?", [name, number])  # noqa: S608 - names above
    for table, column in KEYS:
        for new, old in kept.get(f"{table}.{column}", ()):
            connection.execute(f"update {table} set {column} = ? where {column} = ?", [old, new])  # noqa: S608 - names above
    for project, name, content in kept.get("content", ()):
        connection.execute(
            "update document set content = ? where project = ? and name = ?",
            [base64.b64decode(content), project, name],
        )


def withhold(connection: Connection, store: Path) -> bool:
    """Take out everything that names somebody who opted out when a writer has ended; tell if anything was."""
    listed = lists(connection)
    connection.execute("delete from meta where name = 'opt-out'")
    if listed:
        connection.execute("insert into meta values ('opt-out', ?)", [_mark(listed)])
    people = _people(connection, listed) if listed else {}
    if not people:
        beside(store).unlink(missing_ok=True)
        return False
    chosen = sorted(people)
    kept: dict[str, list[Any]] = {
        "identity": _rows(connection, "select identity, name, email from identity", chosen),
        "account": _rows(connection, "select identity, login from account", chosen),
    }
    # Who takes their word back is called as before, without being looked into anew.
    kept["person"] = connection.execute(
        "select person, name from person where list_contains(?, person) order by 1",
        [sorted({*people.values()})],
    ).fetchall()
    kept["stated"] = _stated(connection, _words(kept))
    found = _words(kept)
    changes: list[tuple[str, list[Any]]] = []
    pattern = _pattern(found)
    for table, column in KEYS:
        pairs: list[Any] = []
        kept[f"{table}.{column}"] = pairs
        values = connection.execute(f"select distinct {column} from {table} order by 1").fetchall()  # noqa: S608 - names above
        for (old,) in values:
            if old != LIST and (new := pattern.sub(NAME, old)) != old:
                pairs.append((f"{new}~{len(pairs)}", old))
                changes.append((f"update {table} set {column} = ? where {column} = ?", [pairs[-1][0], old]))  # noqa: S608 - names above
    documents = connection.execute("select project, name, content from document where name <> ?", [LIST])
    kept["content"] = []
    for project, name, content in documents.fetchall():
        text = bytes(content).decode("utf-8", "surrogateescape")
        if (less := pattern.sub(NAME, text)) != text:
            kept["content"].append((project, name, base64.b64encode(content).decode()))
            changes.append(("update document set content = ? where project = ? and name = ?",
                            [less.encode("utf-8", "surrogateescape"), project, name]))  # fmt: skip
    for table, column in TEXTS:
        values = connection.execute(f"select distinct {column} from {table} order by 1").fetchall()  # noqa: S608 - names above
        for (old,) in values:
            if (new := pattern.sub(NAME, old)) != old:
                changes.append((f"update {table} set {column} = ? where {column} = ?", [new, old]))  # noqa: S608 - names above
    firms = connection.execute("select organisation, name from organisation order by 1").fetchall()
    kept["organisation"] = [(number, name) for number, name in firms if pattern.search(name)]
    _keep(store, kept)
    # Contents go first: they are found by the names that are taken out too.
    for statement, values in sorted(changes, key=lambda change: "content" not in change[0]):
        connection.execute(statement, values)
    for identity, person in people.items():
        connection.execute(
            "update identity set name = ?, email = ? where identity = ?",
            [NAME, f"person-{person}@{DOMAIN}", identity],
        )
        connection.execute("update account set login = '' where identity = ?", [identity])
        connection.execute("update person set name = ? where person = ?", [NAME, person])
    for number, name in kept["organisation"]:
        less = pattern.sub(NAME, name)
        connection.execute("update organisation set name = ? where organisation = ?", [less, number])
    return True


def words_of(connection: Connection) -> re.Pattern[str] | None:
    """Give what must not stand in any text made from this store, None where nobody opted out."""
    row = connection.execute(
        "select path from duckdb_databases() where database_name = current_database()"
    ).fetchone()
    kept = _kept(Path(row[0])) if row and row[0] else {}
    return _pattern(_words(kept)) if kept else None


def _people(connection: Connection, listed: OptOut) -> dict[int, int]:
    """Give the identities that are not named, with their person: everybody who has one identity listed."""
    from folkmoot.store.people import accounts, identities

    known = {account.identity: account for account in accounts(connection)}
    rows = connection.execute(
        "select ip.identity, ip.person from identity_person ip join person p on p.person = ip.person "
        "where p.is_bot = 0"
    ).fetchall()
    person_of = dict(rows)
    hidden = {
        person_of[fact.identity]
        for fact in identities(connection)
        if fact.identity in person_of and listed.names(fact, known.get(fact.identity))
    }
    return {identity: person for identity, person in sorted(person_of.items()) if person in hidden}


def _rows(connection: Connection, question: str, chosen: list[int]) -> list[Any]:
    return connection.execute(f"{question} where list_contains(?, identity) order by 1", [chosen]).fetchall()


def _words(kept: dict[str, list[Any]]) -> set[str]:
    found = set()
    for _, name, email in kept.get("identity", ()):
        login = addresses.read(email).login.rpartition("/")[2]
        found |= {name.strip(), email.strip(), login}
    found |= {login for _, login in kept.get("account", ())} | {*kept.get("stated", ())}
    return {word for word in found if len(word) > 1}


def _stated(connection: Connection, found: set[str]) -> list[str]:
    """Give what else the files of people call somebody who is called one of `found`, file names included."""
    known, also = {word.casefold() for word in found}, set[str]()
    files = connection.execute("select name, content from document where starts_with(name, ?)", [PEOPLE])
    for name, content in files.fetchall():
        try:
            told = tomllib.loads(bytes(content).decode("utf-8", "replace"))
        except (tomllib.TOMLDecodeError, RecursionError):
            continue
        identities = told.get("identities")
        said = [told.get("name"), *(identities if isinstance(identities, list) else ())]
        words = {part.strip() for text in said if isinstance(text, str) for part in re.split(r"[<>]", text)}
        words |= {addresses.read(word).login.rpartition("/")[2] for word in words if "@" in word}
        if known & {word.casefold() for word in words}:
            also |= words | {Path(name).stem}
    return sorted(also - {""})


def _pattern(found: Iterable[str]) -> re.Pattern[str]:
    """Give a pattern of whole words, the longest first, in any case."""
    longest = sorted(found, key=lambda word: (-len(word), word))
    alternatives = "|".join(re.escape(word) for word in longest) or r"(?!)"
    return re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])", re.IGNORECASE)


def _kept(store: Path) -> dict[str, list[Any]]:
    path = beside(store.with_name(store.name.removesuffix(".next")))
    try:
        found = json.loads(path.read_text("utf-8", "surrogatepass"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{path} cannot be read: {error}.", hint="remove it and the store; facts are read again."
        ) from error
    return found if isinstance(found, dict) else {}


def _keep(store: Path, kept: dict[str, list[Any]]) -> None:
    path = beside(store)
    following = path.with_name(f"{path.name}.next")
    following.unlink(missing_ok=True)
    handle = os.open(following, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
        json.dump(kept, file, ensure_ascii=False)
    following.replace(path)
