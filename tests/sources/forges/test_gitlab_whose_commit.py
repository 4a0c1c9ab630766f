"""Whose commits are, as GitLab's GraphQL knows by confirmed addresses: one question for a page of changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from graphql import GraphQLError, build_schema, parse, validate

from folkmoot.model.errors import UnreachableError
from folkmoot.model.forge import Account, Authored, Item, Mark, Reach, Record
from folkmoot.sources.forges.gitlab.authors import BY_COMMIT, CHANGES, of_commits
from sources.forges.gitlab_graphql import OLDER, OLDEST, SCHEMA, authors_told
from sources.forges.rest_at_hand import TOKEN, Talk, of, opened, read, state
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import day, gitlab, story

HASHES = [f"{place:040x}" for place in range(BY_COMMIT.most)]
MOST_POINTS, LONGEST = 250, 10_000
"""GitLab's limits of one question: https://docs.gitlab.com/api/graphql/#limits"""
AT = 1_710_000_000


def wrong(query: str, schema: str = SCHEMA) -> list[GraphQLError]:
    return validate(build_schema(schema), parse(query))


@pytest.mark.parametrize("query", [CHANGES, of_commits(HASHES)[0]], ids=["changes", "commits"])
def test_questions_are_those_of_the_documentation(query: str) -> None:
    assert wrong(query) == []
    assert len(query) < LONGEST
    # A field is a point, one that looks into the repository two.
    fields = query.count("sha") * 4 + query.count("commit(") * 2 + query.count("commits(") * 3
    assert fields + 6 < MOST_POINTS


def test_older_forges_know_less() -> None:
    assert wrong(CHANGES, OLDER) == []
    assert wrong(of_commits(HASHES)[0], OLDER)
    assert wrong(CHANGES, OLDEST)


def known(told: Any) -> set[tuple[str, str]]:
    """Give the newest commit of each change with the login of its author, as far as that is a person."""
    changes = [change for change in told["pullRequests"] if change["author"]]
    return {
        (change["headRefOid"], change["author"]["login"])
        for change in changes
        if change["author"]["login"] != "helper[bot]"
    }


def told_by(records: list[Record]) -> set[tuple[str, str]]:
    return {(one.commit, one.author.login) for one in of(records, Authored)}


def test_one_question_for_a_page_tells_whose_the_commits_are() -> None:
    told = story(issues=1, changes=30)
    forge = gitlab(told, most=10)
    assert told_by(read(forge)) == known(told)
    assert [len(asked["variables"]["changes"]) for asked in forge.posted] == [10, 10, 10]
    assert {asked["variables"]["project"] for asked in forge.posted} == {"ada/loom"}
    assert forge.tokens == {f"Bearer {TOKEN}"}


def test_a_commit_belongs_to_its_change() -> None:
    forge = one_merged()
    row = forge.rows["projects/5/merge_requests"][0]
    (found,) = of(read(forge), Authored)
    assert found == Authored(
        row["iid"], f"change:{row['id']}:commit:{row['sha']}", row["sha"], Account("ada"), AT
    )


def one_merged(schema: str = SCHEMA, **switches: Any) -> RestForge:
    told = story(issues=1, changes=1)
    told["pullRequests"][0]["author"] = {"__typename": "User", "login": "ada"}
    forge = gitlab(told, **{"graphql": authors_told(told, schema), **switches})
    forge.rows["projects/5/merge_requests"][0] |= {"state": "merged", "merged_at": day(AT)}
    return forge


def test_the_estimate_knows_of_it() -> None:
    forge = gitlab(story(issues=1, changes=30), most=10)
    with opened(forge) as source:
        estimate = source.estimate({})
    assert estimate is not None
    assert estimate.requests == 5 + (1 + 3) + (3 + 3 + 30 * 3)


def test_squashed_commits_are_asked_for_by_their_hashes() -> None:
    told = story(issues=1, changes=45)
    forge = gitlab(told)
    merged = [row for row in forge.rows["projects/5/merge_requests"] if row["state"] == "merged"]
    for place, row in enumerate(merged):
        row["squash_commit_sha"] = f"{place:040x}"
    authors = dict(known(told))
    expected = {
        (row["squash_commit_sha"], authors[row["sha"]]) for row in merged if row["sha"] in authors
    }  # fmt: skip
    assert expected
    assert told_by(read(forge)) == known(told) | expected
    assert len(forge.posted) == 1 + -(-len(merged) // BY_COMMIT.most)


def test_a_second_reading_asks_for_what_is_new_alone() -> None:
    told = story(issues=2, changes=8)
    forge = gitlab(told)
    since = state(read(forge))
    forge.posted.clear()
    read(forge, since)
    assert forge.posted == []
    forge.rows["projects/5/merge_requests"][3]["updated_at"] = day(forge.today)
    assert {one.number for one in of(read(forge, since), Authored)} <= {told["pullRequests"][3]["number"]}
    assert [asked["variables"]["changes"] for asked in forge.posted] == [
        [str(told["pullRequests"][3]["number"])]
    ]


def test_what_a_page_told_is_whole_before_its_mark() -> None:
    records = read(gitlab(story(issues=1, changes=30), most=10))
    marks = [place for place, record in enumerate(records) if isinstance(record, Mark)]
    for one in (record for record in records if isinstance(record, Authored)):
        items = [place for place, record in enumerate(records) if record[:2] == (True, one.number)]
        until = next(mark for mark in marks if mark > items[0])
        assert items[0] < records.index(one) < until


# -- refused ----------------------------------------------------------------------------------------------


Answer = Callable[[RestForge, Any], tuple[int, bytes]]


def says(status: int, body: Any) -> Answer:
    return lambda _forge, _asked: (status, body if isinstance(body, bytes) else json.dumps(body).encode())


def without(records: list[Record]) -> list[Record]:
    return [record for record in records if not isinstance(record, Authored | Mark)]


REFUSED = {
    "no GraphQL": (None, "it answers 404"),
    "a token that may not": (says(403, {"error": "insufficient_scope"}), "insufficient_scope"),
    "an error": (says(200, {"errors": [{"message": "Not today"}]}), "Not today"),
    "a page": (says(200, b"[]"), "it should be an object"),
    "a project that is not shown": (says(200, {"data": {"project": None}}), "is not shown there"),
    "half of it": (
        says(200, {"data": {"project": {"mergeRequests": None}}, "errors": [{"message": "Hidden"}]}),
        "Hidden",
    ),
}


@pytest.mark.parametrize("answer", REFUSED.values(), ids=REFUSED.keys())
def test_where_it_is_refused_nothing_else_is_lost_and_it_is_said_once(answer: tuple[Any, str]) -> None:
    talk, told = Talk(), story(issues=3, changes=25)
    forge = gitlab(told, most=10, graphql=answer[0])
    records = read(forge, talk=talk)
    assert without(records) == without(read(gitlab(told, most=10)))
    assert of(records, Reach)[0].quality == "complete"
    assert len(talk.told) == 1
    assert talk.told[0].startswith("127.0.0.1: whose commits are is not told, so accounts join fewer ")
    assert answer[1] in talk.told[0]
    assert len(forge.posted) == 1


def test_an_old_forge_names_the_field_it_does_not_know() -> None:
    talk = Talk()
    assert of(read(one_merged(OLDEST), talk=talk), Authored) == []
    assert "mergeRequests" in talk.told[0]


def test_a_forge_that_knows_no_commit_by_its_hash_tells_all_others() -> None:
    talk, forge = Talk(), one_merged(OLDER)
    forge.rows["projects/5/merge_requests"][0]["squash_commit_sha"] = HASHES[1]
    assert len(of(read(forge, talk=talk), Authored)) == 1
    said = "127.0.0.1: whose squashed commits are is not told, so accounts join fewer authors: "
    assert talk.told == [f"{said}Cannot query field 'commit' on type 'Repository'."]


def test_a_question_led_elsewhere_is_a_refusal() -> None:
    talk, forge = Talk(), one_merged()
    forge.graphql = None
    forge.led = "http://169.254.169.254/login"
    assert len(of(read(forge, talk=talk), Item)) == 2
    assert "leads to another host" in talk.told[0]


@pytest.mark.parametrize(
    "busy",
    [
        says(503, {"errors": [{"message": "Request timed out."}]}),
        says(200, {"errors": [{"message": "Timeout on Project.mergeRequests"}]}),
        says(200, b'{"data": {'),
    ],
    ids=["503", "an error", "half an answer"],
)
def test_where_it_is_too_much_less_is_asked_for(busy: Answer) -> None:
    told = story(issues=1, changes=40)
    able = authors_told(told)
    forge = gitlab(told)
    forge.graphql = lambda forge, asked: (able if len(asked["variables"]["changes"]) < 20 else busy)(
        forge, asked
    )  # fmt: skip
    assert told_by(read(forge)) == known(told)
    assert [len(asked["variables"]["changes"]) for asked in forge.posted] == [40, 13, 13, 13, 1]


def test_where_it_is_always_too_much_it_is_given_up() -> None:
    talk, told = Talk(), story(issues=1, changes=40)
    records = read(gitlab(told, graphql=says(502, b"")), talk=talk)
    assert without(records) == without(read(gitlab(told)))
    assert len(talk.told) == 1
    assert "cannot answer now" in talk.told[0]


def test_a_forge_that_is_away_altogether_is_asked_again_another_time() -> None:
    """The page has no mark yet, so its commits are not forgotten."""
    told = story(issues=1, changes=40)

    def away(forge: RestForge, _asked: Any) -> tuple[int, bytes]:
        forge.failing_every = 1
        return 502, b""

    forge, kept = gitlab(told, graphql=away), list[Record]()
    with opened(forge) as source, pytest.raises(UnreachableError):
        kept.extend(source.records({}))
    assert not of(kept, Authored)
    forge.failing_every, forge.graphql = 0, authors_told(told)
    assert told_by(read(forge, state(kept))) == known(told)
