"""`folkmoot advisories`: what is known against packages, kept on this machine and looked up there."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._advisories import age, default_advisories, in_one_line
from folkmoot.cli._options import format_option
from folkmoot.model.event import DAY
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.model.vulnerability import Database

SHOWN = 5
OLD_DAYS = 30
NONE_YET = (
    "There are no advisories on this machine yet.\n"
    "hint: `folkmoot advisories update --from DIR|ZIP|URL` reads them in; the guide says from where."
)


@click.group()
def command() -> None:
    """Keep advisories on this machine: what is known against packages, in the OSV format."""


file_option = click.option(
    "--advisories",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to use, not your own.",
)


@command.command()
@click.option(
    "--from", "origins", multiple=True, required=True, metavar="DIR|ZIP|URL",
    help="Where they are: a folder, an archive such as OSV's all.zip, or its address. Again for more.",
)  # fmt: skip
@file_option
def update(origins: tuple[str, ...], path: Path | None) -> None:
    """Read advisories in, in place of all that were there before.

    Name every source in one call. A call that fails, or is stopped, leaves what was there as it was.
    """
    from folkmoot.cli._progress import Bars
    from folkmoot.i18n import say
    from folkmoot.model.source import Access
    from folkmoot.supply.advisories.updating import update as update_

    bars = Bars()
    now = clock.now()
    try:
        access = Access(named_by_user=True, progress=bars, tell=lambda text: click.echo(say(text), err=True))
        about, problems = update_(origins, path or default_advisories(), access, now)
    finally:
        bars.close()
    for problem in problems[:SHOWN]:
        click.echo(f"left out: {_clean(problem)}", err=True)
    if about.unread > SHOWN:
        click.echo(f"left out: {about.unread - SHOWN} more.", err=True)
    _tell(about, now)


@command.command()
@file_option
@format_option("text", "json")
def status(path: Path | None, form: str) -> int:
    """Tell how many advisories there are, of what, and how old they are.

    Exit code 0: there are some; 1: there are none.
    """
    from folkmoot.supply.advisories.database import Advisories

    chosen = path or default_advisories()
    if not chosen.is_file():
        if form == "json":
            click.echo("null")
        click.echo(NONE_YET, err=True)
        return 1
    with Advisories(chosen) as advisories:
        about = advisories.about
    if form == "json":
        click.echo(json.dumps(_as_json(about, chosen), indent=1))
    else:
        _tell(about, clock.now())
    return 0


def _tell(about: Database, now: int) -> None:
    click.echo(in_one_line(about, now))
    click.echo(f"From {_clean(about.origin)}.")
    for each in sorted(about.ecosystems, key=lambda each: (-each.advisories, each.name)):
        click.echo(f"{each.advisories:>9} {_clean(each.name)}, the newest changed {age(each.newest, now)}")
    if now - about.newest > OLD_DAYS * DAY:
        click.echo("They are old: what became known since is not in them.", err=True)


def _as_json(about: Database, path: Path) -> dict[str, object]:
    return {
        "file": str(path),
        "origin": about.origin,
        "advisories": about.advisories,
        "ecosystems": [asdict(each) for each in about.ecosystems],
        "taken_at": about.taken_at,
        "newest": about.newest,
        "unread": about.unread,
    }


def _clean(words: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in words)
