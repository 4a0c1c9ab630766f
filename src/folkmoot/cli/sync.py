"""`folkmoot sync`: read what is new into the store, without reporting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._community import UNREACHABLE, Chosen, community_of, community_store, config_option
from folkmoot.cli._forges import askable, forge_option, read_forges, refuse_unknown, refuse_unmatched
from folkmoot.cli._options import READ_AGAIN, options_of, reading_options, store_of, store_option
from folkmoot.model.errors import SourceError, UsageError

if TYPE_CHECKING:
    from folkmoot.cli._progress import Bars
    from folkmoot.sources.git.repository import Options
    from folkmoot.store.sync import Synced


@click.command()
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@config_option
@forge_option
@store_option
@reading_options
def command(
    repositories: tuple[str, ...], config: Path | None, forges: tuple[str, ...], store: Path | None,
    **values: Any,
) -> int:  # fmt: skip
    """Read what is new in repositories (folders or URLs; default: here) into a store.

    In a folder with a folkmoot.toml, that is all of its repositories and forges; one that cannot be read does
    not lose the others, and the exit code then is 3.
    """
    from folkmoot.cli._progress import Bars

    bars = Bars()
    options = options_of(values)
    chosen = community_of(config, repositories, offline=options.offline)
    if chosen is not None:
        if forges:
            raise UsageError(f"Forges belong into {chosen.path.name} here.", hint="write them there.")
        return _community(chosen, store, options, bars)
    refuse_unknown(forges, offline=options.offline)
    origins = list(repositories) or ["."]
    refuse_unmatched(forges, origins)
    place = store_of(store, origins)
    read = [_read(place, origin, options, bars) for origin in origins]
    read_forges(place, forges, read, bars)
    click.echo(f"store: {place}", err=True)
    return 0


def _community(chosen: Chosen, store: Path | None, options: Options, bars: Bars) -> int:
    place = store or community_store(chosen.path, chosen.community.store)
    refuse_unknown(askable(chosen.forges, offline=options.offline))
    for origin in chosen.origins:
        try:
            synced = _read(place, origin, options, bars)
        except SourceError as error:
            chosen.failed(origin, error)
            continue
        for forge in askable(chosen.forges_of(origin), offline=options.offline):
            try:
                read_forges(place, (forge,), [synced], bars)
            except SourceError as error:
                chosen.failed(forge, error)
    click.echo(f"store: {place}", err=True)
    return UNREACHABLE if chosen.failures else 0


def _read(store: Path, origin: str, options: Options, bars: Bars) -> Synced:
    """Read one repository, and tell what was new."""
    from folkmoot.store.sync import sync_origin

    try:
        synced = sync_origin(store, origin, options, progress=bars, waiting=bars.waiting)
    finally:
        bars.close()
    if synced.was_current:
        click.echo(f"{synced.name}: nothing new.", err=True)
    else:
        gone = f", {synced.gone_commits} gone from a rewritten history" if synced.gone_commits else ""
        commits = "1 new commit" if synced.new_commits == 1 else f"{synced.new_commits} new commits"
        click.echo(f"{synced.name}: {commits}{gone}.", err=True)
    if synced.read_again:
        click.echo(f"{synced.name}: {READ_AGAIN}", err=True)
    return synced
