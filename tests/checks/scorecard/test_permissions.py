"""What tokens may do, gathered from one workflow and judged as Scorecard does."""

import pytest

from folkmoot.checks.scorecard._permissions import JOB, TOP, Granted, Level, granted, judge
from folkmoot.checks.scorecard._workflow import parse_workflow
from folkmoot.model.scorecard import Detail, Kind

STEPS = "\n    steps: [{run: x}]\n"


def of(text: str, path: str = "w.yml") -> list[Granted]:
    return list(granted(path, parse_workflow(text.encode())))


def declared(text: str) -> list[tuple[str, Level, str, int]]:
    return [(each.place, each.level, each.name, each.line) for each in of(text) if each.place]


def test_what_is_not_declared_is_told_of_the_top_and_of_every_job() -> None:
    assert declared("on: push\njobs:\n  a:" + STEPS + "  b:" + STEPS) == [
        (TOP, Level.UNDECLARED, "", 1), (JOB, Level.UNDECLARED, "", 3), (JOB, Level.UNDECLARED, "", 5),
    ]  # fmt: skip


@pytest.mark.parametrize("nothing", ["{}", "", "''"])
def test_permissions_without_one_are_none(nothing: str) -> None:
    assert declared(f"\npermissions: {nothing}\n") == [(TOP, Level.NONE, "", 1)]


@pytest.mark.parametrize(
    ("value", "level"),
    [
        ("read-all", Level.READ), ("write-all", Level.WRITE), ("Read-All", Level.UNKNOWN),
        ("none", Level.WRITE), ("everything", Level.WRITE),
    ],
)  # fmt: skip
def test_permissions_for_everything(value: str, level: Level) -> None:
    assert declared(f"on: push\npermissions: {value}\n") == [(TOP, level, "", 2)]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("contents: write", Level.WRITE), ("Contents: WRITE", Level.WRITE), ("contents: read", Level.READ),
        ("contents: none", Level.NONE), ("contents: Read", Level.UNKNOWN), ("contents:", Level.UNKNOWN),
        ("issues: write", Level.UNKNOWN), ("security-events: write", Level.WRITE),
    ],
)  # fmt: skip
def test_one_scope(line: str, level: Level) -> None:
    assert [found[1] for found in declared(f"permissions:\n  {line}\n")] == [level]


@pytest.mark.parametrize(
    ("step", "scope"),
    [
        ("run: docker push a/b", "packages"),
        ("run: npx semantic-release", "contents"),
        ("uses: peaceiris/actions-gh-pages@v3", "contents"),
        ("uses: github/codeql-action/upload-sarif@v3", "security-events"),
    ],
)
def test_a_job_may_write_what_it_is_there_for(step: str, scope: str) -> None:
    text = f"permissions: {{}}\njobs:\n  a:\n    permissions: {{{scope}: write}}\n    steps: [{{{step}}}]\n"
    assert declared(text)[1][1] is Level.UNKNOWN
    assert declared(text.replace(step, "run: make"))[1][1] is Level.WRITE


def test_the_top_may_not_write_whatever_it_is_there_for() -> None:
    text = "permissions: {packages: write}\njobs:\n  a:\n    steps: [{run: docker push a/b}]\n"
    assert declared(text)[0][1] is Level.WRITE


def test_the_purpose_is_noted_in_scorecard_s_words() -> None:
    assert [each.text for each in of("on: push\n") if not each.place] == [
        "not a publishing workflow: w.yml",
        "not a releasing workflow: w.yml",
        "not a GitHub Pages deployment workflow: w.yml",
        "not a SARIF workflow, or not an allowed one",
    ]


def test_pages_are_not_looked_for_in_a_release() -> None:
    texts = [each.text for each in of("jobs:\n  a:\n    steps: [{run: mvn release:prepare}]\n")]
    assert "candidate mvn release workflow: w.yml" in texts
    assert not any("Pages" in text for text in texts)


def test_the_uploader_of_sarif_is_told_with_its_line() -> None:
    found = of("jobs:\n  a:\n    steps:\n    - run: x\n    - uses: ossf/scorecard-action@v2\n")
    assert [each.line for each in found if each.text == "allowed SARIF workflow detected"] == [5]


def score(*texts: str) -> float:
    return judge([each for number, text in enumerate(texts) for each in of(text, f"{number}.yml")]).score


JOB_SAYS_NOTHING = "jobs:\n  a:" + STEPS
JOB_READS = "jobs:\n  a:\n    permissions: {contents: read}" + STEPS
JOB_WRITES = "jobs:\n  a:\n    permissions: {contents: write}" + STEPS
JOB_WRITES_ALL = "jobs:\n  a:\n    permissions: write-all" + STEPS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("permissions: read-all\n" + JOB_SAYS_NOTHING, 10),
        (JOB_SAYS_NOTHING, 0),
        (JOB_READS, 9.5),
        (JOB_WRITES, 9.5),
        (JOB_WRITES_ALL, 9.5),
        ("permissions: {}\n" + JOB_WRITES, 10),
        ("permissions: write-all\n" + JOB_READS, 9.5),
        ("permissions: write-all\n" + JOB_WRITES_ALL, 9.5),
        ("permissions: {statuses: write, checks: write}\n" + JOB_READS, 9),
        ("permissions: {deployments: write}\n" + JOB_READS, 9),
        ("permissions: {security-events: write}\n" + JOB_READS, 9),
        ("permissions: {issues: write}\n" + JOB_READS, 10),
        ("permissions: {actions: write, packages: write}\n" + JOB_READS, -10),
    ],
)
def test_what_it_costs(text: str, expected: float) -> None:
    assert score(text) == expected


@pytest.mark.parametrize("job", [JOB_SAYS_NOTHING, JOB_WRITES])
def test_write_all_above_such_a_job_ends_everything(job: str) -> None:
    judgement = judge(of("permissions: write-all\n" + job) + of("permissions: read-all\n", "later.yml"))
    assert judgement.score <= 0
    assert not any(detail.path == "later.yml" and detail.kind is Kind.INFO for detail in judgement.details)
    assert all("no jobLevel write" not in detail.text for detail in judgement.details)


def test_costs_add_up_over_files() -> None:
    assert score(JOB_READS, JOB_READS, "permissions: {deployments: write}\n" + JOB_READS) == 8


def test_details_say_what_and_where() -> None:
    details = judge(of("permissions: {contents: read, pages: none}\n" + JOB_WRITES)).details
    assert [each for each in details if each.kind is not Kind.DEBUG] == [
        Detail(Kind.WARN, "jobLevel 'contents' permission set to 'write'", "w.yml", 4),
        Detail(Kind.INFO, "topLevel 'contents' permission set to 'read'", "w.yml", 1),
        Detail(Kind.INFO, "found token with 'none' permissions", "w.yml", 1),
    ]


def test_that_no_job_writes_is_told() -> None:
    assert judge(of("permissions: {}\n" + JOB_READS)).details[-1] == Detail(
        Kind.INFO, "no jobLevel write permissions found"
    )
