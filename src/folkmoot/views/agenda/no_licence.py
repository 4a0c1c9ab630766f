"""No licence: nobody may use the work."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look


def raised(look: Look) -> Finding | None:
    """Raise the finding of the check when the answer is a plain no."""
    for project, findings in look.findings.items():
        for finding in findings:
            if finding.id == "licence" and finding.outcome is Outcome.NO:
                title: Text = "No licence file was found in the repository."
                if len(look.findings) > 1:
                    title = Message(
                        "No licence file was found in {project}.", {"project": look.project_name(project)}
                    )
                return replace(finding, title=title)
    return None


RULE = Rule("no-licence", 95, raised, concerns_users=True)
