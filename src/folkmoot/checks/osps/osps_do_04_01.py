"""OSPS-DO-04.01: how long and how far a release is supported.

Question:
    Does the documentation say which releases are supported, how, and for how long?

Why it matters:
    Users plan updates by it, and a programme office has to: the CRA asks for a support period.

How it is counted:
    A SUPPORT file with a line about versions, headings such as “Supported versions” or “Long-term support”,
    or lines that say how long a version is supported. In a README such a heading counts where it is about
    fixes: it may be about versions of what the software needs.

What it does not tell:
    Whether fixes really come for that long.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-do-0401
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

HEADINGS = (
    r"support(ed)? (versions?|releases?|policy|polic(y|ies)|lifecycle|period|matrix|"
    r"window)|(version|release) (support|lifecycle)|long[- ]term support|\blts\b|end[- ]of[- ]life|"
    r"maintenance (policy|schedule|branches)|release (lifecycle|policy)"
)
WORDS = (
    r"(provid|offer|giv)\w* support (only )?(for|to) |support (only )?for the (latest|"
    r"newest|most recent)|"
    r"(versions?|releases?|branch\w*) .{0,60}(is|are|be) supported (for|until|with)|"
    r"security (fixes|updates|support) (for|"
    r"until)|we (only )?support (only )?the (latest|newest|most recent|last)|only the (latest|"
    r"newest|most recent) (\w+ )?(version|release)|end[- ]of[- ]life"
)
ABOUT = ("support", "end of life", "end-of-life", "latest")
VERSIONS = (
    r"\b(versions?|releases?|branch(es)?)\b.{0,80}\b(supported|maintained|fix(es|ed)|updates)\b|"
    r"\b(support|maintain|fix)\w*\b.{0,60}\b(versions?|releases?|branch(es)?|months|years)\b"
)
FIXES = (
    r"\b(fix(es|ed)?|patch\w*|security|maintain\w*|maintenance|until|end|eol|lts|latest|newest|policy|lifecycle|"
    r"backport\w*)\b"
)

CHECK = requirement(
    __doc__,
    (
        told(
            files=r"support([-_](policy|versions))|supported([-_]versions)?|eol|release[-_](policy|lifecycle)|lts",
            headings=HEADINGS,
            words=WORDS,
            about=ABOUT,
            where=r"^(?!readme)[^/]+$|^\.github/|security|release|support|version|lifecycle|faq",
        ),
        # Most files called SUPPORT say where to ask for help: this one has to be about versions.
        told(words=VERSIONS, about=("support", "maintain", "fix"), where=r"(^|/)support\."),
        # “Supported versions” in a README may be those of the language that it needs.
        told(headings=HEADINGS, words=WORDS, about=ABOUT, where="^readme", says=FIXES),
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
