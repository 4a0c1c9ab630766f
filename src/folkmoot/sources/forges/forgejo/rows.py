"""What the answers of Forgejo and Gitea say, as records: one function for each sort of row.

Both describe their interface themselves; every field read here stands in both descriptions. An account in
place of a deleted one is called Ghost. Things that came with a project from elsewhere belong to
nobody here, though many a forge shows whoever brought them: issues name an `original_author`, and changes,
which name none, are older than their project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from folkmoot.model.ci import sign_of
from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, UNKNOWN, Account, Act, Authored, Item, Remark, Run, Turn
from folkmoot.sources.forges._ran import FAILURE, NEUTRAL, PENDING, SUCCESS
from folkmoot.sources.said import is_command, length_of
from folkmoot.sources.typed_rows import Row

GHOST = "ghost"
MACHINES = frozenset({"forgejo-actions", "gitea-actions"})
"""Accounts of the forge itself."""
STATES = {"APPROVED": "approved", "REQUEST_CHANGES": "changes_requested", "COMMENT": "commented"}
"""States of reviews that somebody submitted; the others wait or were only asked for."""
SWITCHES = {"issues": "has_issues", "changes": "has_pull_requests", "releases": "has_releases"}
"""Where a project tells that it has no such list."""
TURNS = {"close": "closed", "reopen": "reopened", "merge_pull": "merged"}
RAN = {"success": SUCCESS, "failure": FAILURE, "error": FAILURE, "pending": PENDING}
"""Our word for each state of a commit's status; a warning is neutral."""
DRAFT = re.compile(r"\s*(?:\[wip\]|wip:|draft:)", re.IGNORECASE)
"""How the title of a draft begins, as forges are set up unless told otherwise."""
PLACEHOLDER = re.compile(r"[^@\s]{1,200}@(?:[a-z0-9-]+\.)*noreply\.[a-z0-9.-]{1,200}", re.IGNORECASE)


def account(row: Row, field: str) -> Account:
    """Give the account in a field; a deleted one is nobody. No address but the forge's own placeholder."""
    who = row.row(field)
    login = who.word("login", default="") if who else ""
    if who is None or not login or login.casefold() == GHOST:
        return NOBODY
    email = who.text("email", default="")
    return Account(
        login,
        who.text("full_name", default="").strip()[:200],
        email if PLACEHOLDER.fullmatch(email) else "",
        is_bot=login.endswith("[bot]") or login in MACHINES,
    )


def brought_at(project: Row) -> int:
    """Give when a project was brought here from elsewhere, 0 where it began here."""
    return project.moment("created_at", optional=True) if project.text("original_url", default="") else 0


def switched_off(project: Row) -> frozenset[str]:
    """Give the lists that a project says it does without; mirrors and empty ones take no changes."""
    off = {name for name, field in SWITCHES.items() if project.values.get(field) is False}
    if project.values.get("external_tracker") is not None:
        off.add("issues")
    if project.truth("mirror") or project.truth("empty"):
        off.add("changes")
    return frozenset(off)


def item(row: Row, *, is_change: bool, associations: Mapping[str, str], brought: int = 0) -> Item:
    """Give an issue, or a change, as its list shows it; who closed it, its timeline tells.

    `brought` is when the project was brought here.
    """
    author = account(row, "user")
    if row.moment("created_at") < brought if is_change else row.text("original_author", default=""):
        author = NOBODY
    is_merged = has_merged(row) if is_change else False
    merged_at = row.moment("merged_at", optional=True) if is_merged else 0
    closed_at = row.moment("closed_at", optional=True) if row.word("state") != "open" else 0
    made = Item(
        is_change=is_change,
        number=row.number("number"),
        key=f"{'change' if is_change else 'issue'}:{row.identity('id')}",
        author=author,
        association=associations.get(author.login.casefold(), "") if author.login else "",
        title=row.text("title"),
        opened_at=row.moment("created_at"),
        closed_at=closed_at or merged_at,
        updated_at=row.moment("updated_at"),
        labels=tuple(label.text("name")[:300] for label in _list(row, "labels")),
    )
    if not is_change:
        return made
    head = row.row("head")
    return made._replace(
        merged_at=merged_at,
        merged_by=account(row, "merged_by") if is_merged else NOBODY,
        is_draft=row.truth("draft"),
        landing=row.word("merge_commit_sha", default="") if is_merged else "",
        head=head.word("sha", default="") if head else "",
        added=row.number("additions", default=UNKNOWN),
        deleted=row.number("deletions", default=UNKNOWN),
        files=row.number("changed_files", default=UNKNOWN),
    )


def has_merged(row: Row) -> bool:
    """Tell whether a change was merged, with or without a time."""
    return row.truth("merged") or bool(row.moment("merged_at", optional=True))


def landing(row: Row) -> tuple[int, str] | None:
    """Give when a change was merged, and by which commit; None where one of them is not told."""
    at, sha = row.moment("merged_at", optional=True), row.word("merge_commit_sha", default="")
    return (at, sha) if has_merged(row) and at and sha else None


def authored(row: Row) -> Authored | None:
    """Give whose a commit is, None where the forge knows no account of its author's address."""
    who = account(row, "author")
    sha = row.word("sha")
    return Authored(0, f"commit:{sha}", sha, who, row.moment("created")) if who.login else None


def turns(row: Row, on: Item) -> list[Turn]:
    """Give the turns an entry of a timeline tells of; most entries tell of none."""
    kind, detail = row.word("type"), ""
    if kind == "label":
        label = row.row("label")
        detail = label.text("name")[:300] if label else ""
        # The forge writes 1 into the text of a label that was put on, and nothing for one taken off.
        kind = "labelled" if row.text("body", default="") == "1" else "unlabelled"
    elif kind in {"assignees", "review_request"} and not row.truth("removed_assignee"):
        asked = row.row("assignee")
        kind = "assigned" if kind == "assignees" else "review_requested"
        detail = asked.word("login", default="") if asked else ""
    elif kind == "change_title" and on.is_change:
        was, now = (bool(DRAFT.match(row.text(field, default=""))) for field in ("old_title", "new_title"))
        kind = "" if was == now else "converted_to_draft" if now else "ready_for_review"
    else:
        kind = TURNS.get(kind, "")
    if not kind:
        return []
    key = f"turn:{row.identity('id')}"
    return [Turn(on.is_change, on.number, key, kind, account(row, "user"), row.moment("created_at"), detail)]


def comment(row: Row, on: Item, associations: Mapping[str, str]) -> Remark:
    """Give a comment out of a timeline."""
    return _remark(
        row, on, Kind.COMMENT, f"comment:{row.identity('id')}", row.moment("created_at"), associations
    )


def review(row: Row, on: Item, shown: Mapping[int, int], associations: Mapping[str, str]) -> Remark | None:
    """Give a review, None for one that was not submitted.

    `shown` tells when the timeline shows each review: the review's own time is that of its beginning.
    """
    state = STATES.get(row.word("state").upper())
    if state is None:
        return None
    number = row.identity("id")
    at = shown.get(number) or row.moment("submitted_at")
    made = _remark(row, on, Kind.REVIEW, f"review:{number}", at, associations)
    # A review that only comments decides nothing that could be dismissed; some forges mark it all the same.
    is_dismissed = row.truth("dismissed") and state != "commented"
    return made._replace(state="dismissed" if is_dismissed else state)


def line_comment(row: Row, on: Item, since: int, associations: Mapping[str, str]) -> Remark:
    """Give a comment on a line; others could read it once its review was submitted, at `since`."""
    at = max(row.moment("created_at"), since)
    return _remark(row, on, Kind.REVIEW_COMMENT, f"line:{row.identity('id')}", at, associations)


def run(row: Row) -> Run:
    """Give one status of a commit."""
    system = sign_of(row.text("target_url", default=""))
    state = RAN.get(row.word("status"), NEUTRAL)
    return Run(system, row.text("context")[:300], state, row.moment("created_at"))


def fork(row: Row) -> Act:
    """Give a fork."""
    key, name = f"fork:{row.identity('id')}", row.word("full_name")
    return Act(key, Kind.FORK, account(row, "owner"), row.moment("created_at"), name)


def release(row: Row) -> Act | None:
    """Give a release, None for a draft."""
    published = row.moment("published_at", optional=True)
    if row.truth("draft") or not published:
        return None
    key, tag = f"release:{row.identity('id')}", row.text("tag_name")[:300]
    return Act(key, Kind.RELEASE, account(row, "author"), published, tag)


def _remark(
    row: Row, on: Item, kind: Kind, key: str, made_at: int, associations: Mapping[str, str]
) -> Remark:
    body, author = row.text("body", default=""), account(row, "user")
    return Remark(
        is_change=on.is_change,
        number=on.number,
        key=key,
        kind=kind,
        author=author,
        association=associations.get(author.login.casefold(), "") if author.login else "",
        made_at=made_at,
        length=length_of(body),
        is_command=is_command(body),
    )


def _list(row: Row, field: str) -> Iterable[Row]:
    found = row.values.get(field) or []
    if not isinstance(found, list):
        raise row.wrong(field, "a list", found)
    return [Row(one, row.file, f"{row.place}.{field}[{place}]") for place, one in enumerate(found)]
