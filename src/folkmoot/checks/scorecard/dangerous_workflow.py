"""Dangerous-Workflow: no workflow lets strangers run their code with the project's rights.

Question:
    Is there no workflow that runs the code or the words of strangers with the rights of the project?

Why it matters:
    Workflows that start on pull_request_target or workflow_run have the secrets of the project. If they check
    out the code of a pull request, everybody with an account has them. A script into which GitHub pastes the
    title of an issue runs what somebody wrote into that title.

How it is counted:
    Scorecard's rule: 0 when there is one such place, else 10. An untrusted checkout is actions/checkout with
    a ref from github.event.pull_request or github.event.workflow_run in a workflow that starts on one of the
    two events. An injection is an expression in a run script with something that strangers write: titles,
    bodies, branch names, commit messages, names and mail addresses. No workflow: -1.

What it does not tell:
    Whether a condition keeps strangers out. Injections into github-script, refs/pull/N/merge and actions in
    this repository are not seen by Scorecard; they are findings of ours. A workflow that is no YAML ends the
    check: -1.

References:
    Scorecard, Dangerous-Workflow: https://github.com/ossf/scorecard/blob/main/docs/checks.md#dangerous-workflow
    The rule: https://github.com/ossf/scorecard/blob/main/checks/raw/dangerous_workflow.go
    GitHub Security Lab, preventing pwn requests: https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.checks.scorecard._workflow import Workflow
from folkmoot.checks.scorecard._workflows import WorkflowFile, ruling_on_broken, workflow_files
from folkmoot.model.check import Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, INCONCLUSIVE, Detail, warn

UNTRUSTED = re.compile(
    r"issue\.title|issue\.body|pull_request\.title|pull_request\.body|discussion\.title|discussion\.body|"
    r"comment\.body|review\.body|review_comment\.body|head_commit\.message|head_commit\.author\.email|"
    r"head_commit\.author\.name|blocked_user\.name|blocked_user\.email|pull_request\.head\.ref|"
    r"pull_request\.head\.label|pull_request\.head\.repo\.default_branch"
)
UNTRUSTED_LATER = (
    ("pages", ".page_name"),
    ("commits", ".message"),
    ("commits", ".author.email"),
    ("commits", ".author.name"),
)
EVERYTHING = re.compile(r"tojson\s*\(\s*github(\.event)?\s*\)", re.IGNORECASE)


class _UnclosedError(Exception):
    """An expression that begins and does not end."""


def is_untrusted(variable: str) -> bool:
    """Tell whether strangers can write what an expression gives."""
    if "github.head_ref" in variable or EVERYTHING.search(variable):
        return True
    if "github.event." not in variable:
        return False
    # The engine's pattern looks within lines; an expression over several lines is judged line by line.
    return any(_is_untrusted_line(line) for line in variable.split("\n"))


def _is_untrusted_line(line: str) -> bool:
    if UNTRUSTED.search(line):
        return True
    return any(0 <= line.find(word) <= line.rfind(end) - len(word) for word, end in UNTRUSTED_LATER)


def expressions(script: str) -> Iterator[str]:
    """Give what stands between ${{ and }}. Raises _UnclosedError where the end is missing."""
    start = script.find("${{")
    while start >= 0:
        end = script.find("}}", start)
        if end < 0:
            raise _UnclosedError
        yield script[start + 3 : end]
        start = script.find("${{", end)


def _untrusted_checkouts(path: str, workflow: Workflow) -> Iterator[Detail]:
    if not workflow.starts_on("pull_request_target", "workflow_run"):
        return
    for job in workflow.jobs.values():
        for step in job.steps:
            ref = step.inputs.get("ref")
            if (
                step.uses
                and ref
                and "actions/checkout" in step.uses.value
                and ("github.event.pull_request" in ref.value or "github.event.workflow_run" in ref.value)
            ):
                yield warn(f"untrusted code checkout '{ref.value}'", path, step.line)


def _injections(path: str, workflow: Workflow) -> Iterator[Detail]:
    for job in workflow.jobs.values():
        for step in job.steps:
            for variable in expressions(step.run.value) if step.run else ():
                if step.run and is_untrusted(variable):
                    text = f"script injection with untrusted input '{variable}'"
                    yield warn(text, path, step.run.line)


def _rule(ground: Ground) -> Ruling:
    files = workflow_files(ground)
    if not files:
        return Ruling(INCONCLUSIVE, "no workflows found")
    checkouts: list[Detail] = []
    injections: list[Detail] = []
    for file in files:
        if file.workflow is None:
            return ruling_on_broken(file)
        checkouts += _untrusted_checkouts(file.path, file.workflow)
        try:
            injections += _injections(file.path, file.workflow)
        except _UnclosedError:
            return _ruling_on_unclosed(file)
    if checkouts or injections:
        return Ruling(0, "dangerous workflow patterns detected", (*injections, *checkouts))
    return Ruling(BEST, "no dangerous workflow patterns detected")


def _ruling_on_unclosed(file: WorkflowFile) -> Ruling:
    reason = f"internal error: invalid GitHub workflow: {file.path}: an expression does not end"
    return Ruling(INCONCLUSIVE, reason, outcome=Outcome.ERROR)


CHECK = scorecard_check(
    "dangerous-workflow",
    "Dangerous-Workflow",
    _rule,
    title="No workflow that runs strangers' code with the project's rights",
    question="Is there no workflow that runs the code or the words of strangers with the project's rights?",
    why=(
        "Workflows on pull_request_target or workflow_run have the project's secrets; a script into which "
        "GitHub pastes the title of an issue runs what somebody wrote into that title."
    ),
    remedy=(
        "For an injection: hand the value over, with “env:” and “TITLE: ${{ github.event.issue.title }}”, "
        'and write "$TITLE" in the script. For a checkout: build pull requests in a workflow on '
        "pull_request, and let the one with the secrets only read its results."
    ),
    effort="half an hour for each place",
    risk=Risk.CRITICAL,
    order=5,
)
