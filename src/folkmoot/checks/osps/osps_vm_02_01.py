"""OSPS-VM-02.01: security contacts are named.

Question:
    Does the documentation say whom to tell about a vulnerability?

Why it matters:
    Who finds a hole and nobody to tell has two bad choices: publish it or keep silent.

How it is counted:
    A mail address, a form for private reports or a programme in the security policy, or in a section about
    security. A policy that names nobody is a no; a missing one is a no only where the forge shows none
    either. Rules on how members decide, such as GOVERNANCE, may name a list for their own motions: there the
    paragraph has to speak of reports or of vulnerabilities, because outsiders are to see whom to tell.

What it does not tell:
    Whether somebody reads what comes in.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0201
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._reporting import contact
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.model.check import Ground, Outcome


def _nowhere(ground: Ground) -> Say | None:
    """Say no where the forge knows of no policy and no way to report in private."""
    forge = ground.forge
    if forge is None or forge.security_policy is not False or forge.private_reporting is not False:
        return None
    return Say(Outcome.NO, "There is no security policy, and the forge takes no private reports.")


CHECK = requirement(
    __doc__,
    (
        contact,
        shown(
            lambda forge: forge.private_reporting or None,
            "The forge takes private reports of vulnerabilities.",
        ),
        attested(
            "project.vulnerability-reporting.contact.email",
            "repository.security.champions.*.email",
            "vulnerability-reporting.email-contact",
            "security-contacts.*.value",
        ),
        _nowhere,
    ),
    remedy=(
        "Write SECURITY.md: “Please report vulnerabilities at "
        "https://github.com/OWNER/NAME/security/advisories/new or to ADDRESS, not in a public issue.”"
    ),
    effort="ten minutes",
    settle=(
        "Write SECURITY.md with an address; or run it with --forge: the owner's .github repository may "
        "provide one."
    ),
)
