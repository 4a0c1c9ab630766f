"""What ran on merged changes, as GitLab, Forgejo and Gitea tell it; GitHub has a file of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from folkmoot.model.forge import Account, HeadRuns, Item, Record, Run
from folkmoot.sources.forges import _ran
from sources.forges import test_github
from sources.forges.forge_at_hand import TODAY, fake, needs_schema
from sources.forges.rest_at_hand import of, opened, read, state
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import day, forgejo, gitlab, story

DAY = 86_400
AT = TODAY - 5 * DAY
HEAD = "b" * 40
BRANDS = pytest.mark.parametrize("brand", [forgejo, gitlab], ids=lambda brand: str(brand.__name__))
Brand = Callable[..., RestForge]
PLACES = {
    "forgejo": f"repos/ada/loom/commits/{HEAD}/status",
    "gitlab": f"projects/5/repository/commits/{HEAD}/statuses",
}


def merged(brand: Brand, at: int = AT) -> RestForge:
    """A forge with one change (2), merged at that time, on which nothing ran."""
    told = story(issues=1, changes=1)
    change = told["pullRequests"][0]
    change |= {"mergedAt": day(at), "closedAt": day(at), "state": "MERGED", "headRefOid": HEAD}
    change["commits"][0]["commit"] |= {"status": None, "checkSuites": []}
    return brand(told)


def heads(records: list[Record]) -> dict[int, HeadRuns]:
    return {one.number: one for one in of(records, HeadRuns)}


def job(name: str, status: str, **more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "name": name,
        "status": status,
        "created_at": day(AT - 60),
        "finished_at": day(AT),
        **more,
    }


def status(context: str, said: str, **more: Any) -> dict[str, Any]:
    return {"id": 1, "context": context, "status": said, "created_at": day(AT), **more}


def test_every_state_of_a_job_at_gitlab() -> None:
    """One that may fail says nothing when it does; all the states before an end are one."""
    forge = merged(gitlab)
    forge.rows[PLACES["gitlab"]] = [
        job("rspec", "success"), job("lint", "failed", allow_failure=True), job("build", "failed"),
        job("deploy", "manual"), job("wait", "waiting_for_resource", finished_at=None),
        job("jenkins", "canceled", target_url="https://jenkins.example.org/1"),
    ]  # fmt: skip
    told = heads(read(forge))[2]
    assert (told.head, told.state) == (HEAD, "pending")
    assert told.runs == (
        Run("", "build", "failure", AT), Run("", "deploy", "neutral", AT), Run("", "lint", "neutral", AT),
        Run("", "rspec", "success", AT), Run("", "wait", "pending", AT - 60),
        Run("jenkins", "jenkins", "neutral", AT),
    )  # fmt: skip


def test_every_state_of_a_status_at_forgejo() -> None:
    forge = merged(forgejo)
    forge.rows[PLACES["forgejo"]] = {"statuses": [
        status("ci/woodpecker/pr/tests", "success"), status("cla", "warning"), status("lint", "error"),
        status("e2e", "failure", target_url="https://ci.codeberg.org/repos/1"),
    ]}  # fmt: skip
    told = heads(read(forge))[2]
    assert told.state == "failure"
    assert [(run.name, run.state) for run in told.runs] == [
        ("ci/woodpecker/pr/tests", "success"), ("cla", "neutral"), ("e2e", "failure"), ("lint", "failure"),
    ]  # fmt: skip


@BRANDS
def test_a_commit_on_which_nothing_ran_is_told_too(brand: Brand) -> None:
    assert heads(read(merged(brand))) == {2: HeadRuns(2, HEAD, "", ())}


@BRANDS
def test_only_changes_merged_within_the_year_are_asked(brand: Brand) -> None:
    forge = merged(brand, TODAY - 366 * DAY)
    assert heads(read(forge)) == {}
    assert not [path for path, _ in forge.asked if HEAD in path]


@BRANDS
@pytest.mark.parametrize("said", [403, 404])
def test_where_it_is_not_shown_nothing_is_told(brand: Brand, said: int) -> None:
    forge = merged(brand)
    forge.hidden = {PLACES[forge.brand]: said}
    assert heads(read(forge)) == {}


@BRANDS
def test_one_that_makes_no_sense_takes_nothing_with_it(brand: Brand) -> None:
    forge = merged(brand)
    rows: list[Any] = [job("a", "success"), job("b", "success")]
    if brand is forgejo:
        rows = [status("a", "success"), status("b", "success")]
    rows[0]["status"] = 7
    forge.rows[PLACES[forge.brand]] = rows if brand is gitlab else {"statuses": rows}
    with opened(forge) as source:
        records = list(source.records({}))
        assert "status" in str(source.problems[0])
    assert [run.name for run in heads(records)[2].runs] == ["b"]


def elsewhere(pipeline: dict[str, Any] | None) -> RestForge:
    """A forge whose change has a pipeline, and none on its newest commit itself."""
    forge = merged(gitlab)
    change = forge.rows["projects/5/merge_requests"][0]
    forge.rows["projects/5/merge_requests/2"] = {**change, "head_pipeline": pipeline}
    return forge


PIPELINE = {"id": 9, "project_id": 6, "status": "failed", "updated_at": day(AT)}


def test_a_pipeline_that_ran_in_a_fork_or_on_the_merged_result_is_found() -> None:
    forge = elsewhere(PIPELINE)
    forge.rows["projects/6/pipelines/9/jobs"] = [job("rspec", "success"), job("lint", "failed")]
    told = heads(read(forge))[2]
    assert (told.state, [run.name for run in told.runs]) == ("failure", ["lint", "rspec"])


def test_of_a_pipeline_whose_jobs_are_hidden_the_whole_is_told() -> None:
    whole = (Run("gitlab", "pipeline", "failure", AT),)
    assert heads(read(elsewhere(PIPELINE)))[2] == HeadRuns(2, HEAD, "failure", whole)


def test_without_any_pipeline_nothing_ran() -> None:
    assert heads(read(elsewhere(None)))[2] == HeadRuns(2, HEAD, "", ())


def test_a_change_that_is_not_shown_leaves_it_unknown() -> None:
    forge = elsewhere(PIPELINE)
    forge.hidden = {"projects/5/merge_requests/2": 403}
    assert heads(read(forge)) == {}


def test_a_pipeline_without_a_number_is_a_problem_and_no_answer() -> None:
    with opened(elsewhere({**PIPELINE, "id": "../../user"})) as source:
        assert heads(list(source.records({}))) == {}
        assert "id" in str(source.problems[0])


@BRANDS
def test_a_reading_from_before_this_was_asked_is_made_good_once(brand: Brand) -> None:
    forge = merged(brand)
    since = state(read(forge))
    kept = json.loads(since["reading"])
    del kept["has_runs"]
    records = read(forge, {"reading": json.dumps(kept)})
    assert set(heads(records)) == {2}
    assert heads(read(forge, state(records))) == {}


@needs_schema
@BRANDS
def test_all_forges_tell_the_same(brand: Brand) -> None:
    """Which changes were asked about, what it came to, and how often what passed."""

    def outcome(records: list[Record]) -> dict[int, tuple[str, list[str]]]:
        return {
            number: (head.state, sorted({run.state for run in head.runs}))
            for number, head in heads(records).items()
        }

    expected = outcome(test_github.read(fake(story())))
    assert {state for state, _ in expected.values()} == {"", "success", "failure"}
    assert outcome(read(brand(story()))) == expected


def change(**more: Any) -> Item:
    return Item(True, 1, "k", Account("ada"), "", "T", AT, AT, AT, merged_at=AT, head=HEAD)._replace(**more)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (change(), True),
        (change(head="c" * 64), True),
        (change(head=""), False),
        (change(head="../../user"), False),
        (change(merged_at=0), False),
        (change(is_change=False), False),
        (change(merged_at=TODAY - 400 * DAY), False),
    ],
)
def test_who_is_asked(on: Item, expected: bool) -> None:
    assert _ran.is_asked(on, TODAY) is expected


def test_runs_are_told_in_one_order() -> None:
    runs = [Run("b", "", "success", 1), Run("a", "x", "failure", 2), Run("b", "", "success", 3)]
    assert _ran.newest(runs) == _ran.newest(reversed(runs)) == (runs[1], runs[2])


@pytest.mark.parametrize(
    ("states", "expected"),
    [((), ""), (("neutral",), "neutral"), (("neutral", "success"), "success"),
     (("success", "failure"), "failure"), (("failure", "pending"), "pending")],
)  # fmt: skip
def test_what_runs_come_to(states: tuple[str, ...], expected: str) -> None:
    assert _ran.summed(Run("", name, name, 1) for name in states) == expected
