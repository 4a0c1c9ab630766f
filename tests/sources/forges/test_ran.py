"""What ran on merged changes at a GitHub: what is told of it, of which changes, and in how many requests."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from folkmoot.model.forge import HeadRuns, Item, Record, Run
from sources.forges.forge_at_hand import TODAY, fake, needs_schema, of, opened, read, state, world

pytestmark = needs_schema

DAY = 86_400
HEAD = "b" * 40


def day(before: float) -> str:
    """Give the time so many days before the forge's today."""
    return datetime.fromtimestamp(TODAY - before * DAY, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def change(number: int, merged: float, *runs: Any, summed: str | None = "SUCCESS", opened: float = 0) -> Any:
    """Give a change merged so many days ago, with what ran on it."""
    from fake_forge.nodes import actor, item
    from fake_forge.running import commits

    return item(
        "PullRequest", f"P{number}", number, actor("ada"), day(opened or merged + 1), state="MERGED",
        closedAt=day(merged), mergedAt=day(merged), mergedBy=actor("bob"), updatedAt=day(merged),
        mergeCommit={"oid": "c" * 40}, headRefOid=HEAD, commits=commits(HEAD, summed, *runs),
    )  # fmt: skip


def forge(*changes: Any) -> Any:
    from fake_forge.nodes import repository

    project = repository("ada/loom")
    project["pullRequests"] += changes
    return fake(project)


def heads(records: list[Record]) -> dict[int, HeadRuns]:
    return {one.number: one for one in of(records, HeadRuns)}


def test_suites_and_statuses_are_told_with_their_systems() -> None:
    """Of two suites that say the same the newer stays; one in which nothing ran is left out."""
    from fake_forge.running import context, suite

    told = change(
        1, 5, suite("github-actions", day(6)), suite("github-actions", day(7)),
        suite("github-actions", day(6), "TIMED_OUT"), suite("codecov", day(6), None, "QUEUED"),
        context("ci: build", day(6), target="https://app.circleci.com/1"), context("cla", day(6), "ERROR"),
    )  # fmt: skip
    at = TODAY - 6 * DAY
    assert heads(read(forge(told)))[1] == HeadRuns(
        1, HEAD, "success",
        (
            Run("", "cla", "failure", at), Run("circleci", "ci: build", "success", at),
            Run("github-actions", "", "failure", at), Run("github-actions", "", "success", at),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "meant"),
    [("SUCCESS", "success"), ("STARTUP_FAILURE", "failure"), ("ACTION_REQUIRED", "pending"),
     ("SKIPPED", "neutral"), ("CANCELLED", "neutral"), ("STALE", "neutral")],
)  # fmt: skip
def test_every_conclusion_has_one_of_four_meanings(said: str, meant: str) -> None:
    from fake_forge.running import suite

    told = heads(read(forge(change(1, 5, suite("github-actions", day(6), said)))))
    assert [run.state for run in told[1].runs] == [meant]


def test_a_commit_on_which_nothing_ran_is_told_too() -> None:
    assert heads(read(forge(change(1, 5, summed=None)))) == {1: HeadRuns(1, HEAD, "", ())}


def test_only_changes_merged_within_the_year_are_asked() -> None:
    """What ran before, GitHub forgets after 400 days; that it shows nothing says nothing."""
    from fake_forge.nodes import actor, item

    still_open = item("PullRequest", "P9", 9, actor("ada"), day(3))
    assert set(heads(read(forge(change(1, 364), change(2, 366), still_open)))) == {1}


def test_it_costs_no_request_more() -> None:
    """One page of a hundred changes, with what ran on each."""
    at_hand = fake()
    records = read(at_hand)
    merged = {node["number"] for node in world(at_hand)["pullRequests"] if node["mergedAt"]}
    assert set(heads(records)) == merged
    assert at_hand.asked == 1


def test_pages_of_long_ago_come_without_and_their_late_merges_are_asked_for_alone() -> None:
    """Four pages: the first and second show that the changes are old, so that the third comes without."""
    from fake_forge.running import suite

    old = [change(number, 1000, opened=2000 - number) for number in range(1, 301)]
    old[250] = change(251, 10, suite("github-actions", day(11)), opened=1700)
    at_hand = forge(*old, change(400, 5))
    records = read(at_hand)
    assert set(heads(records)) == {251, 400}
    assert heads(records)[251].state == "success"
    pages = [asked["runs"] for asked in at_hand.log if "runs" in asked]
    assert pages == [True, False, False, False]
    assert at_hand.asked == 5


def test_a_reading_from_before_this_was_asked_is_made_good_once() -> None:
    from fake_forge.running import suite

    at_hand = forge(change(1, 200, suite("github-actions", day(200))), change(2, 700))
    since = state(read(at_hand))
    older = {"reading": json.dumps({**json.loads(since["reading"]), "has_runs": False})}
    records = read(at_hand, older)
    assert set(heads(records)) == {1}
    assert {item.number for item in of(records, Item)} == {1}
    assert heads(read(at_hand, state(records))) == {}


def test_what_was_still_running_is_asked_for_again_the_next_time() -> None:
    from fake_forge.running import commits, suite

    running = suite("github-actions", day(1), None, "IN_PROGRESS")
    at_hand = forge(change(1, 2, running, summed="PENDING"))
    records = read(at_hand)
    assert heads(records)[1].state == "pending"
    world(at_hand)["pullRequests"][0]["commits"] = commits(HEAD, "SUCCESS", suite("github-actions", day(0)))
    again = read(at_hand, state(records))
    assert heads(again) == {1: HeadRuns(1, HEAD, "success", (Run("github-actions", "", "success", TODAY),))}
    at_hand.asked = 0
    assert heads(read(at_hand, state(again))) == {}
    assert at_hand.asked == 1


@pytest.mark.parametrize(("others", "is_asked"), [("FAILURE", True), ("SUCCESS", False)])
def test_a_failure_is_no_end_while_nothing_passed_and_something_runs(others: str, is_asked: bool) -> None:
    """GitHub sums a failure and a running check up as a failure, whatever else passed."""
    from fake_forge.running import suite

    running = suite("github-actions", day(1), None, "IN_PROGRESS")
    told = change(1, 2, running, suite("codecov", day(1), others), summed="FAILURE")
    waiting = json.loads(state(read(forge(told)))["reading"])["waiting"]
    assert bool(waiting) is is_asked


def test_what_runs_for_ever_is_let_go() -> None:
    from fake_forge.running import suite

    running = suite("github-actions", day(20), None, "IN_PROGRESS")
    at_hand = forge(change(1, 20, running, summed="PENDING"))
    assert json.loads(state(read(at_hand))["reading"])["waiting"] == []


def test_where_it_is_not_shown_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token that may not see checks is told so of every change; all else is read, and no problem."""
    from fake_forge import serving

    hidden = change(1, 5)
    hidden["commits"][0]["commit"]["checkSuites"] = None
    real, place = serving.answer, ["repository", "changes", "nodes", 0, "commits", "nodes", 0, "commit"]

    def forbidding(*arguments: Any, **more: Any) -> Any:
        said = {"type": "FORBIDDEN", "message": "Resource not accessible by integration"}
        return {**real(*arguments, **more), "errors": [{**said, "path": [*place, "checkSuites"]}]}

    monkeypatch.setattr(serving, "answer", forbidding)
    records = read(forge(hidden))
    assert heads(records) == {}
    assert [item.number for item in of(records, Item)] == [1]


def test_one_status_that_makes_no_sense_takes_nothing_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from fake_forge import serving
    from fake_forge.running import context, suite

    real = serving.answer

    def bent(*arguments: Any, **more: Any) -> Any:
        told = real(*arguments, **more)
        node = told["data"]["repository"]["changes"]["nodes"][0]["commits"]["nodes"][0]["commit"]
        node["status"]["contexts"][0]["state"] = 7
        return told

    monkeypatch.setattr(serving, "answer", bent)
    told = change(1, 5, context("ci", day(6)), suite("github-actions", day(6)))
    with opened(forge(told)) as source:
        records = list(source.records({}))
    assert [run.system for run in heads(records)[1].runs] == ["github-actions"]
    assert "state" in str(source.problems[0])
