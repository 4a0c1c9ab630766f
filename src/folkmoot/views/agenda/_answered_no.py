"""Findings of checks on files as findings of the agenda."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.look import Look


def answered_no(look: Look, check: str, alone: str, of_several: str) -> Finding | None:
    """Give the first finding of `check` that is a plain "no", None where there is none.

    Its title is `alone`, and among several projects `of_several`, which says which {project} is meant.
    """
    for project, findings in look.findings.items():
        for finding in findings:
            if finding.id == check and finding.outcome is Outcome.NO:
                title: Text = alone
                if len(look.findings) > 1:
                    title = Message(of_several, {"project": look.project_name(project)})
                return replace(finding, title=title, spots=())
    return None
