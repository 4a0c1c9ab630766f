"""`folkmoot roles`: who holds which role, since when, and by which line of which file."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._folding import rows_on_screen
from folkmoot.cli._options import format_option, store_of, store_option, tell_absent
from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.govern.roles.activity import Activity
    from folkmoot.sources.git.repository import Options

NO_ROLES = "No file of roles is known here (OWNERS, CODEOWNERS, MAINTAINERS, GOVERNANCE, teams/ and others)."


def reading(offline: bool, branch: str, lines: str = "always") -> Options:
    """Give how a repository of roles is read: with the contents of its files, old ones too unless told."""
    from folkmoot.sources.git.repository import Options

    return Options(branch=branch, offline=offline, lines=lines)


def place_options(command: Any) -> Any:
    """Add the options that say where a repository is read."""
    command = click.option("--offline", is_flag=True, help="Use what was fetched before; touch no network.")(
        command
    )
    return click.option("--branch", default="", help="Read this branch instead of the default one.")(command)


@click.group()
def command() -> None:
    """Say who holds which role, by the files of a repository and their history."""


@command.command("list")
@click.argument("repository", default=".", metavar="[REPO]")
@click.option("--scope", default="", help="Only this team, path or area.")
@click.option("--role", default="", help="Only this role.")
@click.option("--everything", is_flag=True, help="Show emeriti, teams and members of aliases too.")
@format_option("text", "json", "csv")
@store_option
@place_options
def list_(
    repository: str, scope: str, role: str, everything: bool, form: str, store: Path | None, branch: str,
    offline: bool,
) -> None:  # fmt: skip
    """List who holds what now; with a synced store also when each was last seen."""
    from folkmoot.govern.roles.roster import files_in_force, is_readme, read_roster
    from folkmoot.govern.roles.telling import HELD, listed
    from folkmoot.sources.git.absent import refuse_without
    from folkmoot.sources.git.repository import open_repository

    tell_absent(store)
    activity = activity_of(store, repository)
    with open_repository(repository, reading(offline, branch)) as opened:
        files = files_in_force(opened.tree.entries)
        refuse_without(opened, [path for path in files if not is_readme(path)])
        roster = read_roster(opened.tree)
    for problem in roster.problems:
        click.echo(clean(f"{problem.file}:{problem.line}: {problem.what} {problem.hint}"), err=True)
    if not roster.forms:
        click.echo(NO_ROLES, err=True)
    rows = listed(roster, activity, scope=scope, role=role, everything=everything)
    if (scope or role) and not rows and roster.forms:
        held = ", ".join(dict.fromkeys(row["role"] for row in listed(roster, activity, everything=True)))
        click.echo(clean(f"Nobody is listed for that. Roles here: {held}."), err=True)
    if form == "json":
        _json({"repository": opened.name, "commit": roster.commit, "roles": rows})
    else:
        shown = ("role", "scope", "holder", "name", "employer", "last_seen", "file", "line")
        show(rows, form, shown, every=HELD)


@command.command()
@click.argument("repository", default=".", metavar="[REPO]")
@format_option("text", "json", "csv")
@place_options
def history(repository: str, form: str, branch: str, offline: bool) -> None:
    """Tell who joined and left which role when, how long terms last, turnover and employers."""
    from folkmoot.govern.roles.history import terms
    from folkmoot.govern.roles.roster import read_roster
    from folkmoot.govern.roles.telling import changes, figures
    from folkmoot.sources.git.repository import open_repository

    with open_repository(repository, reading(offline, branch)) as opened:
        found = terms(opened)
        told = figures(read_roster(opened.tree), found, opened.updated_at)
        rows = changes(found)
    if form == "json":
        _json({"repository": opened.name, "commit": opened.tip, "figures": told, "changes": rows})
        return
    show(rows, form, ("date", "change", "role", "scope", "holder", "file", "commit"))
    if form == "text" and found:
        _tell(told)
    elif not found:
        click.echo(NO_ROLES, err=True)


@command.command()
@click.argument("handle")
@click.argument("repository", default=".", metavar="[REPO]")
@format_option("text", "json", "csv")
@place_options
def why(handle: str, repository: str, form: str, branch: str, offline: bool) -> None:
    """Tell every role HANDLE has or had: since which commit, until which, by which file and decision."""
    from folkmoot.govern.roles.history import terms
    from folkmoot.govern.roles.roster import read_roster
    from folkmoot.govern.roles.telling import why as reasons
    from folkmoot.sources.git.repository import open_repository

    with open_repository(repository, reading(offline, branch)) as opened:
        rows = reasons(handle, read_roster(opened.tree), terms(opened))
    if not rows:
        raise UsageError(
            f"No file of roles in {opened.name} names {handle!r}, now or before.",
            hint="`folkmoot roles list --everything` shows everybody by the handle that is written there.",
        )
    if form == "json":
        _json({"repository": opened.name, "commit": opened.tip, "terms": rows})
    else:
        columns = ("role", "scope", "since", "until", "years", "began_commit", "decision", "file", "line")
        show(rows, form, columns)


def activity_of(store: Path | None, repository: str) -> Activity | None:
    """Give what the store of a repository saw, or None when nothing was synced into one."""
    chosen = store_of(store, [repository])
    if not chosen.is_file():
        return None
    from folkmoot.govern.roles.activity import read_activity
    from folkmoot.store.database import connect
    from folkmoot.store.writer import catch_up

    catch_up(chosen)
    with connect(chosen, read_only=True) as connection:
        return read_activity(connection)


def show(
    rows: list[dict[str, Any]], form: str, columns: tuple[str, ...], every: tuple[str, ...] = ()
) -> None:
    """Print rows as CSV with every column, or as a table of those named, empty columns left out.

    `every` are the columns of the CSV where they are others; they stand there without any row too.
    """
    if form == "csv":
        from folkmoot.render.formats.csv_points import MOST_TEXT, defused

        writer = csv.DictWriter(
            sys.stdout, list(rows[0]) if rows else list(every or columns), lineterminator="\n"
        )
        writer.writeheader()
        for row in rows:
            writer.writerow(
                {key: defused(v, MOST_TEXT) if isinstance(v, str) else v for key, v in row.items()}
            )
        return
    shown = [name for name in columns if any(row[name] not in ("", None) for row in rows)]
    cells = [[_cell(name, row[name]) for name in shown] for row in rows]
    heads = [name.replace("_", " ") for name in shown]
    lengths = [sorted(len(line[place]) for line in [heads, *cells]) for place in range(len(shown))]
    # One long path in a hundred shall not push everything else out of the window.
    widths = [max(len(head), one[len(one) * 9 // 10]) for head, one in zip(heads, lengths, strict=True)]
    for line in rows_on_screen([heads, *cells] if rows else [], widths):
        click.echo(line)


def _cell(name: str, value: object) -> str:
    text = clean("" if value is None else str(value))
    return text[:12] if name.endswith("commit") else text[:60]


def _tell(told: dict[str, Any]) -> None:
    click.echo(f"\nTerms: {told['terms']}, ended: {told['ended_terms']}.")
    if told["median_years_of_ended_terms"] is not None:
        click.echo(f"Half of the ended terms lasted over {told['median_years_of_ended_terms']} years.")
    if told["median_years_expected"] is not None:
        click.echo(f"Counting those that go on, half of all last over {told['median_years_expected']} years.")
    click.echo("\nyear  joined  left  held at end")
    for year in told["by_year"]:
        so_far = "" if year["is_complete"] else "  (so far)"
        click.echo(f"{year['year']}  {year['joined']:6}  {year['left']:4}  {year['held_at_end']:11}{so_far}")
    if told["employers"]:
        known = told["people"] - told["people_stating_no_employer"]
        click.echo(f"\nPeople in roles who state an employer: {known} of {told['people']}")
        for each in told["employers"]:
            click.echo(clean(f"  {each['employer']}: {each['people']}"))


def _json(value: object) -> None:
    click.echo(json.dumps(value, indent=1, ensure_ascii=False))


def clean(text: str) -> str:
    """Take control characters out, which a hostile file could use to rewrite the terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)
