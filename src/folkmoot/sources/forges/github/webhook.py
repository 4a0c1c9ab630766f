"""Payloads that GitHub delivers to a webhook, as the records its interface gives of the same things.

Everything here is pure: a payload in, records out. Keys are GitHub's node ids, so that what was delivered and
what is asked for later are the same thing. Turns in an item's life have no id in a payload, and neither has
a `watch`; their keys begin with `delivered:`, and they give way to what is asked for.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping

from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Account, Act, Item, Record, Remark, Turn
from folkmoot.model.source import Standing
from folkmoot.sources.forges.github.rows import GHOST, STATES
from folkmoot.sources.said import is_command, length_of
from folkmoot.sources.typed_rows import Row

DELIVERED = "delivered"
TURNS = {
    "closed": "closed", "reopened": "reopened", "labeled": "labelled", "unlabeled": "unlabelled",
    "assigned": "assigned", "review_requested": "review_requested", "ready_for_review": "ready_for_review",
    "converted_to_draft": "converted_to_draft",
}  # fmt: skip
GONE = frozenset({"deleted", "unpublished", "transferred"})
"""Actions after which there is nothing to tell of any more."""


def is_signed(body: bytes, signature: str, secret: bytes) -> bool:
    """Tell whether `X-Hub-Signature-256` was made of this body with this secret, in constant time.

    An empty secret signs nothing.
    """
    expected = "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()
    return bool(secret) and hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace"))


def project_of(payload: object) -> str:
    """Give the address of the project a payload is about. Raises WrongFieldError."""
    place = _repository(Row(payload, DELIVERED, "payload"))
    return place.word("html_url", default="") or f"https://github.com/{place.word('full_name')}"


def github_webhook(event: str, payload: object) -> list[Record]:
    """Give the records of one delivery; `event` is its `X-GitHub-Event`. An event nobody reads gives none.

    Raises WrongFieldError for a field of another type than it should have.
    """
    row = Row(payload, DELIVERED, event)
    reader = READERS.get(event)
    if reader is None or (event != "star" and row.word("action", default="") in GONE):
        return []
    return list(reader(row))


def vanished(event: str, payload: object) -> Standing | None:
    """Give the issue that a delivery says is gone from its project: deleted, or transferred to another.

    Raises WrongFieldError.
    """
    row = Row(payload, DELIVERED, event)
    if event != "issues" or row.word("action", default="") not in GONE:
        return None
    issue = _needed(row, "issue")
    return Standing(False, issue.number("number"), issue.word("node_id"))


def _issues(row: Row) -> Iterator[Record]:
    """Yield nothing for what happens to a change, such as its milestone: `pull_request` tells of those."""
    issue = _needed(row, "issue")
    if issue.row("pull_request") is None:
        yield from _item(row, issue, is_change=False)


def _pull_request(row: Row) -> Iterator[Record]:
    yield from _item(row, _needed(row, "pull_request"), is_change=True)


def _item(row: Row, told: Row, *, is_change: bool) -> Iterator[Record]:
    """Yield the item as it is now, and the turn it took."""
    action, sender = row.word("action"), _account(row, "sender")
    labels = _list(told, "labels")
    item = Item(
        is_change=is_change,
        number=told.number("number"),
        key=told.word("node_id"),
        author=_account(told, "user"),
        association=told.word("author_association", default=""),
        title=told.text("title"),
        opened_at=told.moment("created_at"),
        closed_at=told.moment("closed_at", optional=True),
        updated_at=told.moment("updated_at"),
        closed_by=sender if action == "closed" else NOBODY,
        labels=tuple(label.text("name")[:300] for label in labels),
    )
    if is_change:
        merged_at = told.moment("merged_at", optional=True)
        head = told.row("head")
        item = item._replace(
            merged_at=merged_at,
            merged_by=_account(told, "merged_by"),
            is_draft=told.truth("draft"),
            landing=told.word("merge_commit_sha", default="") if merged_at else "",
            head=head.word("sha", default="") if head else "",
            added=told.number("additions", default=-1),
            deleted=told.number("deletions", default=-1),
            files=told.number("changed_files", default=-1),
        )
    yield item
    yield from _turns(row, item, action, sender)


def _turns(row: Row, item: Item, action: str, sender: Account) -> Iterator[Record]:
    kinds = [TURNS[action]] if action in TURNS else []
    if action == "closed" and item.merged_at:
        kinds.append("merged")
    asked = row.row("label") or row.row("assignee") or row.row("requested_reviewer")
    detail = (asked.text("name", default="") or asked.word("login", default="")) if asked else ""
    for kind in kinds:
        at = {"closed": item.closed_at, "merged": item.merged_at}.get(kind) or item.updated_at
        key = f"{DELIVERED}:{item.key}:{kind}:{at}" + (f":{detail}" if detail else "")
        yield Turn(item.is_change, item.number, key, kind, sender, at, detail[:300])


def _issue_comment(row: Row) -> Iterator[Record]:
    issue = _needed(row, "issue")
    on_change = issue.row("pull_request") is not None
    yield _remark(_needed(row, "comment"), Kind.COMMENT, issue.number("number"), is_change=on_change)


def _review(row: Row) -> Iterator[Record]:
    review = _needed(row, "review")
    state = review.word("state").upper()
    if state in STATES:
        number = _needed(row, "pull_request").number("number")
        yield _remark(review, Kind.REVIEW, number, is_change=True)._replace(state=state.lower())


def _review_comment(row: Row) -> Iterator[Record]:
    """Yield a comment on a line. One of a review is kept back until that is submitted, and then touched."""
    number, comment = _needed(row, "pull_request").number("number"), _needed(row, "comment")
    made = _remark(comment, Kind.REVIEW_COMMENT, number, is_change=True)
    shown = comment.moment("updated_at", optional=True) if row.word("action") == "created" else 0
    yield made._replace(made_at=max(made.made_at, shown))


def _remark(told: Row, kind: Kind, number: int, *, is_change: bool) -> Remark:
    body = told.text("body", default="")
    return Remark(
        is_change=is_change,
        number=number,
        key=told.word("node_id"),
        kind=kind,
        author=_account(told, "user"),
        association=told.word("author_association", default=""),
        made_at=told.moment("submitted_at", optional=True) or told.moment("created_at"),
        length=length_of(body),
        is_command=is_command(body),
    )


def _star(row: Row) -> Iterator[Record]:
    sender = _needed(row, "sender")
    at = row.moment("starred_at", optional=True)
    if at:
        yield Act(f"star:{sender.word('node_id')}:{at}", Kind.STAR, _account(row, "sender"), at)


def _watch(row: Row) -> Iterator[Record]:
    """Yield a `watch`: a star without its time, which the repository's own change tells."""
    at = _repository(row).moment("updated_at")
    key = f"{DELIVERED}:star:{_needed(row, 'sender').word('node_id')}:{at}"
    yield Act(key, Kind.STAR, _account(row, "sender"), at)


def _fork(row: Row) -> Iterator[Record]:
    fork = _needed(row, "forkee")
    owner, at = _account(fork, "owner"), fork.moment("created_at")
    yield Act(fork.word("node_id"), Kind.FORK, owner, at, fork.word("full_name"))


def _push(row: Row) -> Iterator[Record]:
    if row.truth("deleted"):
        return
    place = _repository(row)
    is_number = isinstance(place.values.get("pushed_at"), int)
    at = place.number("pushed_at") if is_number else place.moment("pushed_at")
    ref = row.text("ref")[:500]
    yield Act(f"push:{row.word('after')}:{ref[:200]}", Kind.PUSH, _account(row, "sender"), at, ref)


def _release(row: Row) -> Iterator[Record]:
    release = _needed(row, "release")
    at = release.moment("published_at", optional=True)
    if at and not release.truth("draft"):
        author = _account(release, "author")
        yield Act(release.word("node_id"), Kind.RELEASE, author, at, release.text("tag_name")[:300])


def _discussion(row: Row) -> Iterator[Record]:
    told = _needed(row, "discussion")
    author, at = _account(told, "user"), told.moment("created_at")
    yield Act(told.word("node_id"), Kind.DISCUSSION, author, at, told.text("title"))


def _stars(row: Row) -> Iterator[Record]:
    """Yield a star, or one taken back, whose time only the repository's own change tells."""
    if row.word("action") != "deleted":
        yield from _star(row)
        return
    at = _repository(row).moment("updated_at")
    yield Act(
        f"unstar:{_needed(row, 'sender').word('node_id')}:{at}", Kind.UNSTAR, _account(row, "sender"), at
    )


def _needed(row: Row, field: str) -> Row:
    found = row.row(field)
    if found is None:
        raise row.wrong(field, "an object", None)
    return found


def _repository(row: Row) -> Row:
    return _needed(row, "repository")


def _account(row: Row, field: str) -> Account:
    """Give the account in a field; that of a robot without the suffix, as GraphQL writes it."""
    who = row.row(field)
    login = who.word("login", default="") if who else ""
    if who is None or login.casefold() == GHOST:
        return NOBODY
    is_bot = who.word("type", default="") == "Bot"
    return Account(login.removesuffix("[bot]") if is_bot else login, is_bot=is_bot)


def _list(row: Row, field: str) -> list[Row]:
    found = row.values.get(field) or []
    if not isinstance(found, list):
        raise row.wrong(field, "a list", found)
    return [Row(one, row.file, f"{row.place}.{field}[{place}]") for place, one in enumerate(found)]


READERS: Mapping[str, Callable[[Row], Iterator[Record]]] = {
    "issues": _issues,
    "pull_request": _pull_request,
    "issue_comment": _issue_comment,
    "pull_request_review": _review,
    "pull_request_review_comment": _review_comment,
    "star": _stars,
    "watch": _watch,
    "fork": _fork,
    "push": _push,
    "release": _release,
    "discussion": _discussion,
    "discussion_comment": _discussion,
}
"""The events that are read."""
