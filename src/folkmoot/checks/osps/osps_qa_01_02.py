"""OSPS-QA-01.02: every change is on public record.

Question:
    Is there a public record of every change, with who made it and when?

Why it matters:
    A history is how the next maintainer finds out why.

How it is counted:
    A git repository that the forge shows to everybody is such a record.

What it does not tell:
    Whether the history was rewritten, and whether names in it are true: anybody can write any name into a
    commit.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0102
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: forge.is_public,
            "The history at {forge} is public, with authors and times.",
            "{forge} shows the history only to some.",
        ),
        attested("repository.url", "header.project-url", value=lambda value: value.startswith("https://")),
    ),
    remedy="Make the repository public once everybody who holds rights in it agrees.",
    effort="ten minutes",
    settle="Run it with --forge: a public git repository is the record.",
)
