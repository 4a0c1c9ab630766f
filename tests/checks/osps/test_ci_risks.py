"""Workflows: what strangers write, whose code runs where, and what tokens may."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, outcome, places, words
from folkmoot.model.check import Outcome

PLACE = ".github/workflows/ci.yml"
PASTED = """on: pull_request
jobs:
  greet:
    steps:
      - run: |
          true
          echo "${{ github.event.pull_request.title }}"
"""
SAFE = """on: pull_request
permissions:
  contents: read
jobs:
  greet:
    steps:
      - env:
          TITLE: ${{ github.event.pull_request.title }}
        run: echo "$TITLE"
"""


def test_a_title_in_a_script_is_a_no_with_its_line() -> None:
    finding = asked("BR-01.01", {PLACE: PASTED})
    assert finding.outcome is Outcome.NO
    assert places(finding) == [f"{PLACE}:7"]
    assert "github.event.pull_request.title" in words(finding)


@pytest.mark.parametrize(
    "value",
    ["github.head_ref", "github.event.comment.body", "github.event.head_commit.message",
     "github.event.workflow_run.head_branch"],
)  # fmt: skip
def test_whatever_strangers_write_counts(value: str) -> None:
    text = PASTED.replace("github.event.pull_request.title", value)
    assert outcome("BR-01.01", {PLACE: text}) is Outcome.NO


@pytest.mark.parametrize("value", ["github.sha", "github.event.number", "github.repository", "secrets.X"])
def test_what_they_do_not_write_does_not(value: str) -> None:
    text = PASTED.replace("github.event.pull_request.title", value)
    assert outcome("BR-01.01", {PLACE: text}) is Outcome.YES


def test_a_value_from_the_environment_is_fine() -> None:
    assert outcome("BR-01.01", {PLACE: SAFE}) is Outcome.YES


def test_scripts_of_github_script_count() -> None:
    text = "on: issues\njobs:\n  a:\n    steps:\n      - uses: actions/github-script@v7\n        with:\n"
    text += "          script: console.log(`${{ github.event.issue.body }}`)\n"
    assert outcome("BR-01.01", {PLACE: text}) is Outcome.NO


def test_what_runs_for_one_account_only_is_left_to_a_person() -> None:
    text = PASTED.replace("    steps", "    if: github.actor == 'helper[bot]'\n    steps")
    finding = asked("BR-01.01", {PLACE: text})
    assert finding.outcome is Outcome.UNKNOWN
    assert "certain accounts, labels or repositories only" in words(finding)


def test_a_condition_of_the_job_before_counts_too() -> None:
    text = PASTED.replace("    steps", "    if: needs.who.outputs.ok\n    steps")
    text += "  who:\n    if: github.event.pull_request.user.login == 'helper[bot]'\n    steps: []\n"
    assert outcome("BR-01.01", {PLACE: text}) is Outcome.UNKNOWN


def test_no_workflows_leave_it_open_and_name_other_pipelines() -> None:
    finding = asked("BR-01.01", {".gitlab-ci.yml": "test:\n  script: make test\n"})
    assert finding.outcome is Outcome.UNKNOWN
    assert ".gitlab-ci.yml" in words(finding)


def test_no_pipeline_at_all_is_said() -> None:
    assert "No pipeline" in words(asked("BR-01.01", {"main.c": ""}))


def test_a_workflow_that_cannot_be_read_is_an_error_on_that_file() -> None:
    finding = asked("BR-01.01", {PLACE: SAFE, ".github/workflows/broken.yml": "on: [push\njobs: {"})
    assert finding.outcome is Outcome.ERROR
    assert finding.spots[0].path == ".github/workflows/broken.yml"


def test_a_broken_workflow_hides_no_other() -> None:
    finding = asked("BR-01.01", {PLACE: PASTED, ".github/workflows/broken.yml": "on: [push\njobs: {"})
    assert finding.outcome is Outcome.NO
    assert len(finding.spots) == 2


CHECKOUT = """on: {event}
jobs:
  build:
    steps:
      - uses: actions/checkout@v4
        with:
          ref: {ref}
"""


@pytest.mark.parametrize(
    ("event", "ref", "expected"),
    [
        ("pull_request_target", "${{ github.event.pull_request.head.sha }}", Outcome.NO),
        ("pull_request_target", "refs/pull/${{ github.event.number }}/merge", Outcome.NO),
        ("workflow_run", "${{ github.event.workflow_run.head_sha }}", Outcome.NO),
        ("pull_request_target", "main", Outcome.YES),
        ("pull_request", "${{ github.event.pull_request.head.sha }}", Outcome.YES),
    ],
)
def test_strangers_code_next_to_secrets_is_a_no(event: str, ref: str, expected: Outcome) -> None:
    assert outcome("BR-01.03", {PLACE: CHECKOUT.format(event=event, ref=ref)}) is expected


def test_inputs_count_where_somebody_types_them() -> None:
    text = PASTED.replace("github.event.pull_request.title", "inputs.version")
    assert outcome("BR-01.04", {PLACE: text}) is Outcome.NOT_APPLICABLE
    assert "No workflow is started by hand" in words(asked("BR-01.04", {PLACE: text}))
    assert (
        outcome("BR-01.04", {PLACE: text.replace("on: pull_request", "on: workflow_dispatch")}) is Outcome.NO
    )
    safe = SAFE.replace("on: pull_request", "on: workflow_dispatch")
    assert outcome("BR-01.04", {PLACE: safe}) is Outcome.YES


INPUT = """on:
  workflow_dispatch:
    inputs:
      Level: {{type: {kind}}}
jobs:
  a:
    steps:
      - run: echo ${{{{ inputs.level }}}} ${{{{ github.event.inputs.level }}}}
"""


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("choice", Outcome.YES), ("boolean", Outcome.YES), ("number", Outcome.YES), ("string", Outcome.NO),
     ("''", Outcome.NO)],
)  # fmt: skip
def test_inputs_that_github_limits_are_fine(kind: str, expected: Outcome) -> None:
    assert outcome("BR-01.04", {PLACE: INPUT.format(kind=kind)}) is expected


@pytest.mark.parametrize(
    "condition",
    ["github.event.label.name == 'reviewed'", "contains(github.event.pull_request.labels.*.name, 'ok')",
     "github.event.pull_request.head.repo.full_name == github.repository",
     "github.event.pull_request.head.repo.fork == false"],
)  # fmt: skip
def test_a_checkout_behind_a_condition_is_left_to_a_person(condition: str) -> None:
    text = CHECKOUT.format(event="pull_request_target", ref="${{ github.event.pull_request.head.sha }}")
    guarded = text.replace("    steps", f"    if: {condition}\n    steps")
    assert outcome("BR-01.03", {PLACE: guarded}) is Outcome.UNKNOWN


def test_a_condition_within_the_expression_counts() -> None:
    run = "github.event.workflow_run"
    ref = f"${{{{ {run}.head_repository.full_name != 'ada/moot' && 'main' || {run}.head_sha }}}}"
    assert outcome("BR-01.03", {PLACE: CHECKOUT.format(event="workflow_run", ref=ref)}) is Outcome.UNKNOWN


def test_jobs_that_say_nothing_take_the_default() -> None:
    finding = asked("AC-04.01", {PLACE: PASTED})
    assert finding.outcome is Outcome.UNKNOWN
    assert places(finding) == [f"{PLACE}:3"]
    assert outcome("AC-04.01", {PLACE: SAFE}) is Outcome.YES


def test_a_workflow_that_a_job_calls_says_it_for_the_job() -> None:
    caller = "on: push\njobs:\n  a:\n    uses: ./.github/workflows/called.yml\n"
    called = "on: workflow_call\n{}jobs:\n  b:\n    runs-on: oak\n    steps: [{{run: make}}]\n"
    place = ".github/workflows/called.yml"
    saying = {PLACE: caller, place: called.format("permissions: {contents: read}\n")}
    assert outcome("AC-04.01", saying) is Outcome.YES
    assert places(asked("AC-04.01", {PLACE: caller, place: called.format("")})) == [
        f"{place}:3",
        f"{PLACE}:3",
    ]
    assert places(asked("AC-04.01", {PLACE: caller})) == [f"{PLACE}:3"]


def test_a_job_may_say_it_itself() -> None:
    text = PASTED.replace("    steps", "    permissions: {}\n    steps")
    assert outcome("AC-04.01", {PLACE: text}) is Outcome.YES


@pytest.mark.parametrize(
    ("permissions", "expected"),
    [("write-all", Outcome.NO), ("{contents: write}", Outcome.UNKNOWN), ("read-all", Outcome.YES),
     ("{}", Outcome.YES)],
)  # fmt: skip
def test_everything_is_too_much_and_nothing_is_the_least(permissions: str, expected: Outcome) -> None:
    text = SAFE.replace("permissions:\n  contents: read", f"permissions: {permissions}")
    finding = asked("AC-04.02", {PLACE: text})
    assert finding.outcome is expected
    assert (places(finding) != []) is (expected is not Outcome.YES)


def test_write_all_of_a_job_counts() -> None:
    text = SAFE.replace("    steps", "    permissions: write-all\n    steps")
    assert outcome("AC-04.02", {PLACE: text}) is Outcome.NO


@pytest.mark.parametrize(
    "value",
    [
        "contains(github.event.comment.body, '/run')",
        "github.event.pull_request.title != ''",
        "github.event.issue.title == 'x' && 'yes' || 'no'",
        "startsWith(github.head_ref, 'docs/')",
    ],
)
def test_of_a_question_about_it_only_yes_or_no_is_pasted(value: str) -> None:
    text = PASTED.replace("github.event.pull_request.title", value)
    assert outcome("BR-01.01", {PLACE: text}) is Outcome.YES


@pytest.mark.parametrize(
    "value",
    [
        "format('}}{0}', github.event.issue.title)",
        "github.event['issue'].title",
        "github.sha || github.head_ref",
    ],
)
def test_it_hides_behind_no_other_way_to_write_it(value: str) -> None:
    text = PASTED.replace("github.event.pull_request.title", value)
    assert outcome("BR-01.01", {PLACE: text}) is Outcome.NO


def test_a_free_input_hides_behind_no_fixed_one() -> None:
    text = (
        "on:\n  workflow_dispatch:\n    inputs:\n      level: {type: choice}\n      name: {type: string}\n"
        "jobs:\n  a:\n    steps:\n      - run: echo ${{ inputs.level || inputs.name }}\n"
    )
    finding = asked("BR-01.04", {PLACE: text})
    assert finding.outcome is Outcome.NO
    assert places(finding) == [f"{PLACE}:9"]
    assert outcome("BR-01.04", {PLACE: text.replace("string", "number")}) is Outcome.YES


def test_outputs_of_a_step_that_is_called_inputs_are_no_inputs() -> None:
    text = "on: workflow_dispatch\njobs:\n  a:\n    steps:\n      - run: echo ${{ steps.inputs.outputs.x }}\n"
    assert outcome("BR-01.04", {PLACE: text}) is Outcome.YES


def test_how_many_workflows_were_looked_at_is_told() -> None:
    other = PLACE.replace("ci", "other")
    found = words(asked("BR-01.01", {PLACE: SAFE, other: SAFE}))
    assert "Workflows looked at: 2; no script has what strangers write pasted into it." in found


def test_a_broken_workflow_is_an_error_and_hides_nothing() -> None:
    broken = {PLACE.replace("ci", "broken"): "on: [\n"}
    finding = asked("BR-01.01", {PLACE: SAFE, **broken})
    assert finding.outcome is Outcome.ERROR
    assert places(finding) == [".github/workflows/broken.yml:2"]
    both = asked("BR-01.01", {PLACE: PASTED, **broken})
    assert (both.outcome, places(both)) == (Outcome.NO, [f"{PLACE}:7", ".github/workflows/broken.yml:2"])
