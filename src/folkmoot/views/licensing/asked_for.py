"""The panel on what licences of dependencies ask for: no conflicts, but things to do when a program ships."""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.i18n import Message, Text
from folkmoot.model.licence import Condition
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Panel
from folkmoot.views.licensing.known import Licensing

MOST_NAMED = 5
KINDS = {
    "files": (
        "Whoever gets its files in any form gets their source, with every change to them. Other files keep "
        "their own licence."
    ),
    "module": (
        "Whoever gets it in any form gets its source, with every change to it. What only stands beside it "
        "keeps its own licence."
    ),
    "library": (
        "Whoever gets a program with it gets the library's source, and may put a changed library in its "
        "place. The program keeps its own licence."
    ),
}
CAVEAT = (
    "Weak copyleft only (MPL, LGPL, EPL, CPL, CDDL), as their publishers explain it. Copying code out of a "
    "dependency into your own files is another matter. Notices that nearly every licence wants kept are not "
    "listed. This is no legal advice."
)


def conditions_panel(licensing: Licensing) -> Iterator[Panel]:
    """Give each licence that asks for something, with the dependencies that are shipped under it."""
    found = licensing.conditions
    if not found:
        return
    count = len({dependency.name for each in found for dependency in each.dependencies})
    yield Panel(
        id="licences-conditions",
        title="What shipping them asks for",
        question="What do licences of dependencies ask for that go together with the project's?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=tuple(map(_entry, found)),
        headline=Message("Dependencies that are shipped and ask for something: {count}.", {"count": count}),
        caveat=CAVEAT,
    )


def _entry(condition: Condition) -> Entry:
    names = [each.name for each in condition.dependencies]
    values: dict[str, str | int | float] = {
        "names": ", ".join(names[:MOST_NAMED]),
        "more": len(names) - MOST_NAMED,
    }
    which: Text = Message("It holds for {names}.", values)
    if len(names) > MOST_NAMED:
        which = Message("It holds for {names} and {more} more.", values)
    return Entry(
        condition.licence,
        condition.licence,
        "condition",
        (KINDS[condition.kind], which),
        address=condition.source,
    )
