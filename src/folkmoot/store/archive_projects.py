"""Which project of the store each repository of an archive is, renamed ones by the forge's own number.

The number of a repository and its newest name are kept as `forge_state`; a project that was read from
`https://github.com/owner/name` before, or from a clone of it, is the same project.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from folkmoot.store.archive_facts import HOST, SOURCE
from folkmoot.store.database import Connection, one
from folkmoot.store.ledger import append
from folkmoot.store.projects import addresses

ORIGIN = re.compile(
    r"(?:https?://|ssh://git@|git@)github\.com[:/]([\w.-]+/[\w.-]+?)(?:\.git)?/?", re.IGNORECASE
)
STATE = "repository "


class _Known(NamedTuple):
    project: int
    named_at: int
    name: str


class Repositories:
    """The repositories that a store knows, and those that are told of while hours are read."""

    def __init__(self, connection: Connection) -> None:
        self._by_name = _by_name(connection)
        self._by_id = _by_id(connection)
        self._seen: dict[int, _Known] = {}

    def place(self, connection: Connection) -> int:
        """Lay down the table `homed` (repo_id, repo, project) for `told`; give how many are new.

        Only a repository without a number (0) is found by its name, in lower case; else `repo` is empty.
        """
        by_name, by_id = self._by_name, self._by_id
        first_new = int(one(connection, "select coalesce(max(project), 0) + 1 from project")[0])
        rows = connection.execute(
            """select repo_id, lower(repo), max_by(repo, ts), max(ts) from (
                select repo_id, repo, max(ts) as ts from told group by all
            ) group by all order by 4, 1, 2"""
        ).fetchall()
        places: dict[tuple[int, str], int] = {}
        new: list[tuple[int, str, str]] = []
        for number, low, name, seen_at in rows:
            known = by_id.get(number)
            project = known.project if known else by_name.get(low, 0)
            if not project:
                project = first_new + len(new)
                new.append((project, name, f"https://{HOST}/{name}"))
            by_name.setdefault(low, project)
            if number and (known is None or seen_at >= known.named_at):
                self._seen[number] = by_id[number] = _Known(project, seen_at, name)
            places[number, "" if number else low] = project
        connection.execute(
            "create or replace temp table homed (repo_id bigint, repo varchar, project integer)"
        )
        append(connection, "homed", [(*place, project) for place, project in places.items()])
        append(connection, "project", new)
        return len(new)

    def remember(self, connection: Connection) -> None:
        """Keep the newest name of each repository told of since, and give projects made here that name."""
        if self._seen:
            _remember(connection, self._seen)
            self._seen = {}


def _by_name(connection: Connection) -> dict[str, int]:
    """Give the projects by the names they go by at the forge."""
    found: dict[str, int] = {}
    for project, origin in addresses(connection):
        if match := ORIGIN.fullmatch(origin):
            found.setdefault(match[1].lower(), project)
    return found


def _by_id(connection: Connection) -> dict[int, _Known]:
    rows = connection.execute(
        "select name, value, project from forge_state where source = ? and starts_with(name, ?)",
        [SOURCE, STATE],
    ).fetchall()
    found = {}
    for name, value, project in rows:
        seen_at, _, newest = value.partition(" ")
        found[int(name.removeprefix(STATE))] = _Known(project, int(seen_at), newest)
    return found


def _remember(connection: Connection, states: dict[int, _Known]) -> None:
    """Keep the newest name of each repository, and give projects made here that name."""
    connection.execute(
        "create or replace temp table state (project integer, name varchar, value varchar, newest varchar)"
    )
    append(connection, "state", [
        (known.project, f"{STATE}{number}", f"{known.named_at} {known.name}", known.name)
        for number, known in states.items()
    ])  # fmt: skip
    connection.execute(
        f"""delete from forge_state old using state s where old.source = '{SOURCE}' and old.name = s.name;
        insert into forge_state select project, '{SOURCE}', name, value from state;
        update project set name = s.newest, origin = 'https://{HOST}/' || s.newest
        from state s where s.project = project.project and starts_with(project.origin, 'https://{HOST}/')
            and lower(project.origin) <> lower('https://{HOST}/' || s.newest)
            and lower(project.origin) <> lower('https://{HOST}/' || s.newest || '.git')
            and lower('https://{HOST}/' || s.newest) not in (select lower(origin) from project)"""  # noqa: S608
    ).fetchall()
    connection.execute("drop table temp.state")
