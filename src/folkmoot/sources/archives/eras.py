"""Events of every year in today's form.

- Since 2015 (and the first files of 2011 and 2012, gathered again later): `actor` and `repo` are objects.
- 2012 to 2014: the actor is a name, the repository stands under `repository`, there is no id, times are
  Pacific with their offset, issues and comments are bare numbers whose item only the address names.
- 2011: payloads hold bare numbers, and a change does not say when it was opened or whether it was merged.
- Stripped files: `dt`, short type names, and no item numbers, so that only what is done to a whole project
  can be known from them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

Event = dict[str, Any]

STRIPPED_TYPES: Mapping[str, str] = {
    "push": "PushEvent", "create": "CreateEvent", "icomment": "IssueCommentEvent", "watch": "WatchEvent",
    "issue": "IssuesEvent", "pr": "PullRequestEvent", "fork": "ForkEvent", "del": "DeleteEvent",
    "prcomment": "PullRequestReviewCommentEvent", "golem": "GollumEvent", "ccomment": "CommitCommentEvent",
    "member": "MemberEvent", "release": "ReleaseEvent", "public": "PublicEvent",
}  # fmt: skip
"""The short names of stripped files."""
NUMBERED = re.compile(r"/(?P<sort>issues|pull|pulls)/(?P<number>\d{1,9})(?:[#/?]|$)")
"""How an address names an issue or a change."""
SWITCHED = "2025-10-07"
"""From this day on, changes carry almost no fields, and merging is an action of its own."""


def todays(event: object) -> object:
    """Give an event of any year in today's form; what is none of them is given back as it is."""
    if not isinstance(event, dict):
        return event
    if "dt" in event and "created_at" not in event:
        return _stripped(event)
    payload = event.get("payload")
    found = {
        **event,
        "actor": _actor(event.get("actor")),
        "repo": _repository(event),
        "payload": payload if isinstance(payload, dict) else {},
    }
    if found.get("id") in (None, ""):
        found["id"] = _hash_of(event)
    if isinstance(found["payload"], dict):
        found["payload"] = _payload(found, _address(event, found["payload"]))
    return found


def _stripped(event: Event) -> Event:
    kind = event.get("type")
    return {
        "id": event.get("id") or _hash_of(event),
        "type": STRIPPED_TYPES.get(kind, kind) if isinstance(kind, str) else kind,
        "actor": _actor(event.get("actor")),
        "repo": {"name": event.get("repo")},
        "created_at": event.get("dt"),
        "payload": {"action": event.get("action")},
    }


def _hash_of(event: Event) -> str:
    """Give an event without an id one that is the same whenever it is read."""
    text = json.dumps(event, sort_keys=True, separators=(",", ":"))
    return f"sha256-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:24]}"


def _actor(actor: object) -> object:
    return {"login": actor} if isinstance(actor, str) else actor


def _repository(event: Event) -> object:
    repository = event.get("repo")
    if isinstance(repository, dict):
        # What followed people and gists stood under "/".
        return None if repository.get("name") in ("", "/") else repository
    old = event.get("repository")
    if not isinstance(old, dict):
        return repository
    name, owner = old.get("name"), old.get("owner")
    if not isinstance(name, str) or not isinstance(owner, str):
        return None
    return {"id": old.get("id"), "name": f"{owner}/{name}"}


def _address(event: Event, payload: Event) -> str:
    """Give the address in which the item's number may stand."""
    comment = payload.get("comment")
    links = comment.get("_links") if isinstance(comment, dict) else None
    change = links.get("pull_request") if isinstance(links, dict) else None
    for found in (
        change.get("href") if isinstance(change, dict) else None,
        comment.get("pull_request_url") if isinstance(comment, dict) else None,
        event.get("url"),
        comment.get("html_url") if isinstance(comment, dict) else None,
    ):
        if isinstance(found, str):
            return found
    return ""


def _payload(event: Event, address: str) -> Event:
    """Give the payload with items as objects, their numbers found in the address where they were bare."""
    payload = dict(event["payload"])
    for name in ("issue", "pull_request", "comment", "forkee", "release", "label", "discussion"):
        if name in payload and isinstance(payload[name], int):
            del payload[name]
    kind, named = event.get("type"), NUMBERED.search(address)
    if kind == "IssuesEvent" and "issue" not in payload:
        payload["issue"] = _bare_issue(event, payload)
    elif kind == "IssueCommentEvent" and "issue" not in payload and named:
        payload["issue"] = {"number": int(named["number"])}
        if named["sort"] != "issues":
            payload["issue"]["pull_request"] = {"url": address}
        payload["comment"] = _bare_comment(event, payload)
    elif kind == "PullRequestReviewCommentEvent" and "pull_request" not in payload and named:
        payload["pull_request"] = {"number": int(named["number"])}
    elif kind == "ReleaseEvent" and "release" not in payload:
        payload["release"] = {}
    old = event.get("repository")
    if kind == "PullRequestEvent" and isinstance(old, dict) and isinstance(payload.get("pull_request"), dict):
        counts = {
            "stargazers_count": old.get("stargazers", old.get("watchers")),
            "forks_count": old.get("forks"),
        }
        payload["pull_request"] = {**payload["pull_request"], "base": {"repo": counts}}
    return payload


def _bare_issue(event: Event, payload: Event) -> Event:
    """Give an issue of which only the number is told; who opens it and when is told by the opening."""
    issue: Event = {"number": payload.get("number")}
    if payload.get("action") == "opened":
        issue |= {"user": event["actor"], "created_at": event.get("created_at")}
    return issue


def _bare_comment(event: Event, payload: Event) -> Event:
    told = payload.get("comment")
    if isinstance(told, dict):
        return told
    return {"id": payload.get("comment_id"), "user": event["actor"], "created_at": event.get("created_at")}
