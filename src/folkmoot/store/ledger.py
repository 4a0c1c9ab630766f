"""Numbers for what facts speak of: identities, paths and commits, the same number for the same thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from folkmoot.model.fact import PathFact
from folkmoot.store.database import Connection, append, one
from folkmoot.store.lookup import Lookup

__all__ = ["BATCH", "Ledger", "append"]

BATCH = 32_000
"""Rows of a table that are written at once; until then the engine holds them, in less room than Python."""

T = TypeVar("T")


class Numbers(dict[T, int]):
    """Numbers of things, each given by `give` when the thing is first asked for, and kept."""

    def __init__(self, give: Callable[[T], int], known: Iterable[tuple[T, int]] = ()) -> None:
        super().__init__(known)
        self._give = give

    def __missing__(self, thing: T) -> int:
        number = self[thing] = self._give(thing)
        return number


class Ledger:
    """The numbers given in one store so far; new ones are written by `flush`.

    Identities are numbered over the whole store, paths and commits for one `project`; `next_commit` is the
    number of the next commit that is new.
    """

    def __init__(self, connection: Connection, project: int) -> None:
        self.connection = connection
        self.project = project
        self.lookup = Lookup(connection)
        self._identities: dict[tuple[str, str], int] = {}
        self.paths: dict[str, int] = dict(
            connection.execute("select name, path from path_fact where project = ?", [project]).fetchall()
        )
        self.commits = Numbers(
            self._number_commit,
            connection.execute("select sha, commit from commit_fact where project = ?", [project]).fetchall(),
        )
        self._next_path = self._after("select max(path) from path_fact")
        self.next_commit = self._after("select max(commit) from commit_fact")
        self.pending: defaultdict[str, list[Sequence[Any]]] = defaultdict(list)
        self._appenders: dict[str, Any] = {}
        self._waiting = Counter[str]()

    def _after(self, question: str) -> int:
        return int(one(self.connection, question)[0] or 0) + 1

    def identity(self, name: str, email: str) -> int:
        """Give the number of what a source saw, which may be nothing: an empty name and e-mail."""
        number = self._identities.get((name, email))
        if number is None:
            number = self._identities[name, email] = self.lookup.ident("git", name, email)
        return number

    def said(self, login: str) -> int:
        """Give the number of a login, or a name, that a message tells without an address."""
        return self.lookup.said(login)

    def path(self, name: str) -> int:
        """Give the number of a path of the project, in which nobody who was erased is named."""
        number = self.paths.get(name)
        if number is None and self.lookup.erased:
            name = self.lookup.erased.scrub(name)
            number = self.paths.get(name)
        if number is None:
            number = self.paths[name] = self._next_path
            self._next_path += 1
            self.add("path_fact", PathFact(number, self.project, name))
        return number

    def commit(self, sha: str) -> int:
        """Give the number of a commit of the project, which may not have been read yet."""
        return self.commits[sha]

    def _number_commit(self, _: str) -> int:
        self.next_commit += 1
        return self.next_commit - 1

    def forget(self, gone: set[int]) -> None:
        """Take commits out that were dropped from the store."""
        for sha in [sha for sha, number in self.commits.items() if number in gone]:
            del self.commits[sha]

    def rows(self, table: str) -> list[Sequence[Any]]:
        """Give the rows kept for `table`, to be appended to; always the same list."""
        return self.pending[table]

    def add(self, table: str, row: Sequence[Any]) -> None:
        """Keep a row for `table`."""
        self.rows(table).append(row)

    def spill(self) -> None:
        """Hand all rows to the engine, and have those of every table written that has a batch together."""
        for table, rows in self.pending.items():
            if rows:
                if table not in self._appenders:
                    self._appenders[table] = self.connection.appender(table)
                self._appenders[table].append_rows(rows)
                self._waiting[table] += len(rows)
                rows.clear()
            if self._waiting[table] >= BATCH:
                self._write(table)

    def flush(self) -> None:
        """Write every row kept so far."""
        self.lookup.flush(self.connection)
        self.spill()
        for table in self._appenders:
            self._write(table)

    def _write(self, table: str) -> None:
        self._appenders[table].flush()
        self._waiting[table] = 0
