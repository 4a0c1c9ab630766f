"""What each of several projects says by itself: its own panels, or one line each where they are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Outcome
from folkmoot.model.coverage import worst
from folkmoot.model.page import Entry, Panel

MOST = 8
"""Projects that have panels of their own; the panels of more would be a file that no mail takes."""
MOST_NAMED = 6
"""Findings of a project that are named in its line."""
IN_FULL = (
    "One line for each of {count} projects; a report on one of them, or on up to {most}, has it in full."
)


def of_several(told: Iterable[tuple[int, str, Panel]], count: int) -> list[Panel]:
    """Give panels that come with the number and the name of their project, as a report on `count` shows them.

    One project's panels stay as they are, those of a few are told apart by its name, and of many each
    question becomes one panel with a line per project.
    """
    if count < 2:
        return [panel for _, _, panel in told]
    if count <= MOST:
        return [_told_apart(*each) for each in told]
    questions: dict[str, list[tuple[int, str, Panel]]] = {}
    for number, name, panel in told:
        questions.setdefault(panel.id, []).append((number, name, panel))
    return [_in_lines(asked, count, _line) for asked in questions.values()]


def agendas_of_several(agendas: Sequence[tuple[int, str, Panel]]) -> list[Panel]:
    """Give the agendas of projects, each under its project's name; of many, only what each raises."""
    if len(agendas) <= MOST:
        return [replace(panel, id=f"{panel.id}-{number}", title=name) for number, name, panel in agendas]
    return [_in_lines(list(agendas), len(agendas), _raised)]


def _raised(panel: Panel) -> tuple[Text, ...]:
    """Give what an agenda raises, sentence by sentence; where it raises nothing, that."""
    raised = tuple(finding.title for finding in panel.findings if finding.outcome is not Outcome.YES)
    return raised or tuple(said for said in (panel.headline, panel.missing) if said)


def _told_apart(number: int, name: str, panel: Panel) -> Panel:
    title = Message("{title}: {project}", {"title": str(panel.title), "project": name})
    return replace(panel, id=f"{panel.id}-{number}", title=title)


def _in_lines(
    asked: list[tuple[int, str, Panel]], count: int, line: Callable[[Panel], tuple[Text, ...]]
) -> Panel:
    """Give one panel for one question that several projects answer."""
    first = asked[0][2]
    told = (source for _, _, panel in asked for source in panel.source.split(", "))
    silent = {str(panel.missing) for _, _, panel in asked}
    is_silent = len(silent) == 1 and all(panel.missing for _, _, panel in asked)
    return Panel(
        id=first.id,
        title=first.title,
        question=first.question,
        unit=None,
        better=first.better,
        shape=None,
        entries=()
        if is_silent
        else tuple(
            Entry(f"{panel.id}-{number}", Message("{project}", {"project": name}), facts=line(panel))
            for number, name, panel in asked
        ),
        missing=first.missing if is_silent else "",
        caveat="" if is_silent else Message(IN_FULL, {"count": count, "most": MOST}),
        definition=first.definition,
        source=", ".join(dict.fromkeys(told)),
        coverage=worst([panel.coverage for _, _, panel in asked]),
        data_until=max(panel.data_until for _, _, panel in asked),
        # Where each is as of its own day, none of them is the day of the panel.
        freshness=first.freshness if len({panel.freshness for _, _, panel in asked}) == 1 else "",
    )


def _line(panel: Panel) -> tuple[Text, ...]:
    """Say in a sentence or two what a panel says."""
    absent = [str(finding.title) for finding in panel.findings if finding.outcome is Outcome.NO]
    told: list[Text] = [said for said in (panel.headline, panel.missing) if said]
    more = len(absent) - MOST_NAMED
    if absent:
        text = "To look at: {findings} and {more} more." if more > 0 else "To look at: {findings}."
        told.append(Message(text, {"findings": ", ".join(absent[:MOST_NAMED]), "more": more}))
    if not told and panel.entries:
        told.append(Message("On its list: {count}.", {"count": len(panel.entries) + panel.more}))
    return tuple(told)
