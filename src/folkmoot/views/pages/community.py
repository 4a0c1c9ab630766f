"""Community files: what a newcomer, a user or a company looks for before anything else."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.checks.community.changelog import stops
from folkmoot.i18n import Message, Text
from folkmoot.model.check import NO_FILES, Finding, Outcome
from folkmoot.model.metric import Better
from folkmoot.model.page import Panel
from folkmoot.views.governing.overview import governing_panel
from folkmoot.views.governing.telling import short
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.period import iso_date
from folkmoot.views.plan import PagePlan
from folkmoot.views.several import of_several

ENDED = "declared-end"
ONE = "One of the {count} files that people look for is here."
NONE = "None of the {count} files that people look for is here."
NOT_READ = "The files of this project were not read; `folkmoot report` on a clone reads them."


def files_panel(look: Look, project: int) -> Panel:
    """Give the panel of community files of one project."""
    has_history = look.outline.commits > 0
    findings = tuple(filter(_is_shown, look.findings[project])) if has_history else ()
    return Panel(
        id="community-files",
        title="Community files",
        question="Does the repository hold the files people look for first?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        findings=findings,
        headline=_headline(findings) if has_history else "",
        missing="" if has_history else NO_COMMITS,
        caveat=(
            "Only the files of the repository are looked at; what stands on a web site or at the forge is "
            "unknown."
        ),
        definition="https://chaoss.community/kb/metric-documentation-discoverability/",
        data_until=iso_date(look.outline.last_seen),
        freshness=iso_date(look.outline.as_of),
    )


def _is_shown(finding: Finding) -> bool:
    """Tell whether a finding belongs among files: an end does only where the project says or announces it."""
    return finding.id != ENDED or bool(finding.spots)


def _headline(findings: Sequence[Finding]) -> Text:
    if any(finding.lacks_files for finding in findings):
        return ""
    asked = [finding for finding in findings if finding.id != ENDED]
    expected = [finding for finding in asked if finding.outcome is not Outcome.NOT_APPLICABLE]
    present = sum(finding.outcome is Outcome.YES or stops(finding) for finding in expected)
    if present == len(expected):
        return Message("All {count} files that people look for are here.", {"count": present})
    if present <= 1:
        return Message(ONE if present else NONE, {"count": len(expected)})
    return Message(
        "{present} of the {count} files that people look for are here.",
        {"present": present, "count": len(expected)},
    )


def more(look: Look) -> Sequence[Panel]:
    """Give one panel of files per project, then what each tells about how it is governed."""
    count = max(len(look.trees), look.outline.projects)
    files = ((one, look.project_name(one), files_panel(look, one)) for one in look.trees)
    governed = ((known.project, short(known.name), governing_panel(known)) for known in look.governing)
    return of_several(files, count) + of_several(governed, len(look.trees))


def lede(look: Look) -> Text:
    """Name what is missing for certain, or say that nothing is."""
    if not look.outline.commits:
        return NO_COMMITS
    if not look.trees:
        return NOT_READ
    files = [f for findings in look.findings.values() for f in findings if f.id != ENDED]
    if files and all(finding.lacks_files for finding in files):
        return NO_FILES
    stopped = any(map(stops, files))
    absent = [str(f.title) for f in files if f.outcome is Outcome.NO and not stops(f)]
    doubtful = any(finding.outcome is Outcome.UNKNOWN and not stops(finding) for finding in files)
    if absent:
        return Message(
            "Not found in the repository: {files}. Each comes with why it matters and text to start from.",
            {"files": ", ".join(dict.fromkeys(absent))},
        )
    if doubtful:
        return (
            "Nothing is missing for certain. What is not in the repository may come from the owner's "
            ".github repository, which a clone cannot show."
        )
    if stopped:
        return "Every file that people look for is here, but the changelog ends before the newest releases."
    return "Every file that people look for before they use a project, or join it, is here."


PAGE = PagePlan("community", "Community files", 80, lede, more)
