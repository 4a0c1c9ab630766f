"""Things a forge holds, as plain dictionaries in the words of GitHub's schema; lists know how to be paged."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from typing import Any

Node = dict[str, Any]
FIELDS = {"CREATED_AT": "createdAt", "UPDATED_AT": "updatedAt", "STARRED_AT": "starredAt", "NAME": "name"}
LARGEST = 100


class Listing(list[Any]):
    """A list that is asked for in pages. A cursor names an entry by its sort value and id, as GitHub's do."""

    def page(self, arguments: dict[str, Any]) -> Node:
        """Give a connection: what the arguments of a field ask for. Raises ValueError as GitHub does."""
        entries = [entry for entry in self if _wanted(entry, arguments)]
        field, is_falling = _order(arguments.get("orderBy"), self)
        keyed = sorted(
            ((_key(entry, field, place), entry) for place, entry in enumerate(entries)), key=_first
        )
        if is_falling:
            keyed.reverse()
        total = len(keyed)
        first, last, after = arguments.get("first"), arguments.get("last"), arguments.get("after")
        if first is None and last is None:
            chosen, has_next = [], False
        else:
            if max(first or 0, last or 0) > LARGEST:
                raise ValueError("Requesting more than 100 records on a connection is not possible.")
            if after:
                mark = _opened(after)
                keyed = [pair for pair in keyed if (pair[0] < mark if is_falling else pair[0] > mark)]
            chosen = keyed[:first] if first is not None else keyed[-last:]
            has_next = first is not None and len(keyed) > len(chosen)
        nodes = [entry for _, entry in chosen]
        return {
            "totalCount": total,
            "nodes": [entry.get("node", entry) for entry in nodes],
            "edges": [entry if "node" in entry else {"node": entry} for entry in nodes],
            "pageInfo": {
                "hasNextPage": has_next, "hasPreviousPage": False,
                "endCursor": _closed(chosen[-1][0]) if chosen else None, "startCursor": None,
            },
        }  # fmt: skip


def _first(pair: tuple[Any, Node]) -> Any:
    return pair[0]


def _wanted(entry: Node, arguments: dict[str, Any]) -> bool:
    types, states = arguments.get("itemTypes"), arguments.get("states")
    if types and entry["type"] not in types:
        return False
    return not states or entry["state"] in states


def _order(asked: Node | None, entries: Iterable[Node]) -> tuple[str, bool]:
    """Give the field to sort by and whether downwards; what has no such field stays as it was put in."""
    field = FIELDS.get(asked["field"], "") if asked else ""
    if not asked or not all(field in entry for entry in entries):
        return "", False
    return field, asked["direction"] == "DESC"


def _key(entry: Node, field: str, place: int) -> tuple[str, str]:
    return (str(entry[field]), str(entry.get("id", place))) if field else (f"{place:09}", "")


def _closed(key: tuple[str, str]) -> str:
    return base64.b64encode(json.dumps(key).encode()).decode()


def _opened(cursor: str) -> tuple[str, str]:
    try:
        value, identity = json.loads(base64.b64decode(cursor, validate=True))
    except ValueError as error:
        raise ValueError(f"`{cursor[:40]}` does not appear to be a valid cursor.") from error
    return str(value), str(identity)


def actor(login: str | None, name: str | None = None) -> Node | None:
    """Give an account; None is a deleted one, and a login that ends in [bot] a robot's."""
    if not login:
        return None
    if login.endswith("[bot]"):
        return {"__typename": "Bot", "id": f"B_{login}", "login": login.removesuffix("[bot]")}
    return {"__typename": "User", "id": f"U_{login}", "login": login, "name": name}


def said(sort: str, key: str, who: Node | None, association: str, body: str, at: str, **more: Any) -> Node:
    """Give a comment, a review or a comment on a line."""
    return {
        "__typename": sort, "id": key, "author": who, "authorAssociation": association, "body": body,
        "createdAt": at, "publishedAt": at, **more,
    }  # fmt: skip


def turn(sort: str, key: str, who: Node | None, at: str, **more: Any) -> Node:
    """Give an entry of a timeline, such as ClosedEvent."""
    upper = "".join(f"_{letter}" if letter.isupper() else letter.upper() for letter in sort).strip("_")
    return {
        "__typename": sort,
        "type": upper,
        "id": key,
        "actor": who,
        "createdAt": at,
        **more,
    }


def item(sort: str, key: str, number: int, who: Node | None, at: str, **more: Any) -> Node:
    """Give an issue or a pull request, open and silent unless `more` says otherwise."""
    made: Node = {
        "__typename": sort, "id": key, "number": number, "title": f"Number {number}", "author": who,
        "authorAssociation": "NONE", "createdAt": at, "updatedAt": at, "closedAt": None, "state": "OPEN",
        "labels": Listing(), "comments": Listing(), "timelineItems": Listing(),
    }  # fmt: skip
    if sort == "PullRequest":
        made |= {
            "mergedAt": None, "mergedBy": None, "mergeCommit": None, "headRefOid": "0" * 40, "isDraft": False,
            "additions": 0, "deletions": 0, "changedFiles": 0, "reviews": Listing(),
        }  # fmt: skip
    made |= more
    if sort == "PullRequest" and "commits" not in made:
        made["commits"] = Listing([{"commit": untested(made["headRefOid"])}])
    return made


def untested(head: str) -> Node:
    """Give a commit on which nothing ran."""
    return {"oid": head, "statusCheckRollup": None, "status": None, "checkSuites": Listing()}


def repository(project: str, **more: Any) -> Node:
    """Give a project with nothing in it."""
    lists = ("issues", "pullRequests", "discussions", "forks", "releases", "stargazers", "watchers")
    return {
        "__typename": "Repository", "id": f"R_{project}", "nameWithOwner": project,
        "viewerPermission": "READ", "hasIssuesEnabled": True, "isSecurityPolicyEnabled": False,
        **{name: Listing() for name in lists}, "events": [], **more,
    }  # fmt: skip
