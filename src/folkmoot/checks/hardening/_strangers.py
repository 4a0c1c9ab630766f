"""What strangers can write into the event that starts a workflow, and which events have the project's rights.

The list is GitHub's own, with what workflow_run hands on:
https://securitylab.github.com/resources/github-actions-untrusted-input/
"""

from __future__ import annotations

import re
from collections.abc import Collection

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
_ON_CHANGES = frozenset(("pull_request_target", "pull_request_review", "pull_request_review_comment"))
CARRIED = {
    "github.head_ref": _ON_CHANGES,
    "github.event.pull_request.": _ON_CHANGES,
    "github.event.review": _ON_CHANGES,
    "github.event.issue.": frozenset(("issues", "issue_comment")),
    "github.event.comment.": frozenset(
        ("issue_comment", "commit_comment", "discussion_comment", "pull_request_review_comment")
    ),
    "github.event.discussion.": frozenset(("discussion", "discussion_comment")),
    "github.event.commits.": frozenset(("push",)),
    "github.event.head_commit.": frozenset(("push",)),
    "github.event.pages.": frozenset(("gollum",)),
    "github.event.workflow_run.": frozenset(("workflow_run",)),
}
"""The events with rights that carry each of these; under any other it is empty. A workflow that is called has
the event of the one that calls it: https://docs.github.com/en/webhooks/webhook-events-and-payloads"""
_GUARD = re.compile(
    r"author_association|head\.repo\.(full_name|fork|id|owner)|head_repository|(pull_request|comment)\.user\.login|"
    r"workflow_run\.event\s*(==\s*'(?!pull_request|issue)|!=\s*'pull_request)"
)
"""What a condition says that keeps strangers out."""


def written_by_strangers(text: str, *, is_program: bool = False, events: Collection[str] = ()) -> list[str]:
    """Give the expressions in a text through which words of strangers come in.

    In a program toJSON makes a literal of them, which is harmless; in the text of a shell it is not. `events`
    are those that start the workflow with rights: what none of them carries is empty. Without, all do.
    """
    return [
        inner.strip()
        for inner in spans(text)
        if any(_is_written(name, events) for name in flowing(inner, json_is_safe=is_program))
    ]


def _is_written(name: str, events: Collection[str]) -> bool:
    # An index into a list is the same as all of it.
    told = re.sub(r"\.(\d+)(?=\.|$)", ".*", name)
    if not _WRITTEN.fullmatch(told):
        return bool(_WHOLE.fullmatch(told))
    if not events or "workflow_call" in events:
        return True
    return any(
        told.startswith(start) and not carriers.isdisjoint(events) for start, carriers in CARRIED.items()
    )


def events_with_rights(workflow: Workflow) -> frozenset[str]:
    """Give the events that start the workflow with more rights than those of a stranger."""
    return frozenset(event.value for event in workflow.events) - EVENTS_WITHOUT_RIGHTS


def is_guarded(job: Job, step: Step) -> bool:
    """Tell whether a condition of the job or of the step asks who it is."""
    conditions: list[Word | None] = [job.condition, step.condition]
    return any(_GUARD.search(told.value) for told in conditions if told)
