"""OSPS-VM-05.02: findings about dependencies are settled before a release.

Question:
    Does a policy say that findings about dependencies are settled before a release?

Why it matters:
    A known hole that goes out with a release is the project's own.

How it is counted:
    Lines in policies or in the steps of a release that ask for a scan or for settled vulnerabilities before
    it is made.

What it does not tell:
    Whether it is followed.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0502
"""

from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

POLICY = r"security|contribut|polic|depend|govern|maint|releas|develop|vulnerab|scan|sast|sca"


CHECK = requirement(
    __doc__,
    (
        told(
            headings=r"(pre-?release|before (a |the )?release|release) (security )?(checks?|checklist|"
            r"scan|gate)|dependency (policy|review) .*release",
            words=r"(before|prior to|each|every|block\w*|cut\w*|"
            r"until)\b.{0,60}\breleas\w*.{0,140}(vulnerabilit|"
            r"dependenc\w* (scan|check|audit|review)|\bsca\b|govulncheck|npm audit|pip-audit|"
            r"cargo audit|cve)|(vulnerabilit\w*|sca|dependency scan|cves?)\b.{0,120}(before|"
            r"prior to|block) .{0,40}releas",
            about=("releas",),
            where=POLICY,
        ),
    ),
    remedy=(
        "Add a line to the steps of a release: “No known vulnerability in a dependency that affects us, "
        "or a VEX statement why it does not.”"
    ),
    effort="half an hour",
    settle=(
        "Write it into the steps of a release (RELEASING.md): a scan of dependencies, and what stops the "
        "release."
    ),
)
