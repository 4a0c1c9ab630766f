"""The advisories on this machine: one SQLite file, made anew by each update, read only ever after.

Not the store: this is knowledge of the world and of no project, looked up by the name of a package.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

from folkmoot.model.errors import StoreError, StoreVersionError
from folkmoot.model.vulnerability import Covered, Database
from folkmoot.supply.advisories.naming import LOOKED_UP, shelf
from folkmoot.supply.advisories.record import Advisory, Affected, Range

VERSION = 1
PACK_FROM = 400
"""From so many bytes on, what a record says of one package is packed."""
LARGEST_PIECE = 50_000_000
"""Most bytes one piece may have unpacked: the file is ours, but lies where others may write."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -32000;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE advisory (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, modified INTEGER NOT NULL,
                       said BLOB NOT NULL);
CREATE TABLE affected (ecosystem TEXT NOT NULL, package TEXT NOT NULL, n INTEGER NOT NULL,
                       said BLOB NOT NULL);
CREATE INDEX affected_by_advisory ON affected (n);
"""
_FINISH = """
DROP INDEX affected_by_advisory;
CREATE INDEX affected_by_package ON affected (ecosystem, package);
CREATE TABLE covered AS SELECT ecosystem, count(DISTINCT n) AS advisories, max(modified) AS newest \
FROM affected JOIN advisory USING (n) GROUP BY ecosystem;
"""


class Kept(NamedTuple):
    """One advisory as it is kept, and what it says of the package it was looked up for."""

    names: tuple[str, ...]
    summary: str
    score: float | None
    vector: str
    word: str
    kind: str
    modified: int
    affected: Affected


class Writer:
    """Writes a new database to a file that does not exist yet. Withdrawn advisories are left out."""

    def __init__(self, path: Path) -> None:
        self.unread = 0
        self.newest = 0
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(_TABLES)
        self._connection.execute("BEGIN")

    def add(self, advisory: Advisory) -> None:
        """Add one advisory; of two with the same id, the one that was changed last stays.

        What it says of the packages of distributions is left out: no file of dependencies names them.
        """
        kept = [(place, each) for each in advisory.affected if (place := shelf(each.ecosystem)) in LOOKED_UP]
        if kept:
            self.newest = max(self.newest, advisory.modified)
        run = self._connection.execute
        known = run("SELECT n, modified FROM advisory WHERE id = ?", [advisory.id]).fetchone()
        if known is not None:
            if known[1] >= advisory.modified:
                return
            run("DELETE FROM advisory WHERE n = ?", [known[0]])
            run("DELETE FROM affected WHERE n = ?", [known[0]])
        if advisory.is_withdrawn:
            kept = []
        about: list[Any] = []
        if kept:
            names, summary, score, vector, word, kind, *_ = advisory
            about = [names, summary, score, vector, word, kind]
        added = run(
            "INSERT INTO advisory (id, modified, said) VALUES (?, ?, ?)",
            [advisory.id, advisory.modified, _packed(about)],
        ).lastrowid
        self._connection.executemany(
            "INSERT INTO affected VALUES (?, ?, ?, ?)",
            [
                (place, each.package, added, _packed([each.ranges, each.versions, each.imports]))
                for place, each in kept
            ],
        )

    def finish(self, taken_at: int, origin: str) -> None:
        """Write down what the whole is, and close."""
        run = self._connection.execute
        values = {"taken_at": taken_at, "newest": min(self.newest, taken_at), "unread": self.unread}
        for key, value in {**values, "origin": origin}.items():
            run("INSERT INTO about VALUES (?, ?)", [key, str(value)])
        for statement in _FINISH.strip().split("\n"):
            run(statement)
        run("INSERT INTO about SELECT 'advisories', count(DISTINCT n) FROM affected")
        run("COMMIT")
        run(f"PRAGMA user_version = {VERSION}")
        self._connection.close()

    def close(self) -> None:
        """Let go of the file, finished or not."""
        self._connection.close()


class Advisories:
    """The advisories of one file, to look up. Raises StoreError for what is no such file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        except sqlite3.Error as error:
            raise _broken(path) from error
        try:
            self._connection.execute("PRAGMA trusted_schema = OFF")
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                raise StoreVersionError(
                    f"The advisories at {path} were written by a newer Folkmoot.", hint="update Folkmoot."
                )
            if version != VERSION:
                raise _broken(path)
            self.about = self._about()
        except (sqlite3.Error, ValueError, KeyError) as error:
            self._connection.close()
            raise _broken(path) from error
        except StoreError:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file."""
        self._connection.close()

    def has(self, ecosystem: str) -> bool:
        """Tell whether there is any advisory on packages of an ecosystem."""
        return any(each.name == ecosystem for each in self.about.ecosystems)

    def on(self, ecosystem: str, package: str) -> Iterator[Kept]:
        """Give what each advisory says of a package, by their ids. Raises StoreError for a broken file."""
        try:
            found = self._connection.execute(
                "SELECT advisory.said, modified, affected.said FROM affected JOIN advisory USING (n) "
                "WHERE ecosystem = ? AND package = ? ORDER BY advisory.id, affected.rowid",
                [ecosystem, package],
            ).fetchall()
            for about, modified, said in found:
                names, summary, score, vector, word, kind = _unpacked(about)
                ranges, versions, imports = _unpacked(said)
                read = tuple(
                    Range(bool(is_semantic), tuple((kind, at) for kind, at in events))
                    for is_semantic, events in ranges
                )
                affected = Affected(ecosystem, package, read, tuple(versions), tuple(imports))
                yield Kept(tuple(names), summary, score, vector, word, kind, modified, affected)
        except (sqlite3.Error, zlib.error, ValueError, TypeError, UnicodeError) as error:
            raise _broken(self.path) from error

    def _about(self) -> Database:
        run = self._connection.execute
        values = dict(run("SELECT key, value FROM about").fetchall())
        covered = run("SELECT ecosystem, advisories, newest FROM covered ORDER BY ecosystem").fetchall()
        taken_at, newest, advisories, unread = (
            int(values[key]) for key in ("taken_at", "newest", "advisories", "unread")
        )
        return Database(
            taken_at, newest, advisories, tuple(Covered(*each) for each in covered), values["origin"], unread
        )


def _broken(path: Path) -> StoreError:
    return StoreError(
        f"The file {path} holds no advisories.",
        hint="`folkmoot advisories update --from ...` makes it anew.",
    )


def _packed(value: object) -> bytes:
    text = _ENCODER.encode(value).encode("utf-8", "replace")
    return b"z" + zlib.compress(text) if len(text) >= PACK_FROM else text


def _unpacked(said: bytes) -> list[Any]:
    if said[:1] == b"z":
        said = zlib.decompressobj().decompress(said[1:], LARGEST_PIECE)
    return list(json.loads(said))
