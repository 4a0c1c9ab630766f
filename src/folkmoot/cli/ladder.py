"""`folkmoot ladder`: the evidence one person has for the next rung, and what only people can decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._folding import on_screen
from folkmoot.cli._growing import as_json, day, deeds_of, roles_of, told
from folkmoot.cli._options import format_option, repository_option, store_option
from folkmoot.model.errors import UsageError
from folkmoot.model.event import DAY

if TYPE_CHECKING:
    from folkmoot.govern.growing.deeds import Deeds
    from folkmoot.govern.growing.ladder import Ladder, Need
    from folkmoot.govern.growing.standing import Checked, Standing, Step

DEFAULT = "cncf-template"
UNLISTED = "No file of roles here names this person, so rungs may be held that are not shown (--account)."
EVIDENCE = "This is evidence, not a verdict: people decide, and work that leaves no trace here counts too."
EVERYBODY = "everybody seen in the last 12 months, by name, in no other order."


@click.command()
@click.argument("handle", default="", metavar="[HANDLE]")
@click.option("--ladder", "name", default="", metavar="NAME", help="A preset, or a file with a ladder.")
@click.option("--ladders", "wants_ladders", is_flag=True, help="List the presets and stop.")
@click.option(
    "--sponsor", "sponsors", multiple=True, metavar="HANDLE", help="Somebody who agreed to be your sponsor."
)
@click.option(
    "--account",
    "accounts",
    multiple=True,
    metavar="NAME",
    help="Your account in files of roles, where git does not show it.",
)
@click.option(
    "--everybody",
    is_flag=True,
    help="Everybody seen in the last 12 months, by name, with what is missing for the next rung.",
)
@repository_option
@format_option("text", "json")
@click.option("--offline", is_flag=True, help="Use what was fetched before; touch no network.")
@store_option
def command(
    handle: str, name: str, wants_ladders: bool, sponsors: tuple[str, ...], accounts: tuple[str, ...],
    everybody: bool, repositories: tuple[str, ...], form: str, offline: bool, store: Path | None,
) -> None:  # fmt: skip
    """Show how far HANDLE's evidence goes on a ladder of contribution, and the next step.

    HANDLE is an account, an e-mail address or a name. Only that person is shown: nobody is compared, ranked
    or promoted. Without HANDLE, the ladder itself is shown. What git cannot show is unknown.
    """
    from folkmoot.govern.growing.ladder import all_ladders

    if wants_ladders:
        for key, each in all_ladders().items():
            click.echo(on_screen(f"{each.title}. {each.source}", f"{key.ljust(14)} ", " " * 15))
        return
    if handle and everybody:
        raise UsageError("One person, or everybody: not both.", hint="leave HANDLE or --everybody out.")
    places = list(repositories) or ["."]
    ladder = _ladder(name, places, offline)
    if not handle and not everybody:
        _show_ladder(ladder, form)
        return
    from folkmoot.govern.growing.standing import keys_of, standing

    deeds = deeds_of(store, places)
    person = deeds.find(handle) if handle else 0
    roles = roles_of(places, offline=offline, with_terms=False)
    timed = {need.on for rung in ladder.rungs for need in rung.needs}
    names = [name for rung in ladder.rungs if rung.name in timed for name in rung.roles]
    keys = keys_of(deeds, person) | {account.casefold() for account in accounts}
    if names and (everybody or roles.of(keys, names)):
        # The history of roles takes seconds, so it is read only for who holds one that time counts on.
        roles = roles_of(places, offline=offline)
    if everybody:
        found = [standing(deeds, ladder, person, roles) for person in _seen_lately(deeds)]
        _show_everybody(found, ladder, form)
        return
    one = standing(deeds, ladder, person, roles, sponsors, accounts)
    if form == "json":
        as_json(_about(deeds, ladder) | {"person": _data(one)})
    else:
        _show(one, deeds, ladder)


def _ladder(name: str, places: list[str], offline: bool) -> Ladder:
    """Give the ladder asked for: a preset, a file, or else the community's own."""
    from folkmoot.cli.roles import reading
    from folkmoot.govern.growing.ladder import OWN, ladder_called, read_ladder
    from folkmoot.sources.git.repository import open_repository

    if name.endswith(".toml"):
        if not Path(name).is_file():
            raise UsageError(
                f"There is no file {name}.", hint="`folkmoot ladder --ladders` lists what needs none."
            )
        return read_ladder(name, Path(name).read_bytes())
    if name:
        return ladder_called(name)
    for place in places:
        with open_repository(place, reading(offline, "")) as opened:
            content = opened.tree.read(OWN) if OWN in set(opened.tree.paths()) else None
        if content is not None:
            return read_ladder(OWN, content)
    click.echo(f"No {OWN} here; this is the preset {DEFAULT}. Others: folkmoot ladder --ladders", err=True)
    return ladder_called(DEFAULT)


def _seen_lately(deeds: Deeds) -> list[int]:
    """Give who did anything in the last 12 months, by name."""
    year_ago = deeds.until - int(365.25 * DAY)
    lately = {deed.person for deed in deeds.all if deed.ts >= year_ago and deeds.is_named(deed.person)}
    return sorted(lately, key=lambda person: (deeds.names[person].casefold(), deeds.handle(person), person))


def _show_ladder(ladder: Ladder, form: str) -> None:
    if form == "json":
        as_json({
            "ladder": ladder.name, "title": ladder.title, "source": ladder.source,
            "rungs": [
                {
                    "name": rung.name,
                    "needs": [told(_asked(need)) for need in rung.needs],
                    "steps": [told(step) for step in rung.steps],
                }
                for rung in ladder.rungs
            ],
        })  # fmt: skip
        return
    click.echo(on_screen(told(f"{ladder.title} ({ladder.source})" if ladder.source else ladder.title)))
    for rung in ladder.rungs:
        click.echo(f"\n{told(rung.name)}")
        for need in rung.needs:
            click.echo(on_screen(told(_asked(need)), "  - ", "    "))
        for step in rung.steps:
            click.echo(on_screen(told(step), "  - ", "    "))
    click.echo("\nTo see your own evidence: folkmoot ladder YOUR-ACCOUNT", err=True)


def _asked(need: Need) -> Any:
    from folkmoot.govern.growing.deeds import ACTS
    from folkmoot.i18n import Message

    values: dict[str, str | int | float] = {
        "what": ACTS[need.act].title if need.act else "", "least": need.least or 0,
        "months": need.months or 0, "on": need.on, "sponsors": need.sponsors,
        "roles": ", ".join(need.roles), "organisations": need.organisations,
    }  # fmt: skip
    if need.act:
        if need.least is None:
            return Message("{what}: no number is set.", values)
        if need.months:
            return Message("{what}: {least} or more (months looked at: {months}).", values)
        return Message("{what}: {least} or more.", values)
    if need.on == "first":
        if need.months is None:
            return "Time since the first contribution: no number is set."
        return Message("Months since the first contribution: {months}.", values)
    if need.on:
        if need.months is None:
            return Message("Time as {on}: no number is set.", values)
        return Message("Months as {on}: {months}.", values)
    if need.organisations and need.roles:
        return Message(
            "Sponsors: {sponsors} ({roles}); organisations they are from: {organisations}.", values
        )
    if need.organisations:
        return Message("Sponsors: {sponsors}; organisations they are from: {organisations}.", values)
    return Message("Sponsors: {sponsors} ({roles})." if need.roles else "Sponsors: {sponsors}.", values)


def _show(one: Standing, deeds: Deeds, ladder: Ladder) -> None:
    account = f" ({told(one.handle, 80)})" if one.handle else ""
    click.echo(f"{told(one.name, 80)}{account}: {told(ladder.title)}")
    where = ", ".join(told(name, 80) for name in deeds.projects.values())
    click.echo(on_screen(f"Evidence from {where}, {day(deeds.since)} to {day(deeds.until)}."))
    if one.quiet is not None:
        click.echo(on_screen(told(one.quiet.said)))
    if not one.is_listed:
        click.echo(on_screen(UNLISTED))
    for step in one.steps:
        if step.is_held and step is not one.next:
            since = f", since {day(step.since)}" if step.since else ""
            click.echo(f"\n{told(step.rung.name)}: held{since}")
    if one.next is None:
        click.echo("\nThat is the top of this ladder. Thank you.")
    else:
        _show_next(one.next)
    click.echo(f"\n{on_screen(EVIDENCE)}")
    if not deeds.knows_forge(0):
        click.echo("Reviews, issues and comments on a forge are not all in this store.")


def _show_next(step: Step) -> None:
    click.echo(f"\nNext: {told(step.rung.name)}")
    for each in step.evidence:
        click.echo(on_screen(told(each.said), f"  {each.state.value.ljust(12)}  ", " " * 16))
    for text in step.rung.steps:
        click.echo(on_screen(told(text), "  up to people  ", " " * 16))


def _show_everybody(found: list[Standing], ladder: Ladder, form: str) -> None:
    if form == "json":
        as_json({"ladder": ladder.name, "people": [_data(one) for one in found]})
        return
    click.echo(on_screen(f"{told(ladder.title)}: {EVERYBODY}") + "\n")
    for one in found:
        account = f" ({told(one.handle, 80)})" if one.handle else ""
        following = one.next
        if following is None:
            line = "at the top of this ladder"
        elif following.missing:
            missing = " ".join(told(each.said) for each in following.missing)
            line = f"next {told(following.rung.name)}; not yet: {missing}"
        else:
            line = f"next {told(following.rung.name)}; nothing that is known is missing"
        click.echo(on_screen(f"{told(one.name, 80)}{account}: {line}", "", "    "))
    click.echo(
        "\nShow this to nobody as a list of merits: ask people instead whether they would like to.", err=True
    )


def _about(deeds: Deeds, ladder: Ladder) -> dict[str, Any]:
    return {
        "ladder": ladder.name, "title": ladder.title, "source": ladder.source,
        "projects": list(deeds.projects.values()), "from": day(deeds.since), "until": day(deeds.until),
        "has_forge": deeds.has_forge,
    }  # fmt: skip


def _data(one: Standing) -> dict[str, Any]:
    def checked(each: Checked) -> dict[str, Any]:
        return {"state": each.state.value, "said": told(each.said), "have": each.have, "need": each.need}

    return {
        "name": told(one.name, 80),
        "handle": one.handle,
        "listed": one.is_listed,
        "quiet": checked(one.quiet) if one.quiet else None,
        "next": one.next.rung.name if one.next else None,
        "rungs": [
            {
                "name": step.rung.name,
                "held": step.is_held,
                "since": day(step.since) if step.since else None,
                "evidence": [checked(each) for each in step.evidence],
                "steps": [told(text) for text in step.rung.steps],
            }
            for step in one.steps
        ],
    }
