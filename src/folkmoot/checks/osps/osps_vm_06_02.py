"""OSPS-VM-06.02: changes are checked for weaknesses.

Question:
    Is every change checked for security weaknesses, and stopped when it brings one?

Why it matters:
    A tool that runs at night finds the hole after it was released.

How it is counted:
    A pipeline on changes that runs static analysis for security shows the check; that it stops a change the
    forge's required checks show. Both are a yes. Commands of the project that run such a tool are shown too:
    whether a pipeline calls them a reader sees.

What it does not tell:
    What apps check that leave nothing in the repository, such as GitHub's default set-up of CodeQL.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0602
"""

import re

from folkmoot.checks.osps._blocking import blocking
from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._pipelines import runs
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.checks.osps._told import at_word
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

NAMES = ("codeql", "bandit", "gosec", "cppcheck", "zizmor")
"""Tools that are told by whole words."""
CHECKS = "|".join(
    (
        *(rf"{at_word(name)}\b" for name in NAMES),
        r"codeql-action|semgrep|brakeman|sonar(cloud|qube|source)|coverity|snyk code|psalm.*taint|spotbugs",
        r"findsecbugs|njsscan|eslint-plugin-security|security-code-scan|flawfinder|clang-tidy|scan-build",
        r"golangci-lint(-action|\s+run)|devskim|horusec|mobsf",
    )
)
PATTERN = re.compile(CHECKS, re.IGNORECASE)
COMMANDS = (
    "Makefile", "makefile", "justfile", "Justfile", "Taskfile.yml", "tox.ini", "noxfile.py", "pyproject.toml",
    "package.json", "Rakefile", "tasks.py", ".pre-commit-config.yaml",
)  # fmt: skip
"""Files at the top that hold the commands pipelines call."""
MOST = 3


def _by_hand(ground: Ground) -> Say | None:
    """Look for such a tool among the project's own commands."""
    spots = []
    there = [path for path in COMMANDS if path in ground.paths() and path not in ground.links()]
    for path, content, _ in ground.read_all(there, 300_000):
        lines = (content or b"").decode("utf-8", "replace").split("\n")
        spots += [
            Evidence(Message("“{line}”", {"line": line.strip()[:160]}), path, number)
            for number, line in enumerate(lines, 1)
            if PATTERN.search(line[:2000]) and not line.lstrip().startswith("#")
        ][:MOST]
    if not spots:
        return None
    said = "{path} looks for weaknesses; whether a pipeline does on every change somebody has to look."
    return Say(Outcome.UNKNOWN, Message(said, {"path": spots[0].path}), tuple(spots))


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
        _by_hand,
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
