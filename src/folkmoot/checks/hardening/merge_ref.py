"""Code of a pull request, checked out by its number in a workflow that has the project's rights.

Question:
    Does no workflow with the project's rights fetch the code of a pull request by its number?

Why it matters:
    Workflows on pull_request_target, workflow_run and issue_comment have the project's token and secrets.
    refs/pull/N/merge and refs/pull/N/head are code of whoever opened the pull request. If the job then
    builds or tests it, that code has the token and the secrets.

How it is counted:
    In a workflow that starts on one of the three events: actions/checkout with a ref under refs/pull/, “gh pr
    checkout”, or “git fetch” of pull/N/head or pull/N/merge. Jobs and steps whose condition asks who it is
    (author_association, the repository of the branch) are left out. Scorecard sees refs from
    github.event.pull_request and github.event.workflow_run only; those are not told here again.

What it does not tell:
    Whether what is checked out is run at all. A label as a gate is no guard here, because the code can change
    after the label was given. Rules of environments and of the repository are not seen.

References:
    GitHub Security Lab, preventing pwn requests: https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
    GitHub, pull_request_target: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request_target
    zizmor, dangerous-triggers: https://docs.zizmor.sh/audits/#dangerous-triggers
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from folkmoot.checks.hardening._looking import hardening_check, workflows
from folkmoot.checks.hardening._strangers import is_guarded
from folkmoot.checks.scorecard._workflow import Step
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Risk

EVENTS = ("pull_request_target", "workflow_run", "issue_comment")
SEEN_BY_SCORECARD = ("github.event.pull_request", "github.event.workflow_run")
_REF = re.compile(r"refs/(remotes/)?pull/")
_FETCH = re.compile(r"\bgit\b.*\b(?:fetch|pull)\b.*\bpull/\S+?/(?:head|merge)\b")
LONGEST_LINE = 2_000
"""Letters of a line of a script that are looked at."""


def fetched(step: Step) -> Iterator[tuple[str, int]]:
    """Give (what fetches the code of a pull request by its number, line)."""
    ref = step.inputs.get("ref")
    if step.uses and step.uses.value.startswith("actions/checkout") and ref and _REF.search(ref.value):
        yield ref.value, ref.line
    for number, line in enumerate(step.run.value.split("\n") if step.run else (), 1):
        told = line.strip()[:LONGEST_LINE]
        if not told.startswith("#") and ("gh pr checkout" in told or _FETCH.search(told)):
            lines = step.run.line + number if step.run and "\n" in step.run.value else 0
            yield told[:100], lines or (step.run.line if step.run else 0)


def _places(ground: Ground) -> Iterator[Evidence]:
    for path, workflow in workflows(ground).workflows:
        if not workflow.starts_on(*EVENTS):
            continue
        told_by_scorecard = workflow.starts_on("pull_request_target", "workflow_run")
        for job in workflow.jobs.values():
            for step in job.steps:
                for what, line in () if is_guarded(job, step) else fetched(step):
                    if told_by_scorecard and any(seen in what for seen in SEEN_BY_SCORECARD):
                        continue
                    told = Message("The code of a pull request is fetched: {what}", {"what": what})
                    yield Evidence(told, path, line)


CHECK = hardening_check(
    "merge-ref",
    _places,
    [workflows],
    title="No pull request checked out with the project's rights",
    question="Does no workflow with the project's rights fetch the code of a pull request by its number?",
    found="Places where the code of a pull request is fetched next to the project's secrets: {places}.",
    none="No workflow with the project's rights fetches the code of a pull request by its number.",
    nothing="There are no workflows.",
    why=(
        "Workflows on pull_request_target, workflow_run and issue_comment have the project's token and "
        "secrets. Code of a pull request that is built there has them too."
    ),
    remedy=(
        "Build pull requests in a workflow on “pull_request”, which has no secrets, and hand results over "
        "with actions/upload-artifact to one on “workflow_run”. Where only members may start it, say so in "
        "the job: “if: github.event.comment.author_association == 'MEMBER'”."
    ),
    effort="an hour for each place",
    risk=Risk.CRITICAL,
    definition="https://docs.zizmor.sh/audits/#dangerous-triggers",
    order=7,
)
