"""An invented community that governs itself in git: roles, proposals, votes, and its own decisions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from folkmoot.govern.files.ballot import Cast
from folkmoot.govern.files.decision import Grant
from folkmoot.govern.files.state import parse_state
from folkmoot.govern.proof.life import Proposal, founded, opened, voted
from folkmoot.model.ballot import Answer, Ballot
from folkmoot.model.page import Page, Panel, Report
from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.store.database import connect
from folkmoot.store.naming import Aliases
from folkmoot.store.sync import sync
from folkmoot.views.report import build_report
from sources.git.repositories import DAY, START, Repository

NOW = START + 900 * DAY
RULES = b"""format = 1
[roles.maintainer]
[actions.appoint]
rule = "lazy-majority"
electorate = ["maintainer"]
roles = ["maintainer"]
min_days = 7
term_days = 365
"""
TEAM = '{"maintainers": [%s], "reviewers": [{"githubName": "bob"}]}'
VOTE = """# A Vote for %s as Harbour Maintainer

## Result

Approved by 2 binding votes.

- ada (binding)
- bob (binding)
"""
PEP = """PEP: %d
Title: %s
Author: Ada Example <ada@example.org>
Status: %s
Type: Standards Track
Created: 14-Nov-2023

Abstract
"""


def at(days: float) -> datetime:
    """Give the moment so many days after the community began."""
    return datetime.fromtimestamp(START, UTC) + timedelta(days=days)


def own_files(*, closes_in: float = 3, subject: str = "Cleo becomes a maintainer") -> dict[str, bytes]:
    """Give a `.folkmoot/` with a founding and one open decision, one yes, that closes so many days on."""
    begun = at(900 + closes_in - 7)
    files = founded(RULES, [Grant("maintainer", "ada"), Grant("maintainer", "bob")], at(890), "We begin.")
    proposal = Proposal("appoint", subject, "ada", gives=(Grant("maintainer", "cleo"),))
    decision, more = opened(parse_state(files), proposal, begun)
    files |= more
    cast = Cast(Ballot(voter="ada", answer=Answer.YES), begun + timedelta(hours=1))
    files |= voted(parse_state(files), decision.number, cast)
    return {f".folkmoot/{path}": content for path, content in files.items()}


def teams(*maintainers: str) -> dict[str, str]:
    """Give a file of a team with these maintainers."""
    return {
        "teams/harbour/team.json": TEAM % ", ".join(f'{{"githubName": "{name}"}}' for name in maintainers)
    }


def proposals() -> dict[str, str]:
    """Give six proposals: three decided, three that wait."""
    states = ("Final", "Accepted", "Rejected", "Draft", "Draft", "Draft")
    return {
        f"peps/pep-{number:04d}.rst": PEP % (number, f"Proposal {number}", state)
        for number, state in enumerate(states, 1)
    }


def made(place: Path, *steps: Mapping[str, str | bytes], every: int = DAY, is_alive: bool = False) -> Path:
    """Make a repository with a commit for each step, a day apart.

    `is_alive`: one more a month before NOW, for the agenda says less of a project that has rested for years.
    """
    repository = Repository.create(place)
    for number, step in enumerate(steps):
        repository.write(dict(step))
        repository.commit(message="Change something\n", at=START + number * every)
    if is_alive:
        repository.commit(message="Work on\n", at=NOW - 30 * DAY)
    return place


def report_on(
    place: Path,
    *,
    aliases: Aliases | None = None,
    now: int = NOW,
    slugs: tuple[str, ...] = (),
    read: bool = True,
) -> Report:
    """Give the report on a repository as of `now`; `read` says whether its governing is read from git."""
    store = place.parent / f"{place.name}.duckdb"
    with open_repository(str(place), Options(lines="always")) as repository:
        repository.updated_at = now
        synced = sync(store, repository)
        with connect(store, read_only=True) as connection:
            return build_report(
                connection,
                subject="harbour",
                made_at="2026-06-15T09:00:00Z",
                projects=[(synced.project, synced.name)],
                trees={synced.project: repository.tree},
                pseudonyms=aliases,
                slugs=slugs,
                repositories={synced.project: repository} if read else None,
            )


def page(report: Report, slug: str) -> Page:
    """Give one page of a report."""
    return next(page for page in report.pages if page.slug == slug)


def panel(report: Report, identifier: str) -> Panel:
    """Give one panel of a report."""
    return next(panel for page in report.pages for panel in page.panels if panel.id == identifier)


def words(panel: Panel) -> list[str]:
    """Give everything a panel's entries say."""
    return [
        str(said)
        for entry in panel.entries
        for said in (entry.title, entry.state, *entry.facts, entry.ask, *entry.details)
    ]
