"""Workflows whose token may write to the repository although nothing says that it must."""

from __future__ import annotations

import re
from dataclasses import replace

from folkmoot.checks.hardening import job_write_all
from folkmoot.checks.scorecard import token_permissions
from folkmoot.i18n import Message, say
from folkmoot.model.check import Evidence, Finding
from folkmoot.views.agenda import Rule, strangers_code
from folkmoot.views.guarding.raising import files_of, first_places, raising
from folkmoot.views.look import Look

ASKED = (token_permissions.CHECK, job_write_all.CHECK)
WRITES = re.compile(
    r"\bmay write(?: everything|: (?:contents|packages|actions)$)|\bwrite-all\b", re.IGNORECASE
)
"""What lets a whole workflow, or a job everything, push or publish. A job that may write one thing may need
to, and alerts, statuses and deployments are not the repository."""


def raised(look: Look) -> Finding | None:
    """Raise what is granted in words; where nothing is said, the forge may grant the least.

    Where strangers may run code, that is enough about workflows for one agenda.
    """
    if strangers_code.raised(look):
        return None
    found = raising(look, ASKED, _writes)
    if not found:
        return None
    files = files_of(found)
    values: dict[str, str | int | float] = {"count": len(files), "file": files[0]}
    title = Message(
        "A workflow may write to your repository: {file}."
        if len(files) == 1
        else "Workflows may write to your repository: {count} files.",
        values,
    )
    return replace(
        found[0],
        id="tokens-write",
        title=title,
        evidence=first_places(found),
        spots=(),
        effort="ten minutes",
        panels=("agenda-security",),
    )


def _writes(spot: Evidence) -> bool:
    return bool(WRITES.search(say(spot.what)))


RULE = Rule("tokens-write", 62, raised)
