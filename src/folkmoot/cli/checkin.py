"""`folkmoot checkin`: whom to ask whether they still want their role, with a message ready to send."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._folding import on_screen
from folkmoot.cli._growing import as_json, deeds_of, told
from folkmoot.cli._options import format_option, store_of, store_option
from folkmoot.model.errors import UsageError
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.govern.growing.checkin import Due, Note, Terms
    from folkmoot.model.role import Listing

UNJOINED = "In roles, but joined to nobody in the store, so that nothing is known of them:"
ONLY_GIT = "Only git was looked at. Somebody who reviews, answers or speaks may be wholly here: ask first."


@click.command()
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@click.option(
    "--months", default=12, show_default=True, type=click.IntRange(1, 600), help="Quiet months before asking."
)
@click.option(
    "--grace", default=30, show_default=True, type=click.IntRange(1, 3650), help="Days to wait for an answer."
)
@click.option(
    "--hold",
    default=6,
    show_default=True,
    type=click.IntRange(1, 600),
    help="Months for which an answer or a vouching holds.",
)
@click.option("--role", default="", help="Only people who hold this role.")
@click.option("--draft", "drafted", default="", metavar="HANDLE", help="Write the message to somebody.")
@click.option("--asked", multiple=True, metavar="HANDLE", help="Remember that somebody was asked today.")
@click.option(
    "--answer", "answers", multiple=True, metavar="HANDLE=stays|away|rests", help="Remember an answer."
)
@click.option(
    "--vouch", "vouchers", multiple=True, metavar="HANDLE=BY", help="Remember who vouched for whom."
)
@click.option("--forget", multiple=True, metavar="HANDLE", help="Forget what was remembered of somebody.")
@format_option("text", "json")
@click.option("--offline", is_flag=True, help="Use what was fetched before; touch no network.")
@store_option
def command(
    repositories: tuple[str, ...], months: int, grace: int, hold: int, role: str, drafted: str,
    asked: tuple[str, ...], answers: tuple[str, ...], vouchers: tuple[str, ...], forget: tuple[str, ...],
    form: str, offline: bool, store: Path | None,
) -> None:  # fmt: skip
    """Tell who holds a role and has been quiet, whom to ask, and who is back; and draft the message.

    Nothing is sent and nobody is moved. Answers are kept in your own data folder, never in git.
    """
    from folkmoot.govern.growing.checkin import Terms, draft, due
    from folkmoot.govern.growing.notes import change_notes, read_notes

    places = list(repositories) or ["."]
    terms, today = Terms(months, grace, hold), clock.today()
    path = _notes_path(store_of(store, places))
    notes = read_notes(path)
    changed = _changed(notes, asked, answers, vouchers, forget, terms, today)
    deeds = deeds_of(store, places)
    now, past = _roles(places, offline=offline, role=role)
    if changed != notes:
        _tell_strangers(set(changed) - set(notes), now, past, role)
        changed = change_notes(
            path, lambda kept: _changed(kept, asked, answers, vouchers, forget, terms, today)
        )
        click.echo(f"Kept in {path}", err=True)
    found = due(deeds, now, past, changed, terms, today)
    community = ", ".join(deeds.projects.values())
    if drafted:
        one = next((each for each in found if each.handle.casefold() == drafted.casefold()), None)
        text = draft(one, terms, community, today) if one else []
        if not text:
            raise UsageError(
                f"There is nothing to write to {drafted[:80]!r} now.",
                hint="without --draft, everybody about whom something is to be done is listed.",
            )
        click.echo("\n\n".join(told(paragraph, 2_000) for paragraph in text))
        return
    if form == "json":
        as_json({
            "months": months, "grace_days": grace, "hold_months": hold, "today": f"{today}",
            "people": [_data(each) for each in found],
        })  # fmt: skip
    else:
        _show(found, now, has_forge=deeds.knows_forge(deeds.until - months * 2_629_800))


def _notes_path(store: Path) -> Path:
    """Give where answers are kept: in the user's data folder, a file per store, wherever that lies."""
    from hashlib import sha256

    from folkmoot.sources.user_folders import data_folder

    place = sha256(str(store.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return data_folder() / "checkins" / f"{store.stem}-{place}.toml"


def _roles(places: list[str], *, offline: bool, role: str) -> tuple[list[Listing], list[Listing]]:
    """Give the roles held now, and those of alumni."""
    from folkmoot.cli.roles import reading
    from folkmoot.govern.roles.roster import current, expanded, read_roster
    from folkmoot.sources.git.repository import open_repository

    now: list[Listing] = []
    past: list[Listing] = []
    for place in places:
        with open_repository(place, reading(offline, "")) as opened:
            roster = read_roster(opened.tree)
        now += [each for each in current(roster) if role.casefold() in ("", each.role.name.casefold())]
        past += [each for each in expanded(roster.listings) if each.role.is_past and not each.holder.is_group]
    return now, past


def _changed(
    notes: dict[str, Note], asked: tuple[str, ...], answers: tuple[str, ...], vouchers: tuple[str, ...],
    forget: tuple[str, ...], terms: Terms, today: date,
) -> dict[str, Note]:  # fmt: skip
    from folkmoot.govern.growing import checkin

    changed = dict(notes)
    for handle in forget:
        changed.pop(handle.casefold(), None)
    for handle in asked:
        changed[handle.casefold()] = checkin.asked(changed.get(handle.casefold()), handle, today)
    for pair in answers:
        handle, answer = _pair(pair, "--answer HANDLE=stays, away or rests")
        if answer not in list(checkin.Answered):
            raise UsageError(f"{answer[:40]!r} is no answer.", hint="answers are stays, away and rests.")
        before = changed.get(handle.casefold())
        changed[handle.casefold()] = checkin.answered(before, handle, checkin.Answered(answer), terms, today)
    for pair in vouchers:
        handle, by = _pair(pair, "--vouch HANDLE=BY")
        if handle.casefold() == by.casefold():
            raise UsageError("Nobody vouches for themselves.", hint=f"use --answer {handle}=stays.")
        changed[handle.casefold()] = checkin.vouched(changed.get(handle.casefold()), handle, by, terms, today)
    return changed


def _tell_strangers(handles: set[str], now: list[Listing], past: list[Listing], role: str) -> None:
    """Say of whom something is kept for the first time, and whom no file of roles names: a slip, perhaps."""
    known = {each.holder.shown.casefold().removeprefix("@") for each in (*now, *past)}
    for handle in sorted(handles - known) if not role else ():
        click.echo(f"No file of roles here names {handle[:80]!r}; it is kept all the same.", err=True)


def _pair(text: str, form: str) -> tuple[str, str]:
    left, equals, right = (part.strip() for part in text.partition("="))
    if not equals or not left or not right or max(len(left), len(right)) > 100:
        raise UsageError(f"{text[:80]!r} says too little or too much.", hint=f"write it as {form}.")
    return left.removeprefix("@"), right.removeprefix("@")


def _show(found: list[Due], now: list[Listing], *, has_forge: bool) -> None:
    from folkmoot.govern.growing.checkin import Stage, few

    if not now:
        click.echo("No file of roles is known here, so nobody is listed who could be asked.")
        return
    unknown = [each for each in found if each.stage is Stage.UNKNOWN]
    for stage in (Stage.BACK, Stage.ASK, Stage.WAIT, Stage.REST, Stage.LEAVE):
        here = [each for each in found if each.stage is stage]
        if not here:
            continue
        click.echo(f"{stage.value.capitalize()}:")
        for each in here:
            said = f"{told(each.handle, 80)} ({told(few(each.roles), 200)}). {told(each.why)}"
            click.echo(on_screen(said, "  ", "    "))
        click.echo()
    if not any(each.stage is not Stage.UNKNOWN for each in found):
        click.echo("Nobody is due.")
    if unknown:
        click.echo(on_screen(f"{UNJOINED} {len(unknown)}."))
    if not has_forge:
        click.echo(on_screen(ONLY_GIT))
    click.echo("A message to somebody: folkmoot checkin --draft HANDLE", err=True)


def _data(one: Due) -> dict[str, object]:
    return {
        "handle": one.handle, "name": told(one.name, 80), "stage": one.stage.value, "why": told(one.why),
        "roles": list(one.roles), "last_seen": f"{one.last}" if one.last else None,
    }  # fmt: skip
