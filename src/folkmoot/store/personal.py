"""Everything a store holds of one person: who is meant, and every row that points to them."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from folkmoot.model.errors import UsageError
from folkmoot.model.fact import IdentityFact
from folkmoot.model.privacy import Holds
from folkmoot.people import decisions, tombstones
from folkmoot.people.names import full_name
from folkmoot.people.tombstones import Tombstones
from folkmoot.people.why import find
from folkmoot.store.database import Connection
from folkmoot.store.inventory import COLUMNS, columns_that_hold
from folkmoot.store.people import accounts, decisions_beside, identities

SCHEMA = "folkmoot-privacy-export-1"
_BOTH = re.compile(r"([^<>@]{1,200}?)\s*<([^<>\s]{1,200})>")
SOMEBODY = "(somebody)"
"""What stands for a name in a text of a report that names nobody."""


@dataclass(frozen=True)
class Somebody:
    """One person of a store with all they are called; `accounts` are host and login."""

    person: int
    name: str
    identities: tuple[IdentityFact, ...]
    accounts: tuple[tuple[str, str], ...] = field(default=())

    def lines(self, key: bytes, bundle: str) -> list[str]:
        """Give the lines by which they are known again after an erasure."""
        called = [(one.name, one.email) for one in self.identities]
        return tombstones.lines_of(key, bundle, called, self.accounts)

    def called(self, words: Iterable[str]) -> Somebody:
        """Give them with other words they are called by: @login, an e-mail, a name, or Name <e-mail>.

        Raises UsageError for a word too short or too usual to mean one person.
        """
        logins, names = list(self.accounts), list(self.identities)
        for word in (each.strip() for each in words):
            if word.startswith("@") and len(word) > 1 and not word[1:].startswith("@"):
                logins.append(("", word[1:]))
            elif both := _BOTH.fullmatch(word):
                names.append(IdentityFact(0, "", both[1], both[2]))
            elif "@" in word[1:-1]:
                names.append(IdentityFact(0, "", "", word))
            elif full_name(word):
                names.append(IdentityFact(0, "", word, ""))
            else:
                raise UsageError(
                    f"{word[:80]!r} may mean many people.", hint="write @login, an e-mail or a full name."
                )
        return replace(self, identities=tuple(names), accounts=tuple(logins))

    def words(self) -> list[str]:
        """Give every word they are called by, as the list of objections takes them."""
        found = [one.email for one in self.identities if "@" in one.email]
        found += [f"{host}/{login}" if host else f"@{login}" for host, login in self.accounts if login]
        found += [one.name for one in self.identities]
        return list(dict.fromkeys(word for word in found if len(word.strip()) > 1))


def matching(connection: Connection, text: str) -> list[Somebody]:
    """Give the persons an e-mail, a login such as @ada, or a name belongs to, in alphabetical order."""
    facts, logins = identities(connection), accounts(connection)
    rows = connection.execute(
        "select ip.identity, p.person, p.name from identity_person ip join person p on p.person = ip.person"
    ).fetchall()
    person_of = {identity: (person, name) for identity, person, name in rows}
    wanted = " ".join(text.casefold().split())
    named = {person for person, name in person_of.values() if " ".join(name.casefold().split()) == wanted}
    found = named | {
        person_of[fact.identity][0] for fact in find(facts, text, logins) if fact.identity in person_of
    }
    return sorted(
        (
            Somebody(
                person,
                next(name for number, name in person_of.values() if number == person),
                tuple(
                    fact for fact in facts
                    if person_of.get(fact.identity, (0, ""))[0] == person and (fact.name or fact.email)
                ),
                tuple(
                    (row.host, row.login) for row in logins
                    if person_of.get(row.identity, (0, ""))[0] == person
                ),
            )
            for person in found
        ),
        key=lambda one: (one.name.casefold(), one.person),
    )  # fmt: skip


def held(connection: Connection, store: Path, who: Somebody, known: Tombstones) -> dict[str, Any]:
    """Give everything held of one person as plain JSON data, table by table.

    `known` are the words of this person alone: texts in which they are named are given too.
    """
    numbers = [
        number for (number,) in connection.execute(
            "select identity from identity_person where person = ? order by identity", [who.person]
        ).fetchall()
    ]  # fmt: skip
    numbers = sorted({*numbers, who.person})
    tables: dict[str, list[dict[str, Any]]] = {}
    for table in COLUMNS:
        refers = columns_that_hold(Holds.PERSON, table)
        if refers:
            condition = " or ".join(f"list_contains($numbers, {column})" for column in refers)
            tables[table] = _rows(connection, f"from {table} where {condition}", {"numbers": numbers})
    texts = {}
    for table in COLUMNS:
        for column in columns_that_hold(Holds.TEXT, table):
            rows = connection.execute(f"select distinct {column} from {table} order by 1").fetchall()  # noqa: S608 - as above
            named = [text for (value,) in rows if known.scrub(text := _text(value)) != text]
            if named:
                texts[f"{table}.{column}"] = named
    decided = [
        {"answer": one.answer, "identities": list(one.identities)}
        for one in decisions.read(decisions_beside(store))
        if any(known.scrub(text) != text for text in one.identities)
    ]
    return {
        "schema": SCHEMA,
        "store": store.name,
        "person": {"number": who.person, "name": who.name},
        "tables": {name: rows for name, rows in tables.items() if rows},
        "texts_that_name_them": texts,
        "decisions": decided,
    }


def _rows(connection: Connection, question: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    cursor = connection.execute(question, values)
    names = [str(column[0]) for column in cursor.description or ()]
    return [dict(zip(names, map(_plain, row), strict=True)) for row in cursor.fetchall()]


def _plain(value: Any) -> Any:
    return _text(value) if isinstance(value, bytes) else value


def _text(value: Any) -> str:
    return bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | bytearray) else str(value)


def alone(who: Somebody) -> Tombstones:
    """Give what finds the words of one person in texts, as an erasure would; nothing of it is kept."""
    key = secrets.token_bytes(32)
    return tombstones.of_lines(key, who.lines(key, tombstones.new_bundle()))


def everybody(connection: Connection) -> Tombstones:
    """Give what finds the words of all people of a store in texts: for reports that name nobody.

    First names and usual words by themselves are not found: they name too many.
    """
    rows = connection.execute(
        "select i.name, i.email from identity i join identity_person ip on ip.identity = i.identity "
        "join person p on p.person = ip.person and p.is_bot = 0"
    ).fetchall()
    logins = connection.execute("select host, login from account where is_bot = 0").fetchall()
    key = secrets.token_bytes(32)
    lines = tombstones.lines_of(key, tombstones.new_bundle(), rows, logins)
    return replace(tombstones.of_lines(key, lines), shown=SOMEBODY)
