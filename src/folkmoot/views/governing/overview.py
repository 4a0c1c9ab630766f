"""One panel that says whether a repository writes down who decides, and how, and where to read on."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.i18n import Message
from folkmoot.model.check import FETCH_THEM, NO_FILES
from folkmoot.model.page import Entry, Panel
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.panels import panel_on

NOTHING = (
    "No roles, proposals or votes were found in files of a form that is known here; what a README or a web "
    "site says of them is not read. `folkmoot init --governance` writes such files after a few questions."
)
UNSEEN = f"{NO_FILES} Whether any says who decides, and how, is not known. {FETCH_THEM}"
ROLES = "Files that say who holds which role: {files}."
NAMES_NOBODY = (
    "Files that may say who holds which role: {files}. None names anybody in a form that is known here."
)
NAMES_TEAMS = (
    "Files that say who holds which role: {files}. They name teams only, whose people are not shown here."
)
MOST_NAMED = 3


def governing_panel(known: Known) -> Panel:
    """Give one sentence where there is nothing, else what there is, page by page."""
    panel = panel_on(
        known, "governing", "How it is governed", "Does the repository say who decides, and how?"
    )
    found: list[Entry] = []
    if known.role_files:
        found.append(_roles(known))
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


def _roles(known: Known) -> Entry:
    """Say that there are files of roles; those that name nobody, or teams alone, are shown with that."""
    count: dict[str, str | int | float] = {"files": len(known.role_files)}
    if known.roster is None or known.listings:
        return Entry("roles", Message(ROLES, count), "roles")
    if named := known.teams[:MOST_NAMED]:
        teams = tuple(Message("{team}", {"team": f"@{team}"}) for team in named)
        return Entry("roles", Message(NAMES_TEAMS, count), "roles", teams)
    # Those that were read in vain are named: somebody may write them so that they can be read.
    paths = tuple(Message("{path}", {"path": path}) for path in known.role_files[:MOST_NAMED])
    return Entry("roles", Message(NAMES_NOBODY, count), "roles", paths)
