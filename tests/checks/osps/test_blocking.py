"""A check that stops a change: what the forge requires, and which pipeline that is."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.checks.osps._blocking import blocking
from folkmoot.checks.osps._requirement import Say
from folkmoot.i18n import say
from folkmoot.model.check import Outcome
from folkmoot.model.forge_settings import BranchRules, ForgeSettings

LOOK = blocking(r"\blint\b")
WORKFLOW = """\
name: "Checks"
on: pull_request
jobs:
  style:
    name: 'Good style'
    steps:
      - run: make lint
"""


def looked(files: dict[str, str], brand: str, *required: str) -> Say | None:
    """Look with these required checks at a forge of this brand."""
    made = ground(files)
    made.forge = ForgeSettings(
        brand, "https://forge.invalid/ada/moot", branch=BranchRules("main", checks=required)
    )
    return LOOK(made)


def told(found: Say | None) -> tuple[Outcome, str, int]:
    assert found is not None
    (spot,) = found.spots
    return found.outcome, say(found.text), spot.line


@pytest.mark.parametrize("check", ["style", "Good style", "CI / style", "Checks / Good style"])
def test_a_required_check_is_known_by_the_job_or_its_name(check: str) -> None:
    path = ".github/workflows/a.yml"
    assert told(looked({path: WORKFLOW}, "github", "docs", check)) == (
        Outcome.YES, f"{path} runs on changes, and the forge requires its check “{check}”.", 7,
    )  # fmt: skip


@pytest.mark.parametrize("check", ["Style", "docs", "Good", "Checks"])
def test_another_check_requires_nothing_of_it(check: str) -> None:
    assert looked({".github/workflows/a.yml": WORKFLOW}, "github", check) is None


def test_what_does_not_run_on_changes_stops_none() -> None:
    text = WORKFLOW.replace("on: pull_request", "on: push")
    assert looked({".github/workflows/a.yml": text}, "github", "style") is None


def test_a_workflow_without_the_command_is_another_check() -> None:
    text = WORKFLOW.replace("make lint", "make test")
    assert looked({".github/workflows/a.yml": text}, "github", "style") is None


def test_without_a_forge_or_without_requirements_nothing_is_known() -> None:
    assert LOOK(ground({".github/workflows/a.yml": WORKFLOW})) is None
    assert looked({".github/workflows/a.yml": WORKFLOW}, "github") is None


@pytest.mark.parametrize(
    ("check", "is_found"),
    [
        ("Checks / Good style (pull_request)", True),
        ("Checks / Good style (push)", True),
        ("Checks / *", True),
        ("* / Good style (pull_request)", True),
        ("style", True),
        ("Other / Good style (pull_request)", False),
        ("Checks / docs (pull_request)", False),
    ],
)
@pytest.mark.parametrize("brand", ["forgejo", "gitea"])
def test_checks_of_forgejo_and_gitea_are_called_workflow_job_and_event(
    brand: str, check: str, is_found: bool
) -> None:
    assert (looked({f".{brand}/workflows/a.yml": WORKFLOW}, brand, check) is not None) is is_found


def test_a_workflow_without_a_name_is_called_by_its_file_there() -> None:
    files = {".gitea/workflows/a.yml": WORKFLOW.replace('name: "Checks"\n', "")}
    assert looked(files, "gitea", "a.yml / style (pull_request)") is not None


# -- GitLab: the pipeline as a whole -----------------------------------------------------------------------


def job(*lines: str, name: str = "style") -> dict[str, str]:
    inside = "".join(f"  {line}\n" for line in ("script:", "  - make lint", *lines))
    return {".gitlab-ci.yml": f"stages: [lint]\n{name}:\n{inside}"}


def test_every_job_of_the_pipeline_stops_a_change() -> None:
    assert told(looked(job(), "gitlab", "pipeline")) == (
        Outcome.YES, "Pipelines must succeed, and “style” of .gitlab-ci.yml is part of them.", 4,
    )  # fmt: skip


@pytest.mark.parametrize("line", ["allow_failure: true", "when: manual", 'when: "manual"', "allow_failure:"])
def test_a_job_that_may_fail_stops_none(line: str) -> None:
    outcome, text, _ = told(looked(job(line), "gitlab", "pipeline"))
    assert outcome is Outcome.UNKNOWN
    assert text == "“style” of .gitlab-ci.yml may fail, and a change lands all the same."


def test_a_job_that_says_it_may_not_fail_stops_it() -> None:
    assert told(looked(job("allow_failure: false"), "gitlab", "pipeline"))[0] is Outcome.YES


@pytest.mark.parametrize("key", ["rules:", "only:", "except:"])
def test_rules_leave_open_whether_a_job_runs_on_every_change(key: str) -> None:
    outcome, text, _ = told(looked(job(key, "  - if: $CI_COMMIT_TAG"), "gitlab", "pipeline"))
    assert outcome is Outcome.UNKNOWN
    assert "its rules tell" in text


@pytest.mark.parametrize("rule", ["- if: $CI_MERGE_REQUEST_IID", "- merge_requests"])
def test_rules_that_name_merge_requests_close_it(rule: str) -> None:
    assert told(looked(job("rules:", f"  {rule}"), "gitlab", "pipeline"))[0] is Outcome.YES


@pytest.mark.parametrize("name", [".style", "before_script", "default"])
def test_what_is_hidden_or_no_job_stops_nothing(name: str) -> None:
    assert looked(job(name=name), "gitlab", "pipeline") is None


def test_a_job_that_stops_it_counts_before_one_that_may_fail() -> None:
    text = job("allow_failure: true")[".gitlab-ci.yml"] + "strict:\n  script: make lint\n"
    outcome, said, line = told(looked({".gitlab-ci.yml": text}, "gitlab", "pipeline"))
    assert (outcome, line) == (Outcome.YES, 7)
    assert "“strict”" in said


def test_a_pipeline_of_another_service_is_no_part_of_gitlab_s() -> None:
    assert looked({".travis.yml": "script:\n  - make lint\n"}, "gitlab", "pipeline") is None


def test_a_line_that_only_names_it_runs_nothing() -> None:
    text = "style:\n  # make lint\n  name: lint\n  stage: lint\n  script: make test\n"
    assert looked({".gitlab-ci.yml": text}, "gitlab", "pipeline") is None
