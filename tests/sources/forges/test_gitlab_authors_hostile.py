"""Answers of a GitLab's GraphQL that make no sense: each is named, and nothing else is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.forge import Authored, Item
from folkmoot.sources.forges.gitlab.authors import COMMITS, Authors
from folkmoot.sources.typed_rows import Row
from folkmoot.sources.web.client import Answer as Got
from sources.forges.rest_at_hand import Talk, of, opened, read
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import day
from sources.forges.test_gitlab_whose_commit import HASHES, Answer, one_merged


def tells(commits: Any, iid: Any = None) -> Answer:
    def answer(forge: RestForge, _asked: Any) -> tuple[int, bytes]:
        number = iid or str(forge.rows["projects/5/merge_requests"][0]["iid"])
        changes = {"nodes": [{"iid": number, "commits": commits}]}
        return 200, json.dumps({"data": {"project": {"mergeRequests": changes}}}).encode()

    return answer


ADA = {"username": "ada", "name": "Ada"}


@pytest.mark.parametrize(
    ("commits", "named"),
    [
        ({"nodes": [{"sha": "--all", "author": ADA}]}, "sha should be the hash of a commit"),
        ({"nodes": [{"sha": 7, "author": ADA}]}, "sha should be a text"),
        ({"nodes": [{"sha": HASHES[1], "author": "ada"}]}, "author should be an object"),
        ({"nodes": [{"sha": HASHES[1], "author": {"username": "a\nb"}}]}, "username should be a short name"),
        ({"nodes": [[]]}, "it should be an object"),
        ({"nodes": 7}, "nodes should be a list"),
        (7, "commits should be an object"),
    ],
)
def test_what_makes_no_sense_is_named_and_the_rest_is_read(commits: Any, named: str) -> None:
    with opened(one_merged(graphql=tells(commits))) as source:
        records = list(source.records({}))
    assert [len(of(records, kind)) for kind in (Item, Authored)] == [2, 0]
    assert [named in str(problem) for problem in source.problems] == [True]


def test_commits_nobody_asked_about_are_passed_over() -> None:
    many = {"nodes": [{"sha": sha, "author": ADA} for sha in HASHES]}
    assert len(of(read(one_merged(graphql=tells(many))), Authored)) == COMMITS
    assert of(read(one_merged(graphql=tells(many, iid="77"))), Authored) == []


def test_nobody_and_robots() -> None:
    ghost = {"username": "ghost", "name": "Ghost User"}
    robot = {"username": "project_5_bot", "name": "****"}
    told = [{"sha": sha, "author": who} for sha, who in zip(HASHES[1:], [None, ghost, robot], strict=False)]
    (found,) = of(read(one_merged(graphql=tells({"nodes": [None, *told]}))), Authored)
    assert found.author.is_bot


WHATEVER = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["data", "project", "mergeRequests", "nodes", "commits", "sha", "author", "errors"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(WHATEVER)
def test_no_answer_stops_a_reading(answer: Any) -> None:
    class Pages:
        root, problems = "https://h/api/v4", list[Any]()

        def __init__(self) -> None:
            self.client: Any = self
            self.access, self.host = Talk().access, "h"

        def ask(self, *_: Any, **__: Any) -> Any:
            return Got(200, {}, json.dumps(answer).encode())

        def rest(self, _seconds: float) -> None: ...

        def one(self, _path: str) -> None: ...

        def wrong(self, error: Any) -> None:
            self.problems.append(error)

    entry = Row({"iid": 1, "id": 1, "state": "opened", "updated_at": day()}, "h", "row")
    pages: Any = Pages()
    assert Authors(pages, "ada/loom", "projects/5").of([entry]) == []
