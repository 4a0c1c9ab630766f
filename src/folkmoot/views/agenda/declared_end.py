"""The project says itself that it has ended: then nothing else about its work is advice to anybody."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look


def raised(look: Look) -> Finding | None:
    """Raise the finding of the check where a README says so."""
    for project, findings in look.findings.items():
        for finding in findings:
            if finding.id == "declared-end" and finding.outcome is Outcome.NO:
                title: Text = "The README says that this project is no longer looked after here."
                if len(look.findings) > 1:
                    title = Message(
                        "The README of {project} says that it is no longer looked after here.",
                        {"project": look.project_name(project)},
                    )
                return replace(finding, title=title, spots=(), panels=("community-files",))
    return None


RULE = Rule("declared-end", 98, raised, concerns_users=True)
