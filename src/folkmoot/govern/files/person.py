"""The part of `.folkmoot/people/<handle>.toml` that governing reads: roles, each with its decision.

::

    name = "Ada Example"                   # see folkmoot.people.overrides for name, identities, employers

    [[roles]]
    role = "maintainer"
    decision = 1                           # the decision that gave it
    since = 2026-01-05
    until = 2027-01-04                     # the last day, where it was given for a term
    ended = 2026-06-01                     # the day from which it no longer holds, where a decision took it
    ended_by = 9                           # that decision

    [[keys]]
    ssh = "ssh-ed25519 AAAA... ada@home"   # by which commits of this person are known
    valid_after = 2026-01-01               # optional, the first day on which it may sign
    valid_before = 2027-01-01              # optional, the first day on which it may not any more

Roles are written by `folkmoot decide close`; by hand they would not follow from a decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from folkmoot.govern.files.table import HANDLE, SSH_KEY, Table, read_table
from folkmoot.govern.files.toml_text import toml_lines
from folkmoot.model.errors import SourceError
from folkmoot.people.overrides import Employer, parse_overrides

MOST_DECISIONS = 9_999


@dataclass(frozen=True, order=True)
class Held:
    """One role somebody holds or held: by which decision, from which day, until which (the last day)."""

    role: str
    decision: int
    since: date
    until: date | None = None
    ended: date | None = None
    ended_by: int = 0

    def holds_on(self, day: date) -> bool:
        """Tell whether the role is held on a day."""
        return (
            self.since <= day
            and (self.until is None or day <= self.until)
            and (self.ended is None or day < self.ended)
        )


@dataclass(frozen=True)
class Key:
    """One SSH key: its kind and the key itself in base64, and from which day until before which it holds."""

    kind: str
    blob: str
    valid_after: date | None = None
    valid_before: date | None = None


@dataclass(frozen=True)
class Person:
    """What one file says of one person, as far as governing is concerned; `mails` in lower case."""

    handle: str
    roles: tuple[Held, ...] = ()
    employers: tuple[Employer, ...] = ()
    keys: tuple[Key, ...] = ()
    mails: tuple[str, ...] = ()

    def employer_on(self, day: date) -> str:
        """Give the stated employer of a day; "" for none."""
        noon = int(datetime.combine(day, time(12), UTC).timestamp())
        return next((e.organisation for e in self.employers if e.since <= noon < e.until), "")


def read_person(path: str, content: bytes) -> Person:
    """Read one person's file. Raises SourceError, naming the file and what is wrong with it."""
    handle = path.rpartition("/")[2].removesuffix(".toml")
    if not HANDLE.fullmatch(handle):
        raise SourceError(f"{path[:200]} is not named after a handle.", hint="use letters, digits, - and _.")
    table = read_table(path, content)
    (statement,) = parse_overrides({path: content}).statements
    roles = tuple(_held(inner) for inner in table.tables("roles"))
    keys = tuple(_key(inner) for inner in table.tables("keys"))
    mails = tuple(mail.casefold() for _, mail in statement.identities)
    return Person(handle, roles, statement.employers, keys, mails)


def _key(table: Table) -> Key:
    table.only({"ssh", "valid_after", "valid_before"})
    found = SSH_KEY.fullmatch(table.text("ssh"))
    if not found:
        raise table.wrong("has an `ssh` that is no public key")
    return Key(found["kind"], found["blob"], table.day("valid_after"), table.day("valid_before"))


def _held(table: Table) -> Held:
    table.only({"role", "decision", "since", "until", "ended", "ended_by"})
    since = table.day("since")
    if since is None:
        raise table.wrong("lacks `since`")
    return Held(
        role=table.word("role"),
        decision=table.number("decision", least=1, most=MOST_DECISIONS),
        since=since,
        until=table.day("until"),
        ended=table.day("ended"),
        ended_by=table.number("ended_by", 0, most=MOST_DECISIONS),
    )


def written_roles(path: str, content: bytes, roles: Iterable[Held]) -> bytes:
    """Give a person's file with exactly these roles; everything else in it stays as it is.

    The tables `[[roles]]` are taken out, with what stands in them, and written anew at the end. Raises
    SourceError where that would lose something else.
    """
    before = dict(read_table(path, content).values)
    wanted = sorted(roles, key=lambda one: (one.since, one.decision, one.role))
    kept, inside = list[str](), False
    for line in content.decode("utf-8-sig").split("\n"):
        header = re.match(r"\s*\[{1,2}\s*([^\]\s]+)", line)
        if header:
            inside = header[1] == "roles"
        if not inside:
            kept.append(line)
    text = "\n".join(kept).strip()
    for held in wanted:
        values = {
            "role": held.role,
            "decision": held.decision,
            "since": held.since,
            "until": held.until,
            "ended": held.ended,
            "ended_by": held.ended_by or None,
        }
        text += f"\n\n[[roles]]\n{toml_lines(values).rstrip()}"
    written = (text.lstrip("\n") + "\n").encode()
    after = dict(read_table(path, written).values)
    before.pop("roles", None)
    if len(after.pop("roles", [])) != len(wanted) or before != after:
        raise SourceError(
            f"{path} is laid out so that its roles cannot be replaced.", hint="move [[roles]] last."
        )
    return written
