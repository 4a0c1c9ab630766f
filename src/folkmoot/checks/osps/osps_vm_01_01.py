"""OSPS-VM-01.01: a policy for coordinated disclosure, with times.

Question:
    Does a policy say how vulnerabilities are disclosed together, and how soon somebody answers?

Why it matters:
    Who reports in confidence has to know how long to keep silent.

How it is counted:
    A security policy with a time in it (“within 7 days”) beside words on answering, fixing or disclosing is a
    yes. A policy without any time is a no, unless a line of it with a link speaks of the policy: then
    the rest may stand there.

What it does not tell:
    Whether the times are kept.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0101
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._reporting import timeframe
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        timeframe,
        attested(
            "project.vulnerability-reporting.policy",
            "project.vulnerability-reporting.security-policy",
            "repository.documentation.security-policy",
            "vulnerability-reporting.security-policy",
        ),
    ),
    remedy=(
        "Add to SECURITY.md: “We answer within 7 days. We fix or tell you why not within 90 days, and "
        "publish together with you.”"
    ),
    effort="ten minutes",
    settle=(
        "Add `project.vulnerability-reporting.policy: https://…` to SECURITY-INSIGHTS.yml; on GitHub the "
        "owner's .github repository may hold the policy, which a clone cannot show."
    ),
)
