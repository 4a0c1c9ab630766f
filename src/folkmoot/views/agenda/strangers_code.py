"""Workflows in which somebody who is no maintainer can run code with the project's rights."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.checks.hardening import composite_injection, env_injection, github_script, merge_ref
from folkmoot.checks.scorecard import dangerous_workflow
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Finding
from folkmoot.views.agenda import Rule
from folkmoot.views.guarding.raising import files_of, first_places, raising
from folkmoot.views.look import Look

ASKED = tuple(
    module.CHECK
    for module in (dangerous_workflow, github_script, merge_ref, composite_injection, env_injection)
)


def raised(look: Look) -> Finding | None:
    """Raise the first finding that points at lines, with all the places of its kind."""
    found = raising(look, ASKED)
    if not found:
        return None
    files = files_of(found)
    values: dict[str, str | int | float] = {"count": len(files), "file": files[0]}
    title: Text = (
        Message("Strangers may be able to run code with the rights of a workflow: {file}.", values)
        if len(files) == 1
        else Message("Strangers may be able to run code with the rights of {count} workflows.", values)
    )
    return replace(
        found[0], id="strangers-code", title=title, evidence=first_places(found), spots=(),
        panels=("agenda-security",),
    )  # fmt: skip


RULE = Rule("strangers-code", 92, raised, concerns_users=True)
