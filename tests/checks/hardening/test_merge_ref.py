"""Code of pull requests, fetched by their number where the secrets are."""

import pytest

from checks.trees import ground
from folkmoot.checks.hardening.merge_ref import CHECK
from folkmoot.checks.scorecard.dangerous_workflow import CHECK as SCORECARD
from folkmoot.model.check import Finding, Outcome

PATH = ".github/workflows/pr.yml"
CHECKOUT = "{uses: actions/checkout@v4, with: {ref: 'refs/pull/${{ github.event.number }}/merge'}}"


def text(step: str = CHECKOUT, on: str = "pull_request_target", condition: str = "always()") -> str:
    return f"on: {on}\njobs:\n  a:\n    if: {condition}\n    steps:\n    - {step}\n"


def found(step: str = CHECKOUT, on: str = "pull_request_target", condition: str = "always()") -> Finding:
    return CHECK.decide(ground({PATH: text(step, on, condition)}))


@pytest.mark.parametrize("on", ["pull_request_target", "workflow_run", "issue_comment"])
def test_a_pull_request_is_checked_out_by_its_number(on: str) -> None:
    finding = found(on=on)
    assert finding.outcome is Outcome.NO
    assert [spot.place for spot in finding.spots] == [f"{PATH}:6"]


@pytest.mark.parametrize("on", ["pull_request", "push", "workflow_dispatch"])
def test_elsewhere_it_may_be(on: str) -> None:
    assert found(on=on).outcome is Outcome.YES


@pytest.mark.parametrize(
    "step",
    [
        CHECKOUT.replace("merge", "head"),
        CHECKOUT.replace("refs/pull/", "refs/remotes/pull/"),
        CHECKOUT.replace("github.event.number", "needs.x.outputs.pr"),
        "run: gh pr checkout ${{ github.event.number }}",
        "run: git fetch origin pull/$NUMBER/head:pr && git checkout pr",
        "run: git -C x pull origin refs/pull/12/merge",
    ],
)
def test_ways_to_do_it(step: str) -> None:
    assert found(step).outcome is Outcome.NO


@pytest.mark.parametrize(
    "step",
    [
        "uses: actions/checkout@v4", CHECKOUT.replace("refs/pull/", "refs/heads/"),
        CHECKOUT.replace("ref:", "path:"), "run: '# gh pr checkout 1'", "run: git fetch origin main",
        "run: gh pr view 1", "run: echo https://example.org/pull/1/head",
    ],
)  # fmt: skip
def test_what_is_no_code_of_a_pull_request(step: str) -> None:
    assert found(step).outcome is Outcome.YES


def test_the_line_is_that_of_the_command() -> None:
    finding = found("run: |\n        echo\n        gh pr checkout 1\n")
    assert [spot.line for spot in finding.spots] == [8]


def test_a_condition_that_asks_who_it_is_is_respected() -> None:
    guard = "github.event.pull_request.head.repo.full_name == github.repository"
    assert found(condition=guard).outcome is Outcome.YES


def test_what_scorecard_sees_is_not_told_twice() -> None:
    seen = CHECKOUT.replace("github.event.number", "github.event.pull_request.number")
    assert SCORECARD.decide(ground({PATH: text(seen)})).outcome is Outcome.NO
    assert found(seen).outcome is Outcome.YES
    assert found(seen, on="issue_comment").outcome is Outcome.NO


def test_scorecard_is_blind_to_the_rest() -> None:
    assert SCORECARD.decide(ground({PATH: text()})).outcome is Outcome.YES


def test_a_long_line_is_cut() -> None:
    assert found("run: git " + "fetch pull/ " * 100_000).outcome is Outcome.YES
