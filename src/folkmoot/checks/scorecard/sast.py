"""SAST: a tool that reads the source for mistakes which can be exploited.

Question:
    Does a tool for static analysis of security read the source?

Why it matters:
    Some kinds of mistakes (a query put together from input, a buffer one too short) are found by machines
    long before a person meets them.

How it is counted:
    Scorecard's rule for files: 10 when a workflow uses the action of CodeQL, Snyk, Pysa, Qodana or Hadolint,
    or a pom.xml names a Sonar server, else 0. It also counts changes whose check runs come from such tools;
    files do not show those, and its warning about that is kept.

What it does not tell:
    Whether GitHub's default setup for code scanning is on: it leaves no file. Scorecard knows no other tools,
    such as Semgrep, Bandit or clang-tidy. So nothing found is "unknown" here, while the score is 0 as
    Scorecard gives it for files.

References:
    Scorecard, SAST: https://github.com/ossf/scorecard/blob/main/docs/checks.md#sast
    The rule: https://github.com/ossf/scorecard/blob/main/checks/raw/sast.go
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from folkmoot.checks.scorecard._files import matching, read_files
from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.checks.scorecard._workflow import Workflow
from folkmoot.checks.scorecard._workflows import ruling_on_broken, workflow_files
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, info, warn

ELSEWHERE = (
    "No file shows a tool that Scorecard knows. Code scanning that is switched on in the settings of the "
    "forge leaves no file, and neither do tools that it does not know."
)
CODEQL = "CodeQL"
SONAR = "Sonar"
ACTIONS = {
    CODEQL: "github/codeql-action/analyze",
    "Snyk": "snyk/actions/",
    "Pysa": "facebook/pysa-action",
    "Qodana": "JetBrains/qodana-action",
    "Hadolint": "hadolint/hadolint-action",
}
"""What each tool's action is called; one that ends in "/" is the beginning of many."""
OPENS, CLOSES = b"<sonar.host.url>", b"</sonar.host.url>"
HOST = re.compile(rb"<sonar\.host\.url>\s*+(\S{1,512})\s*+</sonar\.host\.url>")
"""An address of at most 512 bytes, so that no file takes long."""


def _rule(ground: Ground) -> Ruling:
    files = workflow_files(ground)
    for file in files:
        if file.workflow is None:
            return ruling_on_broken(file)
    found = [(CODEQL, *place) for place in _users(ground, CODEQL)]
    found += [(SONAR, *place) for place in _sonar(ground)]
    found += [(tool, *place) for tool in ACTIONS if tool != CODEQL for place in _users(ground, tool)]
    told = [info(f"SAST configuration detected: {tool}") for tool, _path, _line in found]
    told.append(warn("no pull requests merged into dev branch"))
    tools = {tool for tool, _path, _line in found}
    if not tools:
        return Ruling(0, "no SAST tool detected", tuple(told), Outcome.UNKNOWN, (Evidence(ELSEWHERE),))
    reason = "SAST tool detected" if tools - {CODEQL} else f"SAST tool detected: {CODEQL}"
    spots = dict.fromkeys(Evidence(tool, path, line) for tool, path, line in found)
    return Ruling(BEST, reason, tuple(told), spots=tuple(spots))


def _users(ground: Ground, tool: str) -> Iterator[tuple[str, int]]:
    """Give the file and line of every step that uses a tool's action."""
    for file in workflow_files(ground):
        for line in _steps_with(file.workflow or Workflow(), ACTIONS[tool]):
            yield file.path, line


def _steps_with(workflow: Workflow, wanted: str) -> Iterator[int]:
    for job in workflow.jobs.values():
        for step in job.steps:
            if step.uses:
                action = step.uses.value.removeprefix("actions://").partition("@")[0]
                if action == wanted or (wanted.endswith("/") and action.startswith(wanted)):
                    yield step.uses.line


def _sonar(ground: Ground) -> Iterator[tuple[str, int]]:
    for path, content in read_files(ground, matching(ground, "pom.xml")):
        if CLOSES in content and HOST.search(content):
            yield path, content[: content.find(OPENS)].count(b"\n") + 1


CHECK = scorecard_check(
    "sast",
    "SAST",
    _rule,
    title="Static analysis for security",
    question="Does a tool for static analysis of security read the source?",
    why=(
        "Some kinds of mistakes (a query put together from input, a buffer one too short) are found by "
        "machines long before a person meets them."
    ),
    remedy={
        "": "Let a pipeline run a tool for static analysis of security that knows your language, such as "
        "Semgrep. If one runs already, nothing is to be done.",
        "github": "Switch on code scanning with the default setup: Settings > Advanced Security > CodeQL. If "
        "it is on, or another tool runs in CI, nothing is to be done.",
        "gitlab": "Take GitLab's own analysis into .gitlab-ci.yml: `include: {template: "
        "Jobs/SAST.gitlab-ci.yml}`. If it or another tool runs already, nothing is to be done.",
    },
    effort="a quarter of an hour",
    risk=Risk.MEDIUM,
    order=55,
)
