"""`folkmoot mentors`: newcomers beside people who have offered to help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._folding import on_screen
from folkmoot.cli._growing import as_json, day, told
from folkmoot.cli._options import existing_store, format_option, store_option

if TYPE_CHECKING:
    from folkmoot.govern.growing.deeds import Deeds
    from folkmoot.govern.growing.mentors import Offer, Pair

OFFER = """\
Nobody has offered to help newcomers yet. To offer it, add to .folkmoot/people/YOUR-ACCOUNT.toml:

    [mentoring]
    capacity = 2            # newcomers at a time
    areas = ["docs"]        # optional; else where you are active

and sync again."""


@click.command()
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@click.option(
    "--months", default=3, show_default=True, type=click.IntRange(1, 60),
    help="For how long somebody is a newcomer.",
)  # fmt: skip
@format_option("text", "json")
@store_option
def command(repositories: tuple[str, ...], months: int, form: str, store: Path | None) -> None:
    """Pair newcomers with people who have offered to help in the part where they began.

    Only those are named as mentors who have said so themselves, with how many they have time for.
    """
    from folkmoot.govern.growing.deeds import read_deeds
    from folkmoot.govern.growing.mentors import languages_of, pairs, read_offers, read_stays
    from folkmoot.store.database import connect

    with connect(existing_store(store, list(repositories) or ["."]), read_only=True) as connection:
        deeds = read_deeds(connection)
        offers, problems = read_offers(connection)
        found = pairs(deeds, read_stays(connection), offers, months)
    for problem in problems:
        click.echo(f"{told(problem.file)}: {told(problem.what)}", err=True)
    if form == "json":
        as_json({
            "months": months, "until": day(deeds.until),
            "mentors": [_offer(each) for each in offers],
            "newcomers": [_data(each, deeds) for each in found],
        })  # fmt: skip
        return
    _show(found, deeds, offers, languages_of(offers), months)


def _show(found: list[Pair], deeds: Deeds, offers: list[Offer], languages: Any, months: int) -> None:
    if not found:
        said = f"Nobody came for the first time in the last {months} months, as far as this store shows."
        click.echo(on_screen(said))
    for each in found:
        where = told(", ".join(each.areas[:5]) or "has changed no file yet", 200)
        click.echo(on_screen(f"{_named(each.newcomer, deeds)}, since {day(each.since)}: {where}", "", "  "))
        if each.mentor:
            speaks = (
                f"; speaks {told(', '.join(languages[each.mentor]), 80)}" if languages[each.mentor] else ""
            )
            said = f"ask {told(each.mentor, 80)} (also in {told(', '.join(each.shared[:5]), 200)}{speaks})"
            click.echo(on_screen(said, "    ", "        "))
        elif offers:
            click.echo(on_screen(told(each.why), "    ", "    "))
    if not offers:
        click.echo(f"\n{OFFER}")


def _named(person: int, deeds: Deeds) -> str:
    handle = deeds.handle(person)
    return told(deeds.names[person], 80) + (f" (@{told(handle, 80)})" if handle else "")


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "handle": offer.handle, "capacity": offer.capacity, "areas": list(offer.areas),
        "languages": list(offer.languages), "until": f"{offer.until}" if offer.until else None,
    }  # fmt: skip


def _data(each: Pair, deeds: Deeds) -> dict[str, Any]:
    return {
        "name": told(deeds.names[each.newcomer], 80), "handle": deeds.handle(each.newcomer),
        "since": day(each.since), "areas": list(each.areas), "mentor": each.mentor or None,
        "shared": list(each.shared), "why": told(each.why),
    }  # fmt: skip
