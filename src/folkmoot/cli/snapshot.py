"""`folkmoot snapshot`: today's stars, forks, watchers and open items of any list of projects."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._options import format_option
from folkmoot.i18n import Message
from folkmoot.model.errors import FolkmootError, SourceError, UsageError
from folkmoot.model.event import DAY
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.store.snapshot_intake import Count

FIELDS = ("stars", "forks", "watchers", "open_issues", "open_changes")
EMPTY = "{file}: no counts in it."
KEPT_ONE = "One count is kept in {store}."
KEPT_EACH = "Counts of {projects} projects are kept in {store}."
KEPT_OF_ONE = "{counts} counts of one project are kept in {store}."
KEPT_MANY = "{counts} counts of {projects} projects are kept in {store}."
"""What is said of the counts that were kept; a count for each of several projects needs one number only."""


@click.command()
@click.argument("projects", nargs=-1, metavar="[OWNER/NAME|URL ...]")
@click.option(
    "--from",
    "files",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take counts from a CSV or JSON file: project, day, stars, forks, and so on.",
)
@click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The store file to keep them in; it is made where there is none.",
)
@click.option("--quiet", is_flag=True, help="Say nothing unless something fails, for cron.")
@format_option("text", "json")
def command(projects: tuple[str, ...], files: tuple[Path, ...], store: Path, quiet: bool, form: str) -> None:
    """Keep today's counts of projects. A second count on the same day takes the place of the first.

    Example, every day by cron: 17 5 * * * folkmoot snapshot owner/name --store community.duckdb --quiet
    """
    from folkmoot.cli._progress import Bars
    from folkmoot.store.snapshot_intake import keep_counts
    from folkmoot.store.writer import writing

    if not projects and not files:
        raise UsageError(
            "There is nothing to count.", hint="name projects (owner/name), or a file with --from."
        )
    now = clock.now()
    counts = _of_files(files)
    bars = Bars()
    failed: FolkmootError | None = None
    for number, project in enumerate(projects):
        bars("counting", number, len(projects))
        try:
            counts.append(_counted(project, now, bars))
        except SourceError as error:
            bars.close()
            click.echo(f"not counted: {error}", err=True)
            failed = error
    bars.close()
    if counts:
        with writing(store, waiting=bars.waiting) as connection:
            kept = keep_counts(connection, counts, now)
        if not quiet:
            different = {(count.address, count.source, count.snapshot.day_id) for count in counts}
            click.echo(str(_kept(len(different), kept, store)), err=True)
    if form == "json":
        click.echo(json.dumps([_told(count) for count in counts], indent=1))
    if failed is not None:
        raise SystemExit(failed.exit_code)


def _counted(named: str, now: int, bars: Any) -> Count:
    from folkmoot.model.source import Access
    from folkmoot.sources.counting import address, brand_of, count
    from folkmoot.store.snapshot_intake import Count

    place = address(named)

    def tell(text: object) -> None:
        bars.close()
        click.echo(str(text), err=True)

    access = Access(dict(os.environ), named_by_user=True, progress=bars, tell=tell)
    return Count(place.shown, place.project, brand_of(place), place.host, count(place, access, now // DAY))


def _kept(counts: int, projects: int, store: Path) -> Message:
    text = KEPT_MANY if projects > 1 else KEPT_OF_ONE
    if counts == projects:
        text = KEPT_EACH if projects > 1 else KEPT_ONE
    return Message(text, {"counts": counts, "projects": projects, "store": str(store)})


def _of_files(files: tuple[Path, ...]) -> list[Count]:
    from folkmoot.sources.count_files import counts_in
    from folkmoot.sources.counting import address
    from folkmoot.store.snapshot_intake import Count

    counts = []
    for file in files:
        found, problems = counts_in(file)
        for problem in problems[:10]:
            click.echo(f"left out: {problem}", err=True)
        if not found:
            click.echo(str(Message(EMPTY, {"file": file.name})), err=True)
        for project, snapshot in found:
            place = address(project)
            counts.append(Count(place.shown, place.project, "file", place.host, snapshot))
    return counts


def _told(count: Count) -> dict[str, object]:
    known = {name: getattr(count.snapshot, name) for name in FIELDS}
    return {
        "project": count.address,
        "day": time.strftime("%Y-%m-%d", time.gmtime(count.snapshot.day_id * DAY)),
        **{name: value if value >= 0 else None for name, value in known.items()},
    }
