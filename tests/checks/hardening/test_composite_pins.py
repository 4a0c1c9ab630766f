"""Actions inside of composite actions."""

import pytest

from checks.trees import ground
from folkmoot.checks.hardening.composite_pins import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome

SHA = "0123456789abcdef0123456789abcdef01234567"
PATH = ".github/actions/setup/action.yml"


def found(*uses: str) -> Finding:
    steps = "".join(f"  - uses: {name}\n" for name in uses)
    return CHECK.decide(ground({PATH: f"runs:\n  using: composite\n  steps:\n{steps}"}))


@pytest.mark.parametrize("uses", ["o/r@v1", "o/r@main", "o/r/sub@v1.2.3", "o/r", "docker://alpine:3"])
def test_an_action_that_can_change(uses: str) -> None:
    finding = found("actions/checkout@v4", uses)
    assert finding.outcome is Outcome.NO
    assert [spot.place for spot in finding.spots] == [f"{PATH}:5"]
    assert say(finding.spots[0].what) == f"{uses} is not named by a commit."


@pytest.mark.parametrize(
    "uses",
    [f"o/r@{SHA}", "actions/checkout@v4", "github/codeql-action/init@v3", "./.github/actions/x", "../x",
     "'${{ inputs.action }}'", "''", "docker://alpine@sha256:" + "0123456789abcdef" * 4],
)  # fmt: skip
def test_actions_that_cannot_or_are_not_asked_about(uses: str) -> None:
    assert found(uses).outcome is Outcome.YES


def test_without_a_composite_action_it_does_not_apply() -> None:
    files = {
        ".github/workflows/ci.yml": "on: push\njobs: {a: {steps: [{uses: o/r@v1}]}}",
        "x/action.yml": "a: b",
    }
    assert CHECK.decide(ground(files)).outcome is Outcome.NOT_APPLICABLE
