"""`folkmoot people import`: statements from files of other tools, never over what people stated."""

from __future__ import annotations

from pathlib import Path

import click

from folkmoot.model.errors import FolkmootError


@click.command(name="import")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
def import_(path: Path, folder: Path) -> None:
    """Make statements in FOLDER/.folkmoot/people/ (default: here) from a FILE of another tool.

    Read are gitdm's aliases, SortingHat's JSON and .all-contributorsrc. A file that is there is left as it
    is, and so is whoever an existing statement names. Read what was written, then commit it.
    """
    from folkmoot.people.importing import MOST_BYTES, statements
    from folkmoot.people.overrides import parse_overrides

    place = folder / ".folkmoot" / "people"
    try:
        with path.open("rb") as file:
            made = statements(path.name, file.read(MOST_BYTES + 1))
        place.mkdir(parents=True, exist_ok=True)
        stated = parse_overrides({one.name: one.read_bytes() for one in sorted(place.glob("*.toml"))})
        known = {email.casefold() for one in stated.statements for _, email in one.identities}
        parsed = parse_overrides({name: text.encode() for name, text in made.items()})
        for statement in parsed.statements:
            target = place / statement.file
            if target.exists() or known & {email.casefold() for _, email in statement.identities}:
                click.echo(f"left as it is: {statement.file}", err=True)
                continue
            with target.open("x", encoding="utf-8") as written:
                written.write(made[statement.file])
            click.echo(str(target))
    except OSError as error:
        raise FolkmootError(f"{place} cannot be written: {error.strerror}.") from error
