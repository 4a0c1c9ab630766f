"""A panel whose entries are rows of a table that is handed over: a question, its answer, what it rests on.

End tags that HTML leaves out are left out, and no row repeats what a heading says: such tables are long.
"""

from __future__ import annotations

from html import escape

from folkmoot.model.page import Entry, Panel
from folkmoot.render.lists import address, sentences, shown_entries
from folkmoot.render.voice import Voice


def html_sheet(panel: Panel, voice: Voice) -> str:
    """Give the table of a panel that has `columns`, without those that are empty in every row."""
    entries, _ = shown_entries(panel)
    rows = [_cells(entry, voice) for entry in entries]
    kept = [number for number in range(len(panel.columns)) if number < 2 or any(row[number] for row in rows)]
    head = "".join(f"<th scope=col>{escape(voice(panel.columns[number]))}" for number in kept)
    parts = [f"<table class=words><caption>{escape(voice(panel.title))}</caption><thead><tr>{head}<tbody>"]
    for row in rows:
        first, *others = (row[number] for number in kept)
        parts.append(f"<tr><th scope=row>{first}" + "".join(f"<td>{cell}" for cell in others))
    return "".join(parts) + "</table>"


def _cells(entry: Entry, voice: Voice) -> tuple[str, str, str, str]:
    facts, details = sentences(entry, voice)
    title = escape(voice(entry.title))
    if place := address(entry):
        title = f'<a href="{escape(place)}" rel="noopener noreferrer nofollow">{title}</a>'
    return title, escape(voice(entry.state)), _said(facts), _said(details)


def _said(lines: list[str]) -> str:
    return escape(lines[0]) if len(lines) == 1 else "".join(f"<p>{escape(line)}" for line in lines)
