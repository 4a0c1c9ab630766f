"""What the numbers of persons and organisations are called on a page, or their aliases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from folkmoot.store.database import Connection
from folkmoot.store.withheld import NAME

UNTELLING = frozenset({"", ".git", "repo", "repo.git", "git", "bare"})
"""Names of folders that say nothing about what is in them."""


class Aliases(Protocol):
    """Gives a stable alias for what identifies somebody; a keyed one, so that it cannot be guessed back."""

    def alias(self, kind: str, key: str) -> str:
        """Give the alias of `key`, where `kind` is "person" or "organisation"."""
        ...


def person_names(connection: Connection, aliases: Aliases | None = None) -> dict[str, str]:
    """Give each person's name, or alias, by the person's number as text; no two are alike.

    An alias is made from the person's first e-mail address in alphabetical order, so that it stays the same
    whatever number a store gives. "0" is somebody the clone does not name. Whoever objected, was erased or
    is no longer named is called `NAME`, all alike and under aliases too: they stand in no list.
    """
    rows = connection.execute(
        """select p.person, min(p.name), coalesce(min(nullif(lower(i.email), '')), lower(min(p.name)))
        from person p
        left join identity_person ip on ip.person = p.person
        left join identity i on i.identity = ip.identity
        group by p.person order by p.person"""
    ).fetchall()
    return {"0": "(unknown)"} | _distinct(rows, "person", aliases)


def organisation_names(connection: Connection, aliases: Aliases | None = None) -> dict[str, str]:
    """Give each organisation's name, or alias, by its number as text; "0" is everybody whose is unknown."""
    rows = connection.execute(
        "select organisation, name, lower(name) from organisation order by organisation"
    ).fetchall()
    return {"0": "(unknown)"} | _distinct(rows, "organisation", aliases)


def project_names(connection: Connection) -> dict[str, str]:
    """Give each project's name by its number as text."""
    rows = connection.execute("select project, name from project order by project").fetchall()
    return {str(number): str(name) for number, name in rows}


def told_apart(
    connection: Connection, projects: Sequence[tuple[int, str]], *, by_place: bool = True
) -> list[tuple[int, str]]:
    """Give projects by number and name; those of one name with the part of their place that tells them apart.

    Places that tell nothing, such as a folder and the `.git` in it, are told apart by a number. So are all
    without `by_place`: a folder may be called after its owner, whom a pseudonymous report does not name.
    """
    alike = Counter(name for _, name in projects)
    if len(alike) == len(projects):
        return list(projects)
    places = dict(connection.execute("select project, origin from project").fetchall()) if by_place else {}
    found: list[tuple[int, str]] = []
    taken = {name for name, count in alike.items() if count == 1}
    for number, name in projects:
        if alike[name] == 1:
            found.append((number, name))
            continue
        of_name = [str(places.get(one, "")) for one, called in projects if called == name]
        part = telling_part(str(places.get(number, "")), of_name)
        own = f"{name} ({part})" if part else name
        shown, again = own, 2
        while shown in taken:
            shown, again = f"{own} ({again})", again + 1
        taken.add(shown)
        found.append((number, shown))
    return found


def telling_part(place: str, places: Sequence[str]) -> str:
    """Give the words of an address that none of the others has, the last ones that do; "" where none do."""
    words = {one: [word for word in re.split(r"[/\\]", one) if word not in UNTELLING] for one in places}
    while all(words.values()) and len({own[-1] for own in words.values()}) == 1:
        for own in words.values():
            own.pop()
    mine = words[place]
    for count in range(1, len(mine) + 1):
        others = [own[-count:] for other, own in words.items() if other != place]
        if mine[-count:] not in others:
            return "/".join(mine[-count:])
    return ""


def _distinct(rows: list[tuple[int, str, str]], kind: str, aliases: Aliases | None) -> dict[str, str]:
    """Name every row; who shares a name with an earlier one is told apart by a number."""
    names: dict[str, str] = {}
    seen: dict[str, int] = {}
    for number, name, key in rows:
        if name == NAME:
            names[str(number)] = NAME
            continue
        shown = (aliases.alias(kind, key) if aliases else name.strip()) or "(no name)"
        seen[shown] = seen.get(shown, 0) + 1
        names[str(number)] = shown if seen[shown] == 1 else f"{shown} ({seen[shown]})"
    return names
