"""OSPS-BR-07.02: there is a policy for secrets.

Question:
    Does the project say how its secrets are kept, who may use them and when they are replaced?

Why it matters:
    Secrets outlive the people who made them. Who leaves should not have to be asked where the keys are.

How it is counted:
    A heading or a line about handling, storing or rotating secrets or credentials of the project in its
    documentation.

What it does not tell:
    Policies that are kept in private, which is common for this one.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0702
"""

from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        told(
            headings=r"(secrets?|credentials?|keys?|tokens?) (management|handling|policy|rotation|storage)|"
            r"(managing|handling|rotating|storing) (of )?(our |project |the )?(secrets|credentials|"
            r"tokens|keys)",
            words=r"rotat\w+ (the |our |all )?(\w+ )?(secrets?|credentials?|tokens?|signing keys?)|"
            r"(secrets?|credentials?) (are|must be|is) (stored|kept|rotated|managed)",
            about=("secret", "credential", "rotat"),
            where=r"contribut|govern|security|maintain|releas|develop|polic|infra|ops",
        ),
    ),
    remedy=(
        "Write a section “Secrets” in CONTRIBUTING or GOVERNANCE: where they are stored, who may read "
        "them, and that each is replaced once a year and when somebody leaves."
    ),
    effort="an hour",
    settle=(
        "Write a section “Secrets” in GOVERNANCE.md: where they are kept, who may use them, when they are"
        " replaced."
    ),
)
