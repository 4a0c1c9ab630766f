"""Words of strangers in the programs of actions."""

import pytest

from checks.trees import ground
from folkmoot.checks.hardening.github_script import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome

PATH = ".github/workflows/hello.yml"
TITLE = "console.log(`${{ github.event.issue.title }}`)"


def found(
    script: str = TITLE,
    uses: str = "actions/github-script@v7",
    name: str = "script",
    on: str = "issues",
    condition: str = "always()",
) -> Finding:
    text = (
        f"on: {on}\njobs:\n  a:\n    if: {condition}\n    steps:\n    - uses: {uses}\n      with:\n"
        f"        {name}: |\n          let x\n          {script}\n"
    )
    return CHECK.decide(ground({PATH: text}))


def test_the_title_of_an_issue_is_no_program() -> None:
    finding = found()
    assert finding.outcome is Outcome.NO
    assert [spot.place for spot in finding.spots] == [f"{PATH}:8"]
    assert say(finding.spots[0].what) == (
        "github.event.issue.title is pasted into a program of actions/github-script."
    )


@pytest.mark.parametrize(
    ("uses", "name"),
    [
        ("Actions/GitHub-Script@v7", "Script"), ("azure/cli@v2", "inlineScript"),
        ("azure/powershell@v2", "inlineScript"), ("appleboy/ssh-action@v1", "script"),
        ("addnab/docker-run-action@v3", "run"), ("mikefarah/yq@v4", "cmd"),
    ],
)  # fmt: skip
def test_other_actions_run_programs_too(uses: str, name: str) -> None:
    assert found(uses=uses, name=name).outcome is Outcome.NO


@pytest.mark.parametrize(("uses", "name"), [("o/r@v1", "script"), ("actions/github-script@v7", "title")])
def test_other_inputs_are_no_programs(uses: str, name: str) -> None:
    assert found(uses=uses, name=name).outcome is Outcome.YES


@pytest.mark.parametrize(
    "script",
    [
        "context.payload.issue.title", "${{ github.event.issue.number }}",
        "${{ toJSON(github.event.issue.title) }}",
        "if (${{ contains(github.event.issue.title, 'x') }}) {}", "${{ secrets.X }}",
    ],
)  # fmt: skip
def test_what_is_harmless(script: str) -> None:
    assert found(script).outcome is Outcome.YES


def test_json_is_harmless_in_a_program_but_not_in_a_shell() -> None:
    assert found("${{ toJSON(github.event.issue.title) }}", "appleboy/ssh-action@v1").outcome is Outcome.NO


def test_a_pull_request_can_run_anything_without_rights_anyway() -> None:
    assert found("${{ github.head_ref }}", on="pull_request").outcome is Outcome.YES
    assert found("${{ github.head_ref }}", on="[pull_request, pull_request_target]").outcome is Outcome.NO


def test_what_no_event_with_rights_carries_is_empty_there() -> None:
    assert found("${{ github.head_ref }}", on="[pull_request, push]").outcome is Outcome.YES
    assert found("${{ github.head_ref }}", on="[pull_request, workflow_call]").outcome is Outcome.NO


def test_a_condition_that_asks_who_it_is_is_respected() -> None:
    condition = "github.event.issue.author_association == 'OWNER'"
    assert found(condition=condition).outcome is Outcome.YES
