"""The page on what one project is made of, from its files alone: no store is asked."""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.supplying.files import files_panel, unread_panel
from folkmoot.views.supplying.holes import holes_panel
from folkmoot.views.supplying.known import Supply
from folkmoot.views.supplying.packages import locked_panel, movable_panel, packages_panel, several_panel

SLUG, TITLE = "supply", "Supply chain"
NOTHING = "No file here names a dependency."
NOT_READ = "What this project depends on stands in files of a form that is not read here."
NOT_HERE = "The files that may name packages are not in this clone, so what it depends on is not known."


def panels_of(supply: Supply) -> Iterator[Panel]:
    """Give the panels, what wants a decision first; what there is nothing of has none."""
    if any(each.components for each in supply.inventory.own):
        yield holes_panel(supply)
    if supply.packages:
        yield packages_panel(supply)
    for make in (locked_panel, movable_panel, several_panel):
        yield from make(supply)
    if supply.files:
        yield files_panel(supply)
    yield from unread_panel(supply)


def lede_of(supply: Supply) -> Text:
    """Say how many packages there are, of how many ecosystems, and in how many files that stands."""
    if not supply.packages:
        return NOT_HERE if supply.inventory.unread else NOT_READ if supply.inventory.foreign else NOTHING
    values: dict[str, str | int | float] = {
        "packages": len(supply.packages),
        "files": len(supply.files),
        "kinds": len(supply.counts),
    }
    if len(supply.counts) == 1:
        if values["files"] == 1:
            return Message("Packages this project names: {packages}, in one file.", values)
        return Message("Packages this project names: {packages}, in {files} files.", values)
    if values["files"] == 1:
        return Message("Packages this project names: {packages} of {kinds} kinds, in one file.", values)
    return Message("Packages this project names: {packages} of {kinds} kinds, in {files} files.", values)
