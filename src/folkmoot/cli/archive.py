"""`folkmoot archive`: public events of whole hours, as GH Archive keeps them, into a store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._options import format_option

if TYPE_CHECKING:
    from folkmoot.store.archive_intake import Imported

SHOWN = 10
NOTHING_READ = 3
"""The exit code where every line was left out: what was named is no archive."""
KINDS = {
    "act_fact": "stars, forks, pushes, releases and discussions", "item_fact": "issues and changes",
    "remark_fact": "comments and reviews", "turn_fact": "turns of issues and changes",
    "snapshot_fact": "daily counts",
}  # fmt: skip


@click.command()
@click.argument("places", nargs=-1, required=True, metavar="PATH|URL ...")
@click.option(
    "--repo", "repositories", multiple=True, metavar="OWNER/NAME", help="Take these; * and ? stand for any."
)
@click.option("--org", "organisations", multiple=True, metavar="NAME", help="Take all of an organisation.")
@click.option("--since", default="", metavar="DAY[-HOUR]", help="From this hour on, by the names of files.")
@click.option("--until", default="", metavar="DAY[-HOUR]", help="Until the end of this day or hour.")
@click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The store file to import into; it is made where there is none.",
)
@format_option("text", "json")
def command(
    places: tuple[str, ...],
    repositories: tuple[str, ...],
    organisations: tuple[str, ...],
    since: str,
    until: str,
    store: Path,
    form: str,
) -> int:
    """Import public events of GitHub from archive files, folders of them, or an archive's address.

    Lines that are no events are left out and told; where all of them are, the exit code is 3.

    Example: folkmoot archive https://data.gharchive.org --since 2024-05-01 --repo 'owner/*' --store a.duckdb
    """
    from folkmoot.cli._progress import Bars
    from folkmoot.sources.archives.hours import places as files
    from folkmoot.sources.archives.wanted import wanted
    from folkmoot.store.archive_intake import import_archives

    wish = wanted(repositories, organisations)
    found = files(places, since, until)
    bars = Bars()
    imported = import_archives(store, found, wish, progress=bars, waiting=bars.waiting)
    bars.close()
    if form == "json":
        click.echo(json.dumps(_told(imported), indent=1))
    _tell(imported)
    return NOTHING_READ if imported.damaged and not _events(imported) else 0


def _events(imported: Imported) -> int:
    """Give how many lines were events."""
    return imported.lines - imported.damaged


def _told(imported: Imported) -> dict[str, object]:
    return {
        "files": imported.files,
        "events_read": _events(imported),
        "events_taken": imported.types.total(),
        "types": dict(imported.types.most_common()),
        "store": imported.rows,
        "new_projects": imported.new_projects,
        "left_out": imported.damaged,
        "damage": [one._asdict() for one in imported.damages],
        "unread": [str(message) for message in imported.unread],
    }


def _tell(imported: Imported) -> None:
    for damage in imported.damages[:SHOWN]:
        click.echo(f"left out: {_clean(str(damage))}", err=True)
    if imported.damaged > SHOWN:
        click.echo(f"left out: {imported.damaged - SHOWN} more.", err=True)
    for message in imported.unread:
        click.echo(f"not read to its end: {_clean(str(message))}", err=True)
    click.echo(
        f"Files: {imported.files}. Events: {_events(imported)}; {imported.types.total()} of them wanted. "
        f"New projects: {imported.new_projects}.",
        err=True,
    )
    if imported.damaged and not _events(imported):
        click.echo("No line here is a public event: are these files of an archive?", err=True)
    for name, count in imported.types.most_common():
        click.echo(f"  {count:>9} {name}", err=True)
    click.echo("From archives, the store now holds:", err=True)
    for table, words in KINDS.items():
        click.echo(f"  {imported.rows.get(table, 0):>9} {words}", err=True)


def _clean(words: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in words)
