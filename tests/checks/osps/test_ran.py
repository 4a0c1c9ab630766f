"""What had run on merged changes, as evidence for requirements."""

from __future__ import annotations

import pytest

from checks.osps.asking import github, words
from checks.trees import ground
from folkmoot.checks import all_checks
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.forge_settings import BranchRules
from folkmoot.model.past import Past, RanBefore

WORKFLOW = "on: pull_request\njobs:\n  t:\n    steps:\n      - run: pytest\n"


def asked(
    identifier: str, ran: RanBefore | None, files: dict[str, str] | None = None, **settings: object
) -> Finding:
    place = ground(files or {"main.c": ""})
    place.past = Past(1_700_000_000, 1_600_000_000, ran=ran)
    place.forge = github(**settings) if settings else None
    return all_checks()[f"OSPS-{identifier}"].decide(place)


@pytest.mark.parametrize(
    ("ran", "expected"),
    [
        (RanBefore(heads=5, tested=5, named=5), Outcome.YES),
        (RanBefore(heads=4, tested=4, named=4), Outcome.UNKNOWN),
        (RanBefore(heads=9, tested=9, named=8), Outcome.UNKNOWN),
        (RanBefore(heads=9, tested=9, named=9, unknown=1), Outcome.UNKNOWN),
        (RanBefore(heads=9), Outcome.UNKNOWN),
        (RanBefore(), Outcome.UNKNOWN),
        (None, Outcome.UNKNOWN),
    ],
)
def test_a_test_on_every_change_shows_that_tests_run(ran: RanBefore | None, expected: Outcome) -> None:
    """Less than that is never a no: a service may test under any name."""
    assert asked("QA-06.01", ran).outcome is expected


def test_what_is_no_proof_is_told_as_a_hint() -> None:
    told = words(asked("QA-06.01", RanBefore(heads=9, tested=6)))
    assert "Of 9 changes merged in the last 12 months, 6 had passed something" in told


def test_a_pipeline_that_runs_tests_comes_first() -> None:
    finding = asked("QA-06.01", RanBefore(heads=9), {".github/workflows/t.yml": WORKFLOW})
    assert finding.outcome is Outcome.YES
    assert "runs tests on changes" in words(finding)


def test_merging_what_failed_is_a_hint_and_no_answer() -> None:
    finding = asked("QA-03.01", RanBefore(heads=9, failed=4))
    assert finding.outcome is Outcome.UNKNOWN
    assert "something had failed on 4" in words(finding)
    assert asked("QA-03.01", RanBefore(heads=9)).outcome is Outcome.UNKNOWN


def test_a_setting_decides_whatever_happened() -> None:
    required = asked("QA-03.01", RanBefore(heads=9, failed=4), branch=BranchRules(checks=("build",)))
    assert required.outcome is Outcome.YES
    assert "failed" not in words(required)
