"""`folkmoot sync`: read what is new into the store, without reporting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from folkmoot.cli._forges import forge_option, read_forges, refuse_unknown
from folkmoot.cli._options import options_of, reading_options, store_of, store_option


@click.command()
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@forge_option
@store_option
@reading_options
def command(
    repositories: tuple[str, ...], forges: tuple[str, ...], store: Path | None, **values: Any
) -> None:  # fmt: skip
    """Read what is new in repositories (folders or URLs; default: here) into a store."""
    from folkmoot.cli._progress import Bars
    from folkmoot.store.sync import sync_origin

    refuse_unknown(forges)
    origins = list(repositories) or ["."]
    options = options_of(values)
    chosen = store_of(store, origins)
    bars = Bars()
    read = []
    for origin in origins:
        synced = sync_origin(chosen, origin, options, progress=bars, waiting=bars.waiting)
        bars.close()
        read.append(synced)
        if synced.was_current:
            click.echo(f"{synced.name}: nothing new.", err=True)
        else:
            gone = f", {synced.gone_commits} gone from a rewritten history" if synced.gone_commits else ""
            click.echo(f"{synced.name}: {synced.new_commits} new commits{gone}.", err=True)
    read_forges(chosen, forges, read, bars)
    click.echo(f"store: {chosen}", err=True)
