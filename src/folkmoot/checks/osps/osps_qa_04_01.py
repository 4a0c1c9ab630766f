"""OSPS-QA-04.01: all repositories of the project are listed.

Question:
    Does the project list the repositories that belong to it?

Why it matters:
    Who reports a hole in a part of the project has to know that it is one.

How it is counted:
    Repositories that SECURITY-INSIGHTS names, submodules, or a heading about repositories, subprojects or
    components in the documentation. A project of one repository has nothing to list, which a clone cannot
    know.

What it does not tell:
    Whether the list is complete.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0401
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told
from folkmoot.model.check import Outcome

CHECK = requirement(
    __doc__,
    (
        attested("project.repositories.*.url"),
        told(
            headings=r"\bsub-?projects?\b|^((our|all|other|related|the|project) )*(repositories|"
            r"repos|codebases)\b|"
            r"related (projects|repositories)|official (plugins|packages|projects)|^ecosystem",
            where=r"^[^/]+$|^\.github/|govern|contribut|communit",
        ),
        there(
            r"\.gitmodules",
            "{path} names other repositories that belong to the source.",
            outcome=Outcome.UNKNOWN,
        ),
    ),
    remedy=(
        "Write a section “Repositories” in the README: each, what it is for, and whether it is maintained."
    ),
    effort="half an hour",
    settle=(
        "List `project.repositories` (name, url, comment) in SECURITY-INSIGHTS.yml; one entry says that "
        "there is one."
    ),
)
