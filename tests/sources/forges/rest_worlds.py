"""One invented community, told in the words of three forges.

It is told first as GitHub's schema has it (`story`), and then again as the answers of Forgejo and Gitea, and
of GitLab: the same people do the same things at the same times.
Long because three forges have words of their own for everything.
"""

from __future__ import annotations

import copy
from datetime import UTC, datetime
from itertools import count
from typing import Any

from sources.forges.forge_at_hand import TODAY  # puts tools on the path
from sources.forges.gitlab_graphql import authors_told
from sources.forges.rest_forge import RestForge, Rows

GHOSTS = {"forgejo": "Ghost", "gitlab": "ghost1"}
STATES = {"APPROVED": "APPROVED", "CHANGES_REQUESTED": "REQUEST_CHANGES", "COMMENTED": "COMMENT",
          "DISMISSED": "APPROVED", "PENDING": "PENDING"}  # fmt: skip


def story(**sizes: int) -> Any:
    """The fake forge's invented community, without what not every forge has: robots, reviews of nothing."""
    from fake_forge.worlds import invented

    told = copy.deepcopy(invented(**sizes))
    _unmake_robots(told)
    for change in told["pullRequests"]:
        kept = [
            review for review in change["reviews"] if review["state"] != "COMMENTED" or review["comments"]
        ]
        change["reviews"][:] = kept
    return told


def _unmake_robots(node: Any) -> None:
    if isinstance(node, dict):
        if node.get("__typename") == "Bot":
            node["__typename"] = "User"
        for value in node.values():
            _unmake_robots(value)
    elif isinstance(node, list):
        for value in node:
            _unmake_robots(value)


def items(told: Any) -> list[tuple[bool, Any]]:
    return [(False, one) for one in told["issues"]] + [(True, one) for one in told["pullRequests"]]


def ran(node: Any) -> list[tuple[str, str, str, str | None]]:
    """Give (name, state in GitHub's words, time, address) of everything that ran on a merged change."""
    if not node.get("mergedAt"):
        return []
    commit = node["commits"][0]["commit"]
    found = [
        (one["context"], one["state"], one["createdAt"], one["targetUrl"])
        for one in (commit["status"] or {"contexts": []})["contexts"]
    ]
    suites = [one for one in commit["checkSuites"] if one["status"] != "QUEUED"]
    told = [(one["app"]["slug"], one["conclusion"] or "PENDING", one["updatedAt"], None) for one in suites]
    return [*found, *told]


# -- Forgejo and Gitea ------------------------------------------------------------------------------------


def forgejo_user(who: Any) -> Any:
    login = who["login"] if who else GHOSTS["forgejo"]
    return {"id": -1 if who is None else 7, "login": login, "full_name": "", "email": f"{login}@example.org"}


def forgejo(told: Any, **switches: Any) -> RestForge:
    """The story at a Forgejo."""
    ids, name = count(1), told["nameWithOwner"]
    root = f"repos/{name}"
    rows: Rows = {
        root: {
            "id": 5, "full_name": name, "owner": forgejo_user({"login": name.split("/")[0]}),
            "stars_count": 12, "forks_count": 12, "watchers_count": 12,
            "open_issues_count": 3, "open_pr_counter": 4,
        },
        f"{root}/issues": [], f"{root}/pulls": [], f"{root}/collaborators": [],
        f"{root}/forks": [
            {"id": next(ids), "full_name": fork["nameWithOwner"], "owner": forgejo_user(fork["owner"]),
             "created_at": fork["createdAt"]}
            for fork in told["forks"]
        ],
        f"{root}/releases": [
            {"id": next(ids), "tag_name": release["tagName"], "draft": release["isDraft"],
             "published_at": release["publishedAt"], "author": forgejo_user(release["author"])}
            for release in told["releases"]
        ],
    }  # fmt: skip
    for is_change, node in items(told):
        rows[f"{root}/{'pulls' if is_change else 'issues'}"].append(
            _forgejo_item(node, ids, is_change=is_change)
        )
        timeline = [_forgejo_entry(one, ids, type="comment") for one in node["comments"]]
        timeline += [entry for turn in node["timelineItems"] if (entry := _forgejo_turn(turn, node, ids))]
        if is_change:
            reviews: list[Any] = []
            for review in node["reviews"]:
                number = next(ids)
                reviews.append(_forgejo_review(review, number))
                timeline.append(_forgejo_entry(review, ids, type="review", review_id=number))
                rows[f"{root}/pulls/{node['number']}/reviews/{number}/comments"] = [
                    _forgejo_entry(line, ids) for line in review["comments"]
                ]
            rows[f"{root}/pulls/{node['number']}/reviews"] = reviews
            if node["mergedAt"]:
                rows[f"{root}/commits/{node['headRefOid']}/status"] = _forgejo_status(node, ids)
        rows[f"{root}/issues/{node['number']}/timeline"] = timeline
    merged = [node for node in told["pullRequests"] if node["mergedAt"] and node["mergeCommit"]]
    rows[f"{root}/commits"] = [
        _forgejo_commit(node) for node in sorted(merged, key=lambda node: str(node["mergedAt"]), reverse=True)
    ]
    return RestForge(
        "forgejo", "api/v1", rows, _forgejo_choose,
        unlinked=("forks", "reviews", "collaborators", "timeline"), uncounted=("timeline", "comments"),
        **switches,
    )  # fmt: skip


def _forgejo_commit(node: Any) -> Any:
    # A dump does not tell of authors of commits.
    who = (node["mergeCommit"].get("author") or {}).get("user")
    return {
        "sha": node["mergeCommit"]["oid"], "created": node["mergedAt"],
        "author": forgejo_user(who) if who else None,
    }  # fmt: skip


def _forgejo_choose(found: list[Any], question: dict[str, str]) -> list[Any]:
    if "sha" in question:
        known = [row["sha"] for row in found]
        return found[known.index(question["sha"]) :] if question["sha"] in known else []
    if "since" in question:
        found = [row for row in found if row["updated_at"] >= question["since"]]
    if question.get("sort") == "recentupdate":
        found = sorted(found, key=lambda row: str(row["updated_at"]), reverse=True)
    return found


def _forgejo_item(node: Any, ids: Any, *, is_change: bool) -> Any:
    made = {
        "id": next(ids), "number": node["number"], "title": node["title"],
        "user": forgejo_user(node["author"]), "state": "open" if node["state"] == "OPEN" else "closed",
        "created_at": node["createdAt"], "updated_at": node["updatedAt"], "closed_at": node["closedAt"],
        "labels": [{"id": 1, "name": label["name"]} for label in node["labels"]],
    }  # fmt: skip
    if not is_change:
        made |= {"original_author": "", "pull_request": None}
    else:
        made |= {
            "merged_at": node["mergedAt"], "draft": node["isDraft"], "head": {"sha": node["headRefOid"]},
            "merged_by": forgejo_user(node["mergedBy"]) if node["mergedAt"] else None,
            "merge_commit_sha": (node["mergeCommit"] or {}).get("oid"), "review_comments": 0,
            "additions": 1, "deletions": 2, "changed_files": 3,
        }  # fmt: skip
    return made


def _forgejo_entry(said: Any, ids: Any, **more: Any) -> Any:
    return {
        "id": next(ids), "user": forgejo_user(said["author"]), "body": said["body"],
        "created_at": said["createdAt"], "updated_at": said["createdAt"], **more,
    }  # fmt: skip


def _forgejo_review(review: Any, number: int) -> Any:
    return {
        "id": number, "state": STATES[review["state"]], "dismissed": review["state"] == "DISMISSED",
        "user": forgejo_user(review["author"]), "body": review["body"],
        "comments_count": len(review["comments"]),
        "submitted_at": "2024-01-01T00:00:00Z",  # when it was begun
    }  # fmt: skip


def _forgejo_status(node: Any, ids: Any) -> Any:
    words = {"SKIPPED": "warning"}
    statuses = [
        {"id": next(ids), "context": name, "status": words.get(state, state.lower()), "target_url": target,
         "created_at": at}
        for name, state, at, target in ran(node)
    ]  # fmt: skip
    return {"sha": node["headRefOid"], "statuses": statuses, "total_count": len(statuses)}


def _forgejo_turn(turn: Any, node: Any, ids: Any) -> Any:
    kinds = {"LabeledEvent": "label", "ClosedEvent": "close", "MergedEvent": "merge_pull"}
    kind = kinds[turn["__typename"]]
    if kind == "close" and node.get("mergedAt"):
        return None  # the forge tells of the merge alone
    made = {
        "id": next(ids), "type": kind, "user": forgejo_user(turn["actor"]), "body": "",
        "created_at": turn["createdAt"],
    }  # fmt: skip
    return made | ({"body": "1", "label": turn["label"]} if kind == "label" else {})


# -- GitLab -----------------------------------------------------------------------------------------------


def gitlab_user(who: Any) -> Any:
    ghost = {"id": 3, "username": GHOSTS["gitlab"], "name": "Ghost User"}
    return {"id": 7, "username": who["login"], "name": "", "state": "active"} if who else ghost


def gitlab(told: Any, **switches: Any) -> RestForge:
    """The story at a GitLab."""
    ids, name = count(1), told["nameWithOwner"]
    at = told["forks"][0]["createdAt"] if told["forks"] else "2024-01-01T00:00:00Z"
    rows: Rows = {
        f"projects/{name.replace('/', '%2F')}": {
            "id": 5, "path_with_namespace": name, "star_count": 12, "forks_count": 12, "open_issues_count": 3,
            "created_at": at,
        },
        "projects/5/members/all": [{**gitlab_user({"login": "ada"}), "access_level": 50}],
        "projects/5/issues": [], "projects/5/merge_requests": [],
        "projects/5/forks": [
            {"id": next(ids), "path_with_namespace": fork["nameWithOwner"],
             "owner": gitlab_user(fork["owner"]), "namespace": {"kind": "user", "path": "x"},
             "created_at": fork["createdAt"]}
            for fork in told["forks"]
        ],
        "projects/5/releases": [
            {"tag_name": release["tagName"], "released_at": release["publishedAt"], "upcoming_release": False,
             "author": gitlab_user(release["author"])}
            for release in told["releases"]
        ],
        "projects/5/starrers": [
            {"starred_since": star["starredAt"], "user": gitlab_user(star["node"])}
            for star in told["stargazers"]
        ],
    }  # fmt: skip
    for is_change, node in items(told):
        sort = "merge_requests" if is_change else "issues"
        rows[f"projects/5/{sort}"].append(_gitlab_item(node, ids, is_change=is_change))
        path = f"projects/5/{sort}/{node['number']}"
        if node.get("mergedAt"):
            rows[f"projects/5/repository/commits/{node['headRefOid']}/statuses"] = [
                _gitlab_job(*one, ids) for one in ran(node)
            ]
            rows[path] = {**rows["projects/5/merge_requests"][-1], "head_pipeline": None}
        notes = [_note(one, ids) for one in node["comments"]]
        for review in node.get("reviews", []):
            notes += _gitlab_review(review, ids)
        rows[f"{path}/notes"] = sorted(notes, key=lambda note: str(note["created_at"]))
        rows[f"{path}/resource_state_events"] = [
            _event(turn, ids, state="merged" if turn["__typename"] == "MergedEvent" else "closed")
            for turn in node["timelineItems"]
            if turn["__typename"] != "LabeledEvent"
        ]
        rows[f"{path}/resource_label_events"] = [
            _event(turn, ids, action="add", label={"id": 1, **turn["label"]})
            for turn in node["timelineItems"]
            if turn["__typename"] == "LabeledEvent"
        ]
    return RestForge(
        "gitlab", "api/v4", rows, _gitlab_choose, size="per_page",
        **{"most": 100, "graphql": authors_told(told), **switches},
    )  # fmt: skip


def _gitlab_choose(found: list[Any], question: dict[str, str]) -> list[Any]:
    if question.get("state") == "opened":
        found = [row for row in found if row["state"] == "opened"]
    for asked, name in (("updated_after", "updated_at"), ("created_after", "created_at")):
        if asked in question:
            found = [row for row in found if row[name] >= question[asked]]
    return found


def _gitlab_item(node: Any, ids: Any, *, is_change: bool) -> Any:
    merged = node.get("mergedAt")
    closing = [turn["actor"] for turn in node["timelineItems"] if turn["__typename"] == "ClosedEvent"]
    is_closed = node["closedAt"] and not merged
    made = {
        "id": next(ids), "iid": node["number"], "title": node["title"], "author": gitlab_user(node["author"]),
        "state": "merged" if merged else "opened" if node["state"] == "OPEN" else "closed",
        "created_at": node["createdAt"], "updated_at": node["updatedAt"],
        "closed_at": node["closedAt"] if is_closed else None,
        "closed_by": gitlab_user(closing[-1]) if is_closed else None,
        "labels": [label["name"] for label in node["labels"]],
    }  # fmt: skip
    if not is_change:
        made["confidential"] = False
    else:
        by = gitlab_user(node["mergedBy"]) if merged else None
        made |= {
            "merged_at": merged, "merge_user": by, "merged_by": by, "draft": node["isDraft"],
            "work_in_progress": node["isDraft"], "sha": node["headRefOid"],
            "merge_commit_sha": (node["mergeCommit"] or {}).get("oid"), "squash_commit_sha": None,
        }  # fmt: skip
    return made


def _gitlab_job(name: str, state: str, at: str, target: str | None, ids: Any) -> Any:
    words = {"SUCCESS": "success", "FAILURE": "failed", "PENDING": "running", "SKIPPED": "skipped"}
    return {
        "id": next(ids), "name": name, "status": words[state], "target_url": target, "allow_failure": False,
        "created_at": at, "finished_at": None if state == "PENDING" else at,
    }  # fmt: skip


def _note(said: Any, ids: Any, kind: str | None = None, **more: Any) -> Any:
    return {
        "id": next(ids), "type": kind, "author": gitlab_user(said["author"]), "body": said["body"],
        "system": False, "created_at": said["createdAt"], "internal": False, "confidential": False, **more,
    }  # fmt: skip


def _gitlab_review(review: Any, ids: Any) -> list[Any]:
    if review["state"] == "PENDING":
        return []
    notes = [_note(line, ids, "DiffNote") for line in review["comments"]]
    sentences = {
        "APPROVED": ["approved this merge request"], "CHANGES_REQUESTED": ["requested changes"],
        "COMMENTED": [],
        "DISMISSED": ["approved this merge request", "unapproved this merge request"],
    }  # fmt: skip
    return notes + [
        _note({**review, "body": words}, ids, system=True) for words in sentences[review["state"]]
    ]


def _event(turn: Any, ids: Any, **more: Any) -> Any:
    return {"id": next(ids), "user": gitlab_user(turn["actor"]), "created_at": turn["createdAt"], **more}


def day(seconds: int = TODAY) -> str:
    """Give a time as forges write it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
