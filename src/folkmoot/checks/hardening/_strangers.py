"""What strangers can write into the event that starts a workflow, and which events have the project's rights.

The list is GitHub's own, with what workflow_run hands on:
https://securitylab.github.com/resources/github-actions-untrusted-input/
"""

from __future__ import annotations

import re

from folkmoot.checks.hardening._expressions import flowing, spans
from folkmoot.checks.scorecard._workflow import Job, Step, Word, Workflow

EVENTS_WITHOUT_RIGHTS = frozenset(("pull_request", "merge_group"))
"""Whoever opens a pull request may run any code under these anyway, without secrets."""
_AUTHOR = r"(author|committer)\.(email|name)"
_WRITTEN = re.compile(
    r"github\.head_ref|github\.event\.("
    r"(issue|pull_request|discussion)\.(title|body)|(comment|review|review_comment)\.body|"
    r"pull_request\.head\.(ref|label|repo\.default_branch)|pages\.\*\.page_name|"
    rf"(commits\.\*|head_commit|workflow_run\.head_commit)\.(message|{_AUTHOR})|"
    r"workflow_run\.(head_branch|display_title|pull_requests\.\*\.head\.ref))"
)
_WHOLE = re.compile(
    r"github(\.event(\.(issue|pull_request(\.head(\.repo)?)?|discussion|comment|review|review_comment|commits(\.\*)?"
    r"|head_commit|pages(\.\*)?|workflow_run(\.head_commit)?))?)?"
)
"""Objects with such words in them; they come out as text through toJSON only."""
_GUARD = re.compile(
    r"author_association|head\.repo\.(full_name|fork|id|owner)|head_repository|(pull_request|comment)\.user\.login|"
    r"workflow_run\.event\s*(==\s*'(?!pull_request|issue)|!=\s*'pull_request)"
)
"""What a condition says that keeps strangers out."""


def written_by_strangers(text: str, *, is_program: bool = False) -> list[str]:
    """Give the expressions in a text through which words of strangers come in.

    In a program toJSON makes a literal of them, which is harmless; in the text of a shell it is not.
    """
    return [
        inner.strip()
        for inner in spans(text)
        if any(_is_written(name) for name in flowing(inner, json_is_safe=is_program))
    ]


def _is_written(name: str) -> bool:
    # An index into a list is the same as all of it.
    told = re.sub(r"\.(\d+)(?=\.|$)", ".*", name)
    return bool(_WRITTEN.fullmatch(told) or _WHOLE.fullmatch(told))


def has_rights(workflow: Workflow) -> bool:
    """Tell whether an event can start the workflow with more rights than those of a stranger."""
    return any(event.value not in EVENTS_WITHOUT_RIGHTS for event in workflow.events)


def is_guarded(job: Job, step: Step) -> bool:
    """Tell whether a condition of the job or of the step asks who it is."""
    conditions: list[Word | None] = [job.condition, step.condition]
    return any(_GUARD.search(told.value) for told in conditions if told)
