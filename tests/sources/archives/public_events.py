"""Invented public events in the forms of several years, for the tests of archives."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Event = dict[str, Any]
NOON = "2024-05-01T12:00:00Z"


def user(login: str, kind: str = "User") -> Event:
    """An account as payloads write it."""
    return {"login": login, "id": len(login), "type": kind}


def event(
    number: int,
    kind: str,
    payload: Event,
    at: str = NOON,
    actor: str = "ada",
    repo: str = "moot/hall",
    repo_id: int = 7,
) -> Event:
    """An event in the form used since 2015."""
    return {
        "id": str(number),
        "type": kind,
        "actor": {"id": 1, "login": actor},
        "created_at": at,
        "public": True,
        "repo": {"id": repo_id, "name": repo},
        "payload": payload,
        "org": {"login": repo.partition("/")[0]},
    }


def issue(number: int, opened_at: str = NOON, closed_at: str | None = None, **more: Any) -> Event:
    """An issue of Bob's with all its fields."""
    return {
        "id": 1000 + number,
        "number": number,
        "title": "It breaks",
        "user": user("bob"),
        "created_at": opened_at,
        "closed_at": closed_at,
        "labels": [{"name": "bug"}],
        "author_association": "NONE",
        "body": "See bob@example.org",
        **more,
    }


def change(number: int, merged_at: str | None = None, closed_at: str | None = None, **more: Any) -> Event:
    """A change of Bob's as payloads had it until October 2025."""
    return {
        **issue(number, closed_at=closed_at),
        "id": 2000 + number,
        "title": "Mend it",
        "merged_at": merged_at,
        "merge_commit_sha": "c" * 40,
        "head": {"sha": "a" * 40},
        "additions": 5,
        "deletions": 2,
        "changed_files": 1,
        "base": {"repo": {"stargazers_count": 12, "forks_count": 3}},
        **more,
    }


def comment(number: int, who: str = "cleo", body: str = "Thank you, I will look.", at: str = NOON) -> Event:
    """A comment of Cleo's."""
    return {
        "id": number,
        "user": user(who),
        "created_at": at,
        "body": body,
        "author_association": "MEMBER",
    }


def written(path: Path, events: Iterable[Event], between: str = "\n") -> Path:
    """Write events, gzip-compressed where the name says so."""
    text = between.join(json.dumps(one) for one in events) + between
    path.write_bytes(gzip.compress(text.encode()) if path.name.endswith(".gz") else text.encode())
    return path
