"""Words that strangers write, and who has a say."""

import pytest

from folkmoot.checks.hardening._strangers import (
    CARRIED,
    events_with_rights,
    is_guarded,
    written_by_strangers,
)
from folkmoot.checks.scorecard._workflow import parse_workflow


@pytest.mark.parametrize(
    "name",
    [
        "github.head_ref", "github.event.issue.title", "github.event.issue.body",
        "github.event.pull_request.title", "github.event.pull_request.body",
        "github.event.pull_request.head.ref", "github.event.pull_request.head.label",
        "github.event.pull_request.head.repo.default_branch", "github.event.discussion.title",
        "github.event.comment.body", "github.event.review.body", "github.event.pages[0].page_name",
        "github.event.commits[0].message", "github.event.commits.*.author.name",
        "github.event.head_commit.message", "github.event.head_commit.committer.email",
        "github.event.workflow_run.head_branch", "github.event.workflow_run.display_title",
        "github.event.workflow_run.head_commit.message",
        "github.event.workflow_run.pull_requests[0].head.ref", "toJSON(github.event)", "toJSON(github)",
        "toJSON(github.event.pull_request)", "github.event.issue.body || 'none'",
    ],
)  # fmt: skip
def test_strangers_write_it(name: str) -> None:
    assert written_by_strangers("echo ${{ " + name + " }}") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "github.sha", "github.event.number", "github.event.issue.number",
        "github.event.pull_request.head.sha",
        "github.event.pull_request.base.ref", "github.event.issue.title == ''", "github.event.label.name",
        "contains(github.event.comment.body, '/run')", "inputs.title", "github.event.issue.user.login",
        "github.event.workflow_run.head_sha", "steps.x.outputs.title", "github.ref_name", "secrets.TOKEN",
        "toJSON(github.event.inputs)", "github.event.pull_request.merged && 'x' || 'y'",
    ],
)  # fmt: skip
def test_strangers_do_not_write_it(name: str) -> None:
    assert written_by_strangers("echo ${{ " + name + " }}") == []


def test_json_of_it_is_harmless_in_a_program_only() -> None:
    text = "const event = ${{ toJSON(github.event) }}"
    assert written_by_strangers(text, is_program=True) == []
    assert written_by_strangers(text) == ["toJSON(github.event)"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("pull_request", False), ("[pull_request, merge_group]", False), ("[pull_request, push]", True),
        ("issues", True), ("workflow_call", True), ("pull_request_target", True), ("[]", False),
    ],
)  # fmt: skip
def test_pull_requests_have_no_rights(on: str, expected: bool) -> None:
    assert bool(events_with_rights(parse_workflow(f"on: {on}".encode()))) is expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("github.event.comment.author_association == 'MEMBER'", True),
        ("github.event.pull_request.head.repo.full_name == github.repository", True),
        ("!github.event.pull_request.head.repo.fork", True),
        ("github.event.workflow_run.head_repository.full_name == github.repository", True),
        ("github.event.pull_request.user.login == 'dependabot[bot]'", True),
        ("github.event.workflow_run.event == 'push'", True),
        ("github.event.workflow_run.event != 'pull_request'", True),
        ("github.event.workflow_run.event == 'pull_request'", False),
        ("github.event.workflow_run.conclusion == 'success'", False),
        ("github.actor == 'dependabot[bot]'", False),
        ("contains(github.event.pull_request.labels.*.name, 'safe')", False),
        ("always()", False),
    ],
)
@pytest.mark.parametrize("place", ["job", "step"])
def test_a_condition_may_keep_strangers_out(condition: str, expected: bool, place: str) -> None:
    told = condition.replace("'", "''")
    of_job, of_step = (f"if: '{told}'", "name: x") if place == "job" else ("name: x", f"if: '{told}'")
    text = f"jobs:\n  a:\n    {of_job}\n    steps:\n    - run: x\n      {of_step}\n"
    job = parse_workflow(text.encode()).jobs["a"]
    assert is_guarded(job, job.steps[0]) is expected


@pytest.mark.parametrize(
    ("name", "events", "expected"),
    [
        ("github.head_ref", {"push"}, False), ("github.head_ref", {"pull_request_target"}, True),
        ("github.head_ref", {"workflow_call"}, True), ("github.event.issue.title", {"issue_comment"}, True),
        ("github.event.issue.title", {"pull_request_target"}, False),
        ("github.event.comment.body", {"discussion_comment", "push"}, True),
        ("github.event.review.body", {"pull_request_review"}, True),
        ("github.event.commits[0].message", {"push"}, True),
        ("github.event.head_commit.message", {"schedule", "issues"}, False),
        ("github.event.workflow_run.head_branch", {"workflow_run"}, True),
        ("github.event.workflow_run.head_branch", {"push"}, False), ("toJSON(github.event)", {"push"}, True),
    ],
)  # fmt: skip
def test_an_event_carries_only_its_own_words(name: str, events: set[str], expected: bool) -> None:
    assert bool(written_by_strangers("${{ " + name + " }}", events=events)) is expected


def test_every_word_of_strangers_is_carried_by_some_event() -> None:
    carriers = frozenset().union(*CARRIED.values())
    for name in (
        "head_ref",
        "event.pages.*.page_name",
        "event.discussion.title",
        "event.commits.*.author.name",
    ):
        assert written_by_strangers("${{ github." + name + " }}", events=carriers)


@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("head_ref", ["pull_request_target", "pull_request_review", "pull_request_review_comment"]),
        (
            "event.pull_request.title",
            ["pull_request_target", "pull_request_review", "pull_request_review_comment"],
        ),
        (
            "event.review.body",
            ["pull_request_target", "pull_request_review", "pull_request_review_comment"],
        ),
        ("event.issue.body", ["issues", "issue_comment"]),
        (
            "event.comment.body",
            ["issue_comment", "commit_comment", "discussion_comment", "pull_request_review_comment"],
        ),
        ("event.discussion.body", ["discussion", "discussion_comment"]),
        ("event.commits[3].author.email", ["push"]),
        ("event.head_commit.author.name", ["push"]),
        ("event.pages[0].page_name", ["gollum"]),
        ("event.workflow_run.head_commit.message", ["workflow_run"]),
    ],
)
def test_each_word_comes_with_its_events_and_no_other(name: str, events: list[str]) -> None:
    every = frozenset().union(*CARRIED.values())
    carried = [
        event for event in sorted(every) if written_by_strangers("${{ github." + name + " }}", events=[event])
    ]
    assert carried == sorted(events)


@pytest.mark.parametrize(
    "name", ["event.commits[12].message", "event.pages[0].page_name",
             "event.workflow_run.pull_requests[1].head.ref"]
)  # fmt: skip
def test_one_of_a_list_is_as_much_a_stranger_s_as_all(name: str) -> None:
    assert written_by_strangers("${{ github." + name + " }}")


def test_words_of_strangers_hide_behind_no_braces_in_quotes() -> None:
    text = "echo ${{ format('}}{0}', github.event.issue.title) }}"
    assert written_by_strangers(text) == ["format('}}{0}', github.event.issue.title)"]


def test_a_way_through_json_and_back_is_no_literal_in_a_program() -> None:
    text = "const title = '${{ fromJSON(toJSON(github.event.issue)).title }}'"
    assert written_by_strangers(text, is_program=True)
