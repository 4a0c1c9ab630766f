"""What we ask of GitLab and what we read, held against what its documentation (REST v4) names.

GitLab publishes no description with forms one could make answers from: most of its fields are called texts
there. So the names are listed here, by page of the documentation, and anything else that is asked or read
fails.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from folkmoot.sources.json_elements import loads
from sources.forges.rest_at_hand import read, state
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import gitlab, story

PAGED = {"page", "per_page"}
ITEMS = PAGED | {"scope", "state", "order_by", "sort", "updated_after", "created_after"}
QUESTIONS = {
    "projects/{}": set[str](),
    "projects/5/members/all": PAGED,
    "projects/5/issues": ITEMS | {"confidential"},
    "projects/5/merge_requests": ITEMS,
    "projects/5/forks": PAGED | {"order_by", "sort"},
    "projects/5/releases": PAGED,
    "projects/5/starrers": PAGED,
    "projects/5/repository/commits/{}/statuses": PAGED,
    "projects/5/merge_requests/{}": set[str](),
    "projects/6/pipelines/1/jobs": PAGED,
    "projects/5/{}/notes": PAGED | {"sort", "order_by"},
    "projects/5/{}/resource_state_events": PAGED,
    "projects/5/{}/resource_label_events": PAGED,
}
USER = {"id", "username", "name", "state", "avatar_url", "web_url"}
ITEM = {
    "id",
    "iid",
    "title",
    "author",
    "state",
    "created_at",
    "updated_at",
    "closed_at",
    "closed_by",
    "labels",
}
CHANGE = ITEM | {
    "merged_at", "merge_user", "merged_by", "draft", "work_in_progress", "sha", "merge_commit_sha",
    "squash_commit_sha",
}  # fmt: skip
JOB = {"id", "ref", "name", "status", "created_at", "started_at", "finished_at", "allow_failure"}
EVENT = {"id", "user", "created_at", "resource_type", "resource_id"}
FIELDS = {
    "projects/{}": {
        "id", "path_with_namespace", "star_count", "forks_count", "open_issues_count", "created_at",
        "issues_access_level", "issues_enabled", "merge_requests_access_level", "merge_requests_enabled",
        "forking_access_level", "releases_access_level",
    },
    "projects/5/members/all": USER | {"access_level"},
    "projects/5/issues": ITEM | {"confidential"},
    "projects/5/merge_requests": CHANGE,
    "projects/5/merge_requests/{}": CHANGE | {"head_pipeline"},
    "projects/5/repository/commits/{}/statuses": JOB | {"sha", "target_url"},
    "projects/6/pipelines/1/jobs": JOB | {"stage", "web_url", "tag", "duration", "target_url"},
    "pipeline": {"id", "project_id", "sha", "ref", "status", "web_url", "created_at", "updated_at"},
    "projects/5/forks": {"id", "path_with_namespace", "owner", "namespace", "created_at"},
    "projects/5/releases": {"tag_name", "name", "released_at", "upcoming_release", "author"},
    "projects/5/starrers": {"starred_since", "user"},
    "projects/5/{}/notes": {
        "id", "type", "author", "body", "system", "created_at", "internal", "confidential",
    },
    "projects/5/{}/resource_state_events": EVENT | {"state"},
    "projects/5/{}/resource_label_events": EVENT | {"label", "action"},
    "user": USER,
    "label": {"id", "name", "color", "description"},
    "namespace": {"id", "name", "path", "kind", "full_path"},
}  # fmt: skip
NESTED = {"author": "user", "user": "user", "closed_by": "user", "merge_user": "user", "merged_by": "user",
          "owner": "user", "label": "label", "namespace": "namespace",
          "head_pipeline": "pipeline"}  # fmt: skip


class Noting(dict[str, Any]):
    """An object that fails when something is read of it that its page does not name."""

    def __init__(self, values: dict[str, Any], page: str) -> None:
        self.page = page
        super().__init__({name: noting(value, NESTED.get(name, "")) for name, value in values.items()})

    def get(self, field: str, default: Any = None) -> Any:
        assert field in FIELDS[self.page], f"{field!r} of {self.page} is not documented"
        return super().get(field, default)


def noting(value: Any, page: str) -> Any:
    if isinstance(value, list):
        return [noting(one, page) for one in value]
    return Noting(value, page) if isinstance(value, dict) else value


def page_of(path: str) -> str:
    path = re.sub(r"/(issues|merge_requests)/\d+/", "/{}/", path)
    path = re.sub(r"/merge_requests/\d+$", "/merge_requests/{}", re.sub(r"/[0-9a-f]{40}/", "/{}/", path))
    return "projects/{}" if path.startswith("projects/ada") else path


def with_fork(forge: RestForge) -> RestForge:
    """Let the pipeline of one merged change have run in a fork. A job has no address of another service."""
    change = next(row for row in forge.rows["projects/5/merge_requests"] if row["merged_at"])
    forge.rows[f"projects/5/repository/commits/{change['sha']}/statuses"] = []
    at = change["merged_at"]
    pipeline = {"id": 1, "project_id": 6, "status": "success", "updated_at": at}
    forge.rows["projects/6/pipelines/1/jobs"] = [
        {"id": 7, "name": "a", "status": "success", "created_at": at}
    ]
    forge.rows[f"projects/5/merge_requests/{change['iid']}"] = {**change, "head_pipeline": pipeline}
    return forge


def test_every_question_is_documented() -> None:
    """Of a whole reading and of a second one, in many pages."""
    forge = with_fork(gitlab(story(issues=8, changes=8), most=3))
    read(forge, state(read(forge)))
    assert {page_of(path) for path, _ in forge.asked} == set(QUESTIONS)
    for path, question in forge.asked:
        assert set(question) <= QUESTIONS[page_of(path)], path


def test_only_documented_fields_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every answer knows which page of the documentation it is of."""
    forge = with_fork(gitlab(story(issues=8, changes=8)))
    forge.bend = lambda path, found: {"page": page_of(path), "told": found}

    def noted(text: bytes) -> Any:
        whole = loads(text)
        return noting(whole["told"], whole["page"])

    monkeypatch.setattr("folkmoot.sources.web.pages.loads", noted)
    assert len(read(forge)) > 100


def test_an_undocumented_field_would_be_noticed() -> None:
    told = noting([{"author": {"username": "ada"}}], "projects/5/issues")
    assert told[0].get("author").get("username") == "ada"
    with pytest.raises(AssertionError, match="'login' of user"):
        told[0].get("author").get("login")


def test_our_own_answers_hold_nothing_else() -> None:
    for path, found in with_fork(gitlab(story(issues=8, changes=8))).rows.items():
        for row in found if isinstance(found, list) else [found]:
            assert set(row) <= FIELDS[page_of(path)], path
