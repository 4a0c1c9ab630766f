"""One panel that says whether a repository writes down who decides, and how, and where to read on."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.i18n import Message
from folkmoot.model.check import FETCH_THEM, NO_FILES
from folkmoot.model.page import Entry, Panel
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.panels import panel_on

NOTHING = (
    "No file here says who decides, or how: no roles, proposals or votes were found. "
    "`folkmoot init --governance` writes such files after a few questions."
)
UNSEEN = f"{NO_FILES} Whether any says who decides, and how, is not known. {FETCH_THEM}"
ROLES = "Files that say who holds which role: {files}."
NAMES_NOBODY = (
    "Files that may say who holds which role: {files}. None names anybody in a form that is known here."
)
MOST_NAMED = 3


def governing_panel(known: Known) -> Panel:
    """Give one sentence where there is nothing, else what there is, page by page."""
    panel = panel_on(
        known, "governing", "How it is governed", "Does the repository say who decides, and how?"
    )
    found: list[Entry] = []
    if known.role_files:
        names_somebody = known.roster is None or known.listings
        told = ROLES if names_somebody else NAMES_NOBODY
        # Those that were read in vain are named: somebody may write them so that they can be read.
        named = [] if names_somebody else known.role_files[:MOST_NAMED]
        facts = tuple(Message("{path}", {"path": path}) for path in named)
        found.append(Entry("roles", Message(told, {"files": len(known.role_files)}), "roles", facts))
    if known.has_proposals:
        count = len(known.proposals.proposals) if known.proposals else len(known.document_files)
        found.append(Entry("rfcs", Message("Proposals: {count}.", {"count": count}), "proposals"))
    if known.has_decisions:
        count = len(known.records) + len(known.own.decisions if known.own else ())
        found.append(
            Entry(
                "decisions", Message("Decisions and votes on record: {count}.", {"count": count}), "decisions"
            )
        )
    nothing = UNSEEN if known.tree.is_missing else NOTHING
    return replace(panel, entries=tuple(found), missing="" if found else nothing)
