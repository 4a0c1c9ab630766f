"""Taking what a forge says into the store: replaced by key, so that reading twice changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from folkmoot.model.forge import (
    Account,
    Act,
    Authored,
    HeadRuns,
    Item,
    Mark,
    Reach,
    Record,
    Remark,
    Snapshot,
    Turn,
)
from folkmoot.people.addresses import site_of
from folkmoot.store.database import Connection
from folkmoot.store.ledger import append
from folkmoot.store.lookup import Lookup
from folkmoot.store.notes import written

NOREPLY = {
    "github.com": "users.noreply.github.com",
    "gitlab.com": "users.noreply.gitlab.com",
    "codeberg.org": "noreply.codeberg.org",
}
"""Where an account's own noreply address lies, by which it meets the same person's commits."""
KEYS: Mapping[str, tuple[str, ...]] = {
    "item_fact": ("project", "is_change", "number"),
    "label_fact": ("project", "is_change", "number"),
    "remark_fact": ("project", "event"),
    "turn_fact": ("project", "event"),
    "act_fact": ("project", "event"),
    "head_fact": ("project", "number"),
    "run_fact": ("project", "number"),
    "snapshot_fact": ("project", "source", "day_id"),
}
"""What makes a row the same thing as one that is there already. Labels and runs are replaced by item."""
AUTHORED = "committed"
"""The turn that says whose a commit is. It joins people (see `people/verified.py`) and is nothing done."""
TITLE = 500
"""Longest title kept, in characters."""


class ForgeIntake:
    """One reading of one project. `source` names who says it, `host` whose accounts are meant.

    Rows are kept until `flush`, which replaces what the store held of the same things.
    """

    def __init__(
        self, connection: Connection, project: int, source: str, host: str, lookup: Lookup | None = None
    ) -> None:
        self.connection = connection
        self.project = project
        self.source = source
        self.host = host
        self.counts: Counter[str] = Counter()
        self._lookup = lookup
        self._accounts: dict[str, int] = {}
        self._pending: dict[str, dict[tuple[Any, ...], list[Sequence[Any]]]] = {}
        self._marks: dict[str, str] = {}
        self._reach: Reach | None = None

    def take(self, records: Iterable[Record]) -> None:
        """Keep every record, to be written by `flush`."""
        for record in records:
            self.counts[type(record).__name__.lower()] += 1
            self._take(record)

    def account(self, who: Account) -> int:
        """Give the identity of an account, 0 for a deleted one."""
        if not who.login:
            return 0
        number = self._accounts.get(who.login)
        if number is not None:
            return number
        # A forge may drop the suffix by which people tell a robot's account.
        login = who.login if not who.is_bot or who.login.endswith("[bot]") else f"{who.login}[bot]"
        site = site_of(self.host)
        email = who.email or f"{login}@{NOREPLY.get(site, f'users.noreply.{site}')}"
        number = self.lookup.account(self.host, who.login, who.name or login, email, is_bot=who.is_bot)
        self._accounts[who.login] = number
        return number

    @property
    def lookup(self) -> Lookup:
        """Give the identities of the store, read when the first is asked for."""
        if self._lookup is None:
            self._lookup = Lookup(self.connection)
        return self._lookup

    def flush(self) -> None:
        """Write everything kept so far, marks included, in one transaction."""
        self.connection.execute("begin")
        if self._lookup is not None:
            self._lookup.flush(self.connection)
        for table, keyed in self._pending.items():
            self._replace(table, keyed)
        for name, value in self._marks.items():
            self._remember(name, value)
        if self._reach is not None:
            self._cover(self._reach)
        self.connection.execute("commit")
        self._pending, self._marks, self._reach = {}, {}, None

    def _take(self, record: Record) -> None:
        match record:
            case Item():
                self._item(record)
            case Remark():
                self._keep("remark_fact", (self._event(record.key),), (
                    self.project, int(record.is_change), record.number, self._event(record.key), self.source,
                    record.kind.value, record.state, self.account(record.author), record.association,
                    record.made_at, record.length, int(record.is_command),
                ))  # fmt: skip
            case Turn():
                self._keep("turn_fact", (self._event(record.key),), (
                    self.project, int(record.is_change), record.number, self._event(record.key), self.source,
                    record.kind, self.account(record.actor), record.made_at, record.detail[:TITLE],
                ))  # fmt: skip
            case Authored():
                self._keep("turn_fact", (self._event(record.key),), (
                    self.project, 1, record.number, self._event(record.key), self.source, AUTHORED,
                    self.account(record.author), record.made_at, record.commit[:TITLE],
                ))  # fmt: skip
            case Act():
                self._keep("act_fact", (self._event(record.key),), (
                    self.project, self._event(record.key), self.source, record.kind.value,
                    self.account(record.actor), record.made_at, record.subject[:TITLE],
                ))  # fmt: skip
            case HeadRuns():
                self._head(record)
            case Snapshot():
                self._keep("snapshot_fact", (self.source, record.day_id), (
                    self.project, self.source, *record,
                ))  # fmt: skip
            case Reach():
                self._reach = record  # of two readings that enter at once, the later one knows
            case Mark():
                self._marks[record.name] = record.value

    def _item(self, item: Item) -> None:
        place = (int(item.is_change), item.number)
        self._keep("item_fact", place, (
            self.project, *place, self._event(item.key), self.source, self.account(item.author),
            item.association, item.title[:TITLE], item.opened_at, item.closed_at, item.merged_at,
            self.account(item.closed_by), self.account(item.merged_by), int(item.is_draft), item.landing,
            item.head, item.updated_at, item.added, item.deleted, item.files,
        ))  # fmt: skip
        self._pending.setdefault("label_fact", {})[place] = [
            (self.project, *place, label[:TITLE]) for label in dict.fromkeys(item.labels)
        ]

    def _head(self, head: HeadRuns) -> None:
        place = (head.number,)
        self._keep("head_fact", place, (self.project, head.number, self.source, head.head, head.state))
        self._pending.setdefault("run_fact", {})[place] = [
            (self.project, head.number, run.system[:TITLE], run.name[:TITLE], run.state, run.made_at)
            for run in head.runs
        ]

    def _event(self, key: str) -> str:
        return f"{self.source}:{self.lookup.erased.scrub(key)}"

    def _keep(self, table: str, key: tuple[Any, ...], row: Sequence[Any]) -> None:
        self._pending.setdefault(table, {})[key] = [row]

    def _replace(self, table: str, keyed: dict[tuple[Any, ...], list[Sequence[Any]]]) -> None:
        """Take out what the store held under the same keys, and write the new rows."""
        columns = KEYS[table][1:]
        match = " and ".join(f"old.{name} = gone.{name}" for name in columns)
        chosen = ", ".join(columns)
        connection = self.connection
        connection.execute(f"create or replace temp table gone as select {chosen} from {table} limit 0")  # noqa: S608 - names above
        append(connection, "gone", keyed)
        connection.execute(
            f"delete from {table} old using gone where old.project = {self.project} and {match}"  # noqa: S608 - names above
        )
        connection.execute("drop table gone")
        append(connection, table, [row for rows in keyed.values() for row in rows])

    def _remember(self, name: str, value: str) -> None:
        self.connection.execute(
            "delete from forge_state where project = ? and source = ? and name = ?",
            [self.project, self.source, name],
        )
        self.connection.execute(
            "insert into forge_state values (?, ?, ?, ?)", [self.project, self.source, name, value]
        )

    def _cover(self, reach: Reach) -> None:
        self.connection.execute(
            "delete from coverage where project = ? and source = ?", [self.project, self.source]
        )
        self.connection.execute(
            "insert into coverage values (?, ?, ?, ?, ?, ?)",
            [self.project, self.source, *reach[:3], written(reach.note)],
        )


def marks(connection: Connection, project: int, source: str) -> dict[str, str]:
    """Give where earlier readings of `source` can be taken up again."""
    return dict(
        connection.execute(
            "select name, value from forge_state where project = ? and source = ?", [project, source]
        ).fetchall()
    )
