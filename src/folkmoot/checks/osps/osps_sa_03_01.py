"""OSPS-SA-03.01: the security was assessed.

Question:
    Has the project looked at what could most likely go wrong, and what would hurt most?

Why it matters:
    Effort goes where the risk is only when somebody has looked for it.

How it is counted:
    Files called security assessment, self-assessment or audit, headings about one, or the evidence that
    SECURITY-INSIGHTS names. A comment there without evidence is told, and does not decide.

What it does not tell:
    How good it is and how old.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-sa-0301
"""

from folkmoot.checks.osps._insights import attested, insights
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.checks.osps._told import hinted, told
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome


def _comment(ground: Ground) -> Say | None:
    """Tell what is said about a self-assessment of which no evidence is named."""
    found = insights(ground).named("repository.security.assessments.self.comment")
    if not found:
        return None
    said = Message(
        "SECURITY-INSIGHTS names no evidence, but says: “{comment}”", {"comment": found[0].value[:200]}
    )
    return Say(Outcome.UNKNOWN, said, (Evidence(said, insights(ground).path, found[0].line),))


KINDS = ("security", "third[- ]party", "independent", "external")
DONE = (
    r" (audit|assessment|review|pentest|penetration test)\w* "
    r"(was|were|has been|by|report|performed|conducted|completed|of|in)"
)

CHECK = requirement(
    __doc__,
    (
        there(
            r"(.+/)?[^/]*(security[-_ ]?(audit|assessment|review)|self[-_ ]?assessment|audit[-_ ]?report|"
            r"pentest|security-audits?)[^/]*(/.+)?\.(md|pdf|rst|txt|adoc|html)|(.+/)?audits/[^/]+\.(md|"
            r"pdf|rst|txt)|((docs?/)?security/|docs?/)?audit/[^/]+\.(md|pdf|rst|txt)",
            "{path} is an assessment.",
        ),
        told(
            headings=r"security (assessment|audits?|reviews?|analysis)|self[- ]?assessment|"
            r"threat (model|analysis)|^(security )?audits$",
            words="|".join((*(kind + DONE for kind in KINDS), "audited by")),
            about=(
                "audit",
                "assess",
                "threat",
                "security considerations",
                "security model",
                "security review",
            ),
        ),
        attested(
            "repository.security.assessments.self.evidence",
            "repository.security.assessments.third-party.*.evidence",
            "security-artifacts.self-assessment.evidence-url.*",
            "security-assessments.*.auditor-report",
        ),
        hinted(headings=r"security (considerations|model|assumptions|architecture)"),
        _comment,
    ),
    remedy=(
        "Answer the OpenSSF's self-assessment (https://github.com/ossf/security-insights or CNCF's "
        "template): what is worth protecting, from whom, what could go wrong. Save it as "
        "SECURITY-ASSESSMENT.md."
    ),
    effort="a day",
    settle="Add `repository.security.assessments.self.evidence: https://…` to SECURITY-INSIGHTS.yml.",
    once_released=True,
)
