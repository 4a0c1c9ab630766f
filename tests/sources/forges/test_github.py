"""A whole reading of GitHub against the fake forge, with everything that goes wrong on the way."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import SourceError, UnreachableError, UsageError
from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Act, Item, Mark, Reach, Record, Remark, Snapshot, Turn
from folkmoot.model.source import Access
from folkmoot.sources.forges import all_forges, open_forge
from folkmoot.sources.forges.github import GitHub
from sources.forges.forge_at_hand import DUMPS, TODAY, Talk, facts, fake, needs_dumps, needs_schema

pytestmark = needs_schema


@contextmanager
def opened(forge: Any, talk: Talk | None = None, project: str = "") -> Iterator[GitHub]:
    """Open the first project of a forge, or the one named."""
    with forge.serving() as base:
        source = open_forge(f"github+{base}/{project or next(iter(forge.world))}", (talk or Talk()).access)
        assert isinstance(source, GitHub)
        try:
            yield source
        finally:
            source.close()


def read(
    forge: Any, since: dict[str, str] | None = None, talk: Talk | None = None, project: str = ""
) -> list[Record]:
    with opened(forge, talk, project) as source:
        records = list(source.records(since or {}))
        assert source.problems == []
        return records


def of(records: list[Record], kind: type[Any]) -> list[Any]:
    return [record for record in records if isinstance(record, kind)]


def state(records: list[Record]) -> dict[str, str]:
    return {mark.name: mark.value for mark in of(records, Mark)}


def world(forge: Any) -> Any:
    return next(iter(forge.world.values()))


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.name.split(".")[0])
@needs_dumps[0]
def test_a_full_reading_reproduces_the_dump(path: Path) -> None:
    """Every issue, change, review and comment of a real project, with every time."""
    from fake_forge.worlds import dumped

    truth = facts(open_forge(str(path), Access()).records({}))
    assert sum(truth.values()) > 500
    assert facts(read(fake(dumped(path)))) == truth


def test_every_sort_of_thing_is_read() -> None:
    forge = fake()
    records = read(forge)
    items, project = of(records, Item), world(forge)
    assert {(item.is_change, item.number) for item in items} == {
        *((False, issue["number"]) for issue in project["issues"]),
        *((True, change["number"]) for change in project["pullRequests"]),
    }
    kinds = Counter(record.kind for record in of(records, Remark) + of(records, Act))
    comments = sum(len(item["comments"]) for item in project["issues"] + project["pullRequests"])
    assert kinds[Kind.COMMENT] == comments
    assert (kinds[Kind.FORK], kinds[Kind.DISCUSSION], kinds[Kind.RELEASE]) == (12, 12, 11)
    assert {turn.kind for turn in of(records, Turn)} == {"labelled", "closed", "merged"}
    assert of(records, Snapshot) == [
        Snapshot(
            TODAY // 86_400, stars=12, forks=12, watchers=12,
            open_issues=sum(issue["state"] == "OPEN" for issue in project["issues"]),
            open_changes=sum(change["state"] == "OPEN" for change in project["pullRequests"]),
        )
    ]  # fmt: skip


def test_who_closed_and_merged_is_known() -> None:
    forge = fake()
    change = next(item for item in world(forge)["pullRequests"] if item["mergedAt"] and item["mergedBy"])
    read_change = next(item for item in of(read(forge), Item) if item.number == change["number"])
    login = change["mergedBy"]["login"]
    assert (read_change.merged_by.login, read_change.closed_by.login) == (login, login)
    assert read_change.landing == change["mergeCommit"]["oid"]
    assert read_change.labels == ("good first issue",)


def test_deleted_accounts_are_nobody_and_robots_are_told() -> None:
    forge = fake()
    authors = {item.author for item in of(read(forge), Item)}
    assert NOBODY in authors
    assert {author.login for author in authors if author.is_bot} == {"helper"}


def test_reviews_nobody_submitted_are_not_read() -> None:
    forge = fake()
    states = {review["state"] for change in world(forge)["pullRequests"] for review in change["reviews"]}
    assert "PENDING" in states
    assert "pending" not in {remark.state for remark in of(read(forge), Remark)}


def test_bodies_are_measured_and_not_kept() -> None:
    records = read(fake())
    orders = [remark for remark in of(records, Remark) if remark.is_command]
    assert orders
    assert {remark.length for remark in orders} == {len("/lgtm")}
    assert "lgtm" not in repr(records)


# -- pages ----------------------------------------------------------------------------------------------


NO_STATE = {"nodes": [{"state": 4}], "pageInfo": None}
FIRST_CURSOR = "WyIyMDIwIiwgImEiXQ=="


def crowded() -> Any:
    """A change with more of everything than fits on a first page, twice over."""
    from fake_forge.nodes import Listing, actor, item, repository, said, turn

    at, who = "2024-03-01T00:00:00Z", actor("ada")
    lines = Listing(said("PullRequestReviewComment", f"L{n}", who, "NONE", "so", at) for n in range(230))
    change = item("PullRequest", "P1", 1, who, at)
    change["comments"] += [said("IssueComment", f"C{n}", who, "NONE", "words", at) for n in range(270)]
    change["timelineItems"] += [turn("ReopenedEvent", f"T{n}", who, at) for n in range(140)]
    change["reviews"] += [
        said("PullRequestReview", f"R{n}", who, "NONE", "", at, state="APPROVED", submittedAt=at,
             comments=lines if n == 40 else Listing())
        for n in range(150)
    ]  # fmt: skip
    project = repository("ada/loom")
    project["pullRequests"].append(change)
    return project


def test_what_does_not_fit_is_asked_for_afterwards() -> None:
    forge = fake(crowded())
    records = read(forge)
    counted = Counter(remark.kind for remark in of(records, Remark))
    assert counted == {Kind.COMMENT: 270, Kind.REVIEW: 150, Kind.REVIEW_COMMENT: 230}
    assert len(of(records, Turn)) == 140
    assert len({record.key for record in of(records, Remark)}) == 650


def test_the_rest_of_many_items_takes_few_requests() -> None:
    """One page, then all three lists' rests at once, as long as there are any."""
    forge = fake(crowded())
    read(forge)
    assert forge.asked <= 5


def test_requests_are_about_as_many_as_the_longest_list_has_pages() -> None:
    from fake_forge.worlds import invented

    forge = fake(invented(issues=250, changes=120))
    read(forge)
    assert forge.asked == 3


def test_a_page_that_is_too_much_is_asked_for_smaller() -> None:
    """Large pages answer 502 here; the reading goes on with smaller ones."""
    forge, talk = fake(largest=30), Talk()
    assert facts(read(forge, talk=talk)) == facts(read(fake()))
    assert {asked["size"] for asked in forge.log} == {100, 50, 25}
    assert talk.slept > 0


def test_the_same_page_again_and_again_is_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    from fake_forge import serving

    real = serving.answer

    def circling(*arguments: Any, **more: Any) -> Any:
        told = real(*arguments, **more)
        told["data"]["repository"]["forks"]["pageInfo"] = {"hasNextPage": True, "endCursor": FIRST_CURSOR}
        return told

    monkeypatch.setattr(serving, "answer", circling)
    with opened(fake()) as source, pytest.raises(SourceError, match="again and again"):
        list(source.records({}))


# -- again ----------------------------------------------------------------------------------------------


def test_a_second_reading_takes_one_request_and_what_is_new() -> None:
    from fake_forge.nodes import actor, said

    forge = fake()
    since = state(read(forge))
    asked = forge.asked
    issue = world(forge)["issues"][4]
    issue["comments"].append(
        said("IssueComment", "new", actor("ada"), "OWNER", "at last", "2025-01-02T00:00:00Z")
    )
    issue["updatedAt"] = "2025-01-02T00:00:00Z"
    forge.switches.today = TODAY + 200_000
    records = read(forge, since)
    assert forge.asked == asked + 1
    assert [item.number for item in of(records, Item)] == [issue["number"]]
    assert "new" in {remark.key for remark in of(records, Remark)}
    assert [reach.until for reach in of(records, Reach)] == [TODAY + 200_000]


def test_readings_overlap_by_a_minute() -> None:
    forge = fake()
    since = state(read(forge))
    world(forge)["issues"][0]["updatedAt"] = "2025-01-01T02:53:00Z"
    assert len(of(read(forge, since), Item)) == 1


def test_a_cursor_that_went_stale_begins_its_list_anew() -> None:
    kept = {"until": 0, "started": TODAY, "cursor": "no cursor any more"}
    done = {"until": 0, "started": TODAY, "cursor": ""}
    lists = {"issues": kept, **dict.fromkeys(("changes", "discussions", "forks", "releases"), done)}
    mark = json.dumps({"repository": "", "oldest": 0, "lists": lists, "rest": [], "events": {}})
    records = read(fake(), {"reading": mark})
    assert {item.is_change for item in of(records, Item)} == {False}
    assert len(of(records, Item)) == 40


def test_a_mark_of_another_form_is_the_beginning() -> None:
    assert facts(read(fake(), {"reading": '{"lists": 7}'})) == facts(read(fake()))


def test_another_project_of_the_same_name_is_refused() -> None:
    forge = fake()
    since = state(read(forge))
    world(forge)["id"] = "R_another"
    with opened(forge) as source, pytest.raises(SourceError, match="another project"):
        list(source.records(since))


# -- trouble --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "switches",
    [
        {"failing_every": 2},
        {"truncating_every": 2},
        {"secondary_every": 2},
        {"packed": False},
        {"quota": 1, "reset": 0},
    ],
    ids=lambda switches: next(iter(switches)),
)
def test_trouble_on_the_way_changes_nothing(switches: dict[str, Any]) -> None:
    from fake_forge.worlds import invented

    many = {"issues": 230, "changes": 150}
    assert facts(read(fake(invented(**many), **switches))) == facts(read(fake(invented(**many))))


def test_the_seconds_to_wait_are_told() -> None:
    from fake_forge.worlds import invented

    talk = Talk()
    read(fake(invented(issues=250), secondary_every=2, retry_after=33), talk=talk)
    assert any("33 seconds" in words for words in talk.told)
    assert talk.slept >= 33


def test_a_spent_quota_waits_for_its_reset() -> None:
    from fake_forge.worlds import invented

    forge, talk = fake(invented(issues=250), quota=2, reset=1), Talk()
    talk.access = replace(talk.access, sleep=lambda seconds: __import__("time").sleep(min(seconds, 1.1)))
    assert len(of(read(forge, talk=talk), Item)) == 310
    assert any("no requests left" in words for words in talk.told)


def test_a_renamed_project_is_read_under_its_new_name() -> None:
    forge, talk = fake(renamed={"ada/old": "ada/loom"}), Talk()
    assert len(of(read(forge, talk=talk, project="ada/old"), Item)) == 100
    assert talk.told == ["ada/old is now called ada/loom; it is read under its new name."]


def test_a_project_that_is_not_there_is_said_so() -> None:
    with (
        opened(fake(), project="ada/nothing") as source,
        pytest.raises(UnreachableError, match="no project ada/nothing"),
    ):
        list(source.records({}))


def test_without_a_token_nothing_is_asked() -> None:
    forge, talk = fake(), Talk()
    talk.access = Access({"HOME": "/nowhere"}, named_by_user=True)
    with opened(forge, talk) as source, pytest.raises(UnreachableError, match="only with a token") as refused:
        list(source.records({}))
    assert "FOLKMOOT_GITHUB_TOKEN" in refused.value.hint
    assert forge.asked == 0


def test_a_token_for_github_com_goes_nowhere_else() -> None:
    forge, talk = fake(), Talk()
    talk.access = Access(
        {"GITHUB_TOKEN": "public", "GH_TOKEN": "public", "HOME": "/nowhere"}, named_by_user=True
    )
    with opened(forge, talk) as source, pytest.raises(UnreachableError, match="token"):
        list(source.records({}))
    assert forge.tokens == set()


def test_a_place_nobody_typed_gets_no_token() -> None:
    talk = Talk()
    talk.access = replace(talk.access, named_by_user=False)
    with opened(fake(), talk) as source, pytest.raises(UnreachableError, match="token"):
        list(source.records({}))


def test_fields_of_a_wrong_type_are_named_and_the_good_rows_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    from fake_forge import serving

    real = serving.answer

    def bent(*arguments: Any, **more: Any) -> Any:
        told = real(*arguments, **more)
        told["data"]["repository"]["issues"]["nodes"][0]["number"] = "one"
        told["data"]["repository"]["issues"]["nodes"][1]["comments"] = 7
        told["data"]["repository"]["changes"]["nodes"][0]["reviews"] = {
            "nodes": [{"state": 4}],
            "pageInfo": None,
        }
        return told

    monkeypatch.setattr(serving, "answer", bent)
    with opened(fake()) as source:
        records = list(source.records({}))
    assert len(of(records, Item)) == 98
    said = [str(problem) for problem in source.problems]
    assert any("number should be a whole number, and is a text" in words for words in said)
    assert any("comments should be an object" in words for words in said)
    assert any("state should be a text" in words for words in said)
    assert [reach.quality for reach in of(records, Reach)] == ["lower bound"]


# -- stars ----------------------------------------------------------------------------------------------


def test_stars_come_from_public_events_where_the_list_is_hidden() -> None:
    forge = fake()
    records = read(forge)
    stars = [act for act in of(records, Act) if act.kind is Kind.STAR]
    assert {star.key for star in stars} == {f"event:{1001 + 2 * place}" for place in range(6)}
    assert forge.rest == 3
    assert "events of 90 days" in str(of(records, Reach)[0].note)


def test_nothing_new_among_the_events_is_one_request_without_an_answer() -> None:
    forge = fake()
    since = state(read(forge))
    records = read(forge, since)
    assert forge.rest == 4
    assert [act for act in of(records, Act) if act.kind is Kind.STAR] == []


def test_stars_come_from_their_list_where_the_token_may_see_it() -> None:
    forge = fake()
    world(forge)["viewerPermission"] = "WRITE"
    stars = [act for act in of(read(forge), Act) if act.kind is Kind.STAR]
    assert {star.actor.login for star in stars} == {f"star{place}" for place in range(12)}
    assert forge.rest == 0


def test_events_that_lead_elsewhere_are_a_problem_and_no_end() -> None:
    forge = fake(elsewhere="http://169.254.169.254/latest/meta-data")
    with opened(forge) as source:
        records = list(source.records({}))
    assert len(of(records, Item)) == 100
    assert "another host" in str(source.problems[0])


def test_the_events_of_a_renamed_project_are_found_by_its_id() -> None:
    forge = fake(renamed={"ada/loom": "ada/loom"})
    assert len([act for act in of(read(forge), Act) if act.kind is Kind.STAR]) == 6


# -- opening --------------------------------------------------------------------------------------------


def test_the_cost_is_told_from_the_first_page_which_is_not_asked_again() -> None:
    from fake_forge.worlds import invented

    forge = fake(invented(issues=950))
    with opened(forge) as source:
        estimate = source.estimate({})
        assert estimate is not None
        assert (estimate.requests, estimate.quota_left) == (11, 4999)
        assert estimate.quota > 10
        assert forge.asked == 1
        list(source.records({}))
    assert forge.asked == 10


def test_github_is_told_by_its_address() -> None:
    for origin in (
        "https://github.com/a/b",
        "https://acme.ghe.com/a/b",
        "https://github.example.org/a/b.git",
    ):
        assert isinstance(open_forge(origin, Access()), GitHub)


def test_other_places_are_refused_with_what_is_possible() -> None:
    for origin in ("https://example.org/a/b", "no such file", "ftp://github.com/a/b"):
        with pytest.raises(UsageError, match="No forge is known") as refused:
            open_forge(origin, Access())
        assert "github" in refused.value.hint
        assert "archive-dump" not in refused.value.hint


def test_an_address_of_more_or_less_than_a_project_is_refused() -> None:
    for origin in ("https://github.com/a", "https://github.com/a/b/issues"):
        with pytest.raises(UsageError, match="names no project"):
            open_forge(origin, Access())


def test_every_forge_says_what_it_gives_and_what_is_personal() -> None:
    for name, module in all_forges().items():
        assert name == module.NAME
        assert {Kind(kind) for kind in module.KINDS}
        assert "login" in module.PERSONAL
