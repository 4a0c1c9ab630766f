"""OSPS-BR-01.03: strangers' code runs without secrets.

Question:
    Does code that nobody has reviewed run without access to secrets?

Why it matters:
    `pull_request_target` with a checkout of the change runs a stranger's code with the project's own rights.
    Whole projects were taken over so.

How it is counted:
    Workflows that start on pull_request_target or workflow_run and check out the head of the change are a no.
    Where a condition on the account, a label or the repository stands before it, it is unknown: somebody has
    to judge whether that is enough.

What it does not tell:
    Workflows that start on comments (most check first who commented), caches shared between runs, self-hosted
    runners, and other build services.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0103
"""

from folkmoot.checks.osps._ci_risks import untrusted_code
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        untrusted_code(
            bad="{path} checks out code that nobody reviewed where secrets are within reach.",
            good="Workflows looked at: {count}; none checks out unreviewed code where secrets are in reach.",
        ),
    ),
    remedy=(
        "Use `pull_request` for whatever builds or tests the change, and keep what needs rights in a "
        "second workflow that never checks the change out."
    ),
    effort="an afternoon",
    settle="Say in the security policy how builds of unreviewed changes are kept from secrets.",
)
