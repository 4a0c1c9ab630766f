"""OSPS-VM-03.01: vulnerabilities can be reported in private.

Question:
    Is there a way to report a vulnerability that only the security contacts see?

Why it matters:
    A public issue tells attackers first.

How it is counted:
    A mail address, a form for private reports or a programme in the security policy, the forge's private
    reporting, or an address in SECURITY-INSIGHTS.

What it does not tell:
    Whether somebody reads what comes in.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0301
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._reporting import contact
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: forge.private_reporting or None,
            "The forge takes private reports of vulnerabilities.",
        ),
        contact,
        attested(
            "project.vulnerability-reporting.contact.email",
            "vulnerability-reporting.email-contact",
            "project.vulnerability-reporting.bug-bounty-program",
        ),
    ),
    remedy={
        "": "Name a mail address for reports in SECURITY.md.",
        "github": "Switch on Settings > Code security > Private vulnerability reporting, and name it in "
        "SECURITY.md.",
        "gitlab": "Write in SECURITY.md that reports come as confidential issues, with the address: "
        "“https://…/-/issues/new?issue[confidential]=true”, or name a mail address.",
    },
    effort="ten minutes",
    settle={
        "": "Name an address in SECURITY.md.",
        "github": "Run it with --forge, or name an address in SECURITY.md.",
    },
)
