"""OSPS-DO-02.01: a guide to reporting defects.

Question:
    Does the documentation say how to report a defect?

Why it matters:
    People report bugs where they find a door, or nowhere.

How it is counted:
    Templates for issues, or a heading or line about reporting bugs with a place to go.

What it does not tell:
    Whether reports are answered.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-do-0201
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        there(
            r"(\.github|\.gitlab|\.gitea|\.forgejo)/(issue_template(s)?(/.+)?|issue_template\.md)|"
            r"issue_template\.md|docs/issue_template\.md",
            "{path} guides who reports.",
        ),
        told(
            # "Open issues" is most often a list of what is not settled, not a door.
            headings=r"((report(ing)?|fil(e|ing)|submit(ting)?|found|rais(e|ing)|opening) (a |an |any |"
            r"new |your )?|open (a |an |any |new |your ))(bugs?|issues?|defects?|problems?)|bug reports?|"
            r"^issues$",
            words=r"((report|file|submit|opening|raise|create)\w* (a |an |any |new |your )?|"
            r"open (a |an |any |new |your ))(bug|issue|"
            r"defect|problem)s?\b",
            about=("issue", "bug", "defect"),
            # A format or a program may have one that holds an address for bugs of others.
            unless=r"^\W{0,3}(attribute|element|field|option|parameter)\b",
        ),
        # “Help” or “Feedback” may be about a program or a plan: what stands below has to be about reports.
        told(
            headings=r"^(support|getting help|help|feedback|reporting)$",
            says=r"\b(bugs?|issues?|defects?|tracker)\b",
        ),
        shown(
            lambda forge: forge.takes_issues, "The forge takes issues; nothing says how to write a good one."
        ),
    ),
    remedy=(
        "Write a section “Reporting a bug” in CONTRIBUTING: where, what to include, and what happens then."
    ),
    effort="half an hour",
    settle={
        "": "Write a section “Reporting a bug” in the README, or add a template for issues.",
        "github": "Write a section “Reporting a bug” in the README, or add an issue template "
        "(`.github/ISSUE_TEMPLATE/bug.md`).",
    },
    once_released=True,
)
