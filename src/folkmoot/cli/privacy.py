"""`folkmoot privacy`: what is held of somebody, and how it goes; notice and record for operators."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._community import config_option
from folkmoot.cli._options import existing_store, repository_option, store_option
from folkmoot.cli._privacy_wishes import ERASED_AHEAD, OBJECTED_AHEAD, let_go
from folkmoot.model.errors import UsageError
from folkmoot.model.hints import SAID
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.model.privacy import PrivacySettings
    from folkmoot.store.personal import Somebody

yes_option = click.option("--yes", is_flag=True, help="Do it without asking, for scripts.")
also_option = click.option(
    "--also",
    multiple=True,
    metavar="WORD",
    help="A login such as @ada, an e-mail or a full name they are also called by; several times if needed.",
)


@click.group()
def command() -> None:
    """Answer requests about personal data, and say in public what is held. No legal advice."""


@command.command()
@click.argument("person")
@repository_option
@store_option
def export(person: str, repositories: tuple[str, ...], store: Path | None) -> None:
    """Print everything held of PERSON as JSON: an e-mail, a login such as @ada, or a name.

    Exit code 2 when several people are meant; they are listed on standard error.
    """
    from folkmoot.people import tombstones
    from folkmoot.store.database import reading
    from folkmoot.store.personal import alone, held

    chosen = existing_store(store, list(repositories) or ["."])
    who = _who(chosen, person)
    with reading(chosen) as connection:
        told = held(connection, chosen, who, alone(who))
    told["made_at"] = clock.moment().isoformat()
    told["about"] = (
        f"Texts of commits and comments are not held beyond first lines and titles. Marks of people who were "
        f"erased ({tombstones.FILE}) hold no name and are not part of this."
    )
    click.echo(json.dumps(told, indent=1, ensure_ascii=False))


@command.command()
@click.argument("person")
@click.option(
    "--keep-clones", is_flag=True, help="Leave cached clones, which hold the public history, alone."
)
@also_option
@yes_option
@repository_option
@store_option
def erase(
    person: str, keep_clones: bool, also: tuple[str, ...], yes: bool, repositories: tuple[str, ...],
    store: Path | None,
) -> None:  # fmt: skip
    """Erase PERSON from every store and cache of this user, and keep them out at every later sync.

    What they did stays as numbers of somebody who is not named. The public git history is not ours: whoever
    reads it finds them there. A login that no source has told of is known by --also only. Who was let go
    by `folkmoot privacy retain` is recorded by PERSON and --also, and stays out if the history is read again.
    """
    from folkmoot.people.pseudonyms import load_key
    from folkmoot.people.tombstones import FILE, KEY_FILE, new_bundle
    from folkmoot.store.erasure import erase as erase_everywhere
    from folkmoot.store.withheld import settings_folder

    chosen = existing_store(store, list(repositories) or ["."])
    who = _who(chosen, person, is_wish=True).called(also)
    _describe(who)
    _confirm("Erase them? This cannot be taken back.", yes=yes)
    lines = who.lines(load_key(settings_folder() / KEY_FILE), new_bundle())
    if not lines:
        raise UsageError(
            "Nothing names them any more: neither a name nor an address is held.",
            hint="give --also with a name, an address or a login that they are known by.",
        )
    cleared = erase_everywhere(lines, [chosen], keeps_clones=keep_clones)
    click.echo(
        f"Erased; stores: {len(cleared.stores)}, cached files removed: {cleared.files}, clones removed: "
        f"{cleared.clones}.",
        err=True,
    )
    if not who.person:
        click.echo(ERASED_AHEAD.format(place=settings_folder() / FILE), err=True)
    for place in cleared.left:
        click.echo(f"left: {_plain(place)} still names them; it is what Folkmoot reads from.", err=True)
    if keep_clones:
        click.echo("left: cached clones hold the public history as it is, with this person in it.", err=True)
    click.echo(
        "The public history itself is not ours to change; a clone made again holds it again. Reports that "
        "were written before are files of yours: make them anew or remove them.",
        err=True,
    )


@command.command(name="object")
@click.argument("person")
@also_option
@yes_option
@repository_option
@store_option
def objection(
    person: str, also: tuple[str, ...], yes: bool, repositories: tuple[str, ...], store: Path | None
) -> None:
    """Keep PERSON in totals only: in no list, never named, never drilled to.

    Who was let go by `folkmoot privacy retain` is recorded by PERSON and --also alone, for later readings.
    """
    from folkmoot.people.opting_out import FILE, add
    from folkmoot.store.withheld import settings_folder
    from folkmoot.store.writer import refresh

    chosen = existing_store(store, list(repositories) or ["."])
    who = _who(chosen, person, is_wish=True).called(also)
    _describe(who)
    words = who.words()
    if not words:
        raise UsageError(
            "Nothing names them any more.",
            hint="give --also with a name, an address or a login that they are known by.",
        )
    _confirm("Keep them in totals only?", yes=yes)
    folder = settings_folder()
    add(folder / FILE, folder, words)
    refresh(chosen)
    if not who.person:
        click.echo(OBJECTED_AHEAD.format(place=folder / FILE), err=True)
        return
    click.echo(f"They are named nowhere from now on; the list is {folder / FILE}.", err=True)


@command.command()
@config_option
@click.option("--apply", "applies", is_flag=True, help="Do it; without this, only what would go is told.")
@yes_option
@repository_option
@store_option
def retain(
    config: Path | None, applies: bool, yes: bool, repositories: tuple[str, ...], store: Path | None
) -> None:
    """Remove what was held longer than the periods in folkmoot.toml say; a dry run unless --apply."""
    from folkmoot.store.inventory import CLASSES
    from folkmoot.store.retaining import apply, overdue

    chosen = existing_store(store, list(repositories) or ["."])
    settings = settings_of(config)
    found = overdue(chosen, settings)
    for one in CLASSES:
        if not one.retained:
            continue
        months = settings.retention.get(one.id, one.months)
        period = f"{months} {'month' if months == 1 else 'months'}" if months else "no period"
        click.echo(f"{one.id.ljust(12)} {period.ljust(12)} {found.get(one.id, 0)} to go")
    if not applies:
        click.echo("Nothing was changed; --apply does it.", err=True)
        return
    if not any(found.values()):
        return
    _confirm("Remove what is overdue?", yes=yes)
    apply(chosen, settings)
    click.echo("Done.", err=True)


@command.command()
@config_option
def notice(config: Path | None) -> None:
    """Print the public notice (what GDPR articles 13 and 14 ask for) as Markdown, from folkmoot.toml."""
    from folkmoot.render.privacy import notice as written
    from folkmoot.store.inventory import CLASSES

    click.echo(written(settings_of(config), CLASSES, _sources(config)), nl=False)


@command.command()
@click.option(
    "--template",
    type=click.Choice(["record", "balancing", "dpia"]),
    default="record",
    show_default=True,
    help="The record (article 30), a balancing test, or an impact assessment.",
)
@config_option
def record(template: str, config: Path | None) -> None:
    """Print the record of processing as Markdown, or a template to fill in. No legal advice."""
    from folkmoot.render import privacy
    from folkmoot.store.inventory import CLASSES

    made = {"record": privacy.record, "balancing": privacy.balancing, "dpia": privacy.dpia}[template]
    click.echo(made(settings_of(config), CLASSES, _sources(config)), nl=False)


def settings_of(config: Path | None) -> PrivacySettings:
    """Give what the community's file says about privacy; nothing where there is no file."""
    from folkmoot.model.privacy import PrivacySettings
    from folkmoot.sources.community_file import FILE, read_community

    path = config or Path(FILE)
    if config is None and not path.is_file():
        return PrivacySettings()
    return read_community(path).privacy


def _sources(config: Path | None) -> tuple[str, ...]:
    from folkmoot.sources.community_file import FILE, read_community

    path = config or Path(FILE)
    if config is None and not path.is_file():
        return ()
    listed = read_community(path).repositories
    return tuple(dict.fromkeys(place for one in listed for place in (one.at, *one.forges)))


def _who(store: Path, text: str, *, is_wish: bool = False) -> Somebody:
    """Give the one person who is meant. Raises UsageError listing several, or naming none.

    With `is_wish`, somebody whom the store names no more is meant by the word itself.
    """
    from folkmoot.store.database import reading
    from folkmoot.store.personal import matching

    with reading(store) as connection:
        found = matching(connection, text)
    if not found and is_wish and (gone := let_go(store, text)):
        return gone
    if not found:
        raise UsageError(
            f"Nobody in the store is called {text[:80]!r}.", hint="`folkmoot people list` names everybody."
        )
    if len(found) > 1:
        for one in found[:20]:
            _describe(one)
        raise UsageError(
            f"{len(found)} people are meant by {text[:80]!r}.", hint="name one by a whole e-mail address."
        )
    return found[0]


def _describe(who: Somebody) -> None:
    click.echo(_plain(who.name), err=True)
    for one in who.identities:
        address = f"<{one.email}>" if one.email else ""
        click.echo(f"    {_plain(f'{one.name} {address}'.strip())}", err=True)
    for host, login in who.accounts:
        click.echo(f"    {_plain(f'{host}/{login}' if host else f'@{login}')}", err=True)


def _confirm(question: str, *, yes: bool) -> None:
    import sys

    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("Nobody is there to be asked.", hint="--yes does it without asking.")
    if not click.confirm(question, err=True):
        raise UsageError("Nothing was changed.", hint=SAID)


def _plain(text: str) -> str:
    from folkmoot.render.plain import plain

    return plain(text)
