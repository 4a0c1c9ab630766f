"""Teams of a forge that hold a role: files name them, and their members stand at the forge alone."""

from __future__ import annotations

from collections.abc import Iterable

from folkmoot.i18n import Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.page import Entry
from folkmoot.model.role import Listing
from folkmoot.views.governing.telling import Names, short

AT_THE_FORGE = "Who is in a team stands at the forge, not in this repository; nobody of it is counted here."
MOST_TEAMS = 20
MOST_AREAS = 20


def team_entries(listings: Iterable[Listing], names: Names) -> tuple[Entry, ...]:
    """Give one entry for each role of each team such as `org/team`, with the paths it is held for.

    Aliases that the files themselves define are no teams. Where nobody may be recognised, no team is named.
    """
    held: dict[tuple[str, str], list[Listing]] = {}
    for each in listings:
        if each.holder.is_group and "/" in each.holder.handle and not each.role.is_past:
            held.setdefault((each.role.name, each.holder.key), []).append(each)
    return tuple(_entry(held[key], names) for key in sorted(held)[:MOST_TEAMS])


def _entry(held: list[Listing], names: Names) -> Entry:
    role = held[0].role
    scopes = list(dict.fromkeys(each.role.scope for each in held if each.role.scope))
    values: dict[str, Scalar] = {
        "role": short(role.name), "count": len(scopes), "more": len(scopes) - MOST_AREAS,
        "scope": short(scopes[0]) if scopes else "", "team": short(held[0].holder.shown, 60),
        "areas": ", ".join(short(scope, 80) for scope in scopes[:MOST_AREAS]),
    }  # fmt: skip
    title = Message("{role}", values)
    if scopes:
        title = Message(
            "{role} of {scope}" if len(scopes) == 1 else "{role} of {count} paths or areas", values
        )
    facts: list[Text] = [] if names.are_aliases else [Message("{team}.", values)]
    if len(scopes) > MOST_AREAS:
        facts.append(Message("{areas} and {more} more.", values))
    elif len(scopes) > 1:
        facts.append(Message("{areas}.", values))
    return Entry(role.shown, title, "a team", (*facts, AT_THE_FORGE))
