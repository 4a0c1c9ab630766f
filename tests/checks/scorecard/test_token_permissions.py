"""Token-Permissions, from files to a score."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.token_permissions import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Evidence, Finding, Outcome, Risk

FOLDER = ".github/workflows/"
GOOD = "on: push\npermissions: {contents: read}\njobs:\n  a:\n    steps: [{run: make}]\n"
BAD = GOOD.replace("permissions: {contents: read}\n", "")


def found(**files: str | None) -> Finding:
    return CHECK.decide(ground({f"{FOLDER}{name}.yml": text for name, text in files.items()}))


def told(finding: Finding) -> tuple[int, str]:
    assert finding.scored is not None
    return finding.scored.score, finding.scored.reason


def test_workflows_that_can_only_read() -> None:
    finding = found(a=GOOD)
    assert told(finding) == (10, "GitHub workflow tokens follow principle of least privilege")
    assert finding.outcome is Outcome.YES


def test_a_workflow_that_says_nothing() -> None:
    finding = found(a=GOOD, b=BAD)
    assert told(finding) == (0, "detected GitHub workflow tokens with excessive permissions")
    assert finding.spots == (Evidence("Nothing at the top says what the token may.", f"{FOLDER}b.yml", 1),)
    assert "permissions" in str(finding.remedy)


def test_what_a_job_may_write_costs_nothing_and_is_not_pointed_at() -> None:
    job = "on: push\njobs:\n  a:\n    permissions: {contents: write}\n    steps: [{run: make}]\n"
    finding = found(a=job)
    assert finding.scored is not None
    assert {each.text for each in finding.scored.details} > {"no topLevel permission defined"}
    assert [each.what for each in finding.spots] == ["Nothing at the top says what the token may."]


JOB = "on: push\njobs:\n  a:\n    permissions: {issues: write}\n    steps: [{run: make}]\n"
SILENT_JOB = "  b:\n    steps: [{run: make}]\n"


def test_a_silent_top_above_jobs_that_all_say_it_is_a_small_risk() -> None:
    finding = found(a=JOB, b=GOOD)
    assert (finding.outcome, finding.risk) == (Outcome.NO, Risk.LOW)


def test_a_job_that_calls_a_workflow_of_the_project_says_it_by_that_one_s_top() -> None:
    call = f"  b:\n    uses: ./{FOLDER}{{}}.yml\n"
    assert found(a=JOB + call.format("b"), b=GOOD).risk is Risk.LOW
    assert found(a=JOB + call.format("c"), b=GOOD).risk is None
    assert found(a=JOB + call.format("b"), b=JOB + SILENT_JOB).risk is None


@pytest.mark.parametrize("other", [JOB + SILENT_JOB, BAD, GOOD.replace("contents: read", "contents: write")])
def test_with_anything_else_it_is_none(other: str) -> None:
    assert found(a=JOB, b=other).risk is None


def test_halves_are_rounded_down() -> None:
    assert told(found(a=GOOD.replace("contents: read", "checks: write")))[0] == 9


def test_the_score_does_not_fall_below_zero() -> None:
    writing = GOOD.replace("contents: read", "contents: write")
    assert told(found(a=writing, b=writing))[0] == 0


@pytest.mark.parametrize("files", [{}, {"a": "# off\n"}])
def test_without_workflows_there_is_nothing_to_judge(files: dict[str, str]) -> None:
    finding = found(**files)
    assert told(finding) == (-1, "No tokens found")
    assert finding.outcome is Outcome.NOT_APPLICABLE


def test_a_broken_workflow_is_an_error() -> None:
    finding = found(a=GOOD, b="on: [")
    assert told(finding)[0] == -1
    assert finding.outcome is Outcome.ERROR


def test_a_workflow_that_is_not_here_makes_it_unknown() -> None:
    assert found(a=None).outcome is Outcome.UNKNOWN


def test_people_get_it_in_words_and_scorecard_in_its_own() -> None:
    said = {
        "": "Nothing at the top says what the token may.",
        "permissions: write-all\n": "The whole workflow may write everything.",
        "permissions: {contents: write}\n": "The whole workflow may write: contents",
    }
    for top, words in said.items():
        text = f"on: push\n{top}jobs:\n  a:\n    runs-on: x\n    steps: [{{run: make}}]\n"
        finding = CHECK.decide(ground({".github/workflows/a.yml": text}))
        assert words in [say(spot.what) for spot in finding.spots]
        assert finding.scored is not None
        assert all("whole workflow" not in str(detail.text) for detail in finding.scored.details)
