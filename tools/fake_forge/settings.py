"""What the fake forge tells by REST of how a project is set up: to everybody, and to who may administer."""

from __future__ import annotations

from typing import Any

from fake_forge.nodes import Node

BRANCH = "main"
ADMIN = "ADMIN"


def told(project: Node, place: str) -> Any:
    """Give the answer at `place` below a project's address, None where it is not shown.

    A project may hold `settings`, answers of its own by place; those below `admin` are for whoever may
    administer it alone.
    """
    own = project.get("settings", {})
    is_admin = project["viewerPermission"] == ADMIN
    answers = {**_public(project), **own.get("public", {})}
    if is_admin:
        answers |= {**_private(), **own.get("admin", {})}
    return answers.get(place)


def _public(project: Node) -> dict[str, Any]:
    owner, name = project["nameWithOwner"].split("/")
    return {
        "": {
            "id": 1, "name": name, "full_name": project["nameWithOwner"], "private": False, "fork": False,
            "owner": {"login": owner, "id": 1, "type": "User"}, "default_branch": BRANCH, "has_issues": True,
            "has_discussions": bool(len(project["discussions"])), "web_commit_signoff_required": False,
        },
        f"branches/{BRANCH}": {
            "name": BRANCH, "protected": False,
            "protection": {"enabled": False, "required_status_checks": {"contexts": [], "checks": []}},
        },
        f"rules/branches/{BRANCH}": [],
        "releases": [_release(each) for each in reversed(project["releases"]) if not each["isDraft"]],
        "community/profile": {"health_percentage": 0, "files": {}},
        "security-advisories": [],
        "private-vulnerability-reporting": {"enabled": False},
    }  # fmt: skip


def _private() -> dict[str, Any]:
    return {
        "actions/permissions/workflow": {
            "default_workflow_permissions": "read", "can_approve_pull_request_reviews": False,
        },
    }  # fmt: skip


def _release(release: Node) -> Node:
    return {
        "tag_name": release["tagName"], "name": release["tagName"], "draft": False, "prerelease": False,
        "body": "What is new.", "created_at": release["createdAt"], "published_at": release["publishedAt"],
        "assets": [{"name": "loom.tar.gz", "size": 7}],
    }  # fmt: skip
