"""What GitHub delivers becomes the records its interface gives; invented payloads, and its own examples.

Long because every event of a webhook stands here with a payload of its own.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections import Counter
from typing import Any

import pytest

from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Account, Act, Item, Remark, Turn
from folkmoot.sources.forges.github.webhook import READERS, github_webhook, is_signed, project_of
from folkmoot.sources.typed_rows import WrongFieldError
from sources.forges.forge_at_hand import contracts

AT, LATER = "2026-03-31T12:00:00Z", "2026-03-31T13:00:00Z"
NOON = 1774958400
ADA = {"login": "ada", "node_id": "U_ada", "type": "User"}
ROBOT = {"login": "helper[bot]", "node_id": "B_1", "type": "Bot"}
HALL = {
    "full_name": "moot/hall",
    "html_url": "https://github.com/moot/hall",
    "updated_at": LATER,
    "pushed_at": NOON + 60,
}


def told(**more: Any) -> dict[str, Any]:
    return {"repository": HALL, "sender": ADA, **more}


def issue(**more: Any) -> dict[str, Any]:
    return {
        "node_id": "I_3",
        "number": 3,
        "user": {"login": "bob", "type": "User"},
        "title": "It breaks",
        "author_association": "NONE",
        "created_at": AT,
        "updated_at": LATER,
        "closed_at": None,
        "labels": [{"name": "bug"}],
        "body": "Secret",
        **more,
    }


def change(**more: Any) -> dict[str, Any]:
    return issue(
        **{
            "node_id": "PR_4",
            "number": 4,
            "merged_at": None,
            "merged_by": None,
            "draft": True,
            "head": {"sha": "a" * 40},
            "merge_commit_sha": "c" * 40,
            "additions": 5,
            "deletions": 2,
            "changed_files": 1,
            **more,
        }
    )


def said(**more: Any) -> dict[str, Any]:
    return {
        "node_id": "C_1",
        "user": ADA,
        "author_association": "MEMBER",
        "created_at": AT,
        "body": " Thank you ",
        **more,
    }


BOB = Account("bob")
ISSUE = Item(False, 3, "I_3", BOB, "NONE", "It breaks", NOON, 0, NOON + 3600, labels=("bug",))


def test_an_issue_that_is_opened() -> None:
    assert github_webhook("issues", told(action="opened", issue=issue())) == [ISSUE]


def test_an_issue_that_is_closed_says_by_whom() -> None:
    item, turn = github_webhook("issues", told(action="closed", issue=issue(closed_at=LATER)))
    assert item == ISSUE._replace(closed_at=NOON + 3600, closed_by=Account("ada"))
    assert turn == Turn(False, 3, "delivered:I_3:closed:1774962000", "closed", Account("ada"), NOON + 3600)


@pytest.mark.parametrize(
    ("action", "more", "kind", "detail"),
    [
        ("labeled", {"label": {"name": "bug"}}, "labelled", "bug"),
        ("unlabeled", {"label": {"name": "bug"}}, "unlabelled", "bug"),
        ("assigned", {"assignee": ADA}, "assigned", "ada"),
        ("reopened", {}, "reopened", ""),
    ],
)
def test_turns_of_an_issue(action: str, more: dict[str, Any], kind: str, detail: str) -> None:
    _, turn = github_webhook("issues", told(action=action, issue=issue(), **more))
    assert isinstance(turn, Turn)
    assert (turn.kind, turn.detail, turn.made_at) == (kind, detail, NOON + 3600)


def test_a_change_that_is_merged() -> None:
    merged = change(merged_at=LATER, closed_at=LATER, merged_by=ROBOT, draft=False)
    item, *turns = github_webhook("pull_request", told(action="closed", pull_request=merged))
    assert isinstance(item, Item)
    assert (item.is_change, item.merged_at, item.landing, item.is_draft) == (
        True,
        NOON + 3600,
        "c" * 40,
        False,
    )
    assert item.merged_by == Account("helper", is_bot=True)  # as GraphQL names it
    assert (item.added, item.deleted, item.files) == (5, 2, 1)
    assert [turn.kind for turn in turns if isinstance(turn, Turn)] == ["closed", "merged"]


def test_a_trial_merge_is_no_landing() -> None:
    (item,) = github_webhook("pull_request", told(action="opened", pull_request=change()))
    assert isinstance(item, Item)
    assert (item.landing, item.merged_at, item.is_draft) == ("", 0, True)


@pytest.mark.parametrize("action", ["ready_for_review", "converted_to_draft", "review_requested"])
def test_turns_of_a_change(action: str) -> None:
    _, turn = github_webhook(
        "pull_request", told(action=action, pull_request=change(), requested_reviewer=ADA)
    )
    assert isinstance(turn, Turn)
    assert turn.kind == action


def test_comments_are_measured() -> None:
    (remark,) = github_webhook("issue_comment", told(action="created", issue=issue(), comment=said()))
    assert remark == Remark(False, 3, "C_1", Kind.COMMENT, Account("ada"), "MEMBER", NOON, length=9)


def test_a_comment_on_a_change_is_told_apart() -> None:
    on = issue(pull_request={"url": "x"})
    (remark,) = github_webhook("issue_comment", told(action="created", issue=on, comment=said(body="/lgtm")))
    assert isinstance(remark, Remark)
    assert (remark.is_change, remark.is_command) == (True, True)


@pytest.mark.parametrize(
    ("state", "kept"), [("approved", "approved"), ("CHANGES_REQUESTED", "changes_requested")]
)
def test_reviews(state: str, kept: str) -> None:
    review = said(state=state, submitted_at=LATER)
    (remark,) = github_webhook(
        "pull_request_review", told(action="submitted", review=review, pull_request={"number": 4})
    )
    assert isinstance(remark, Remark)
    assert (remark.kind, remark.state, remark.made_at) == (Kind.REVIEW, kept, NOON + 3600)


def test_a_review_not_yet_submitted_is_nobodys_business() -> None:
    assert (
        github_webhook(
            "pull_request_review",
            told(action="edited", review=said(state="pending"), pull_request={"number": 4}),
        )
        == []
    )


def test_comments_on_lines() -> None:
    payload = told(action="created", comment=said(), pull_request={"number": 4})
    (remark,) = github_webhook("pull_request_review_comment", payload)
    assert isinstance(remark, Remark)
    assert remark.kind == Kind.REVIEW_COMMENT


FORK = {"node_id": "R_9", "owner": ADA, "created_at": AT, "full_name": "ada/hall"}
RELEASE = {"node_id": "RE_1", "author": ADA, "published_at": AT, "tag_name": "v1", "draft": False}
TALK = {"node_id": "D_1", "user": ADA, "created_at": AT, "title": "How?"}
WHO = Account("ada")


@pytest.mark.parametrize(
    ("event", "payload", "act"),
    [
        ("star", told(action="created", starred_at=AT), Act(f"star:U_ada:{NOON}", Kind.STAR, WHO, NOON)),
        (
            "star",
            told(action="deleted", starred_at=None),
            Act(f"unstar:U_ada:{NOON + 3600}", Kind.UNSTAR, WHO, NOON + 3600),
        ),
        (
            "watch",
            told(action="started"),
            Act(f"delivered:star:U_ada:{NOON + 3600}", Kind.STAR, WHO, NOON + 3600),
        ),
        ("fork", told(forkee=FORK), Act("R_9", Kind.FORK, WHO, NOON, "ada/hall")),
        (
            "push",
            told(ref="refs/heads/main", after="b" * 40),
            Act(f"push:{'b' * 40}:refs/heads/main", Kind.PUSH, WHO, NOON + 60, "refs/heads/main"),
        ),
        ("release", told(action="published", release=RELEASE), Act("RE_1", Kind.RELEASE, WHO, NOON, "v1")),
        (
            "discussion",
            told(action="created", discussion=TALK),
            Act("D_1", Kind.DISCUSSION, WHO, NOON, "How?"),
        ),
        (
            "discussion_comment",
            told(action="created", discussion=TALK),
            Act("D_1", Kind.DISCUSSION, WHO, NOON, "How?"),
        ),
    ],
)
def test_what_is_done_to_a_project(event: str, payload: dict[str, Any], act: Act) -> None:
    assert github_webhook(event, payload) == [act]


@pytest.mark.parametrize(
    ("event", "payload"),
    [
        ("push", told(deleted=True, ref="x")),
        ("release", told(action="created", release={**RELEASE, "draft": True})),
        ("issues", told(action="deleted", issue=issue())),
        ("issue_comment", told(action="deleted", issue=issue(), comment=said())),
        ("ping", told(zen="Keep it simple.")),
    ],
)
def test_what_leaves_nothing_to_tell(event: str, payload: dict[str, Any]) -> None:
    assert github_webhook(event, payload) == []


def test_deleted_accounts_are_nobody() -> None:
    for user in (None, {"login": "ghost"}):
        (item,) = github_webhook("issues", told(action="opened", issue=issue(user=user)))
        assert isinstance(item, Item)
        assert item.author == NOBODY


def test_the_project_is_named() -> None:
    assert project_of(told()) == "https://github.com/moot/hall"


@pytest.mark.parametrize("event", sorted(READERS))
@pytest.mark.parametrize(
    "payload", [None, [], 5, {}, {"action": 5}, {"action": "created", "repository": "x"}]
)
def test_a_payload_of_another_form_is_named(event: str, payload: object) -> None:
    with pytest.raises(WrongFieldError, match="should be"):
        github_webhook(event, payload)


def test_a_signature_holds_for_its_body_and_secret_alone() -> None:
    body, key = b'{"a":1}', b"for a test"
    good = "sha256=" + hmac.new(key, body, hashlib.sha256).hexdigest()
    assert is_signed(body, good, key)
    assert not is_signed(body + b" ", good, key)
    assert not is_signed(body, good, b"another")
    assert not is_signed(body, good.upper(), key)
    assert not is_signed(body, good.removeprefix("sha256="), key)
    assert not is_signed(body, "sha256=\u00e9", key)
    assert not is_signed(body, "", key)
    assert not is_signed(body, "sha256=" + hmac.new(b"", body, hashlib.sha256).hexdigest(), b"")


def test_githubs_own_example_of_a_signature() -> None:
    """From GitHub's documentation of webhooks."""
    signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
    assert is_signed(b"Hello, World!", signature, b"It's a Secret to Everybody")


needs_examples = pytest.mark.skipif(
    not contracts.place("github-webhooks.json").is_file(),
    reason="GitHub's examples of payloads are not in the cache: run python tools/contracts.py",
)


def examples() -> list[Any]:
    """GitHub's own examples, from the cache; they are no part of the project."""
    found: list[Any] = json.loads(contracts.place("github-webhooks.json").read_text(encoding="utf-8"))
    return found


@needs_examples
def test_every_example_of_github_is_read() -> None:
    counts: Counter[str] = Counter()
    for entry in examples():
        for payload in entry["examples"]:
            records = github_webhook(entry["name"], payload)
            counts[entry["name"]] += len(records)
            assert not records or project_of(payload).startswith("https://github.com/")
    assert {name for name, count in counts.items() if count} == set(READERS)


@needs_examples
def test_the_numbers_of_an_example_by_hand() -> None:
    (entry,) = (entry for entry in examples() if entry["name"] == "pull_request")
    for payload in entry["examples"]:
        told = payload["pull_request"]
        item = github_webhook("pull_request", payload)[0]
        assert isinstance(item, Item)
        assert (item.number, item.key, item.author.login) == (
            told["number"],
            told["node_id"],
            told["user"]["login"],
        )
        assert bool(item.closed_at) == (told["state"] == "closed")
        assert bool(item.merged_at) == bool(told["merged_at"])


def test_what_is_told_of_a_change_among_issues_makes_no_issue() -> None:
    """A milestone put on a change is delivered as an event of issues."""
    milestoned = told(action="milestoned", issue=issue(pull_request={"url": "https://api.example/4"}))
    assert github_webhook("issues", milestoned) == []


@pytest.mark.parametrize(("action", "made_at"), [("created", NOON + 3600), ("edited", NOON)])
def test_a_comment_on_a_line_is_seen_once_its_review_is_submitted(action: str, made_at: int) -> None:
    """Until then nobody reads it; submitting touches it, as editing does later, which tells nothing."""
    comment = said(updated_at=LATER)
    (line,) = github_webhook(
        "pull_request_review_comment", told(action=action, comment=comment, pull_request=change())
    )
    assert isinstance(line, Remark)
    assert line.made_at == made_at
