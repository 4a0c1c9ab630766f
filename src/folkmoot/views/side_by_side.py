"""One question answered by several projects becomes one panel, with a point per project."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.i18n import Message, Text
from folkmoot.model.coverage import worst
from folkmoot.model.metric import Shape
from folkmoot.model.page import Panel
from folkmoot.views.period import WORDS

NOR_IN = "For the same reason not in this figure: {projects}."
SEVERAL_REASONS = "Not known for any of these projects; the reasons are told below."
MOST_LETTERS = 250
"""Of names in one sentence; a page cuts it off at 600."""
OF_SOME = "{projects}: {note}"
LEFT_OUT = "{project} is not in this figure. {why}"
ALL_LEFT_OUT = "{projects} are not in this figure. {why}"
NO_PART = "{projects}: no number of this kind."
NO_PERIOD = "{projects}: no number for “{period}”."
MOST_PARTS = 6
"""A metric with more labels than this is not compared: a panel per label would drown the page."""


def newest(panel: Panel) -> Panel:
    """Give a panel with one number per label: of all time and the like, or of the last period over."""
    special = tuple(point for point in panel.points if point.period in WORDS.values())
    last = {point.label: point for point in panel.points}
    last |= {point.label: point for point in panel.points if point.complete and point.value is not None}
    return replace(panel, points=special or tuple(last.values()))


def side_by_side(answers: list[tuple[str, Panel]]) -> list[Panel]:
    """Give one panel, or one per label where the metric has labels, with points labelled by project."""
    labels = list(dict.fromkeys(point.label for _, panel in answers for point in panel.points))
    if len(labels) > MOST_PARTS:
        return []
    return [_one_panel(answers, label) for label in labels or [""]]


def _one_panel(answers: list[tuple[str, Panel]], label: str) -> Panel:
    first = answers[0][1]
    points = tuple(
        replace(point, label=name)
        for name, panel in answers
        for point in panel.points
        if point.label == label
    )
    notes = _notes(answers)
    missing = "" if points else _missing(answers)
    if points or (isinstance(missing, Message) and missing.text == SEVERAL_REASONS):
        notes += _left_out(answers) + _lacking(answers, label)
    days = {panel.freshness for _, panel in answers}
    told = (source for _, panel in answers for source in panel.source.split(", "))
    return replace(
        first,
        id=f"{first.id}-{label.replace(' ', '-')}" if label else first.id,
        title=Message("{title}: {part}", {"title": str(first.title), "part": label})
        if label
        else first.title,
        shape=Shape.SINGLE if first.shape is Shape.GAUGE else first.shape,
        points=points,
        missing=missing,
        coverage=worst([panel.coverage for _, panel in answers]),
        coverage_notes=tuple({str(note): note for note in notes}.values()),
        source=", ".join(dict.fromkeys(told)),
        data_until=max(panel.data_until for _, panel in answers),
        # Where each is as of its own day, none of them is the day of the figure.
        freshness=days.pop() if len(days) == 1 else "",
    )


def _with_groups(note: Text) -> str:
    """Give a note as one value of another sentence, its long numbers in groups as they would be by itself."""
    if isinstance(note, str):
        return note
    values = {name: f"{one:,}" if isinstance(one, int) else one for name, one in note.values.items()}
    return str(Message(note.text, values))


def _notes(answers: list[tuple[str, Panel]]) -> list[Text]:
    """Give the notes of all, each once; what does not hold for every one of them names whom it is about."""
    said: dict[str, dict[str, Text]] = {}
    for name, panel in answers:
        for note in panel.coverage_notes:
            said.setdefault(_with_groups(note), {})[name] = note
    told: list[Text] = []
    for words, of in said.items():
        if len(of) == len(answers):
            told.append(next(iter(of.values())))
        else:
            told.append(Message(OF_SOME, {"projects": ", ".join(of), "note": words}))
    return told


def _left_out(answers: list[tuple[str, Panel]]) -> list[Text]:
    """Say who is missing, and why: once for all of whom it is the same."""
    told: list[Text] = []
    for why, names in _silent(answers).items():
        first, *others = _lines_of(names)
        said = LEFT_OUT if len(names) == 1 else ALL_LEFT_OUT
        told.append(Message(said, {"project": first, "projects": first, "why": why}))
        told += [Message(NOR_IN, {"projects": more}) for more in others]
    return told


def _silent(answers: list[tuple[str, Panel]]) -> dict[str, list[str]]:
    """Give who has nothing to show, by the reason."""
    silent: dict[str, list[str]] = {}
    for name, panel in answers:
        if panel.missing:
            silent.setdefault(str(panel.missing), []).append(name)
    return silent


def _lines_of(names: list[str]) -> list[str]:
    """Give names as lists that leave room for a reason in one sentence, which pages cut off somewhere."""
    lines = [names[0]]
    for name in names[1:]:
        if len(lines[-1]) + len(name) > MOST_LETTERS:
            lines.append(name)
        else:
            lines[-1] += f", {name}"
    return lines


def _missing(answers: list[tuple[str, Panel]]) -> Text:
    """Say why there is no figure; where there is more than one reason, the notes tell which is whose."""
    reasons = [panel.missing for _, panel in answers if panel.missing]
    silent = _silent(answers)
    if len(silent) < 2:
        return next(iter(reasons), "")
    # The reasons stand in no sentence: with them, what lacks something else is not taken for the same.
    return Message(SEVERAL_REASONS, {"reasons": str(silent)})


def _lacking(answers: list[tuple[str, Panel]], label: str) -> list[Text]:
    """Name those who have numbers, but none of this kind, or none for a period that others have one for."""
    own = {
        name: {point.period for point in panel.points if point.label == label}
        for name, panel in answers
        if panel.points
    }
    told: list[Text] = []
    if without := [name for name, periods in own.items() if not periods]:
        told.append(Message(NO_PART, {"projects": ", ".join(without)}))
    for period in WORDS.values():
        without = [name for name, periods in own.items() if periods and period not in periods]
        if without and any(period in periods for periods in own.values()):
            told.append(Message(NO_PERIOD, {"projects": ", ".join(without), "period": period}))
    return told
