"""OSPS-BR-02.01: every release has a version of its own.

Question:
    Does every release carry a version that no other one has?

Why it matters:
    “Are you affected?” can only be answered by those who can name what they run.

How it is counted:
    Version tags in the clone, or releases at the forge. A tag's name is unique by its nature.

What it does not tell:
    Whether packages elsewhere carry the same versions, and whether a tag was ever moved.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0201
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._releases import versions
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        versions,
        attested("repository.release.changelog", "project.documentation.release-process"),
    ),
    remedy='Tag each release: `git tag -s v1.2.3 -m "1.2.3" && git push origin v1.2.3`.',
    effort="ten minutes",
    settle="Fetch the tags (`git fetch --tags`), or run it with --forge.",
    once_released=True,
)
