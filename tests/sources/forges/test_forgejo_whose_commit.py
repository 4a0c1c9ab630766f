"""Whose commits are, as Forgejo and Gitea know by addresses: one question for each page of changes."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.forge import Account, Authored, Record
from folkmoot.sources.forges.forgejo import rows
from folkmoot.sources.typed_rows import Row
from sources.forges.rest_at_hand import Talk, of, opened, read, state
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import day, forgejo, forgejo_user, story

AT = 1_710_000_000
COMMITS = "repos/ada/loom/commits"
NEWEST = f"{9:040x}"


def asked(forge: RestForge) -> list[dict[str, str]]:
    return [question for path, question in forge.asked if path == COMMITS]


def of_changes(records: list[Record]) -> set[str]:
    return {one.commit for one in of(records, Authored)}


def test_one_question_for_a_page_of_changes_tells_whose_their_commits_are() -> None:
    told = story(issues=1, changes=30)
    merged = [change for change in told["pullRequests"] if change["mergedAt"]]
    known = {one["mergeCommit"]["oid"] for one in merged if one["mergeCommit"]["author"]["user"]}
    forge = forgejo(told, most=10)
    assert of_changes(read(forge)) <= known
    assert len(asked(forge)) == 3
    assert {question["sha"] for question in asked(forge)} <= {one["mergeCommit"]["oid"] for one in merged}
    assert {question["stat"] for question in asked(forge)} == {"false"}
    assert of_changes(read(forgejo(told, most=50))) == known


def test_the_estimate_knows_of_it() -> None:
    told = story(issues=1, changes=30)
    forge = forgejo(told, most=10)
    with opened(forge, Talk()) as source:
        estimate = source.estimate({})
    assert estimate is not None
    assert estimate.requests == 4 + (1 + 1) + (3 + 3 + 30 * 2)


def test_a_page_without_a_merged_change_asks_nothing() -> None:
    told = story(issues=1, changes=4)
    for change in told["pullRequests"]:
        change.update(mergedAt=None, mergeCommit=None, state="CLOSED")
    forge = forgejo(told)
    assert of_changes(read(forge)) == set()
    assert asked(forge) == []


def test_a_second_reading_asks_for_those_of_its_own_changes() -> None:
    told = story(issues=1, changes=8)
    forge = forgejo(told)
    marks = state(read(forge))
    forge.asked.clear()
    read(forge, marks)
    assert len(asked(forge)) <= 1


@pytest.mark.parametrize("status", [403, 404])
def test_where_commits_are_not_shown_the_rest_is_read(status: int) -> None:
    forge = forgejo(story(issues=1, changes=4), hidden={COMMITS: status})
    assert len(read(forge)) > 10


def test_a_commit_that_makes_no_sense_is_named_and_the_others_are_read() -> None:
    forge = forgejo(story(issues=1, changes=8))
    forge.rows[COMMITS][-1]["sha"] = 7
    with opened(forge) as source:
        list(source.records({}))
        assert len(source.problems) == 1


def commit(**values: Any) -> Row:
    return Row({"sha": NEWEST, "created": day(AT), **values}, "h", "row")


def test_an_author_without_an_account_is_nobodys() -> None:
    assert rows.authored(commit(author=None)) is None
    assert rows.authored(commit(author=forgejo_user(None))) is None
    told = rows.authored(commit(author=forgejo_user({"login": "ada"})))
    assert told == Authored(0, f"commit:{NEWEST}", NEWEST, Account("ada"), AT)
