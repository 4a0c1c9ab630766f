"""OSPS-DO-05.01: when security updates end.

Question:
    Does the documentation say when a version gets no more security updates?

Why it matters:
    Whoever runs an old version has to know that nobody will warn them.

How it is counted:
    Lines or headings that say which versions get security fixes and which do not: a table of supported
    versions, end of life, “only the newest release”.

What it does not tell:
    Whether the statement is kept up to date.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-do-0501
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

HEADINGS = (
    r"supported (versions?|releases?|branches)|end[- ]of[- ]life|security (support|updates|"
    r"maintenance)|support (policy|period|lifecycle)|version support"
)
ENDS = r"end[- ]of[- ]life|\beol\b"
MARKS = r"(❌|:x:|:white_check_mark:|✅)"

CHECK = requirement(
    __doc__,
    (
        told(
            headings=HEADINGS,
            words=r"(security (fix|patch|updat)\w*|fixes|patches|backport\w*)\b.{0,80}\b(only|latest|"
            r"newest|most recent|"
            r"current|supported)\b|\bonly\b.{0,40}\b(latest|newest|most recent|"
            r"current)\b.{0,40}\b(version|release|"
            r"branch|minor|major)|no longer (receive|get|supported|maintained|provide)|" + ENDS + r"|"
            r"not (be )?(backport|support)ed|supported.{0,30}" + MARKS + r"|"
            r"\|.{0,40}\|\s*" + MARKS,
            about=(
                "supported",
                "latest",
                "newest",
                "end of life",
                "end-of-life",
                "eol",
                "backport",
                "no longer",
            ),
            where=r"security|support|release|lifecycle|eol|maint",
            # What others end is none of its own ends.
            unless=r"\b(tools|dependenc(y|ies)|distributions?|distros?)\b",
        ),
        # A README says of much that it is not supported, and has tables of features: only plain words count.
        told(
            headings=HEADINGS,
            words=r"security (fix|patch|updat)\w*\b.{0,80}\b(only|latest|newest|most recent|"
            r"current|supported)\b|" + ENDS,
            about=("security", "end of life", "end-of-life", "eol"),
            where=r"^readme",
            # “Supported versions” may be those of the language that it needs.
            says=r"\b(security|fix(es|ed)?|patch\w*|until|end|eol|maintain\w*|backport\w*|no longer|only)\b",
        ),
        attested("project.documentation.support-policy"),
    ),
    remedy=(
        "Write in SECURITY.md: “Security fixes are made for the newest minor release only. When a new one"
        " comes out, the one before gets none.”"
    ),
    effort="half an hour",
    settle=(
        "Add `project.documentation.support-policy: https://…` to SECURITY-INSIGHTS.yml, a page that "
        "names the end."
    ),
    once_released=True,
)
