"""The agenda as a panel, with one sentence that says how things stand."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.metric import Better
from folkmoot.model.page import Panel
from folkmoot.views.agenda import agenda, known_holes
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.period import iso_date

NOTHING_URGENT = "Nothing urgent: none of the signs this report watches for wants attention."
ONE_THING = "One thing wants attention; it comes with what to do next."
SOME_THINGS = "{count} things want attention, the weightiest first; each comes with what to do next."


OF_GIT = "Rules of thumb on what git shows; you know your community better than any rule."
OF_FORGE = "Rules of thumb on what git and the forge show; you know your community better than any rule."
LOOKED_UP_LATER = (
    "Whether what the project depends on has known vulnerabilities is still being looked up: the whole "
    "report tells."
)


def agenda_panel(look: Look) -> Panel:
    """Give the panel that opens the report: what wants attention, and what is well."""
    has_history = look.outline.commits > 0
    findings = agenda(look) if has_history else ()
    return Panel(
        id="agenda",
        title="Agenda",
        question="What should this community talk about next?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        findings=findings,
        headline=_headline(findings) if has_history else "",
        missing="" if has_history else NO_COMMITS,
        caveat=OF_FORGE if look.outline.told else OF_GIT,
        source=", ".join(["git", *look.outline.forges]),
        coverage=look.outline.quality,
        coverage_notes=(LOOKED_UP_LATER,) if has_history and known_holes.comes_later(look) else (),
        data_until=iso_date(look.outline.last_seen),
        freshness=iso_date(look.outline.as_of),
    )


def _headline(findings: tuple[Finding, ...]) -> Text:
    open_points = sum(finding.outcome is not Outcome.YES for finding in findings)
    if open_points == 0:
        return NOTHING_URGENT
    return ONE_THING if open_points == 1 else Message(SOME_THINGS, {"count": open_points})
