"""`folkmoot electorate`: who may vote by what they contributed, as a file that can be checked for years."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._folding import on_screen
from folkmoot.cli._growing import as_json, told
from folkmoot.cli._options import end_of_day, existing_store, format_option, store_option
from folkmoot.model.errors import FolkmootError, UsageError
from folkmoot.model.event import DAY
from folkmoot.model.hints import WRITABLE
from folkmoot.sources.whole_file import put

if TYPE_CHECKING:
    from folkmoot.govern.growing.electorate import Roll, Terms

ACTS_HELP = "What counts: authored, landed, reviewed, reported, discussed or anything."


@click.command()
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@click.option("--least", default=50, show_default=True, type=click.IntRange(1), help="Contributions needed.")
@click.option(
    "--months", default=12, show_default=True, type=click.IntRange(1, 600), help="In how many months."
)
@click.option("--act", default="anything", show_default=True, help=ACTS_HELP)
@click.option(
    "--until", metavar="DAY", help="Up to the end of this day (UTC; default: the last whole day known)."
)
@click.option("--add", "added", multiple=True, metavar="NAME", help="Somebody added by a decision.")
@click.option(
    "--write", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write the roll, such as .folkmoot/electorates/2026-steering.toml.",
)  # fmt: skip
@click.option(
    "--verify", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE",
    help="Make the roll of this file again and name every difference.",
)  # fmt: skip
@format_option("text", "json")
@store_option
def command(
    repositories: tuple[str, ...], least: int, months: int, act: str, until: str | None,
    added: tuple[str, ...], write: Path | None, verify: Path | None, form: str, store: Path | None,
) -> int:  # fmt: skip
    """List who may vote by what they contributed, with a hash; or make a published list again.

    Programs never count, and nobody's number is shown. Exit code 1: a list that is verified differs.
    """
    from folkmoot.govern.growing import electorate
    from folkmoot.govern.growing.deeds import ACTS, read_deeds
    from folkmoot.store.database import connect

    if act not in ACTS:
        raise UsageError(f"{act[:40]!r} is no act.", hint=f"acts are {', '.join(ACTS)}.")
    if verify is not None and (write is not None or added or until):
        raise UsageError("A roll that is verified brings its own rule.", hint="give --verify alone.")
    stated = electorate.read_roll(str(verify), verify.read_bytes()) if verify is not None else None
    with connect(existing_store(store, list(repositories) or ["."]), read_only=True) as connection:
        deeds = read_deeds(connection)
        tips = stated[0].tips if stated else tuple(electorate.read_tips(connection))
        deeds = electorate.as_of(connection, deeds, tips)
    terms = stated[0].terms if stated else electorate.Terms(
        _until(until, deeds.until), months, least, act, tuple(dict.fromkeys(added))
    )  # fmt: skip
    made = electorate.roll(deeds, terms, tips)
    if stated is not None:
        return _compare(electorate.differences(*stated, made), made, form)
    if write is not None:
        _write(write, electorate.written(made))
        click.echo(f"Written: {write}", err=True)
    _show(made, form)
    return 0


def _write(place: Path, text: str) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        put({place.resolve(): text.encode()})
    except OSError as error:
        raise FolkmootError(f"{place} cannot be written: {error.strerror}.", hint=WRITABLE) from error


def _until(asked: str | None, known: int) -> date:
    """Give the last day that counts: the one asked for, else the last whole day the store knows."""
    last = end_of_day(asked)
    if last is not None and last > known:
        raise UsageError(
            f"The store does not know the whole day {asked} yet.",
            hint="sync again, or choose an earlier day.",
        )
    return datetime.fromtimestamp(last if last is not None else known - DAY, UTC).date()


def _words(terms: Terms) -> str:
    from folkmoot.govern.growing.deeds import ACTS

    return f"{terms.least} or more from {terms.since} to {terms.until}: {ACTS[terms.act].title}"


def _show(made: Roll, form: str) -> None:
    if form == "json":
        as_json(_data(made))
        return
    click.echo(on_screen(f"Who may vote: {_words(made.terms)}."))
    for name, tip in made.tips:
        click.echo(f"Counted in {told(name, 80)} as of commit {tip[:12]}.")
    click.echo(f"\nBy name, {len(made.voters)} in all:\n")
    for name in made.voters:
        click.echo(f"  {told(name, 200)}{'  (added)' if name in made.terms.added else ''}")
    click.echo(f"\n{made.digest}")
    if not made.has_forge:
        click.echo(
            "Only git was counted: what happened on a forge in this time is not all in this store.", err=True
        )


def _data(made: Roll) -> dict[str, object]:
    terms = made.terms
    return {
        "rule": {
            "since": f"{terms.since}", "until": f"{terms.until}", "months": terms.months,
            "least": terms.least, "act": terms.act, "added": list(terms.added),
        },
        "repositories": [{"name": name, "tip": tip} for name, tip in made.tips],
        "forge": made.has_forge, "digest": made.digest, "voters": list(made.voters),
    }  # fmt: skip


def _compare(found: list[str], made: Roll, form: str) -> int:
    if form == "json":
        as_json({"same": not found, "differences": found, "again": _data(made)})
    elif found:
        for line in found:
            click.echo(on_screen(told(line)))
    else:
        click.echo(f"The same list ({len(made.voters)}) and the same hash: {_words(made.terms)}.")
    return int(bool(found))
