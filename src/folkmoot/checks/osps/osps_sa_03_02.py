"""OSPS-SA-03.02: threats were modelled.

Question:
    Has the project gone through its attack surface and critical paths as an attacker would?

Why it matters:
    An attacker does it anyway.

How it is counted:
    Files or headings called threat model or attack surface, or the one that SECURITY-INSIGHTS names.

What it does not tell:
    How good it is and how old.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-sa-0302
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import hinted, told

CHECK = requirement(
    __doc__,
    (
        told(
            files=r"threat[-_ ]?(model(l?ing)?|analysis|assessment).*|attack[-_ ]?surface.*|trust[-_ "
            r"]boundar.*",
            headings=r"threat (model|analys|assess|landscape|scenario)|\bthreats\b|attack (surface|vectors?|"
            r"scenarios?)|trust boundar|threat-model|stride",
        ),
        there(
            r"(.+/)?[^/]*threat[-_ ]?model[^/]*(/.+)?\.(md|pdf|rst|txt|json|ya?ml|adoc)",
            "{path} is a threat model.",
        ),
        attested("security-artifacts.threat-model.evidence-url.*"),
        hinted(
            words=r"threat model|attack surface|trust boundar",
            about=("threat model", "attack surface", "trust bound"),
        ),
    ),
    remedy=(
        "Write docs/threat-model.md: what comes in from outside, where it could do harm, and what stands "
        "in its way (https://owasp.org/www-community/Threat_Modeling_Process)."
    ),
    effort="two days",
    settle="Write docs/threat-model.md, or link it in SECURITY.md.",
    once_released=True,
)
