"""From a store to a report: the scope is laid down, every page is built, every metric runs once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from folkmoot.checks import all_checks
from folkmoot.metrics import all_metrics
from folkmoot.model.check import Tree
from folkmoot.model.page import Page, Report
from folkmoot.model.privacy import PrivacySettings
from folkmoot.people.listed_words import ListedWords
from folkmoot.sources.git.repository import Repository
from folkmoot.store.ahead import answering_ahead
from folkmoot.store.database import Connection
from folkmoot.store.erasing import erased
from folkmoot.store.naming import Aliases, told_apart
from folkmoot.store.personal import everybody
from folkmoot.store.scope import look_at
from folkmoot.store.withheld import lists, words_of
from folkmoot.views.agenda import all_rules
from folkmoot.views.headlines import headed
from folkmoot.views.look import RESPONSE_DAYS, Look
from folkmoot.views.pages import pages_called
from folkmoot.views.plan import PagePlan
from folkmoot.views.unnamed import unnamed

Project = tuple[int, str]
"""A project's number in the store and the name it goes by."""


def build_report(
    connection: Connection,
    *,
    subject: str,
    made_at: str,
    projects: Sequence[Project],
    together: bool = False,
    trees: Mapping[int, Tree] | None = None,
    pseudonyms: Aliases | None = None,
    as_of: Mapping[int, int] | None = None,
    slugs: Sequence[str] = (),
    repositories: Mapping[int, Repository] | None = None,
    groups: Mapping[str, Sequence[int]] | None = None,
    parameters: Mapping[str, int | float | str] | None = None,
    response_days: int = RESPONSE_DAYS,
    advisories: Path | None = None,
    privacy: PrivacySettings | None = None,
    is_past: bool = False,
    is_early: bool = False,
) -> Report:
    """Build the report on `projects` of an open store.

    One project, or several `together`, are looked at as one community. Several side by side give pages whose
    panels hold a point per project. `made_at` is an ISO time in UTC; `trees` are the projects' files by
    project number, for the checks; `groups` are compared instead of projects, each as one community, and
    `parameters` replace those of metrics that have them; with `pseudonyms` no person or organisation is
    named; `as_of` gives the moment (seconds since 1970) each project is looked at, else the last sync.
    `repositories` are the projects' opened repositories, from which governing is read; without them nothing
    is said about it. Who waits for an answer for more than `response_days` days is raised.
    Components are held against the file of `advisories`; periods of `privacy` are told. `is_past`: somebody
    asked for the numbers of an earlier day. `is_early`: this is shown while more is read, and what takes long
    to look up is left for later, and said to be.
    With `slugs`, only these pages are made. Raises QueryError when a metric does not run, UsageError when
    there is no such page.
    """
    plans = pages_called(slugs).values()
    trees, moments = trees or {}, as_of or {}
    projects = told_apart(connection, projects, by_place=pseudonyms is None)
    if groups or (len(projects) > 1 and not together):
        from folkmoot.views.compare import compared

        made = compared(
            connection,
            projects,
            trees,
            pseudonyms,
            moments,
            response_days,
            groups=groups,
            parameters=parameters,
            advisories=advisories,
            is_early=is_early,
        )
        pages = tuple(page for page in made if page.slug in {plan.slug for plan in plans})
    else:
        numbers = [number for number, _ in projects]
        look_at(connection, numbers, max(moments.values(), default=None), once=True)
        look = Look(connection, subject, {n: trees[n] for n, _ in projects if n in trees}, pseudonyms)
        look.called = dict(projects)
        look.repositories = repositories or {}
        look.parameters = parameters or {}
        look.response_days = response_days
        look.advisories = advisories
        look.made_at = "" if is_past else made_at
        look.privacy = privacy or PrivacySettings()
        look.is_early = is_early
        look.is_guarding = any(plan.guards for plan in plans)
        shown = [plan for plan in plans if plan.slug in slugs or plan.applies(look)]
        asked = (metric.adapted(look.parameters) for plan in shown for metric in look.metrics_of(plan.slug))
        with answering_ahead(connection, asked) as look.ahead:
            pages = tuple(page_of(plan, look) for plan in shown)
        look.ahead = None
    report = Report(subject=subject, made_at=made_at, pages=pages, pseudonymous=pseudonyms is not None)
    listed = lists(connection)
    hidden = ListedWords(listed) if listed else None
    for words in (words_of(connection), hidden, erased(), everybody(connection) if pseudonyms else None):
        report = unnamed(report, words) if words else report
    return report


def ready(slugs: Sequence[str] = ()) -> None:
    """Import what the overview is made with, unless it is not among `slugs`: git is reading meanwhile."""
    if not slugs or "overview" in slugs:
        pages_called(("overview",))
        all_metrics()
        all_checks("community")
        all_rules()


def page_of(plan: PagePlan, look: Look) -> Page:
    """Give one page of one scope: its own panels, then the metrics that name it."""
    panels = [*plan.more(look)]
    panels += [panel for metric in look.metrics_of(plan.slug) if (panel := look.panel(metric.id))]
    return Page(plan.slug, plan.title, plan.lede(look), tuple(headed(panel) for panel in panels))
