"""OSPS-VM-06.01: a threshold for findings of static analysis.

Question:
    Does a policy say from when on findings of static analysis have to be acted on?

Why it matters:
    A warning that may stay hides the one that must not.

How it is counted:
    Lines in policies or documents for contributors on findings of static analysis and what becomes of them. A
    section that only says how to run the tools is none.

What it does not tell:
    Whether it is followed.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0601
"""

from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        told(
            headings=r"\bsast\b|static (application security |code )?analysis|code scanning|security "
            r"(testing|"
            r"scanning|linting)( policy)?",
            words=r"(sast|static analy[sz]\w+|codeql|code scanning|semgrep|bandit|gosec|brakeman|coverity|"
            r"clang-tidy).{0,140}(must|should|are|is|will|need).{0,80}(fix|resolv|remediat|address|"
            r"pass|clean|block|triag|zero|no )",
            about=(
                "sast",
                "static analy",
                "codeql",
                "code scanning",
                "semgrep",
                "bandit",
                "gosec",
                "brakeman",
                "coverity",
                "clang-tidy",
            ),
            where=r"^readme|security|contribut|polic|govern|maint|develop|hacking|releas|(^|/)(scan|sast)|internals",
            says=r"(finding|issue|warning|alert|severit|violation|vulnerabilit).{0,200}"
            r"(must|fix|resolv|remediat|block|fail|triag|dismiss|suppress|within|before)|"
            r"(must|fix|resolv|block|fail|triag)\w* .{0,200}(finding|issue|warning|alert|severit|violation)",
        ),
    ),
    remedy=(
        "Write in CONTRIBUTING: “Findings of static analysis of high severity stop a change; others are "
        "fixed or suppressed with a reason within 90 days.”"
    ),
    effort="half an hour",
    settle="Write the threshold into CONTRIBUTING.md under “Static analysis”.",
)
