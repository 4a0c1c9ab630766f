"""OSPS-SA-01.01: the design shows who does what.

Question:
    Is there a description of the design with all actors and what they do?

Why it matters:
    A newcomer reads the design in an hour and the code in a month. So does a reviewer of its security.

How it is counted:
    Files or folders called architecture or design, headings about architecture, design, internals or how it
    works, or the design that SECURITY-INSIGHTS names.

What it does not tell:
    Whether it shows all actors and actions.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-sa-0101
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import hinted, told

CHECK = requirement(
    __doc__,
    (
        told(
            files=r"(architecture|design|technical[-_]design)([-_].*)?",
            headings=r"\barchitecture\b|\bdesign (overview|document\w*)|data ?flow|^actors|"
            r"^(the )?(system |high[- ]level |internal |software )?design$|system (overview|"
            r"components|context)",
        ),
        there(
            r"(docs?|documentation|site|website)/(.+/)?(architecture|design|internals|adrs?|"
            r"decisions)(/.+)?\.(md|rst|txt|adoc|svg|png|puml|drawio)",
            "{path} is about the design.",
        ),
        attested("project.documentation.design"),
        hinted(
            headings=r"^(\w+ )?internals|^how it works|code (structure|organi[sz]ation|layout)|"
            r"\bdesign (principles|goals|notes)|project structure",
        ),
    ),
    remedy=(
        "Write ARCHITECTURE.md: the parts, who talks to whom, what comes from outside, and where rights "
        "change. One page and one picture are enough."
    ),
    effort="a day",
    settle="Add `project.documentation.design: https://…` to SECURITY-INSIGHTS.yml.",
    once_released=True,
)
