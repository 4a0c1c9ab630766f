"""`folkmoot thanks`: a text that thanks everybody for a release or a month, ready to be published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._growing import as_json, day, told
from folkmoot.cli._options import end_of_day, existing_store, format_option, store_option
from folkmoot.model.errors import UsageError
from folkmoot.model.event import DAY
from folkmoot.model.hints import SAID

if TYPE_CHECKING:
    from folkmoot.govern.growing.deeds import Deeds
    from folkmoot.govern.growing.thanks import Span, Thanks
    from folkmoot.store.database import Connection


@click.command()
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@click.option("--release", "tag", default="", metavar="TAG", help="For this release (default: the newest).")
@click.option("--month", "month_", default="", metavar="YYYY-MM", help="For this month instead.")
@click.option("--since", metavar="DAY", help="From this day on (YYYY-MM-DD), together with --until.")
@click.option("--until", metavar="DAY", help="Up to this day (YYYY-MM-DD).")
@format_option("markdown", "text", "json")
@store_option
def command(
    repositories: tuple[str, ...], tag: str, month_: str, since: str | None, until: str | None, form: str,
    store: Path | None,
) -> None:  # fmt: skip
    """Write a text that thanks everybody: reviewers, reporters, translators, first-timers and all others.

    Names stand in alphabetical order, without numbers. Programs are not thanked.
    """
    from folkmoot.govern.growing.deeds import read_deeds
    from folkmoot.govern.growing.thanks import is_whole, read_touched, thanks
    from folkmoot.store.database import connect

    with connect(existing_store(store, list(repositories) or ["."]), read_only=True) as connection:
        span = _span(connection, tag, month_, since, until)
        deeds = read_deeds(connection)
        found = thanks(deeds, read_touched(connection, span), span, is_whole=is_whole(connection))
    if form == "json":
        as_json({
            "title": span.title, "since": _first_day(span), "until": day(span.until),
            "groups": [
                {
                    "id": group.id, "title": told(group.title),
                    "people": [
                        {"name": told(deeds.names[p], 80), "handle": deeds.handle(p)} for p in group.people
                    ],
                }
                for group in found.groups
            ],
            "notes": [told(note) for note in found.notes],
        })  # fmt: skip
        return
    _show(found, deeds, is_markdown=form == "markdown")
    for note in found.notes:
        click.echo(told(note), err=True)


def _span(connection: Connection, tag: str, month_: str, since: str | None, until: str | None) -> Span:
    from folkmoot.govern.growing.thanks import Span, month, release

    if sum(map(bool, (tag, month_, since or until))) > 1:
        raise UsageError("A release, a month, or two days: one of them.", hint=SAID)
    if month_:
        return month(month_)
    if since or until:
        first, last = end_of_day(since), end_of_day(until)
        if first is None or last is None:
            raise UsageError("Both --since and --until are needed.", hint=SAID)
        return Span(f"{since} to {until}", first - DAY, last)
    return release(connection, tag)


def _first_day(span: Span) -> str:
    return day(span.since + 1) if span.since >= 0 else ""


def _show(found: Thanks, deeds: Deeds, *, is_markdown: bool) -> None:
    from folkmoot.govern.growing.thanks import titled

    heading = told(titled(found.span, (_first_day(found.span) or "the beginning", day(found.span.until))))
    click.echo(f"# {heading}" if is_markdown else heading)
    for group in found.groups:
        title = told(group.title)
        click.echo(f"\n**{title}:** " if is_markdown else f"\n{title}: ", nl=False)
        click.echo(", ".join(_named(deeds, person, is_markdown=is_markdown) for person in group.people) + ".")


def _named(deeds: Deeds, person: int, *, is_markdown: bool) -> str:
    """Give a name, with the account where one is known; in Markdown nothing in it is a mark."""
    import re

    name, handle = told(deeds.names[person], 80), deeds.handle(person)
    if is_markdown:
        name = re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", name)
    return f"{name} (@{handle})" if handle and handle.casefold() != name.casefold() else name
