"""OSPS-BR-04.01: every release says what changed.

Question:
    Does each release come with a log of what changed, security included?

Why it matters:
    Users decide from it whether to update today. Without it they decide by guessing.

How it is counted:
    Notes of at least 80 characters with the newest release at the forge, or a changelog that names the newest
    version tag; where packages are made in folders, that of the package which the tag names. A no only where
    the forge shows a release without notes and no changelog is there.

What it does not tell:
    Whether the log is complete, and whether it says what was a security fix.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0401
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._releases import change_log
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        change_log,
        attested("repository.release.changelog", "header.changelog"),
    ),
    remedy=(
        "Write a few lines for each release, under “## Changelog”: added, changed, fixed, security. `gh "
        "release create v1.2.3 --generate-notes` begins one."
    ),
    effort="half an hour a release",
    settle=(
        "Run it with --forge, or add `repository.release.changelog: https://…` to SECURITY-INSIGHTS.yml."
    ),
    once_released=True,
)
