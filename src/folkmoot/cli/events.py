"""`folkmoot events`: the events a number is made of."""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._options import aliases, end_of_day, existing_store, format_option, store_option
from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.store.database import Connection

_COMMIT = re.compile(r"^(git:[0-9a-f]{12})[0-9a-f]{28}(?:[0-9a-f]{24})?(?![0-9a-f])")
"""A commit, which git finds by its first twelve letters: a line of text has no room for all of them."""


@click.command()
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@click.option("--metric", "identifier", required=True, help="The metric's id; `folkmoot explain` lists them.")
@click.option("--period", help="2026-03, 2026, 'all time' or 'last 12 months'; without it, every period.")
@click.option("--label", default="", help="Only this series, bar or row (people and organisations by name).")
@click.option("--part", default="", help="Only this column of a table, such as an hour of the week.")
@click.option("--together", is_flag=True, help="List what several repositories share once.")
@format_option("text", "csv", "json")
@click.option("--pseudonyms", is_flag=True, help="Replace everything personal by stable aliases.")
@click.option("--until", metavar="YYYY-MM-DD", help="As of the end of this day (UTC).")
@store_option
def command(
    repositories: tuple[str, ...], identifier: str, period: str | None, label: str, part: str, form: str,
    together: bool, pseudonyms: bool, until: str | None, store: Path | None,
) -> None:  # fmt: skip
    """List the events behind a metric's values, from a store that was synced before.

    Of a --store with several repositories, those of every REPO that is named.
    """
    from folkmoot.metrics import metric
    from folkmoot.store.database import connect
    from folkmoot.store.forge_sync import known_until
    from folkmoot.views.drill import drilled, untold

    chosen = existing_store(store, list(repositories) or ["."])
    keyed = aliases() if pseudonyms else None
    with connect(chosen, read_only=True) as connection:
        projects = _projects(connection, repositories) if store and repositories else None
        moment = end_of_day(until) or known_until(connection, projects)
        rows = drilled(
            connection, metric(identifier), period, label, keyed, part=part, projects=projects, as_of=moment,
            once=together,
        )  # fmt: skip
        left_out = 0 if label or part else untold(connection, metric(identifier), period)
    if left_out:
        click.echo(
            f"Events left out, as people in them are named nowhere: {left_out}; totals count them.", err=True
        )
    if not rows and left_out:
        return
    if not rows:
        raise UsageError(
            f"No events stand behind {identifier}" + (f" in {period}." if period else "."),
            hint="`folkmoot report --format csv` shows the periods and labels that have values.",
        )
    if form == "json":
        click.echo(json.dumps([row._asdict() for row in rows], indent=1))
    elif form == "csv":
        from folkmoot.render.formats.csv_points import MOST_TEXT, defused

        csv.writer(sys.stdout).writerows(
            [rows[0]._fields, *([defused(cell, MOST_TEXT) for cell in row] for row in rows)]
        )
    else:
        for row in rows:
            click.echo("  ".join(_clean(_COMMIT.sub(r"\1", cell)) for cell in row if cell))


def _projects(connection: Connection, repositories: tuple[str, ...]) -> list[int]:
    """Give the projects that were read at `repositories`. Raises UsageError for one that was not."""
    from folkmoot.sources.git.location import locate
    from folkmoot.sources.git.naming import read_at
    from folkmoot.store.projects import projects_read_at

    found = []
    for repository in repositories:
        here = projects_read_at(connection, read_at(locate(repository)))
        if not here:
            raise UsageError(
                f"{repository} was not read into this store.", hint="`folkmoot sync` reads it into one."
            )
        found += here
    return found


def _clean(text: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in text)
