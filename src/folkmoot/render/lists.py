"""The entries of a panel as they are shown: never more than a reader can use, and how many are left out."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.model.link import Link, safe
from folkmoot.model.page import Entry, Panel
from folkmoot.render.voice import Voice

MOST = 200
"""However many entries a panel brings, no page shows more."""
MOST_SENTENCES = 60
"""Facts, or details, of one entry."""


def shown_entries(panel: Panel, most: int = MOST) -> tuple[tuple[Entry, ...], int]:
    """Give the entries that are shown, and how many there are beside them."""
    return panel.entries[:most], panel.more + max(0, len(panel.entries) - most)


def sentences(entry: Entry, voice: Voice) -> tuple[list[str], list[str]]:
    """Give what is said about an entry, and what is said when a reader asks, both translated and harmless."""
    facts = [voice(fact) for fact in entry.facts[:MOST_SENTENCES]]
    return facts, [voice(detail) for detail in entry.details[:MOST_SENTENCES]]


def address(entry: Entry) -> str:
    """Give where an entry can be looked at, "" where that is no plain https address."""
    return safe(entry.address)


def linked(links: Sequence[Link], voice: Voice) -> list[tuple[str, str]]:
    """Give the words and the address of each thing that is named, no address where it is not safe."""
    return [(voice(link.text), safe(link.address)) for link in links[:MOST_SENTENCES]]


def named(entry: Entry, voice: Voice) -> str:
    """Give an entry's title after its state, as one line."""
    title, state = voice(entry.title), voice(entry.state)
    return voice("{state}: {title}", state=state, title=title) if state else title
