"""`folkmoot init`: write the files that a community begins with."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._init_community import Answers, write_community
from folkmoot.model.errors import NotARepositoryError, UsageError
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.govern.files.decision import Grant
    from folkmoot.govern.roles.adopting import Adopted
    from folkmoot.model.role import Roster

MOST_BYTES = 1 << 20
DOCUMENTS = ("GOVERNANCE.md", "governance.md", "docs/GOVERNANCE.md", "docs/governance.md")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
@click.option("--community", is_flag=True, help="Write a folkmoot.toml that names your repositories.")
@click.option("--name", default="", metavar="TEXT", help="What the community is called.")
@click.option("--repositories", multiple=True, metavar="PLACE",
              help="A folder, an address, or a forge's organisation (again for more).")  # fmt: skip
@click.option("--time-zone", default="", metavar="ZONE", help="Such as Europe/London.")
@click.option("--response-days", type=click.IntRange(1, 365), metavar="N",
              help="Within how many days you want to answer.")  # fmt: skip
@click.option("--governance", is_flag=True, help="Write .folkmoot/ with rules, roles and their decision.")
@click.option("--preset", "preset_name", metavar="NAME", help="The rule for ordinary decisions.")
@click.option("--rules", type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="A governance.toml of your own instead of a preset.")  # fmt: skip
@click.option("--founder", "founders", multiple=True, metavar="HANDLE",
              help="Who has the first role, or ROLE=HANDLE (again for more).")  # fmt: skip
@click.option("--adopt", "wanted", multiple=True, metavar="ROLE",
              help="A role in your files: approver, or 'approver of docs' (again for more).")  # fmt: skip
@click.option("--because", default="", metavar="TEXT", help="Why, for the record of the founding.")
def command(
    folder: Path, preset_name: str | None, rules: Path | None, founders: tuple[str, ...],
    wanted: tuple[str, ...], because: str, name: str, repositories: tuple[str, ...], time_zone: str,
    response_days: int | None, *, community: bool, governance: bool,
) -> None:  # fmt: skip
    """Write what a community begins with into FOLDER (default: here). Plain files; nothing is committed.

    Without a founder named, roles are taken from the files that have them (OWNERS, CODEOWNERS, MAINTAINERS,
    GOVERNANCE, teams/ and others). On a terminal, what is still missing is asked for.
    """
    from folkmoot.govern.files.disk import write_files
    from folkmoot.govern.files.governance import read_governance
    from folkmoot.govern.files.state import FOLDER
    from folkmoot.govern.proof.life import founded
    from folkmoot.govern.roles.adopting import said_of

    if community:
        click.echo(write_community(folder, Answers(name, repositories, time_zone, response_days)))
        if not governance:
            return
    if not governance:
        raise UsageError("There is nothing to begin with.", hint="add --community or --governance.")
    decided = any(path.is_file() for path in (folder / FOLDER / "decisions").rglob("*"))
    if (folder / FOLDER / "governance.toml").exists() or decided:
        raise UsageError(
            f"{folder / FOLDER} has rules already.", hint="`folkmoot decide open` proposes to change them."
        )
    if preset_name and rules:
        raise UsageError(
            "Rules come from a preset or from a file, not from both.", hint="leave --preset or --rules out."
        )
    if wanted and (founders or rules):
        raise UsageError(
            "Roles are adopted from files, or named, not both.", hint="leave one of the two out."
        )
    there = None if founders or rules else _there(folder, wanted)
    content = rules.read_bytes() if rules else _rules(folder, preset_name, there)
    known = read_governance(str(rules or "governance.toml"), content)
    if not known.roles:
        raise UsageError(
            "The rules define no role, so nobody could decide anything.",
            hint="write `[roles.maintainer]` into the file, or begin with a preset.",
        )
    if there:
        grants = _grants(f"{role}={handle}" for role, handle in there.grants)
        because = because or f"Its roles are those that {', '.join(sorted(there.files))} gave on this day."
    else:
        grants = _grants(founders or _asked_founders(), next(iter(known.roles)))
    files = founded(content, grants, clock.moment(), because)
    for handle, holder in there.people.items() if there else ():
        files[f"people/{handle}.toml"] = said_of(holder) + files[f"people/{handle}.toml"]
    kept = [path for path in files if (folder / FOLDER / path).exists()]
    if kept:
        raise UsageError(
            f"{folder / FOLDER / kept[0]} is there already, and is not written over.",
            hint="`folkmoot decide open` proposes changes to what is there; or remove it first.",
        )
    for path in write_files(folder, files):
        click.echo(folder / path)
    click.echo("Read them, then commit them: that is the founding.", err=True)
    click.echo(
        "hint: to change a rule first, copy governance.toml, edit the copy, remove the files named above and"
        " begin again with --rules and the copy: the founding keeps them too, and both must be the same.",
        err=True,
    )


def _grants(names: Iterable[str], first: str = "") -> list[Grant]:
    from folkmoot.govern.files.decision import Grant
    from folkmoot.govern.proof.life import handle_of

    pairs = (name.rpartition("=") for name in names)
    return [Grant(role or first, handle_of(handle)) for role, _, handle in pairs]


def _there(folder: Path, wanted: Sequence[str]) -> Adopted | None:
    """Give the roles that files of the folder give, told on standard error; None where there are none."""
    from folkmoot.govern.roles.adopting import adopted
    from folkmoot.render.plain import plain

    roster = _roster(folder)
    if roster is None or not (roster.listings or wanted):
        return None
    found = adopted(roster, wanted)
    if not found.grants:
        return None
    click.echo(plain(f"Roles were read from {', '.join(sorted(found.files))}:"), err=True)
    for name, title in found.roles.items():
        people = sum(role == name for role, _ in found.grants)
        click.echo(plain(f"  {name} ({title}): {people}"), err=True)
    if found.unnamed:
        names = ", ".join(list(found.unnamed)[:10])
        click.echo(plain(f"Left out, because no handle is known: {names}"), err=True)
    if sys.stdin.isatty() and not click.confirm("Begin with these", default=True, err=True):
        return None
    return found


def _roster(folder: Path) -> Roster | None:
    from folkmoot.govern.roles.roster import read_roster
    from folkmoot.sources.git.repository import Options, open_repository

    try:
        with open_repository(str(folder), Options(lines="always")) as opened:
            return read_roster(opened.tree)
    except NotARepositoryError:
        return None


def _rules(folder: Path, preset_name: str | None, there: Adopted | None) -> bytes:
    from folkmoot.govern.files.beginning import first_rules

    return first_rules(preset_name or _asked_preset(_way(folder)), there.roles if there else None)


def _way(folder: Path) -> str:
    """Give the preset that the community's governance document has in mind, telling so."""
    from folkmoot.govern.roles.adopting import way_of

    for name in DOCUMENTS:
        place = folder / name
        if place.is_file() and not place.is_symlink():
            with place.open("rb") as file:
                found = way_of(file.read(MOST_BYTES).decode("utf-8", "replace"))
            if found:
                click.echo(f"{name} seems to mean {found}; compare the rule with what it says.", err=True)
            return found
    return ""


def _asked_preset(guess: str) -> str:
    from folkmoot.govern.rules import all_presets

    if not sys.stdin.isatty():
        known = f"--preset {guess}" if guess else f"--preset {'|'.join(all_presets())}"
        raise UsageError("No preset was named.", hint=known)
    for name, rule in all_presets().items():
        click.echo(f"  {name}: {rule.title}", err=True)
    answer: str = click.prompt("By which rule do you decide", default=guess or "lazy-majority", err=True)
    return answer


def _asked_founders() -> tuple[str, ...]:
    if not sys.stdin.isatty():
        raise UsageError("Nobody founds it.", hint="--founder HANDLE names who begins.")
    answer: str = click.prompt("Whose are the first handles (with spaces between)", err=True)
    return tuple(answer.split())
