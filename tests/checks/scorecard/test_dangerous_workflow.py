"""Dangerous-Workflow: checkouts and injections, as Scorecard sees them."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.dangerous_workflow import CHECK, expressions, is_untrusted
from folkmoot.model.check import Evidence, Finding, Outcome

PATH = ".github/workflows/ci.yml"
CHECKOUT = "uses: actions/checkout@v4\n      with: {ref: '${{ github.event.pull_request.head.sha }}'}"


def found(*steps: str, on: str = "pull_request_target") -> Finding:
    listed = "".join(f"    - {step}\n" for step in steps)
    return CHECK.decide(ground({PATH: f"on: {on}\njobs:\n  a:\n    steps:\n{listed}"}))


def score(finding: Finding) -> int:
    assert finding.scored is not None
    return finding.scored.score


@pytest.mark.parametrize("on", ["pull_request_target", "workflow_run", "[push, pull_request_target]"])
def test_the_code_of_strangers_is_not_to_be_checked_out(on: str) -> None:
    finding = found("run: x", CHECKOUT, on=on)
    assert score(finding) == 0
    assert finding.spots == (
        Evidence("untrusted code checkout '${{ github.event.pull_request.head.sha }}'", PATH, 6),
    )


@pytest.mark.parametrize(
    "step",
    [
        "uses: actions/checkout@v4",
        CHECKOUT.replace("pull_request.head", "push"),
        CHECKOUT.replace("actions/checkout", "actions/cache"),
        CHECKOUT.replace("ref:", "path:"),
        "run: ${{ github.event.pull_request.head.sha }}",
    ],
)
def test_what_is_no_checkout_of_strangers_code(step: str) -> None:
    assert score(found(step)) == 10


def test_a_pull_request_has_no_rights_and_may_be_checked_out() -> None:
    assert score(found(CHECKOUT, on="pull_request")) == 10


@pytest.mark.parametrize(
    "inside",
    [
        "github.event.issue.title", "github.event.issue.body", "github.event.pull_request.title",
        "github.event.discussion.body", "github.event.comment.body", "github.event.review.body",
        "github.event.review_comment.body", "github.event.pages[0].page_name",
        "github.event.commits[0].message", "github.event.commits[3].author.email",
        "github.event.head_commit.author.name", "github.event.blocked_user.email",
        "github.event.pull_request.head.ref", "github.event.pull_request.head.label",
        "github.event.pull_request.head.repo.default_branch", "github.head_ref", "toJSON( github.event )",
        "tojson(github)", "format('{0}', github.event.issue.title)", "a ||\n github.event.issue.title",
    ],
)  # fmt: skip
def test_words_of_strangers(inside: str) -> None:
    assert is_untrusted(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "github.event.number", "github.sha", "github.event.pull_request.number", "issue.title",
        "toJSON(github.event.inputs)", "github.event.page_name.pages", "github.ref_name",
        "github.event.head_commit.id", "inputs.title", "github.event.commits\n[0].message",
    ],
)  # fmt: skip
def test_words_that_strangers_cannot_choose(inside: str) -> None:
    assert not is_untrusted(inside)


def test_an_injection_is_told_with_the_line_of_its_script() -> None:
    finding = found("name: x\n      run: |\n        echo ${{ github.event.issue.title }}", on="issues")
    assert score(finding) == 0
    assert finding.spots == (
        Evidence("script injection with untrusted input ' github.event.issue.title '", PATH, 6),
    )


def test_every_injection_of_a_script_is_told() -> None:
    finding = found("run: ${{ github.head_ref }} ${{ github.sha }} ${{ github.event.comment.body }}")
    assert len(finding.spots) == 2


def test_injections_come_before_checkouts() -> None:
    finding = found(CHECKOUT, "run: ${{ github.head_ref }}")
    assert [str(spot.what)[:6] for spot in finding.spots] == ["script", "untrus"]


def test_a_script_of_an_action_is_a_blind_spot_of_scorecard() -> None:
    assert (
        score(found("uses: actions/github-script@v7\n      with: {script: '${{ github.head_ref }}'}")) == 10
    )


def test_expressions_are_what_stands_between_the_signs() -> None:
    assert list(expressions("a ${{ b }} c ${{d}} }} ${{${{e}}")) == [" b ", "d", "${{e"]


@pytest.mark.parametrize("files", [{}, {"README": "x"}])
def test_without_workflows_there_is_nothing_to_judge(files: dict[str, str]) -> None:
    assert CHECK.decide(ground(files)).outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("text", ["on: [", "jobs: {a: {steps: [{run: '${{ x'}]}}"])
def test_what_cannot_be_read_ends_the_check(text: str) -> None:
    finding = CHECK.decide(ground({PATH: text}))
    assert (score(finding), finding.outcome) == (-1, Outcome.ERROR)
