"""`folkmoot people same`, `different`, `undo` and `mailmap`: decisions of humans about who is who."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._options import existing_store, store_option
from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.store.database import Connection


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@store_option
def same(one: str, other: str, repositories: tuple[str, ...], store: Path | None) -> None:
    """Say that A and B are one person, whatever the rules think.

    A and B are e-mails, names, "Name <e-mail>", numbers of identities, or logins such as @ada.
    """
    _decide(existing_store(store, list(repositories) or ["."]), one, other, "same")


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@store_option
def different(one: str, other: str, repositories: tuple[str, ...], store: Path | None) -> None:
    """Say that A and B are two persons; no rule joins them any more.

    A and B are named as for `same`.
    """
    _decide(existing_store(store, list(repositories) or ["."]), one, other, "different")


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@store_option
def undo(one: str, other: str, repositories: tuple[str, ...], store: Path | None) -> None:
    """Take back what was decided about A and B: `same`, `different` or an answer in `review`.

    A and B are named as for `same`.
    """
    _decide(existing_store(store, list(repositories) or ["."]), one, other, "")


@click.command()
@click.argument("believed", type=click.Choice(["on", "off"]), metavar="on|off")
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@store_option
def mailmap(believed: str, repositories: tuple[str, ...], store: Path | None) -> None:
    """Say whether the .mailmap files of projects are believed.

    A mailmap is a claim that anybody with a commit can make. With `off` nobody is joined or renamed by one,
    until `on` is said.
    """
    from folkmoot.people import decisions
    from folkmoot.store.people import decisions_beside, resolve_people
    from folkmoot.store.writer import writing

    chosen = existing_store(store, list(repositories) or ["."])
    path = decisions_beside(chosen)
    with writing(chosen) as connection:
        decisions.write(path, decisions.read(path), mailmap=believed == "on")
        resolve_people(connection)
    click.echo(f"Kept in {path}", err=True)


def _decide(store: Path, one: str, other: str, answer: str) -> None:
    """Keep one decision, or with no answer drop those about the two, and say anew who is who."""
    from folkmoot.people import decisions
    from folkmoot.store.people import decisions_beside, resolve_people
    from folkmoot.store.writer import writing

    path = decisions_beside(store)
    with writing(store) as connection:
        pairs = _meant(connection, one, other)
        kept = decisions.read(path)
        if answer == "same":
            kept = decisions.added(kept, decisions.Decision(answer, pairs[0]))
        elif answer:
            # Each identity of the one against each of the other, so that no third joins them again.
            for pair in pairs:
                kept = decisions.added(kept, decisions.Decision(answer, pair))
        else:
            about = {frozenset(pair) for pair in pairs}
            left = [old for old in kept if frozenset(old.identities) not in about]
            if len(left) == len(kept):
                raise UsageError(
                    "Nothing was decided about these two.",
                    hint="`folkmoot people why A B` tells what joins them, or keeps them apart.",
                )
            kept = left
        decisions.write(path, kept)
        resolve_people(connection)
    click.echo(f"Kept in {path}", err=True)


def _meant(connection: Connection, one: str, other: str) -> list[tuple[str, str]]:
    """Give the pairs of identities that are meant. Raises UsageError for nobody, or for several persons."""
    from folkmoot.people.decisions import written
    from folkmoot.people.why import find
    from folkmoot.store.people import accounts, identities, who_is_who

    facts, known = identities(connection), accounts(connection)
    person_of = {row.identity: row.person for row in who_is_who(connection).assignments}
    sides = []
    for text in (one, other):
        meant = find(facts, text, known)
        if not meant:
            raise UsageError(
                f"Nobody in the store is called {text!r}.", hint="`folkmoot people list` names everybody."
            )
        if len({person_of[fact.identity] for fact in meant}) > 1:
            raise UsageError(f"{text!r} may be several persons.", hint='write it as "Name <e-mail>".')
        sides.append([written(fact) for fact in meant])
    if set(sides[0]) & set(sides[1]):
        raise UsageError(
            f"{one!r} and {other!r} are one and the same identity.",
            hint="name two that `folkmoot people list` shows apart.",
        )
    return [(a, b) for a in sides[0] for b in sides[1]]
