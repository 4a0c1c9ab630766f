"""A whole reading of GitHub against the fake forge: what is read, and in how many requests."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Act, Authored, Item, Remark, Snapshot, Turn
from folkmoot.model.source import Access
from folkmoot.sources.forges import open_forge
from sources.forges.forge_at_hand import (
    DUMPS,
    TODAY,
    Talk,
    facts,
    fake,
    needs_dumps,
    needs_schema,
    of,
    opened,
    read,
    state,
    world,
)

pytestmark = needs_schema


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


def test_whose_a_commit_is_the_forge_tells_of_addresses_it_has_verified() -> None:
    forge = fake()
    merged = [item for item in world(forge)["pullRequests"] if item["mergeCommit"]]
    told = {
        (item["number"], item["mergeCommit"]["oid"], item["author"]["login"])
        for item in merged
        if item["author"] and item["author"]["__typename"] == "User"
    }
    found = {(one.number, one.commit, one.author.login) for one in of(read(forge), Authored)}
    assert found == told
    assert 0 < len(told) < len(merged)


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


def test_stars_come_from_public_events_where_the_list_is_hidden() -> None:
    forge = fake()
    talk = Talk()
    records = read(forge, talk=talk)
    stars = [act for act in of(records, Act) if act.kind is Kind.STAR]
    assert {star.key for star in stars} == {f"event:{1001 + 2 * place}" for place in range(6)}
    assert forge.rest == 3
    assert ["90 days back" in words for words in talk.told] == [True]


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
