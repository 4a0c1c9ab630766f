"""Rows of a long table gathered by what they have in common, for a format that has little room."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.model.page import Entry
from folkmoot.render.voice import Voice


def gathered(entries: Sequence[Entry], voice: Voice) -> tuple[list[Entry], dict[str, list[Entry]]]:
    """Give the rows that stand alone, and the others by their group; groups in the order they first come."""
    alone: list[Entry] = []
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if name := voice(entry.group):
            groups.setdefault(name, []).append(entry)
        else:
            alone.append(entry)
    return alone, groups


def told_apart(group: Sequence[Entry], voice: Voice) -> tuple[list[str], str]:
    """Give the titles of the rows that say something, and the ids of those that say nothing, as one line."""
    saying = [voice(entry.title) for entry in group if entry.facts]
    return saying, ", ".join(voice.name(entry.id) for entry in group if not entry.facts)
