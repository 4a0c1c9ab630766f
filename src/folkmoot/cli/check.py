"""`folkmoot check`: what to mend first, and the questions of others answered, for people and for CI."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from folkmoot.cli._advisories import existing_advisories
from folkmoot.cli._folding import folded, width
from folkmoot.cli._options import format_option, store_of, store_option, tell_absent
from folkmoot.cli.roles import activity_of, place_options, reading
from folkmoot.model.errors import FolkmootError
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.i18n import Text
    from folkmoot.model.audit import Answer
    from folkmoot.model.forge_settings import ForgeSettings
    from folkmoot.model.past import Past
    from folkmoot.sources.git.repository import Repository
    from folkmoot.views.guarding.guard import Guard
    from folkmoot.views.profiles import Profile

_Said = TypeVar("_Said")
SAYING = (
    ".md", ".markdown", ".rst", ".txt", ".toml", ".yml", ".yaml", ".json", ".csv", "OWNERS", "OWNERS_ALIASES",
    "MAINTAINERS", "GOVERNANCE",
)  # fmt: skip
"""How files end that say who may do what and what was decided; an answer without them would be a guess."""
DEFAULT = "first"
SHOWN = 5
"""Pieces of evidence of one finding that text shows; an audit of records shows more."""
SHOWN_RECORDS = 20


@click.command()
@click.argument("repository", default=".", metavar="[REPO]")
@click.option("--profile", "name", default=DEFAULT, show_default=True, help="Which questions to ask.")
@click.option("--profiles", "wants_profiles", is_flag=True, help="List the profiles and stop.")
@format_option("text", "json", "sarif", "markdown", "scorecard-json", "osps-json")
@click.option("--all", "everything", is_flag=True, help="In text and Markdown, show every piece of evidence.")
@click.option(
    "--silent-months",
    default=12,
    show_default=True,
    type=click.IntRange(1, 600),
    help="From so many months without any act on, somebody counts as silent.",
)
@click.option(
    "--forge",
    default="",
    metavar="URL",
    help="Ask its forge for its settings too: an address such as https://github.com/owner/name.",
)
@store_option
@place_options
def command(
    repository: str, name: str, wants_profiles: bool, form: str, everything: bool, silent_months: int,
    forge: str, store: Path | None, branch: str, offline: bool,
) -> int:  # fmt: skip
    """Say what to mend first, or answer the questions of a profile, each with its evidence.

    Exit code 0: nothing to act on; 1: something is, beyond what is merely worth a note; 2: the request makes
    no sense; 3: the repository cannot be read. What cannot be known is told and never counts against anybody.
    """
    from folkmoot.sources.git.absent import fetch_tip, refuse_without
    from folkmoot.sources.git.repository import open_repository
    from folkmoot.views.profiles import all_profiles, profile_called

    if wants_profiles:
        for each in all_profiles().values():
            told = f"{each.name.ljust(17)} {each.title}. {each.about}"
            # A program reads one line for each.
            click.echo(folded(told, "", " " * 18) if sys.stdout.isatty() else told)
        return 0
    profile = profile_called(name)
    settings = _settings(forge, offline=offline) if forge else None
    is_audit = profile.asks_people
    with open_repository(
        repository, reading(offline, branch, lines="always" if is_audit else "auto")
    ) as opened:
        if is_audit and not profile.questions:
            refuse_without(opened, [path for path in opened.tree.entries if path.endswith(SAYING)])
        fetch_tip(opened)
        guard = _guard(opened, store, repository, silent_months, settings, asks_people=is_audit)
        answers = _cleaned(guard.asked(profile), opened)
        click.echo(_written(form, guard, profile, opened, answers, 0 if everything else SHOWN), nl=False)
    return int(any(answer.fails for answer in answers))


def _settings(forge: str, *, offline: bool) -> ForgeSettings:
    """Ask a forge how the project is set up, and tell what it did not show."""
    from folkmoot.i18n import say
    from folkmoot.model.errors import UsageError
    from folkmoot.model.source import Access
    from folkmoot.sources.forge_settings import read_settings

    if offline:
        raise UsageError("--offline asks nobody, and --forge asks a forge.", hint="leave one of them out.")

    def tell(text: Text) -> None:
        click.echo(say(text), err=True)

    settings = read_settings(forge, Access(dict(os.environ), named_by_user=True, tell=tell))
    if settings.hidden:
        click.echo(f"{settings.shown} does not show: {', '.join(settings.hidden)}.", err=True)
    return settings


def _guard(
    opened: Repository, store: Path | None, origin: str, silent_months: int,
    settings: ForgeSettings | None, *, asks_people: bool,
) -> Guard:  # fmt: skip
    from folkmoot.checks import all_checks
    from folkmoot.govern.audit.practice import Practice
    from folkmoot.model.check import Ground
    from folkmoot.sources.git.forge_signs import forge_of
    from folkmoot.views.guarding.deciding import FIRST_ROOM, decided
    from folkmoot.views.guarding.guard import Guard
    from folkmoot.views.guarding.standing import Beside, key_of, released_on, stand

    tree = opened.tree
    ground = Ground(
        tree, released=released_on(opened), forge=settings, shown_forge=forge_of(opened), today=clock.today()
    )
    activity = activity_of(store, origin) if asks_people else None
    practice = Practice(opened, activity, silent_months)
    beside = Beside(opened, existing_advisories(), settings, _past(store, origin, opened))
    return Guard(
        project=0,
        name=opened.name,
        tree=tree,
        today=practice.today,
        key=key_of(tree, beside),
        make=lambda: stand(ground, beside),
        first=tuple(decided(all_checks(FIRST_ROOM).values(), ground)),
        practice=practice,
        web=settings.shown if settings else "",
    )


def _cleaned(told: _Said, opened: Repository) -> _Said:
    """Take who was erased or opted out from what is quoted: checks read the project's own files."""
    from folkmoot.store.erasing import erased
    from folkmoot.store.withheld import LIST, listed_beside

    gone = erased()
    listed = listed_beside(opened.tree.read(LIST) if LIST in opened.tree.entries else None)
    cleaned: _Said = told
    if gone or listed:
        from folkmoot.people.listed_words import ListedWords
        from folkmoot.views.unnamed import unnamed

        cleaned = unnamed(cleaned, gone) if gone else cleaned
        cleaned = unnamed(cleaned, ListedWords(listed)) if listed else cleaned
    return cleaned


def _written(
    form: str, guard: Guard, profile: Profile, opened: Repository, answers: list[Answer], shown: int
) -> str:
    """Give the answers in one format."""
    commit = opened.tip
    if form == "sarif":
        from folkmoot.render.sarif import as_sarif

        return as_sarif(answers, commit)
    if form == "json":
        from folkmoot.render.answers import as_json

        about = {
            "repository": opened.name,
            "commit": commit,
            "profile": profile.name,
            "source": profile.source,
        }
        return as_json(about, answers)
    if form == "scorecard-json":
        from folkmoot.render.scorecard_json import as_scorecard

        return as_scorecard(_cleaned(guard.findings, opened), opened.name, commit, clock.now())
    if form == "osps-json":
        from folkmoot.checks import all_checks
        from folkmoot.render.osps_json import as_osps

        asked = {each.id: each.requirement for each in all_checks().values() if each.requirement}
        found = [(asked[each.id], each) for each in _cleaned(guard.findings, opened) if each.id in asked]
        return as_osps(found, opened.name, guard.web, clock.now())
    return _told(form, guard.name, profile, answers, shown)


def _told(form: str, name: str, profile: Profile, answers: list[Answer], shown: int) -> str:
    """Give the answers as text or Markdown, in the order in which somebody should read them."""
    from folkmoot.model.check import Outcome
    from folkmoot.views.guarding.told import first_things_first

    title = f"{name}: {profile.title}"
    is_audit = any(profile.wants("rule", answer.finding.id) for answer in answers) or profile.questions
    sections = [("", answers)] if is_audit else first_things_first(answers)
    if not is_audit and not any(answer.finding.outcome is Outcome.NO for answer in answers):
        told = [answer for _heading, inside in sections for answer in inside]
        unknown = sum(answer.finding.outcome is Outcome.UNKNOWN for answer in told)
        title += ". Nothing: no check found anything that wants mending."
        title += f" {unknown} of {len(told)} could not be known." if unknown else ""
    if form == "markdown":
        from folkmoot.render.answers_markdown import as_markdown

        return as_markdown(title, sections, shown=shown)
    from folkmoot.render.answers import as_sections

    most = shown and (SHOWN_RECORDS if is_audit else shown)
    return as_sections(title, sections, shown=most, scores=profile.name == "scorecard", width=width())


def _past(store: Path | None, origin: str, opened: Repository) -> Past | None:
    """Give what a store counted of this repository, None where nothing was synced."""
    tell_absent(store)
    chosen = store_of(store, [origin])
    if not chosen.is_file():
        return None
    from folkmoot.store.database import connect, one
    from folkmoot.store.past import read_past
    from folkmoot.store.scope import look_at
    from folkmoot.store.writer import catch_up

    try:
        catch_up(chosen)
        with connect(chosen, read_only=True) as connection:
            row = one(connection, "select project from project where origin = ?", [opened.origin])
            if row:
                look_at(connection, [int(row[0])], opened.updated_at)
                return read_past(connection, int(row[0]))
    except FolkmootError as error:
        if store is not None:
            click.echo(f"{error.what} What it would tell is not known.", err=True)
    return None
