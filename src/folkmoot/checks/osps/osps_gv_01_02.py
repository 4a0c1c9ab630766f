"""OSPS-GV-01.02: what each role does.

Question:
    Does the documentation describe the roles in the project and what each is responsible for?

Why it matters:
    A role that is written down can be asked for, handed over and left.

How it is counted:
    Headings about roles, responsibilities or duties, or about what maintainers, committers or leads do, with
    something below them. Below a heading such as "Maintainers" stand most often their names: it counts where
    something below it is about what they do. A code of conduct says how to behave and is left out.

What it does not tell:
    Whether people act in these roles.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-gv-0102
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

HEADINGS = (
    r"\broles?\b|responsibilit|\bduties\b|(being|what (do|does)|becoming) (a |an "
    r")?(\w+ )?(maintainer|"
    r"committer|reviewer|member)|contributor ladder|(steering|technical) (committee|"
    r"council)|\b(leads?|leadership|decision making)\b|(maintainers?|committers?|"
    r"reviewers?|approvers?) guide(lines)?$"
)
WORDS = (
    r"(maintainers?|committers?|reviewers?|approvers?|leads?|members?) (are|is) (expected|"
    r"responsible|in charge|trusted)"
)
# Every code of conduct has “Our Responsibilities”: how to behave, not what a role does.
CONDUCT = r"^(?!.*conduct)"
OF_PEOPLE = r"(readme|.*(govern|maint|contribut|owners|member|team|communit|charter|role|ladder))"

CHECK = requirement(
    __doc__,
    (
        told(
            headings=HEADINGS,
            words=WORDS,
            about=("responsib", "role", "maintainer", "committer", "in charge"),
            where=CONDUCT + OF_PEOPLE,
        ),
        told(
            headings=r"^\W*(\w+ ){0,2}(maintainers?|committers?|reviewers?|approvers?):?$",
            says=r"responsib|in charge|\bexpected to\b|\bmerg(e|es|ing)\b|\breview(s|ing|ed)?\b|"
            r"\bapprov(e|es|al|ing)\b|\btriag|\bvot(e|es|ing)\b|\bdecid|\bdecisions?\b|"
            r"\b(commit|push|write) (access|rights?|bits?)\b|"
            r"\b(make|cut|publish)(s|es)? (new |the )?releases?\b",
            where=CONDUCT + f"(docs?/|{OF_PEOPLE})",
        ),
        # Programs have roles and leaders, too: elsewhere in the documentation it has to be about people here.
        told(
            headings=HEADINGS,
            words=WORDS,
            about=("responsib", "role", "maintainer", "committer", "in charge"),
            where=CONDUCT + "docs?/",
            says=r"\b(maintainers?|committers?|contributors?|reviewers?|approvers?|triagers?|steering|council|"
            r"technical committee|core team|volunteers?)\b",
        ),
        attested("repository.documentation.governance"),
    ),
    remedy=(
        "Write in GOVERNANCE.md a section for each role: what it may do, what is expected, how one gets "
        "it and leaves it. `folkmoot init --governance` begins one."
    ),
    effort="an afternoon",
    settle="Add `repository.documentation.governance: https://…` to SECURITY-INSIGHTS.yml.",
)
