"""OSPS-VM-05.01: a threshold for findings about dependencies.

Question:
    Does a policy say from when on findings about dependencies, vulnerabilities and licences, have to be acted
    on?

Why it matters:
    A scanner without a rule for its findings is noise after a month.

How it is counted:
    Lines in policies that give dependencies' vulnerabilities or licences a severity or a time to act.

What it does not tell:
    Whether it is followed.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0501
"""

from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

POLICY = r"security|contribut|polic|depend|govern|maint|releas|develop|vulnerab|scan|sast|sca"


CHECK = requirement(
    __doc__,
    (
        told(
            headings=r"(sca|dependency|vulnerability|software composition analysis)( scanning| finding\w*)? "
            r"(remediation|threshold)|remediation (policy|threshold|timeline)",
            words=r"(critical|high|medium|severity|cvss).{0,120}(vulnerabilit|dependenc|sca\b|finding).{0,"
            r"120}(within|day|week|remediat|fix|upgrad|block|release)|(vulnerabilit\w+ in|"
            r"vulnerable) (\w+ )?dependenc\w*.{0,"
            r"120}(within|must|will be|are) .{0,40}(day|week|updat|fix|remediat|upgrad|patch)",
            about=("severity", "critical", "cvss", "vulnerable", "remediat", "dependenc"),
            where=POLICY,
        ),
    ),
    remedy=(
        "Write in SECURITY.md: “Critical and high vulnerabilities in dependencies are fixed or shown not "
        "to matter within 14 days, others with the next release. New dependencies need a licence from "
        "this list: …”."
    ),
    effort="an hour",
    settle=(
        "Write the threshold into SECURITY.md under “Dependencies”: which severity, which licences, how soon."
    ),
)
