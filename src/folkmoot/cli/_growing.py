"""What the commands about growing people share: the store's deeds, the files of roles, plain output."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._options import existing_store

if TYPE_CHECKING:
    from folkmoot.govern.growing.deeds import Deeds
    from folkmoot.govern.growing.standing import Roles
    from folkmoot.i18n import Text


def deeds_of(store: Path | None, repositories: Sequence[str]) -> Deeds:
    """Read what people did out of the store of these repositories. Raises UsageError when there is none."""
    from folkmoot.govern.growing.deeds import read_deeds
    from folkmoot.store.database import connect

    with connect(existing_store(store, list(repositories)), read_only=True) as connection:
        return read_deeds(connection)


def roles_of(repositories: Sequence[str], *, offline: bool, with_terms: bool = True) -> Roles:
    """Read who holds which role in these repositories, and since when."""
    from folkmoot.cli.roles import reading
    from folkmoot.govern.growing.standing import Roles
    from folkmoot.govern.roles.history import terms
    from folkmoot.govern.roles.roster import current, read_roster
    from folkmoot.model.role import Listing, Term
    from folkmoot.sources.git.repository import open_repository

    listings: list[Listing] = []
    held: list[Term] = []
    for repository in repositories:
        with open_repository(repository, reading(offline, "")) as opened:
            listings += current(read_roster(opened.tree))
            held += terms(opened) if with_terms else []
    return Roles(tuple(listings), tuple(held))


def told(text: Text, limit: int = 400) -> str:
    """Give a text as one plain line, whatever a hostile repository put into it."""
    from folkmoot.i18n import say
    from folkmoot.render.plain import plain

    return plain(say(text), limit)


def as_json(value: Any) -> None:
    """Print a JSON document."""
    click.echo(json.dumps(value, indent=1, ensure_ascii=False))


def day(moment: int) -> str:
    """Give the day (UTC) of a moment in seconds since 1970."""
    from datetime import UTC, datetime

    return datetime.fromtimestamp(moment, UTC).date().isoformat()
