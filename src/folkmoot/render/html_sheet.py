"""A panel whose entries are rows of a table that is handed over: a question, its answer, what it rests on.

End tags that HTML leaves out are left out, and no row repeats what a heading says: such tables are long. Rows
that say nothing but their state are named together in one row by their ids; the other formats have each.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from folkmoot.model.page import Entry, Panel
from folkmoot.render.coded import coded
from folkmoot.render.lists import address, sentences, shown_entries
from folkmoot.render.voice import Voice

TOGETHER = 4
"""Rows from which on those that say nothing but the same state are named together."""


def html_sheet(panel: Panel, voice: Voice) -> str:
    """Give the table of a panel that has `columns`, without those that are empty in every row."""
    entries, _ = shown_entries(panel)
    told, silent = _parted(entries)
    rows = [_cells(entry, voice) for entry in told]
    kept = [number for number in range(len(panel.columns)) if number < 2 or any(row[number] for row in rows)]
    rows += [_together(inside, voice) for inside in silent]
    head = "".join(f"<th scope=col>{escape(voice(panel.columns[number]))}" for number in kept)
    parts = [f"<table class=words><caption>{escape(voice(panel.title))}</caption><thead><tr>{head}<tbody>"]
    for row in rows:
        first, *others = (row[number] for number in kept)
        parts.append(f"<tr><th scope=row>{first}" + "".join(f"<td>{cell}" for cell in others))
    return "".join(parts) + "</table>"


def _parted(entries: Sequence[Entry]) -> tuple[list[Entry], list[list[Entry]]]:
    """Give the rows that say something, and those that do not by their state, where there are several."""
    by_state: dict[str, list[Entry]] = {}
    for entry in entries:
        if not (entry.facts or entry.details or address(entry)):
            by_state.setdefault(str(entry.state), []).append(entry)
    silent = [inside for inside in by_state.values() if len(inside) >= TOGETHER]
    left_out = {id(entry) for inside in silent for entry in inside}
    return [entry for entry in entries if id(entry) not in left_out], silent


def _together(entries: Sequence[Entry], voice: Voice) -> tuple[str, str, str, str]:
    names = [voice.name(entry.id) for entry in entries]
    named = voice("And {count} more, with nothing to show:", count=len(names))
    return f"{escape(named)} {escape(', '.join(names))}", escape(voice(entries[0].state)), "", ""


def _cells(entry: Entry, voice: Voice) -> tuple[str, str, str, str]:
    facts, details = sentences(entry, voice)
    title = escape(voice(entry.title))
    if place := address(entry):
        title = f'<a href="{escape(place)}" rel="noopener noreferrer nofollow">{title}</a>'
    return title, escape(voice(entry.state)), _said(facts), _said(details)


def _said(lines: list[str]) -> str:
    return coded(lines[0]) if len(lines) == 1 else "".join(f"<p>{coded(line)}" for line in lines)
