"""Token-Permissions: workflows get a token that can do no more than they need.

Question:
    Does every workflow say what its token may do, and is that little?

Why it matters:
    A workflow runs code of many people: actions, test tools, packages. Whoever takes over one of them has the
    token of the workflow. One that can only read is worth little; one that can write can push to the project
    and publish releases.

How it is counted:
    Scorecard's rule. It begins at 10. A workflow that says nothing, at the top and in one of its jobs, makes
    it 0; one that says nothing at the top only costs 0.5. At the top, write-all makes it 0 where a job says
    nothing or writes, else it costs 0.5; writing checks or statuses costs 0.5, deployments or security-events
    1, contents, packages or actions 10. What a job may write is told, and costs nothing. No workflow: -1.
    Where only the top is silent, and every job says it itself, or calls a workflow here whose top does, it is
    told as a small risk.

What it does not tell:
    The default of the repository or the organisation, which may already be read-only. write-all of a job,
    which Scorecard does not see, is a finding of ours. A workflow that is no YAML ends the check: -1.

References:
    Scorecard, Token-Permissions: https://github.com/ossf/scorecard/blob/main/docs/checks.md#token-permissions
    The rule: https://github.com/ossf/scorecard/blob/main/checks/evaluation/permissions.go
    GitHub, permissions of the token: https://docs.github.com/en/actions/security-for-github-actions/security-guides/automatic-token-authentication
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from folkmoot.checks.scorecard._permissions import JOB, TOP, Granted, granted, judge
from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.checks.scorecard._workflows import (
    WorkflowFile,
    ruling_on_broken,
    says_what_its_token_may,
    workflow_files,
)
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Evidence, Ground, Risk
from folkmoot.model.scorecard import BEST, INCONCLUSIVE, Detail, Kind

ONE = re.compile(rf"{TOP} '([\w-]+)' permission set to 'write'")
SILENT = "Nothing at the top says what the token may."
EVERYTHING = "The whole workflow may write everything."
MAY_WRITE = "The whole workflow may write: {scope}"


def _rule(ground: Ground) -> Ruling:
    files = workflow_files(ground)
    if not files:
        return Ruling(INCONCLUSIVE, "No tokens found")
    every: list[Granted] = []
    for file in files:
        if file.workflow is None:
            return ruling_on_broken(file)
        every += granted(file.path, file.workflow)
    judgement = judge(every)
    details = tuple(judgement.details)
    if judgement.score == BEST:
        return Ruling(BEST, "GitHub workflow tokens follow principle of least privilege", details)
    reason = "detected GitHub workflow tokens with excessive permissions"
    spots = _costly(details)
    risk = Risk.LOW if _is_said_by_every_job(files, spots) else None
    return Ruling(int(max(judgement.score, 0)), reason, details, spots=spots, risk=risk)


def _is_said_by_every_job(files: Iterable[WorkflowFile], spots: Iterable[Evidence]) -> bool:
    """Tell whether nothing but the top is silent: every job there says itself what its token may.

    Then no token gets the repository's default today; only a job that is added later would.
    """
    told = list(spots)
    if any(spot.what != SILENT for spot in told):
        return False
    files = tuple(files)
    silent = {spot.path for spot in told}
    jobs = [
        job for file in files if file.path in silent and file.workflow for job in file.workflow.jobs.values()
    ]
    return bool(jobs) and all(says_what_its_token_may(job, files) for job in jobs)


def _costly(details: Iterable[Detail]) -> tuple[Evidence, ...]:
    """Give the places that cost something: what single jobs may write costs nothing, rightly."""
    told = (each for each in details if each.kind is Kind.WARN and not each.text.startswith(JOB))
    return tuple(dict.fromkeys(Evidence(plainly(each.text), each.path, each.line) for each in told))


def plainly(text: str) -> Text:
    """Give one of Scorecard's warnings in words; another text as it is."""
    if text == f"no {TOP} permission defined":
        return SILENT
    if text == f"{TOP} permissions set to 'write-all'":
        return EVERYTHING
    match = ONE.fullmatch(text)
    return Message(MAY_WRITE, {"scope": match[1]}) if match else text


CHECK = scorecard_check(
    "token-permissions",
    "Token-Permissions",
    _rule,
    title="Tokens of workflows that can do little",
    question="Does every workflow say what its token may do, and is that little?",
    why=(
        "A workflow runs code of many people. Whoever takes over one of them has the workflow's token: if it "
        "can write, they can push to the project and publish releases."
    ),
    remedy=(
        "Write “permissions: {contents: read}” at the top of each workflow, below “on:”. Where a job must "
        "write, give that job “permissions:” of its own with what it needs, such as “contents: write” for a "
        "release."
    ),
    effort="ten minutes for each workflow",
    risk=Risk.HIGH,
    order=10,
)
