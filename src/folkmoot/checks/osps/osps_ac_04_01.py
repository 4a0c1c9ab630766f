"""OSPS-AC-04.01: a pipeline without permissions gets the least.

Question:
    Does a pipeline task that asks for no permissions get the lowest ones?

Why it matters:
    A workflow that somebody adds in a hurry says nothing about permissions. What it gets then decides what a
    poisoned dependency in it can do.

How it is counted:
    A yes when every job says what its token may, itself, by its workflow or by one of the project that it
    calls, because then no default is ever used; else the repository's default at the forge: read is a yes,
    write a no.

What it does not tell:
    Other build services than GitHub's.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-ac-0401
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from folkmoot.checks.osps._ci_risks import declares_permissions
from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._requirement import requirement

if TYPE_CHECKING:
    from folkmoot.model.forge_settings import ForgeSettings


def _is_low(forge: ForgeSettings) -> bool | None:
    return forge.workflow_permission in ("read", "none") if forge.workflow_permission else None


CHECK = requirement(
    __doc__,
    (
        declares_permissions,
        shown(_is_low, "Workflows may only read by default.", "Workflows may write by default."),
    ),
    remedy=(
        "Put `permissions: {contents: read}` at the top of each workflow named here, and choose Settings "
        "> Actions > General > Workflow permissions > Read repository contents."
    ),
    effort="half an hour",
    settle={
        "": "Put `permissions: {contents: read}` at the top of each workflow; or run it with --forge and a "
        "token that may administer the repository.",
        "gitlab": "Look at Settings > CI/CD > Job token permissions: only projects that need it should be "
        "let "
        "in. Then write in CONTRIBUTING what a job may reach.",
    },
)
