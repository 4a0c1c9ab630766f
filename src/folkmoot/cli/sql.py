"""`folkmoot sql`: ask the store anything, read only."""

from __future__ import annotations

import csv
import json
import shlex
import sys
from pathlib import Path

import click

from folkmoot.cli._options import existing_store, format_option, repository_option, store_option
from folkmoot.model.errors import UsageError


@click.command()
@click.argument("statement", required=False)
@repository_option
@click.option("--tables", "wants_tables", is_flag=True, help="List the views that can be asked.")
@format_option("table", "csv", "json")
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000_000),
    default=1000,
    show_default=True,
    help="At most so many rows.",
)
@store_option
def command(
    statement: str | None,
    repositories: tuple[str, ...],
    wants_tables: bool,
    form: str,
    limit: int,
    store: Path | None,
) -> None:
    """Run one SQL STATEMENT on a store that was synced before: read only, without access to files.

    Example: folkmoot sql "select year_id, count(*) from commits group by year_id order by year_id"
    """
    from folkmoot.store.query import query, tables

    chosen = existing_store(store, list(repositories) or ["."])
    if wants_tables:
        for name, columns in tables(chosen):
            click.echo(f"{name}: {columns}")
        return
    if not statement:
        raise UsageError("There is no statement to run.", hint='folkmoot sql "select * from commits limit 5"')
    named = [word for each in repositories for word in ("-r", each)]
    named += ["--store", str(store)] if store else []
    listing = shlex.join(["folkmoot", "sql", "--tables", *named])
    # One more than is shown tells whether there are more.
    names, rows = query(chosen, statement, limit + 1, listing=listing)
    has_more = len(rows) > limit
    rows = rows[:limit]
    if form == "json":
        click.echo(json.dumps([dict(zip(names, row, strict=True)) for row in rows], default=str, indent=1))
    elif form == "csv":
        from folkmoot.render.formats.csv_points import guarded

        csv.writer(sys.stdout).writerows(
            [guarded(value) if isinstance(value, str) else value for value in row] for row in (names, *rows)
        )
    else:
        _table(names, [[_cell(value) for value in row] for row in rows])
    if has_more:
        click.echo(f"Only the first {limit} rows are shown; --limit shows more.", err=True)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return "".join(character if character.isprintable() else "�" for character in text)


def _table(names: list[str], rows: list[list[str]]) -> None:
    widths = [max([len(name), *(len(row[place]) for row in rows)]) for place, name in enumerate(names)]
    for row in [names, ["-" * width for width in widths], *rows]:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
