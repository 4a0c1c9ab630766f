"""`folkmoot webhook`: payloads that a forge delivered, into a store."""

from __future__ import annotations

from pathlib import Path

import click

SHOWN = 10
UNREADABLE = 3
"""The exit code when nothing that was named could be read."""
SORTS = {
    "gone": "issues that are gone",
    "item": "issues and changes", "remark": "comments and reviews", "turn": "turns",
    "act": "stars, forks, pushes and releases",
}  # fmt: skip


@click.command()
@click.argument("places", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER ...")
@click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The store file to take them into; it is made where there is none.",
)
def command(places: tuple[Path, ...], store: Path) -> int:
    """Take webhook payloads that GitHub delivered and somebody kept as files.

    A file is {"event": ..., "payload": ...}, or a payload alone, named by its event: issues.<anything>.json.
    What is neither is left out and told; where nothing else was named, the exit code is 3.
    """
    from folkmoot.cli._progress import Bars
    from folkmoot.store.deliveries import take_deliveries

    delivered = take_deliveries(store, places, waiting=Bars().waiting)
    for problem in delivered.problems[:SHOWN]:
        click.echo(f"left out: {_clean(str(problem))}", err=True)
    if len(delivered.problems) > SHOWN:
        click.echo(f"left out: {len(delivered.problems) - SHOWN} more.", err=True)
    told = [f"{words} ({delivered.counts[name]})" for name, words in SORTS.items() if delivered.counts[name]]
    payloads = "One payload" if delivered.files == 1 else f"{delivered.files} payloads"
    click.echo(f"{payloads}: {', '.join(told) or 'nothing to keep'}.", err=True)
    if delivered.passed_over:
        click.echo(f"Of events that are not read: {delivered.passed_over}.", err=True)
    return UNREADABLE if delivered.problems and not delivered.files else 0


def _clean(words: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in words)
