"""OSPS-QA-01.01: the source is public at an address that stays.

Question:
    Can everybody read the source, at an address that does not change?

Why it matters:
    Open source that cannot be read is a promise.

How it is counted:
    The forge says whether the repository is public. Without it, an address at a forge that a manifest or
    SECURITY-INSIGHTS names as the project's own counts.

What it does not tell:
    Whether the address will stay, and whether everybody sees what an address named leads to.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0101
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._manifests import source_named
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: forge.is_public,
            "{forge} shows the repository to everybody.",
            "{forge} shows the repository only to some.",
        ),
        source_named,
        attested("repository.url", "header.project-url", value=lambda value: value.startswith("https://")),
    ),
    remedy="Make the repository public once everybody who holds rights in it agrees.",
    effort="ten minutes",
    settle="Run it with --forge, or add `repository.url: https://…` to SECURITY-INSIGHTS.yml.",
)
