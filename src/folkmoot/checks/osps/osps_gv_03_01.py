"""OSPS-GV-03.01: how to contribute.

Question:
    Does the documentation explain how a contribution is made?

Why it matters:
    A newcomer's first question has the same answer each time. Written down, it costs nobody an evening.

How it is counted:
    A contributing guide, or a heading about contributing with something below it. A no only where the forge
    says that there is none.

What it does not tell:
    Whether the guide is right.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-gv-0301
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        told(
            files=r"contribut(ing|e|ions?)([-_].*)?|hacking",
            headings=r"^(how (to|can i|do i) )?contribut(e|ing|ions?)\b|submitting (a )?(change|patch|"
            r"pull request)|pull requests?$|sending patches|how to submit",
        ),
        shown(
            lambda forge: forge.contributing_guide,
            "The forge shows a contributing guide, for this repository or for all of its owner's.",
            "The forge shows no contributing guide, and the documentation has no section on it.",
        ),
        attested("repository.documentation.contributing-guide", "contribution-policy.contributing-policy"),
    ),
    remedy=(
        "Write CONTRIBUTING.md: how to propose a change, how to build and test it, and who answers how "
        "soon. `folkmoot init` begins one."
    ),
    effort="an hour",
    settle=(
        "Run it with --forge: the owner's .github repository may provide a guide that a clone cannot show."
    ),
)
