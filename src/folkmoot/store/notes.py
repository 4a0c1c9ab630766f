"""Sentences as a store keeps them: message id and values, so that they are translated when they are shown.

Stores written before kept the finished English sentence; such a note is shown as it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from string import Formatter
from typing import Any

from folkmoot.i18n import Message, Text


def written(note: Text) -> str:
    """Give a note as it is kept: a Message as JSON, a finished sentence as it is."""
    if isinstance(note, str):
        return note
    return json.dumps({"text": note.text, "values": note.values}, ensure_ascii=False, sort_keys=True)


def read(kept: str) -> Text:
    """Give a note back as it was before `written`; what is not of its form is a finished sentence."""
    if not kept.startswith("{"):
        return kept
    try:
        told = json.loads(kept)
    except (ValueError, RecursionError):
        return kept
    text, values = (told.get("text"), told.get("values")) if isinstance(told, dict) else (None, None)
    if not isinstance(text, str) or not isinstance(values, dict):
        return kept
    if not all(isinstance(value, str | int | float) for value in values.values()):
        return kept
    return Message(text, values) if _is_plain(text, values) else kept


def summed(notes: Iterable[Text], commits: int) -> tuple[Text, ...]:
    """Give the notes on several projects, each once, and those that count commits as one on all `commits`."""
    told: dict[str, Text] = {}
    counted: dict[str, dict[str, int]] = {}
    for note in notes:
        counts = _counts(note)
        if not isinstance(note, Message) or counts is None:
            told.setdefault(str(note), note)
        elif note.text in counted:
            before = counted[note.text]
            counted[note.text] = {name: before.get(name, 0) + count for name, count in counts.items()}
            told[note.text] = Message(note.text, {**counted[note.text], "commits": commits})
        else:
            counted[note.text], told[note.text] = counts, note
    return tuple(told.values())


def _counts(note: Text) -> dict[str, int] | None:
    """Give the numbers of a note that counts commits, None for any other."""
    values = note.values if isinstance(note, Message) else {}
    counts = {name: value for name, value in values.items() if isinstance(value, int)}
    return counts if "commits" in counts and len(counts) == len(values) else None


def _is_plain(text: str, values: dict[str, Any]) -> bool:
    """Tell whether a sentence has nothing but names in its placeholders, and a value for each of them."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return False
    return all(
        name is None or (name in values and not spec and not turned) for _, name, spec, turned in parts
    )
