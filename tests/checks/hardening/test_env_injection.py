"""Words of strangers pasted into a script by way of a variable."""

import pytest

from checks.trees import ground
from folkmoot.checks.hardening.env_injection import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome

PATH = ".github/workflows/hello.yml"
ACTION = ".github/actions/greet/action.yml"
FILLED = "env: {TITLE: '${{ github.event.issue.title }}'}"
PASTED = "run: echo ${{ env.TITLE }}"


def workflow(
    *,
    top: str = "name: x",
    job: str = "name: x",
    step: str = PASTED,
    more: str = "name: x",
    on: str = "issues",
) -> str:
    return f"on: {on}\n{top}\njobs:\n  a:\n    {job}\n    steps:\n    - {step}\n      {more}\n"


def found(text: str) -> Finding:
    return CHECK.decide(ground({PATH: text}))


@pytest.mark.parametrize(
    ("text", "line"),
    [(workflow(top=FILLED), 2), (workflow(job=FILLED), 5), (workflow(more=FILLED), 8)],
    ids=["workflow", "job", "step"],
)
def test_a_variable_of_any_level_is_pasted(text: str, line: int) -> None:
    finding = found(text)
    assert finding.outcome is Outcome.NO
    assert finding.spots[0].place == f"{PATH}:7"
    assert say(finding.spots[0].what) == (
        f"env.TITLE is pasted into a script; line {line} fills it with github.event.issue.title."
    )


def test_the_program_of_an_action_is_a_script_too() -> None:
    uses = "uses: actions/github-script@v7\n      with: {script: 'x(`${{ env.TITLE }}`)'}"
    assert found(workflow(step=uses, more=FILLED)).outcome is Outcome.NO


def test_a_variable_filled_from_another_one() -> None:
    copied = "env: {COPY: '${{ env.TITLE }}'}"
    assert found(workflow(job=FILLED, step="run: echo ${{ env.copy }}", more=copied)).outcome is Outcome.NO


@pytest.mark.parametrize(
    "text",
    [
        workflow(more=FILLED, step='run: echo "$TITLE"'),
        workflow(more=FILLED, step="uses: actions/github-script@v7\n      with: {script: process.env.TITLE}"),
        workflow(more=FILLED, step="uses: o/r@v1\n      with: {title: '${{ env.TITLE }}'}"),
        workflow(top=FILLED, more="env: {TITLE: none}"),
        workflow(top=FILLED, on="pull_request"),
        workflow(top="env: {TITLE: '${{ github.head_ref }}'}", on="[pull_request, push]"),
        workflow(top=FILLED, job="if: github.event.issue.author_association == 'OWNER'"),
        workflow(top="env: {TITLE: '${{ github.sha }}'}"),
    ],
    ids=["shell", "program reads it", "input of an action", "hidden", "without rights", "empty", "guarded",
         "harmless"],
)  # fmt: skip
def test_what_is_harmless(text: str) -> None:
    assert found(text).outcome is Outcome.YES


def test_a_step_sees_nothing_of_the_variables_of_another() -> None:
    text = workflow(step="run: echo", more=FILLED) + f"    - {PASTED}\n"
    assert found(text).outcome is Outcome.YES


def action(value: str) -> str:
    return (
        f"runs:\n  using: composite\n  steps:\n  - {PASTED}\n    shell: bash\n    env: {{TITLE: '{value}'}}\n"
    )


def test_a_step_of_an_own_action_has_variables_too() -> None:
    finding = CHECK.decide(ground({ACTION: action("${{ github.event.issue.title }}")}))
    assert [spot.place for spot in finding.spots] == [f"{ACTION}:4"]


@pytest.mark.parametrize(
    ("value", "expected"), [("${{ github.event.issue.title }}", Outcome.NO), ("Ada", Outcome.YES)]
)
def test_an_input_of_an_own_action_counts_where_a_workflow_fills_it(value: str, expected: Outcome) -> None:
    uses = f"uses: ./.github/actions/greet\n      with: {{name: '{value}'}}"
    files = {ACTION: action("${{ inputs.name }}"), PATH: workflow(step=uses)}
    assert CHECK.decide(ground(files)).outcome is expected


def test_nothing_to_look_at() -> None:
    assert CHECK.decide(ground({"README.md": "x"})).outcome is Outcome.NOT_APPLICABLE
