"""OSPS-DO-06.01: how dependencies are chosen and tracked.

Question:
    Does the documentation say how dependencies are selected, obtained and tracked?

Why it matters:
    Every dependency is a stranger with rights in the project. How they are let in should not be an accident.

How it is counted:
    A heading about dependencies with something below it in documents for contributors, or the policy that
    SECURITY-INSIGHTS names. A configuration of Dependabot or Renovate shows the tracking, and is told beside
    it.

What it does not tell:
    Whether the description matches what is done.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-do-0601
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import hinted, told
from folkmoot.model.check import Outcome

CHECK = requirement(
    __doc__,
    (
        told(
            headings=r"dependenc(y|ies) (management|policy|updates?|upgrades?|lifecycle|selection|tracking)|"
            r"(managing|adding|updating|upgrading|new|choosing) (\w+ )?dependenc|"
            r"vendoring|third[- ]party (dependenc\w*|code) (policy|review|approval)",
            words=r"(add|introduc|updat|upgrad|bump)\w* (a |any |new |third[- ]party |external )*dependenc(y|"
            r"ies).{0,80}(must|should|need|require|discuss|approv|review|justif)|dependencies (are|"
            r"must be) (managed|tracked|updated|pinned|vendored|reviewed)",
            about=("dependenc",),
            where=r"contribut|develop|hacking|depend|security|maint|govern|polic|env|release|intern",
        ),
        attested(
            "repository.documentation.dependency-management-policy",
            "dependencies.env-dependencies-policy.policy-url",
            "dependencies.dependencies-lifecycle.policy-url",
        ),
        hinted(files=r"dependencies"),
        there(
            r"(\.github/)?(dependabot\.ya?ml|renovate\.json5?)|\.renovaterc(\.json)?|"
            r"\.github/renovate\.json5?",
            "{path} tracks new versions; how dependencies are chosen it does not say.",
            outcome=Outcome.UNKNOWN,
        ),
    ),
    remedy=(
        "Write a section “Dependencies” in CONTRIBUTING: when a new one is worth it, who decides, where "
        "they are declared, and what keeps them up to date."
    ),
    effort="an hour",
    settle=(
        "Add `repository.documentation.dependency-management-policy: https://…` to SECURITY-INSIGHTS.yml."
    ),
    once_released=True,
)
