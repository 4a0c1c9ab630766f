"""OSPS-DO-04.01: how long and how far a release is supported.

Question:
    Does the documentation say which releases are supported, how, and for how long?

Why it matters:
    Users plan updates by it, and a programme office has to: the CRA asks for a support period.

How it is counted:
    A SUPPORT file, headings such as “Supported versions”, “Release cycle” or “Long-term support”, or lines
    that say how long a version is supported.

What it does not tell:
    Whether fixes really come for that long.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-do-0401
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        told(
            files=r"support(ed)?([-_](policy|versions))?|eol|release[-_](policy|lifecycle)|lts",
            headings=r"support(ed)? (versions?|releases?|policy|polic(y|ies)|lifecycle|period|matrix|"
            r"window)|(version|release) (support|lifecycle)|long[- ]term support|\blts\b|end[- ]of[- ]life|"
            r"maintenance (policy|schedule|branches)|release (lifecycle|policy)",
            words=r"(provid|offer|giv)\w* support (only )?(for|to) |support (only )?for the (latest|"
            r"newest|most recent)|"
            r"(versions?|releases?|branch\w*) .{0,60}(is|are|be) supported (for|until|with)|"
            r"security (fixes|updates|support) (for|"
            r"until)|we (only )?support (only )?the (latest|newest|most recent|last)|only the (latest|"
            r"newest|most recent) (\w+ )?(version|release)|end[- ]of[- ]life",
            about=("support", "end of life", "end-of-life", "latest"),
            where=r"^[^/]+$|^\.github/|security|release|support|version|lifecycle|faq",
        ),
        attested("project.documentation.support-policy"),
    ),
    remedy=(
        "Write in SECURITY.md: “## Supported versions. The newest release gets bug and security fixes; "
        "older ones get none.”"
    ),
    effort="half an hour",
    settle="Add `project.documentation.support-policy: https://…` to SECURITY-INSIGHTS.yml.",
    once_released=True,
)
