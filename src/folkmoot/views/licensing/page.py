"""The page on the licences of one project, from its files alone: no store is asked."""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Page, Panel
from folkmoot.views.licensing.asked_for import conditions_panel
from folkmoot.views.licensing.depended_on import conflicts_panel, dependencies_panel
from folkmoot.views.licensing.headers_panels import headers_panel, reuse_panel
from folkmoot.views.licensing.known import Licensing
from folkmoot.views.licensing.made_here import members_panel
from folkmoot.views.licensing.stated import (
    contradictions_panel,
    is_file_by_file,
    joining_file,
    stated_panel,
)

SLUG, TITLE = "licences", "Licences"
QUIET = {
    (False, False): "The licence is {licence}, and nothing contradicts it.",
    (True, False): "The licence of the whole is {licence}. Single files that state another: {files}.",
    (False, True): "The licence of the whole is {licence}. Packages here that state another: {packages}.",
    (True, True): (
        "The licence of the whole is {licence}. Packages here that state another: {packages}; single files: "
        "{files}."
    ),
}
"""The first sentence where nothing wants a decision: by whether files, and packages, state another."""


def licences_page(licensing: Licensing) -> Page:
    """Give the page."""
    return Page(SLUG, TITLE, lede_of(licensing), tuple(panels_of(licensing)))


def panels_of(licensing: Licensing) -> Iterator[Panel]:
    """Give the panels, what wants a decision first."""
    yield stated_panel(licensing)
    yield from contradictions_panel(licensing)
    yield from members_panel(licensing)
    yield from conflicts_panel(licensing)
    yield from conditions_panel(licensing)
    yield headers_panel(licensing)
    yield from reuse_panel(licensing)
    yield dependencies_panel(licensing)


def lede_of(licensing: Licensing) -> Text:
    """Say in a sentence which licence it is, and how much wants a decision."""
    shipped = [each for each in licensing.conflicts if not each.dependency.development]
    count = len(licensing.contradictions) + len(shipped)
    values: dict[str, str | int | float] = {"licence": licensing.licences.expression, "count": count}
    if not licensing.licences.said:
        if licensing.licences.unread:
            return "The licence files are not in this clone, so which licence holds is not known."
        return "No licence file, manifest or README states a licence."
    if not licensing.licences.expression and not count:
        if is_file_by_file(licensing.licences):
            return "Several licences are kept here: which one holds is stated file by file."
        if path := joining_file(licensing.licences):
            return Message(
                "Several licences stand in {path}; which is for what, only its own words tell.",
                {"path": path},
            )
        return "Which licence holds is not clear."
    if not licensing.licences.expression:
        return Message("Which licence holds is not clear; things that want a decision: {count}.", values)
    if not count:
        values |= {"files": licensing.other_files, "packages": len(licensing.other_members)}
        return Message(QUIET[bool(values["files"]), bool(values["packages"])], values)
    return Message("The licence is {licence}; things that want a decision: {count}.", values)
