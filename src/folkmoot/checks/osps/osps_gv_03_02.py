"""OSPS-GV-03.02: what makes a contribution acceptable.

Question:
    Does the guide for contributors say what a contribution has to fulfil?

Why it matters:
    Who knows the rules before the work starts is not sent back after it.

How it is counted:
    Headings or lines on coding style, tests, commit messages, sign-off or checks that a change has to pass,
    in documents for contributors. In a README only lines that name a contribution, a commit or the like.

What it does not tell:
    Whether reviewers apply the same rules.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-gv-0302
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        told(
            headings=r"(cod(e|ing)|commit|style|test(ing)?|pull request|pr|patch|contribution|"
            r"submission) ?(message |"
            r"messages )?(style|standards?|guidelines?|guide|conventions?|requirements?|rules|"
            r"checklist|criteria|format)|acceptance (criteria|policy)|requirements for|before (you )?(submit|"
            r"open|send)\w*\b(?! (an? |the |your |new )*(\w+ )?(issue|bug|ticket|report|question)s?\b)|"
            r"style guide|^(commit messages?|coding style|code style|conventions|"
            r"tests?|testing|linting|style)$|definition of done|sign[- ]?off|what makes a good|"
            r"^what (a|an|your|every|each) (good )?(\w+ )?(change|contribution|patch|pull request|pr|commit) "
            r"(needs|must|has to|should)",
            words=r"(must|should|need to|have to|required to|please|make sure|ensure)\b.{0,60}\b(tests? |"
            r"lint|signed[- ]off[- ]by|sign[- ]?off (on )?(your|each|every|all|the) (commit|patch)|"
            r"changelog|code style|format|coverage|conventional commit|"
            r"ci )|\b(add|adds|adding|includ(e|es|ing)|writ(e|es|ing)|updat(e|es|ing)) (unit )?tests|"
            r"run .{0,20}(lint|tests)",
            about=("test", "lint", "style", "sign", "format", "guideline"),
            where=r"contribut|develop|hacking|pull_request|(code|coding)[-_]?style|(^|/)style([-_]?guide)?\.|"
            r"guideline|commit|internals",
        ),
        # A README says much of what must be, and how users test: only what names a contribution is about it.
        told(
            headings=r"(cod(e|ing)|commit|pull request|pr|patch|contribution|submission) ?"
            r"(message |messages )?(style|standards?|guidelines?|guide|conventions?|requirements?|rules|"
            r"checklist|criteria|format)|"
            r"before (you )?(submit|open|send)\w* (a |an |the |your )*(pull request|patch|change|pr)\b|"
            r"^(commit messages?|coding style|code style)$|definition of done|sign[- ]?off",
            words=r"^(?=.*\b(pull requests?|patch(es)?|contribut\w*|prs?|submi\w+|commits?)\b)"
            r".*\b((must|should|need to|have to|required to|please|make sure|ensure)\b.{0,60}\b(tests?|lint|"
            r"signed[- ]off|sign[- ]?off|changelog|code style|coverage|conventional commit)\b|"
            r"(add|adds|adding|includ(e|es|ing)|writ(e|es|ing)) (unit )?tests\b)",
            about=("pull request", "patch", "contribut", "submi", "commit"),
            where="readme",
        ),
        attested("repository.documentation.review-policy"),
    ),
    remedy=(
        "Write a section “Before you open a change” in CONTRIBUTING: style and how it is checked, tests "
        "that have to come with it, how a commit is worded."
    ),
    effort="an hour",
    settle=(
        "Write a section on acceptable contributions in CONTRIBUTING.md, or add "
        "`repository.documentation.review-policy` to SECURITY-INSIGHTS.yml."
    ),
)
