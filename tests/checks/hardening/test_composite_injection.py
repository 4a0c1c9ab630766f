"""Words of strangers in the scripts of composite actions."""

import pytest

from checks.trees import ground
from folkmoot.checks.hardening.composite_injection import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome

ACTION = ".github/actions/greet/action.yml"
WORKFLOW = ".github/workflows/hello.yml"


def action(step: str) -> str:
    return f"runs:\n  using: composite\n  steps:\n  - {step}\n    shell: bash\n"


def caller(
    value: str = "${{ github.event.issue.title }}",
    on: str = "issues",
    uses: str = "./.github/actions/greet",
    condition: str = "always()",
) -> str:
    step = f"    - uses: {uses}\n      if: {condition}\n      with:\n        Name: {value}\n"
    return f"on: {on}\njobs:\n  a:\n    steps:\n{step}"


def found(step: str, workflow: str = "on: push") -> Finding:
    return CHECK.decide(ground({ACTION: action(step), WORKFLOW: workflow}))


@pytest.mark.parametrize(
    "step",
    ["run: echo ${{ github.event.issue.title }}", "run: echo ${{ github.head_ref || 'x' }}",
     "uses: actions/github-script@v7\n    with: {script: 'x(${{ github.event.comment.body }})'}"],
)  # fmt: skip
def test_words_of_strangers_in_a_script(step: str) -> None:
    assert found(step).outcome is Outcome.NO


def test_an_input_that_a_workflow_fills_with_words_of_strangers() -> None:
    finding = found("run: echo ${{ inputs.name }}", caller())
    assert finding.outcome is Outcome.NO
    assert finding.spots[0].place == f"{ACTION}:4"
    assert say(finding.spots[0].what) == (
        f"inputs.name is pasted into a script; strangers fill it through {WORKFLOW}:8."
    )


@pytest.mark.parametrize(
    "workflow",
    [
        "on: push",
        caller("Ada"),
        caller("${{ github.event.issue.number }}"),
        caller(on="pull_request"),
        caller(uses="./.github/actions/other"),
        caller(uses="o/r/.github/actions/greet@v1"),
        caller(condition="github.event.issue.author_association == 'MEMBER'"),
        "on: [",
    ],
)
def test_an_input_that_nobody_fills_with_them_is_fine(workflow: str) -> None:
    assert found("run: echo ${{ inputs.name }}", workflow).outcome is Outcome.YES


@pytest.mark.parametrize(
    "step",
    ['run: echo "$NAME"', "run: echo ${{ inputs.other }}", "run: echo ${{ inputs.name == 'x' }}",
     "run: echo\n    env: {NAME: '${{ inputs.name }}'}"],
)  # fmt: skip
def test_what_does_not_paste_the_input_is_fine(step: str) -> None:
    assert found(step, caller()).outcome is Outcome.YES


@pytest.mark.parametrize("uses", ["./", "./."])
def test_the_action_at_the_top_is_called_too(uses: str) -> None:
    files = {"action.yml": action("run: echo ${{ inputs.name }}"), WORKFLOW: caller(uses=uses)}
    assert CHECK.decide(ground(files)).outcome is Outcome.NO
