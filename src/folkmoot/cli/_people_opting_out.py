"""`folkmoot people opt-out`: name somebody nowhere any more."""

from __future__ import annotations

from pathlib import Path

import click

from folkmoot.model.errors import UsageError


@click.command(name="opt-out")
@click.argument("who", nargs=-1, required=True, metavar="WHO ...")
@click.option("--file", "path", type=click.Path(path_type=Path, dir_okay=False),
              help="The list to write, such as .folkmoot/opt-out; without it, your own.")  # fmt: skip
def opt_out(who: tuple[str, ...], path: Path | None) -> None:
    """Name somebody nowhere any more; what they did still counts.

    WHO is an e-mail, a login such as @ada, or a full name. The list keeps only keyed hashes; the key stays in
    your configuration folder. Stores are brought up to date when they are next used.
    """
    from folkmoot.people.opting_out import FILE, KEY_FILE, add
    from folkmoot.store.withheld import settings_folder

    if any(len(word.strip()) < 2 for word in who):
        raise UsageError(
            "That is too short to name anybody.", hint="give a whole name, a login or an e-mail address."
        )
    folder = settings_folder()
    place = path or folder / FILE
    added = add(place, folder, who)
    click.echo(f"{added} added to {place}; the key is {folder / KEY_FILE}.", err=True)
    click.echo("Texts that name them are blanked when a store is next used.", err=True)
