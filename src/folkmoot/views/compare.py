"""Several projects side by side: the same questions, a point per project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from folkmoot.i18n import Message
from folkmoot.metrics import all_metrics
from folkmoot.model.check import Tree
from folkmoot.model.metric import Label, Shape
from folkmoot.model.page import Page, Panel
from folkmoot.store.database import Connection
from folkmoot.store.naming import Aliases
from folkmoot.store.same_history import same_histories
from folkmoot.store.scope import look_at
from folkmoot.views.agenda_panel import agenda_panel
from folkmoot.views.look import RESPONSE_DAYS, Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.pages import all_pages
from folkmoot.views.pages.community import files_panel
from folkmoot.views.period import iso_date
from folkmoot.views.plan import always
from folkmoot.views.several import agendas_of_several, of_several
from folkmoot.views.side_by_side import newest, side_by_side
from folkmoot.views.starter import starter_panels

LEDE = "{count} projects side by side, each counted by itself, as of {date}."
GROUPS = "{count} groups of projects side by side, each counted as one community, as of {date}."
OWN_DAYS = (
    "{count} projects side by side, each counted by itself and as of the last day that is known of it: the "
    "earliest {first}, the latest {date}."
)
GROUPS_OWN_DAYS = (
    "{count} groups of projects side by side, each counted as one community and as of the last day that is "
    "known of it: the earliest {first}, the latest {date}."
)
READ_TWICE = "The same history, read at more than one place: {projects}."
INTRODUCED = frozenset({"overview", "compare"})
"""Pages that say what is compared; on every page it would be the same sentence again."""
COMPARABLE = (Shape.SERIES, Shape.SINGLE, Shape.GAUGE)


def compared(
    connection: Connection,
    projects: Sequence[tuple[int, str]],
    trees: Mapping[int, Tree],
    aliases: Aliases | None,
    as_of: Mapping[int, int],
    response_days: int = RESPONSE_DAYS,
    *,
    groups: Mapping[str, Sequence[int]] | None = None,
    parameters: Mapping[str, int | float | str] | None = None,
    advisories: Path | None = None,
    is_early: bool = False,
) -> tuple[Page, ...]:
    """Give the pages that compare `projects`, laying down the scope once per project.

    Each is looked at as of its own moment in `as_of`: after it nothing is known, which is not nothing.
    With `groups`, a column is not a project but the projects of a group together, as one community.
    `parameters` are those the community sets for its metrics.
    A page that some of them cannot fill is there as soon as one can; who is missing from a figure is named.
    """
    answers: dict[str, list[tuple[str, Panel]]] = {}
    starters: dict[str, list[tuple[str, Panel]]] = {}
    own: dict[str, list[Panel]] = {}
    agendas: list[tuple[int, str, Panel]] = []
    silent: list[str] = []
    files: list[tuple[int, str, Panel]] = []
    seen: list[int] = []
    columns = groups or {name: [number] for number, name in projects}
    for name, numbers in columns.items():
        number = numbers[0]
        moments = [as_of[one] for one in numbers if one in as_of]
        look_at(connection, list(numbers), max(moments, default=None), once=len(numbers) > 1)
        look = Look(connection, name, {one: trees[one] for one in numbers if one in trees}, aliases)
        look.called = dict(projects)
        look.parameters = parameters or {}
        look.response_days = response_days
        look.advisories = advisories
        look.is_early = is_early
        agendas.append((number, name, agenda_panel(look)))
        files += [(one, look.project_name(one), files_panel(look, one)) for one in look.trees]
        if not look.outline.commits:
            silent.append(name)
        for first in starter_panels(look) if look.outline.commits else ():
            starters.setdefault(first.id, []).append((name, newest(first)))
        seen.append(look.outline.as_of)
        for metric in all_metrics().values():
            panel = look.panel(metric.id) if _is_comparable(metric.shape, metric.label) else None
            if panel is not None:
                answers.setdefault(metric.id, []).append((name, panel))
    own["overview"] = agendas_of_several(agendas)
    for told in starters.values():
        told += [(name, replace(told[0][1], points=(), missing=NO_COMMITS)) for name in silent]
    look_at(connection, [number for number, _ in projects], max(as_of.values(), default=None))
    joint = Look(connection, "", {}, aliases, called=dict(projects))
    for metric in all_metrics().values():
        if metric.label is Label.PROJECT and (panel := joint.panel(metric.id)):
            panel = replace(panel, coverage_notes=(*panel.coverage_notes, *_read_twice(joint)))
            own.setdefault(metric.page, []).append(panel)
    own["community"] = of_several(files, max(len(files), 2))
    own["compare"] = [panel for told in starters.values() for panel in side_by_side(told)]
    lede = _lede(len(columns), seen, is_grouped=bool(groups))
    pages = []
    for plan in all_pages().values():
        panels = own.get(plan.slug, [])
        for metric in all_metrics().values():
            if metric.page == plan.slug and metric.id in answers:
                panels = [*panels, *side_by_side(answers[metric.id])]
        if plan.applies is always or any(not panel.missing for panel in panels):
            pages.append(Page(plan.slug, plan.title, lede if plan.slug in INTRODUCED else "", tuple(panels)))
    return tuple(pages)


def _lede(columns: int, seen: Sequence[int], *, is_grouped: bool) -> Message:
    """Say what is compared and as of when, which may be another day for each."""
    first, last = iso_date(min(seen, default=0)), iso_date(max(seen, default=0))
    if first == last:
        return Message(GROUPS if is_grouped else LEDE, {"count": columns, "date": last})
    said = GROUPS_OWN_DAYS if is_grouped else OWN_DAYS
    return Message(said, {"count": columns, "first": first, "date": last})


def _read_twice(joint: Look) -> list[Message]:
    """Name projects that are the same repository: side by side, each of them looks like one more."""
    found = same_histories(joint.connection, list(joint.called))
    return [Message(READ_TWICE, {"projects": ", ".join(joint.called[one] for one in same)}) for same in found]


def _is_comparable(shape: Shape, label: Label) -> bool:
    return shape in COMPARABLE and label in {Label.NONE, Label.WORD}
