"""`folkmoot export`: the store as Parquet files."""

from __future__ import annotations

from pathlib import Path

import click

from folkmoot.cli._options import existing_store, repository_option, store_option


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@repository_option
@click.option("--with-names", is_flag=True, help="Write names and e-mail addresses too.")
@store_option
def command(folder: Path, repositories: tuple[str, ...], with_names: bool, store: Path | None) -> None:
    """Write what metrics read as Parquet files into FOLDER, one per view, for any other engine."""
    from folkmoot.store.export import export

    written = export(existing_store(store, list(repositories) or ["."]), folder, with_names=with_names)
    for place in written:
        click.echo(place)
    click.echo(
        "Commit ids and exact times lead back to people: treat these files as personal data.", err=True
    )
