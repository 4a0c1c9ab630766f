"""Timelines read from repositories that tests make."""

from __future__ import annotations

from pathlib import Path

from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.govern.timeline import History, Timeline, read_history
from folkmoot.sources.git.repository import Options, open_repository

from .proposals.documents import PEP


def pep(status: str, number: int = 12) -> str:
    """Give a PEP of a status."""
    return PEP.replace("PEP: 12", f"PEP: {number}").replace("Status: Final", f"Status: {status}")


def history_of(place: Path, layout: str = "pep") -> History:
    """Read the history of the repository at a place."""
    with open_repository(str(place), Options(branch="main")) as opened:
        return read_history(opened, all_layouts()[layout])


def only(place: Path, layout: str = "pep") -> Timeline:
    """Give the one timeline there is."""
    found = history_of(place, layout).timelines
    assert len(found) == 1
    return found[0]


def words(timeline: Timeline) -> list[str]:
    """Give the status words in their order."""
    return [one.after for one in timeline.transitions]
