"""OSPS-VM-06.02: changes are checked for weaknesses.

Question:
    Is every change checked for security weaknesses, and stopped when it brings one?

Why it matters:
    A tool that runs at night finds the hole after it was released.

How it is counted:
    A pipeline on changes that runs static analysis for security shows the check; that it stops a change the
    forge's required checks show. Both are a yes.

What it does not tell:
    What apps check that leave nothing in the repository, such as GitHub's default set-up of CodeQL.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0602
"""

from folkmoot.checks.osps._blocking import blocking
from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._pipelines import runs
from folkmoot.checks.osps._requirement import requirement
from folkmoot.model.check import Outcome

CHECKS = (
    r"\bcodeql\b|codeql-action|semgrep|\bbandit\b|\bgosec\b|brakeman|sonar(cloud|qube|source)|coverity|"
    r"snyk code|psalm.*taint|spotbugs|findsecbugs|njsscan|eslint-plugin-security|security-code-scan|"
    r"flawfinder|\bcppcheck\b|clang-tidy|scan-build|golangci-lint(-action|\s+run)|\bzizmor\b|devskim|"
    r"horusec|mobsf"
)


CHECK = requirement(
    __doc__,
    (
        blocking(CHECKS),
        runs(
            CHECKS,
            on_change=True,
            outcome=Outcome.UNKNOWN,
            text="{path} looks for weaknesses on changes; whether it stops one the forge would tell.",
        ),
        attested("repository.security.tools.*.type", value=lambda value: value == "SAST"),
    ),
    remedy={
        "": "Run `semgrep scan --error` in a pipeline on changes, and make its check required.",
        "github": "Switch on Settings > Code security > Code scanning (CodeQL, default set-up), and make its "
        "check required in the ruleset of the default branch.",
        "gitlab": "Add a job to .gitlab-ci.yml that runs `semgrep scan --error` on merge requests, without "
        "allow_failure, and switch on Pipelines must succeed.",
    },
    effort="half an hour",
    settle=(
        "Run it with --forge: required status checks show whether the check stops a change; or name the "
        "tool under `repository.security.tools` (type SAST) in SECURITY-INSIGHTS.yml."
    ),
)
