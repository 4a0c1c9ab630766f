"""Payloads of webhooks made wrong: records, or an error that names the field."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.errors import FolkmootError
from folkmoot.sources.forges.github.webhook import READERS, github_webhook, project_of
from folkmoot.sources.json_elements import loads
from folkmoot.sources.typed_rows import WrongFieldError
from fuzz.mutations import fuzzed, mutated

AT = "2026-03-31T12:00:00Z"
ADA: dict[str, Any] = {"login": "ada", "node_id": "U_ada", "type": "User"}
THING: dict[str, Any] = {
    "node_id": "I_3", "number": 3, "title": "A gate", "html_url": "https://github.com/moot/hall/issues/3",
    "user": ADA, "state": "open", "created_at": AT, "updated_at": AT, "closed_at": None, "labels": [],
    "author_association": "MEMBER", "body": "x", "draft": False, "merged": True, "merged_at": AT,
    "merged_by": ADA,
    "tag_name": "v1", "published_at": AT, "submitted_at": AT, "head": {"sha": "a" * 40},
    "base": {"ref": "main"},
}  # fmt: skip
PAYLOAD: dict[str, Any] = {
    "action": "opened", "sender": ADA, "starred_at": AT, "label": {"name": "bug"}, "ref": "refs/heads/main",
    "repository": {"full_name": "moot/hall", "html_url": "https://github.com/moot/hall", "updated_at": AT},
    **dict.fromkeys(("issue", "pull_request", "comment", "review", "release", "forkee", "discussion"), THING),
}  # fmt: skip
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@pytest.mark.parametrize("event", sorted(READERS))
@fuzzed
@given(body=mutated([json.dumps(PAYLOAD).encode()]))
def test_any_body_gives_records_or_names_the_field(event: str, body: bytes) -> None:
    try:
        payload = loads(body)
    except ValueError:
        return
    with contextlib.suppress(WrongFieldError, FolkmootError):
        assert isinstance(github_webhook(event, payload), list)
        assert isinstance(project_of(payload), str)


@pytest.mark.parametrize("event", sorted(READERS))
@fuzzed
@given(key=st.sampled_from(sorted(PAYLOAD)), inner=st.sampled_from(["", *sorted(THING)]), odd=ODD)
def test_any_field_may_hold_anything(event: str, key: str, inner: str, odd: Any) -> None:
    whole = PAYLOAD[key]
    payload = {**PAYLOAD, key: {**whole, inner: odd} if inner and isinstance(whole, dict) else odd}
    with contextlib.suppress(WrongFieldError, FolkmootError):
        assert isinstance(github_webhook(event, payload), list)
