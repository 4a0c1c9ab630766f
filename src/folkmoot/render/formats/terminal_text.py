"""Text for a terminal: sentences, bars and sparklines within a width, and no colour unless asked for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TextIO

from folkmoot.model.check import Finding
from folkmoot.model.page import Entry, Page, Panel, Report
from folkmoot.render.figures import COUNTED, PLURAL, STATISTICS, day_name
from folkmoot.render.format import Format
from folkmoot.render.gathered import gathered, told_apart
from folkmoot.render.lists import address, linked, named, sentences, shown_entries
from folkmoot.render.sentences import (
    SIGNS,
    compared,
    footer,
    reason,
    repeats_page,
    said_missing,
    shape_of_missing,
    status,
    told_as_of,
)
from folkmoot.render.strokes import charted, shown_width, wrapped
from folkmoot.render.voice import Voice

FORMAT = Format("text", ".txt", "text/plain; charset=utf-8")
WIDEST = 100
NARROWEST = 40
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render(
    report: Report, *, translate: Callable[[str], str] = str, width: int = 0, colour: bool = False
) -> str:
    """Write a report as text. `width` is in columns, 0 asks the terminal; `colour` allows bold and dim."""
    voice = Voice(translate)
    columns = min(WIDEST, max(NARROWEST, width or shutil.get_terminal_size((80, 24)).columns))
    writer = _Writer(columns, colour=colour)
    made = voice("Made on {day}.", day=day_name(report.made_at, voice))
    lines = [*map(writer.bold, writer.wrapped(voice(report.subject))), *map(writer.dim, writer.wrapped(made))]
    if as_of := told_as_of(report, voice):
        lines += map(writer.dim, writer.wrapped(as_of))
    if report.pseudonymous:
        lines += map(writer.dim, writer.wrapped(voice("Names in this report are aliases.")))
    for page in report.pages:
        title = writer.wrapped(voice(page.title).upper())
        lines += ["", "", *map(writer.bold, title), "━" * columns, *writer.wrapped(voice(page.lede))]
        said: set[str] = set()
        for panel in page.panels:
            if repeats_page(page, panel):
                continue
            lines += ["", *_panel(page, panel, writer, voice), *_notes(panel, said, writer, voice)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether text written to `stream` may be bold: a terminal, no NO_COLOR, not a dumb one."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


class _Writer:
    """Wraps lines to a width, and marks words where that is allowed."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self.width = width
        self.colour = colour

    def bold(self, words: str) -> str:
        return f"{BOLD}{words}{PLAIN}" if self.colour and words else words

    def dim(self, words: str) -> str:
        return f"{DIM}{words}{PLAIN}" if self.colour and words else words

    def wrapped(self, words: str, indent: str = "", first: str | None = None) -> list[str]:
        lines = wrapped(words, self.width - len(indent))
        starts = [indent if first is None else first] + [indent] * len(lines)
        return [start + line for start, line in zip(starts, lines, strict=False)]


def _panel(page: Page, panel: Panel, writer: _Writer, voice: Voice) -> Iterator[str]:
    *above, title = writer.wrapped(voice(panel.title)) or [""]
    yield from map(writer.bold, above)
    room = writer.width - shown_width(title) - 1
    mark = f"#{panel.id}"
    if room < len(mark):
        yield writer.bold(title)
        title, room = "", writer.width - 1
    yield writer.bold(title) + " " + writer.dim(mark.rjust(room))
    for words in (voice(panel.headline), _question(panel, voice)):
        yield from writer.wrapped(words, "  ")
    if panel.missing:
        sign = SIGNS[shape_of_missing(panel)]
        yield from writer.wrapped(said_missing(page, panel, voice), "    ", f"  {sign} ")
    for finding in panel.findings:
        yield from _finding(panel, finding, writer, voice)
    entries, more = shown_entries(panel)
    single, groups = gathered(entries, voice)
    for entry in single:
        # What stands in the last column of a table that is handed over is for those who are handed it.
        yield from _entry(replace(entry, details=()) if panel.columns else entry, writer, voice)
    for name, rows in groups.items():
        yield from _group(name, rows, writer, voice)
    if more:
        yield from writer.wrapped(voice("{count} more are not shown here.", count=more), "  ")
    chart = charted(panel, writer.width - 4, voice)
    if chart:
        yield ""
        yield from (f"  {line}" for line in chart)
    alone = compared(panel, voice)[:1] if len({point.label for point in panel.points}) == 1 else []
    for sentence in alone:
        yield from writer.wrapped(sentence, "  ")
    if panel.caveat:
        yield from map(writer.dim, writer.wrapped(voice(panel.caveat), "  "))
    yield from map(writer.dim, writer.wrapped(footer(panel, voice), "  "))


def _notes(panel: Panel, said: set[str], writer: _Writer, voice: Voice) -> Iterator[str]:
    """Give what is known only in part, each sentence once on a page; `said` is added to."""
    for note in map(voice, panel.coverage_notes):
        if note and note not in said:
            said.add(note)
            yield from map(writer.dim, writer.wrapped(note, "  "))


def _question(panel: Panel, voice: Voice) -> str:
    """Give the question, and the unit where the numbers below are written without it."""
    question = voice(panel.question)
    if not panel.points or panel.unit not in STATISTICS & COUNTED.keys():
        return question
    unit = voice(PLURAL[panel.unit])
    return question if unit in question.lower() else f"{question} {voice('In {unit}.', unit=unit)}"


def _finding(panel: Panel, finding: Finding, writer: _Writer, voice: Voice) -> Iterator[str]:
    shape, word = status(panel, finding.outcome, voice)
    said = voice("{status}: {title}", status=word, title=voice(finding.title))
    yield from writer.wrapped(said, "    ", f"  {SIGNS[shape]} ")
    for words in (voice(reason(panel, finding)), *map(voice, finding.evidence)):
        yield from map(writer.dim, writer.wrapped(words, "    "))
    for said, place in linked(finding.links, voice):
        yield from writer.wrapped(f"{said} {place}".rstrip(), "    ")
    if finding.remedy:
        remedy = voice(finding.remedy)
        if finding.effort:
            remedy = voice("{remedy} ({effort})", remedy=remedy, effort=voice(finding.effort))
        yield from writer.wrapped(remedy, "      ", "    → ")


def _group(name: str, rows: list[Entry], writer: _Writer, voice: Voice) -> Iterator[str]:
    said = voice("{what}: {count}", what=name, count=len(rows))
    yield from writer.wrapped(said, "    ", f"  {SIGNS['question']} ")
    titles, silent = told_apart(rows, voice)
    for words in titles:
        yield from map(writer.dim, writer.wrapped(words, "      ", "    - "))
    yield from map(writer.dim, writer.wrapped(silent, "    "))


def _entry(entry: Entry, writer: _Writer, voice: Voice) -> Iterator[str]:
    facts, details = sentences(entry, voice)
    yield from writer.wrapped(named(entry, voice), "    ", "  · ")
    if place := address(entry):
        yield from writer.wrapped(place, "    ")
    for words in facts:
        yield from map(writer.dim, writer.wrapped(words, "    "))
    if details:
        yield from writer.wrapped(voice(entry.ask), "    ")
        for words in details:
            yield from map(writer.dim, writer.wrapped(words, "      "))
