"""Pipelines as text: which files they are, which run on a change, and what they run."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from checks.trees import ground
from folkmoot.checks import osps
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._pipelines import LONGEST_LINE, pipelines, runs
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

W = ".github/workflows/"


def on_change(text: str) -> bool:
    (found,) = pipelines(ground({f"{W}a.yml": text}))
    return found.on_change


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/a.yml", ".forgejo/workflows/a.yaml", ".gitea/workflows/a.yml", ".gitlab-ci.yml",
        ".gitlab/ci/tests/a.yml", ".travis.yml", ".circleci/config.yml", "azure-pipelines.yml", "Jenkinsfile",
        "appveyor.yml", ".appveyor.yml", ".cirrus.yml", ".buildkite/pipeline.yml", ".drone.yml",
        ".woodpecker.yml", ".woodpecker/test.yaml", ".semaphore/a.yml", "bitbucket-pipelines.yml",
    ],
)  # fmt: skip
def test_files_of_build_services(path: str) -> None:
    assert [each.path for each in pipelines(ground({path: "x"}))] == [path]


@pytest.mark.parametrize(
    "path", [".github/workflows/deep/a.yml", ".github/a.yml", "docs/.travis.yml", "ci/Jenkinsfile", "a.yml"]
)
def test_other_files_are_none(path: str) -> None:
    assert pipelines(ground({path: "x"})) == ()


@pytest.mark.parametrize(
    "text",
    [
        "on: pull_request\n",
        "on: [push, pull_request]\n",
        "on:\n  pull_request:\n    branches: [main]\n",
        "on:\n  - push\n  - pull_request\n",
        '"on":\n  merge_group:\n',
        "on:\n  pull_request_target:\n",
    ],
)
def test_workflows_that_run_on_changes(text: str) -> None:
    assert on_change(text)


@pytest.mark.parametrize(
    "text",
    [
        "on: push\n",
        "on:\n  pull_request_review:\n",
        "# on: pull_request\non: push\n",
        "on: push\njobs:\n  a:\n    if: github.event_name == 'pull_request'\n",
        "on: workflow_call\n",
    ],
)
def test_workflows_that_do_not(text: str) -> None:
    assert not on_change(text)


def test_other_services_run_on_changes_as_far_as_a_file_says() -> None:
    (found,) = pipelines(ground({".travis.yml": "script: make\n"}))
    assert (found.on_change, found.is_workflow) == (True, False)


def test_what_is_called_by_what_is_called_on_changes_runs_on_changes() -> None:
    def call(name: str) -> str:
        return f"jobs:\n  a:\n    uses: ./{W}{name}\n"

    files = {
        f"{W}1.yml": "on: pull_request\n" + call("2.yml"),
        f"{W}2.yml": "on: workflow_call\n" + call("3.yml"),
        f"{W}3.yml": "on: workflow_call\n" + call("1.yml") + call("gone.yml"),
        f"{W}4.yml": "on: push\n" + call("5.yml"),
        f"{W}5.yml": "on: workflow_call\n",
    }
    told = {each.path.removeprefix(W): each.on_change for each in pipelines(ground(files))}
    assert told == {"1.yml": True, "2.yml": True, "3.yml": True, "4.yml": False, "5.yml": False}


def test_pipelines_that_are_not_in_the_clone_are_left_out() -> None:
    assert pipelines(ground({f"{W}a.yml": None})) == ()


def test_long_lines_are_cut() -> None:
    (found,) = pipelines(ground({".travis.yml": "x" * (LONGEST_LINE + 5)}))
    assert found.lines == ("x" * LONGEST_LINE,)


# -- what they run -----------------------------------------------------------------------------------------

LOOK = runs(r"\bpytest\b", text="{path} runs the tests.")


def test_a_command_is_found_with_its_line() -> None:
    found = LOOK(ground({f"{W}a.yml": "on: push\njobs:\n  a:\n    steps:\n      - run: PyTest -q\n"}))
    assert found is not None
    assert (found.outcome, say(found.text)) == (Outcome.YES, f"{W}a.yml runs the tests.")
    assert [(spot.place, say(spot.what)) for spot in found.spots] == [(f"{W}a.yml:5", "“- run: PyTest -q”")]


@pytest.mark.parametrize(
    "line", ["# pytest", "  - name: pytest", "name: Run pytest", "  label: pytest", "xpytest"]
)
def test_lines_for_people_run_nothing(line: str) -> None:
    assert LOOK(ground({f"{W}a.yml": f"on: push\n{line}\n"})) is None


def test_only_pipelines_that_run_on_changes_count_where_that_is_asked() -> None:
    look = runs("pytest", on_change=True, text="{path}")
    assert look(ground({f"{W}a.yml": "on: push\n- run: pytest\n"})) is None
    assert look(ground({f"{W}a.yml": "on: pull_request\n- run: pytest\n"})) is not None


def test_what_says_most_is_shown_first_and_two_lines_of_a_file_are_enough() -> None:
    look = runs("pytest", text="{path}", best="--cov")
    lines = "on: push\n- run: pytest a\n- run: pytest b\n- run: pytest --cov\n- tool: pytest\n"
    found = look(ground({f"{W}a.yml": lines}))
    assert found is not None
    assert [spot.line for spot in found.spots] == [4, 2]


def test_at_most_eight_places_are_shown() -> None:
    found = LOOK(ground({f"{W}{n}.yml": "on: push\n- run: pytest\n" for n in range(9)}))
    assert found is not None
    assert len(found.spots) == 8


def test_a_hint_is_a_hint() -> None:
    look = runs("pytest", outcome=Outcome.UNKNOWN, text="{path}")
    found = look(ground({f"{W}a.yml": "on: push\n- run: pytest\n"}))
    assert found is not None
    assert found.outcome is Outcome.UNKNOWN


def expressions(place: Path) -> list[str]:
    """Give the expressions that a module of requirements gives to `runs` and `there`."""
    names = vars(import_module(f"{osps.__name__}.{place.stem}"))
    found: list[ast.expr] = []
    for node in ast.walk(ast.parse(place.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("runs", "there"):
            found += [node.args[0], *(word.value for word in node.keywords if word.arg == "best")]
    return [names[each.id] if isinstance(each, ast.Name) else ast.literal_eval(each) for each in found]


def test_expressions_over_lower_case_are_written_in_it() -> None:
    written = [each for place in Path(osps.__path__[0]).glob("osps_*.py") for each in expressions(place)]
    assert len(written) > 20
    assert [each for each in written if re.search(r"(?<!\\)[A-Z]", each)] == []


def test_commands_and_paths_are_found_in_any_case() -> None:
    look = runs("pytest", text="{path} runs tests.")
    said = look(ground({f"{W}a.yml": "steps:\n  - run: PyTest\n"}))
    assert said
    assert said.spots[0].line == 2
    found = there("docs/roadmap.md", "{path} is one.")(ground({"Docs/ROADMAP.md": "Soon."}))
    assert found
    assert [spot.path for spot in found.spots] == ["Docs/ROADMAP.md"]
