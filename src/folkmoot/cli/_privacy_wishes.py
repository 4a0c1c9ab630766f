"""Wishes of people who are held no more: recorded, so that they stay out when the history is read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.model.fact import IdentityFact
    from folkmoot.store.personal import Somebody

GONE = (
    "Nobody in this store is called so any more; of {count} people here, what they are called was let go "
    "after its period."
)
ERASED_AHEAD = (
    "Nothing in this store named them. Keyed hashes of what they are called stand in {place}: if the history "
    "is read again, they stay out."
)
OBJECTED_AHEAD = (
    "Nothing in this store names them now. If the history is read again, they are counted and not named: the "
    "list is {place}."
)
HOW = 'write @login, an e-mail, a full name or "Name <e-mail>"; more with --also.'


def let_go(store: Path, person: str) -> Somebody | None:
    """Give somebody whom `folkmoot privacy retain` may have removed, by what they are called alone.

    None where the store let nobody go: then a name nobody has is a mistake. Raises UsageError for a word that
    may mean many people, since nothing here can tell who is meant.
    """
    from folkmoot.store.database import reading
    from folkmoot.store.holding import holding
    from folkmoot.store.personal import Somebody

    with reading(store) as connection:
        count = holding(connection).let_go
    if not count:
        return None
    said = GONE.format(count=count)
    try:
        who = Somebody(0, person, ()).called([person])
    except UsageError as error:
        raise UsageError(f"{said} {error.what}", hint=HOW) from error
    if not any(map(_is_enough, who.identities)) and not who.accounts:
        raise UsageError(f"{said} {person[:80]!r} is nobody's alone.", hint=HOW)
    click.echo(said, err=True)
    return who


def _is_enough(fact: IdentityFact) -> bool:
    """Tell whether a name or an address means one person: one such as root@localhost alone does not."""
    from folkmoot.people import addresses

    told = addresses.read(fact.email)
    return bool(fact.name or told.mailbox or told.login)
