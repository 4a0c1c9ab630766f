"""`folkmoot people import`: statements from files of other tools, never over what people stated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._options import existing_store, store_option
from folkmoot.model.errors import FolkmootError
from folkmoot.model.hints import WRITABLE
from folkmoot.sources.whole_file import make

if TYPE_CHECKING:
    from folkmoot.people.importing.told import Told

MOST_SHOWN = 5


@click.command(name="import")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
@click.option(
    "--known", "repositories", metavar="REPO", multiple=True, help="Take only people REPO knows (or again)."
)
@store_option
def import_(path: Path, folder: Path, repositories: tuple[str, ...], store: Path | None) -> None:
    """Make statements in FOLDER/.folkmoot/ (default: here) from a FILE of another tool.

    Read are gitdm's aliases, maps and affiliations, SortingHat's JSON, GrimoireLab's YAML and
    .all-contributorsrc. People become files in .folkmoot/people/; who worked for whom by address, and whose a
    domain is, becomes one .folkmoot/organisations-FILE.toml. A file that is there is left as it is, and so is
    whoever an existing statement names. Read what was written, then commit it.
    """
    from folkmoot.people.importing import MOST_BYTES, read
    from folkmoot.people.importing.writing import organisations

    known = _known(repositories, store) if repositories or store else None
    try:
        with path.open("rb") as file:
            told = read(path.name, file.read(MOST_BYTES + 1), known=known)
        _write_people(path.name, told, folder / ".folkmoot" / "people")
        place, text = organisations(path.name, told)
        if text:
            _write(folder / place, text)
    except BrokenPipeError:  # whoever listened has heard enough
        raise
    except OSError as error:
        raise FolkmootError(
            f"{folder / '.folkmoot'} cannot be written: {error.strerror}.", hint=WRITABLE
        ) from error
    if known is not None and not (told.people or told.jobs or told.firms):
        click.echo(f"Nobody of whom {path.name} tells has an address that is known there.", err=True)
    _tell("say nothing about an employer, and are left out", told.silent)
    _tell("make no sense here, and are left out", told.unread)


def _known(repositories: tuple[str, ...], store: Path | None) -> frozenset[str]:
    """Give the mailboxes that a store knows."""
    from folkmoot.people.importing.told import mailbox
    from folkmoot.store.database import connect
    from folkmoot.store.people import identities

    connection = connect(existing_store(store, list(repositories) or ["."]), read_only=True)
    try:
        return frozenset(mailbox(fact.email) for fact in identities(connection) if fact.email)
    finally:
        connection.close()


def _write_people(shown: str, told: Told, place: Path) -> None:
    from folkmoot.people.importing.writing import people
    from folkmoot.people.overrides import parse_overrides

    made = people(shown, told)
    if not made:
        return
    place.mkdir(parents=True, exist_ok=True)
    stated = parse_overrides({one.name: one.read_bytes() for one in sorted(place.glob("*.toml"))})
    known = {email.casefold() for one in stated.statements for _, email in one.identities}
    parsed = parse_overrides({name: text.encode() for name, text in made.items()})
    for statement in parsed.statements:
        if known & {email.casefold() for _, email in statement.identities}:
            click.echo(f"left as it is: {statement.file}", err=True)
        else:
            _write(place / statement.file, made[statement.file])


def _write(target: Path, text: str) -> None:
    """Write a file that is not there yet."""
    try:
        make({target: text.encode()})
    except FileExistsError:
        click.echo(f"left as it is: {target.name}", err=True)
    else:
        click.echo(str(target))


def _tell(what: str, lines: tuple[str, ...]) -> None:
    if lines:
        more = ", ..." if len(lines) > MOST_SHOWN else ""
        shown = ", ".join("".join(filter(str.isprintable, line))[:80] for line in lines[:MOST_SHOWN])
        click.echo(f"{len(lines)} {what}: {shown}{more}", err=True)
