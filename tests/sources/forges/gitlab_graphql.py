"""The little of GitLab's GraphQL that is asked of, for tests: its fields by hand, and the story behind them.

The names and types are those of https://docs.gitlab.com/api/graphql/reference/ (`Query.project`,
`Project.mergeRequests`, `MergeRequest.commits`, `Repository.commit`, `Commit`, `UserCore`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from graphql import build_schema, graphql_sync

if TYPE_CHECKING:
    from sources.forges.rest_forge import RestForge

SCHEMA = """
type Query { project(fullPath: ID!): Project }
type Project {
  mergeRequests(iids: [String!], after: String, before: String, first: Int, last: Int): MergeRequestConnection
  repository: Repository
}
type Repository { commit(ref: String!): Commit }
type MergeRequestConnection { nodes: [MergeRequest] }
type MergeRequest {
  iid: String!
  commits(after: String, before: String, first: Int, last: Int): CommitConnection
}
type CommitConnection { nodes: [Commit] }
type Commit { sha: String! author: UserCore }
type UserCore { username: String! name: String! }
"""
OLDER = SCHEMA.replace(
    "type Repository { commit(ref: String!): Commit }", "type Repository { rootRef: String }"
)
"""As it was before 2025."""
OLDEST = "type Query { project(fullPath: ID!): Project } type Project { mergeRequests: [Int] }"
"""As good as before 2022."""
SIDES = 100
"""Most nodes of one page."""


def authors_told(told: Any, schema: str = SCHEMA) -> Callable[[RestForge, Any], tuple[int, bytes]]:
    """Answer whose commits are in a story: a change's newest is its author's, and so is a squashed one."""
    built = build_schema(schema)

    def user(who: Any) -> Any:
        return {"username": who["login"], "name": ""} if who else None

    commits = {
        str(change["number"]): [{"sha": change["headRefOid"], "author": user(_person(change["author"]))}]
        for change in told["pullRequests"]
    }

    def answer(forge: RestForge, asked: Any) -> tuple[int, bytes]:
        rows = forge.rows["projects/5/merge_requests"]

        def changes(_info: Any, iids: list[str] | None = None, first: int = SIDES) -> Any:
            chosen = [str(row["iid"]) for row in rows if iids is None or str(row["iid"]) in iids]
            return {"nodes": [_change(number, commits[number]) for number in chosen[: min(first, SIDES)]]}

        def commit(_info: Any, ref: str) -> Any:
            for row in rows:
                if row["squash_commit_sha"] == ref:
                    return {**commits[str(row["iid"])][0], "sha": ref}
            return None

        def project(_info: Any, fullPath: str) -> Any:  # noqa: N803 - GitLab's word
            if fullPath != told["nameWithOwner"]:
                return None
            return {"mergeRequests": changes, "repository": {"commit": commit}}

        result = graphql_sync(built, asked["query"], {"project": project}, variable_values=asked["variables"])
        return 200, json.dumps(result.formatted).encode()

    return answer


def _change(number: str, commits: list[Any]) -> Any:
    def listed(_info: Any, first: int = SIDES) -> Any:
        return {"nodes": commits[:first]}

    return {"iid": number, "commits": listed}


def _person(who: Any) -> Any:
    return who if who and who["__typename"] == "User" and not who["login"].endswith("[bot]") else None
