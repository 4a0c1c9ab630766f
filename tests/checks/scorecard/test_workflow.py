"""Workflows as actionlint reads them: lenient, with lines, ids in lower case, aliases left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.checks.scorecard._workflow import Job, Step, Word, Workflow, parse_workflow
from folkmoot.checks.scorecard._yaml import BrokenYamlError


def workflow(text: str, *, follow: bool = False) -> Workflow:
    return parse_workflow(text.encode(), follow=follow)


def job(text: str) -> Job:
    """Give the one job of a workflow whose body is `text`."""
    body = "".join(f"    {line}\n" for line in text.splitlines())
    return workflow(f"on: push\njobs:\n  only:\n{body}").jobs["only"]


def step(text: str) -> Step:
    return job(f"steps:\n  - {text}").steps[0]


@pytest.mark.parametrize(
    ("on", "events"),
    [
        ("on: push", ["push"]),
        ("on: [push, pull_request]", ["push", "pull_request"]),
        ("on:\n  push:\n    branches: [a]\n  pull_request_target:", ["push", "pull_request_target"]),
        ("'on': push", ["push"]),
        ("on:", [""]),
        ("true: push", []),
    ],
)
def test_events_are_told_in_three_ways(on: str, events: list[str]) -> None:
    assert [each.value for each in workflow(on + "\n").events] == events


def test_a_workflow_knows_what_starts_it() -> None:
    assert workflow("on: [push, workflow_run]").starts_on("pull_request_target", "workflow_run")
    assert not workflow("on: workflow_runs").starts_on("workflow_run")


def test_permissions_for_everything() -> None:
    found = workflow("permissions: read-all").permissions
    assert found is not None
    assert (found.all, found.scopes) == (Word("read-all", 1), {})


def test_permissions_by_scope_with_lines_and_lower_case_names() -> None:
    found = workflow("permissions:\n  Contents: read\n  packages: write\n").permissions
    assert found is not None
    assert found.scopes == {"contents": Word("read", 2), "packages": Word("write", 3)}


@pytest.mark.parametrize("text", ["permissions:", "permissions: {}", "permissions: ''"])
def test_permissions_that_are_there_but_empty(text: str) -> None:
    found = workflow(text).permissions
    assert found is not None
    assert not found.scopes
    assert found.all is None or found.all.value == ""


def test_no_permissions() -> None:
    assert workflow("on: push").permissions is None
    assert job("steps: []").permissions is None


def test_jobs_are_known_by_their_id_in_lower_case_and_its_line() -> None:
    found = workflow("jobs:\n  Build:\n    name: The build\n  BUILD:\n    name: Not this\n").jobs
    assert [(key, each.id, each.line, each.name) for key, each in found.items()] == [
        ("build", "Build", 2, "The build")
    ]


def test_a_step_that_uses_an_action() -> None:
    found = step("{uses: 'actions/checkout@v4', with: {Ref: main, path: [1]}, name: Get}")
    assert found == Step(
        line=5, name="Get", uses=Word("actions/checkout@v4", 5),
        inputs={"ref": Word("main", 5), "path": Word("", 5)},
    )  # fmt: skip


def test_inputs_that_mean_something_else_to_a_container() -> None:
    found = step("{uses: 'docker://alpine', with: {entrypoint: a, args: b, other: c}}")
    assert list(found.inputs) == ["other"]


def test_a_step_that_runs_a_script() -> None:
    found = job("steps:\n  - name: Go\n    if: always()\n    shell: bash\n    run: |\n      echo\n").steps[0]
    assert (found.line, found.run, found.shell) == (5, Word("echo\n", 8), "bash")
    assert found.condition == Word("always()", 6)
    assert found.uses is None


@pytest.mark.parametrize(("text", "kind"), [("{uses: a, run: b}", "run"), ("{run: b, uses: a}", "uses")])
def test_of_two_kinds_the_later_one_wins(text: str, kind: str) -> None:
    found = step(text)
    assert (found.run is None, found.uses is None) == (kind == "uses", kind == "run")


def test_a_job_that_calls_a_workflow() -> None:
    assert job("uses: o/r/.github/workflows/w.yml@v1\nwith: {}").call == Word(
        "o/r/.github/workflows/w.yml@v1", 4
    )


@pytest.mark.parametrize("key", ["runs-on: x", "env: {a: b}", "steps: []", "timeout-minutes: 3"])
def test_a_job_cannot_call_and_run(key: str) -> None:
    assert job(f"uses: o/r/w@v1\n{key}").call is None


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("runs-on: ubuntu-latest", ("ubuntu-latest",)),
        ("runs-on: [self-hosted, linux]", ("self-hosted", "linux")),
        ("runs-on: {group: g, labels: [a, b]}", ("a", "b")),
        ("runs-on: {labels: a}", ("a",)),
        ("name: none", ()),
    ],
)
def test_where_a_job_runs(text: str, labels: tuple[str, ...]) -> None:
    assert job(text).labels == labels


def test_systems_of_a_matrix_come_from_its_row_and_its_inclusions() -> None:
    text = (
        "strategy:\n  matrix:\n    OS: [a, 'b']\n    include: [{os: c, x: 1}, {x: 2}]\n    exclude: [{os: d}]"
    )
    assert job(text).systems == ("a", "b", "c")


@pytest.mark.parametrize("row", ["${{ fromJSON(x) }}", "{a: b}", "null"])
def test_a_row_that_is_no_list_names_no_system(row: str) -> None:
    assert job(f"strategy:\n  matrix:\n    os: {row}").systems == ()


def test_default_shells_of_a_job_and_of_a_workflow() -> None:
    assert job("defaults:\n  run:\n    shell: pwsh").shell == "pwsh"
    assert workflow("defaults: {run: {shell: sh}}").shell == "sh"


def test_aliases_are_left_alone_or_followed() -> None:
    text = "jobs:\n  a:\n    steps: &all\n      - run: x\n  b:\n    steps: *all\n"
    assert workflow(text).jobs["b"].steps == ()
    assert workflow(text, follow=True).jobs["b"].steps == workflow(text).jobs["a"].steps


@pytest.mark.parametrize(
    "text", ["", "# only a comment", "just words", "- a\n- b", "jobs: [a]", "jobs: {a: b}"]
)
def test_what_is_no_workflow_is_an_empty_one(text: str) -> None:
    found = workflow(text)
    assert (found.events, found.permissions) == ((), None)
    assert all(each.steps == () for each in found.jobs.values())


def test_what_is_no_yaml_is_an_error() -> None:
    with pytest.raises(BrokenYamlError):
        workflow("on: [push\n")


_LEAVES = st.sampled_from(["push", "", "read", "${{ x }}", "docker://a"])
_KEYS = st.sampled_from(
    ["on", "jobs", "steps", "uses", "run", "with", "permissions", "runs-on", "strategy", "os"]
)
_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_KEYS, inner, max_size=4)),
    max_leaves=20,
)


@given(st.dictionaries(_KEYS, _TREES, max_size=4))
def test_any_shape_gives_a_workflow(shape: dict[str, object]) -> None:
    # JSON is YAML, and repr of these shapes is JSON but for its quotes.
    assert isinstance(workflow(repr(shape).replace("'", '"')), Workflow)


def test_variables_are_read_at_each_level() -> None:
    text = b"env: {A: 1}\njobs:\n  a:\n    env: {B: 2}\n    steps:\n    - run: x\n      env:\n        C: 3\n"
    workflow = parse_workflow(text)
    job = workflow.jobs["a"]
    assert workflow.variables == {"a": Word("1", 1)}
    assert job.variables == {"b": Word("2", 4)}
    assert job.steps[0].variables == {"c": Word("3", 8)}


def test_variables_that_are_one_expression_have_no_names() -> None:
    assert parse_workflow(b"env: ${{ fromJSON(x) }}").variables == {}
