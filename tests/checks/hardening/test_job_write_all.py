"""write-all of a job, which Scorecard does not see."""

import pytest

from checks.trees import ground
from folkmoot.checks.hardening.job_write_all import CHECK
from folkmoot.checks.scorecard.token_permissions import CHECK as SCORECARD
from folkmoot.model.check import Finding, Outcome

PATH = ".github/workflows/ci.yml"


def text(permissions: str) -> str:
    job = f"  build:\n    permissions: {permissions}\n    steps: [{{run: x}}]\n"
    return f"on: push\npermissions: {{}}\njobs:\n{job}"


def found(permissions: str) -> Finding:
    return CHECK.decide(ground({PATH: text(permissions)}))


@pytest.mark.parametrize("permissions", ["write-all", "Write-All", "'write-all'"])
def test_a_job_that_may_write_everything(permissions: str) -> None:
    finding = found(permissions)
    assert finding.outcome is Outcome.NO
    assert [spot.place for spot in finding.spots] == [f"{PATH}:5"]
    assert "build" in str(finding.spots[0].what)


@pytest.mark.parametrize("permissions", ["read-all", "{contents: write}", "{}", "{write-all: read}"])
def test_a_job_that_may_not(permissions: str) -> None:
    assert found(permissions).outcome is Outcome.YES


def test_write_all_at_the_top_is_told_by_scorecard() -> None:
    assert CHECK.decide(ground({PATH: "on: push\npermissions: write-all\n"})).outcome is Outcome.YES


def test_scorecard_is_blind_to_it() -> None:
    scored = SCORECARD.decide(ground({PATH: text("write-all")})).scored
    assert scored is not None
    assert scored.score == 10
