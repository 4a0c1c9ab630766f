"""OSPS-GV-01.01: who has access to sensitive resources.

Question:
    Does the documentation list the people who have access to what is sensitive?

Why it matters:
    Users and newcomers have to know whom to trust with what, and so has whoever takes the access away again.

How it is counted:
    A list of maintainers, owners or committers in a file of that name with somebody in it, a heading with
    names below it, or the people that SECURITY-INSIGHTS names. The baseline takes a list of maintainers for
    enough; a picture of everybody who ever contributed is none.

What it does not tell:
    Whether the list is complete, and who of them holds which keys: only the project knows.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-gv-0101
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        told(
            files=r"(maintainers?|owners|committers?|core[-_]?(team|developers)|team|code_?owners|"
            r"members|steering|emeritus|codeowners)([-_](list|team|guide))?",
            headings=r"^(who (are|is) )?((current|project|core|active|our|the|lead|list of|members of the) )*"
            r"(maintainers?|committers?|core (team|developers?|contributors?)|core maintainers|team|"
            r"team members|project leads?|administrators?|owners|steering (committee|council)|"
            r"reviewers and approvers|members)( list| team)?[:?]?$",
            says=r"^\s*([-*+|]|\d+[.)])\s*\S|(^|[\s(\[,|])@[a-z0-9]|"
            r"\]\(https?://(?!\S{0,200}(graphs/contributors|contrib\.rocks|opencollective\.com))|<\S{1,200}@|"
            r"https?://(git(hub|lab)\.com/[\w-]+(\.png|/?)(?![\w/-])|\S{1,200}/(people|members|teams)\b)|"
            r"\b(maintained|led|run|lead|owned) by\b",
            enough=20,
            found="{path} tells who looks after the project. Who has which access, it may leave open.",
        ),
        there(
            r"(\.github/|docs/|\.gitlab/)?(codeowners|owners|owners_aliases|maintainers)|(\.github/|"
            r"docs/)?(maintainers|committers|owners|team|steering)\.(md|txt|rst|adoc|ya?ml|toml|json|"
            r"csv)",
            "{path} names who is responsible.",
        ),
        attested(
            "repository.core-team.*.name",
            "project.administrators.*.name",
            "project-lifecycle.core-maintainers.*",
        ),
    ),
    remedy=("Write MAINTAINERS.md: who, their account, and what they may do (merge, release, administer)."),
    effort="half an hour",
    settle=(
        "Write MAINTAINERS.md with each person's account and access, or add `repository.core-team` to "
        "SECURITY-INSIGHTS.yml."
    ),
)
