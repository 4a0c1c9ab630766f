"""`folkmoot libyears`: how far behind the locked packages of a repository are, by registry data you bring."""

from __future__ import annotations

import json
from pathlib import Path

import click

from folkmoot.cli._options import format_option
from folkmoot.cli.roles import place_options, reading

SHOWN = 30


@click.command()
@click.argument("repository", default=".", metavar="[REPO]")
@click.option(
    "--registry-data",
    "data",
    required=True,
    type=click.Path(path_type=Path),
    help="A file or folder of JSON as npm, PyPI, crates.io or Packagist give it.",
)
@click.option("--all", "everything", is_flag=True, help="In text, show every package.")
@format_option("text", "json")
@place_options
def command(repository: str, data: Path, everything: bool, form: str, branch: str, offline: bool) -> None:
    """Say how many years the locked packages are behind their newest stable release.

    Only what a lock file pins and the given data dates is counted; all the rest is not known and told so. No
    registry is asked.
    """
    from folkmoot.render.plain import plain
    from folkmoot.sources.git.absent import refuse_without
    from folkmoot.sources.git.repository import open_repository
    from folkmoot.supply.inventory import read_inventory
    from folkmoot.supply.libyears import libyears
    from folkmoot.supply.manifests import format_of
    from folkmoot.supply.registry_data import read_registry_data

    told, unread = read_registry_data(data)
    with open_repository(repository, reading(offline, branch)) as opened:
        refuse_without(opened, [path for path in opened.tree.entries if format_of(path)])
        inventory = read_inventory(opened.tree)
        name, commit = opened.name, opened.tip
    wanted = [each for each in inventory.components() if each.purl.type not in {"github", "docker"}]
    found = libyears(wanted, told)
    known = [each for each in found if each.years is not None]
    total = sum(each.years or 0 for each in known)
    if form == "json":
        rows = [
            {
                "purl": str(each.component.purl),
                "place": each.component.place,
                "newest": each.newest or None,
                "years": None if each.years is None else round(each.years, 3),
            }
            for each in found
        ]
        about = {"repository": name, "commit": commit, "libyears": round(total, 3) if known else None}
        click.echo(
            json.dumps({**about, "known": len(known), "unknown": len(found) - len(known), "packages": rows})
        )
        return
    click.echo(
        plain(
            f"{name}: {total:.1f} years behind; packages counted: {len(known)}."
            if known
            else (f"{name}: not known; the data given dates none of its locked packages ({len(found)}).")
        )
    )
    for each in known if everything else known[:SHOWN]:
        click.echo(
            plain(
                f"  {each.years:5.1f}  {each.component.purl.full_name} {each.component.purl.version}, "
                f"newest {each.newest}, {each.component.place}"
            )
        )
    if len(known) > SHOWN and not everything:
        click.echo(f"  ... and {len(known) - SHOWN} more (--all shows them).")
    if len(found) > len(known):
        click.echo(f"Not known for {len(found) - len(known)} more, which the data does not date.", err=True)
    if unread:
        click.echo(f"Files of the data that tell nothing: {unread}.", err=True)
