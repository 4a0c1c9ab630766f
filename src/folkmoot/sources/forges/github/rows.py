"""What GitHub's answers say, as records: one function for each sort of node."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, UNKNOWN, Account, Act, Authored, Item, Record, Remark, Turn
from folkmoot.sources.forges.github.queries import Rest
from folkmoot.sources.said import is_command, length_of
from folkmoot.sources.typed_rows import Row, WrongFieldError

Wrong = Callable[[WrongFieldError], None]
Yielded = Record | Rest

GHOST = "ghost"
"""The account GitHub shows in place of deleted ones."""
TURNS = {
    "ClosedEvent": "closed",
    "ReopenedEvent": "reopened",
    "MergedEvent": "merged",
    "ReadyForReviewEvent": "ready_for_review",
    "ConvertToDraftEvent": "converted_to_draft",
    "LabeledEvent": "labelled",
    "UnlabeledEvent": "unlabelled",
    "AssignedEvent": "assigned",
    "ReviewRequestedEvent": "review_requested",
}
STATES = {"APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED"}


def account(row: Row, field: str) -> Account:
    """Give the account in a field; deleted ones are nobody."""
    who = row.row(field)
    if who is None:
        return NOBODY
    login = who.word("login")
    if login.casefold() == GHOST:
        return NOBODY
    name = who.text("name", default="").strip()[:200]
    return Account(login, name, is_bot=who.word("__typename", default="") == "Bot")


def rest_of(row: Row, field: str, sort: str, item: Item, node: str) -> Rest | None:
    """Give what of a list did not fit into this page, None where it all did."""
    cursor = next_page(row, field)
    return Rest(sort, item.is_change, item.number, node, cursor) if cursor else None


def next_page(row: Row, field: str) -> str:
    """Give the cursor of the page after this one, "" where there is none."""
    connection = row.row(field)
    info = connection.row("pageInfo") if connection else None
    return info.text("endCursor") if info is not None and info.truth("hasNextPage") else ""


def total(row: Row, field: str) -> int:
    """Give how many entries a list has, -1 where it is not shown."""
    counted = row.row(field)
    return counted.number("totalCount") if counted else UNKNOWN


def nodes(row: Row, field: str, wrong: Wrong) -> Iterator[Row]:
    """Yield the nodes of a list; those one may not see are null there, and left out."""
    connection = row.row(field)
    if connection is None:
        return
    key = "edges" if "edges" in connection.values else "nodes"
    yield from connection.rows(key, wrong, skip_null=True)


def told(row: Row, field: str, wrong: Wrong) -> Iterator[Row]:
    """Yield the nodes of a list of which none is to be missing; one that is not shown is named."""
    connection = row.row(field)
    if connection is None:
        wrong(row.wrong(field, "an object", None))
        return
    yield from connection.rows("nodes", wrong)


def entries(row: Row, name: str, wrong: Wrong) -> Iterator[Row]:
    """Yield the entries of a repository's list. Forks may be private, and who starred suspended."""
    yield from (nodes if name in {"forks", "stars"} else told)(row, name, wrong)


def item(row: Row, wrong: Wrong, *, is_change: bool) -> Iterator[Yielded]:
    """Yield an issue or change, what was said and done on it, and what of that did not fit."""
    closing = [account(turn, "actor") for turn in nodes(row, "closing", wrong)]
    closed_at = row.moment("closedAt", optional=True)
    landing = row.row("mergeCommit") if is_change else None
    made = Item(
        is_change=is_change,
        number=row.number("number"),
        key=row.word("id"),
        author=account(row, "author"),
        association=row.word("authorAssociation", default=""),
        title=row.text("title"),
        opened_at=row.moment("createdAt"),
        closed_at=closed_at,
        updated_at=row.moment("updatedAt"),
        closed_by=closing[-1] if closing and closed_at else NOBODY,
        labels=tuple(label.text("name")[:300] for label in nodes(row, "labels", wrong)),
    )
    if is_change:
        made = made._replace(
            merged_at=row.moment("mergedAt", optional=True),
            merged_by=account(row, "mergedBy"),
            is_draft=row.truth("isDraft"),
            landing=landing.word("oid") if landing else "",
            head=row.word("headRefOid", default=""),
            added=row.number("additions"),
            deleted=row.number("deletions"),
            files=row.number("changedFiles"),
        )
    yield made
    yield from remarks(row, "comments", made, wrong)
    yield from turns(row, "timelineItems", made, wrong)
    if is_change:
        yield from authored(row, made, wrong)
        yield from reviews(row, "reviews", made, wrong)
    lists = {"comments": "comments", "turns": "timelineItems", "reviews": "reviews"}
    for sort, field in lists.items():
        if rest := rest_of(row, field, sort, made, made.key):
            yield rest


def remarks(row: Row, field: str, on: Item, wrong: Wrong, kind: Kind = Kind.COMMENT) -> Iterator[Record]:
    """Yield comments."""
    for comment in told(row, field, wrong):
        try:
            yield _remark(comment, on, kind)
        except WrongFieldError as error:
            wrong(error)


def reviews(row: Row, field: str, on: Item, wrong: Wrong) -> Iterator[Yielded]:
    """Yield reviews with their comments on lines; one not yet submitted is nobody's business."""
    for review in told(row, field, wrong):
        try:
            state = review.word("state")
            if state not in STATES:
                continue
            yield _remark(review, on, Kind.REVIEW)._replace(state=state.lower())
            yield from remarks(review, "comments", on, wrong, Kind.REVIEW_COMMENT)
            if rest := rest_of(review, "comments", "line comments", on, review.word("id")):
                yield rest
        except WrongFieldError as error:
            wrong(error)


def turns(row: Row, field: str, on: Item, wrong: Wrong) -> Iterator[Record]:
    """Yield turns; kinds that were not asked for are passed over."""
    for turn in told(row, field, wrong):
        try:
            kind = TURNS.get(turn.word("__typename"))
            if kind is not None:
                who, when = account(turn, "actor"), turn.moment("createdAt")
                yield Turn(on.is_change, on.number, turn.word("id"), kind, who, when, _detail(turn))
        except WrongFieldError as error:
            wrong(error)


def authored(row: Row, on: Item, wrong: Wrong) -> Iterator[Authored]:
    """Yield whose the newest commit of a change is, and the one that merged it, where the forge knows."""
    try:
        commits = [newest.row("commit") for newest in nodes(row, "newest", wrong)]
        for commit in (*commits, row.row("mergeCommit")):
            author = commit.row("author") if commit is not None else None
            who = account(author, "user") if author is not None else NOBODY
            if commit is not None and who != NOBODY:
                sha = commit.word("oid")
                yield Authored(on.number, f"{on.key}:commit:{sha}", sha, who, on.merged_at or on.updated_at)
    except WrongFieldError as error:
        wrong(error)


def _detail(turn: Row) -> str:
    if label := turn.row("label"):
        return label.text("name")[:300]
    asked = turn.row("assignee") or turn.row("requestedReviewer")
    return asked.word("login", default="") if asked else ""


def _remark(row: Row, on: Item, kind: Kind) -> Remark:
    """Give something said, from the moment others could read it."""
    body = row.text("body")
    shown = row.moment("submittedAt", optional=True) or row.moment("publishedAt", optional=True)
    return Remark(
        is_change=on.is_change,
        number=on.number,
        key=row.word("id"),
        kind=kind,
        author=account(row, "author"),
        association=row.word("authorAssociation", default=""),
        made_at=shown or row.moment("createdAt"),
        length=length_of(body),
        is_command=is_command(body),
    )


def act(row: Row, sort: str) -> Act | None:
    """Give what was done to the project: a discussion, fork, release or star; None for a draft's release."""
    if sort == "discussions":
        author, made_at = account(row, "author"), row.moment("createdAt")
        return Act(row.word("id"), Kind.DISCUSSION, author, made_at, row.text("title"))
    if sort == "forks":
        owner, made_at = account(row, "owner"), row.moment("createdAt")
        return Act(row.word("id"), Kind.FORK, owner, made_at, row.word("nameWithOwner"))
    if sort == "releases":
        published = row.moment("publishedAt", optional=True)
        if row.truth("isDraft") or not published:
            return None
        return Act(row.word("id"), Kind.RELEASE, account(row, "author"), published, row.text("tagName")[:300])
    starred = row.moment("starredAt")
    who = row.row("node")
    if who is None:
        raise row.wrong("node", "an object", None)
    name = who.text("name", default="").strip()[:200]
    return Act(f"star:{who.word('id')}:{starred}", Kind.STAR, Account(who.word("login"), name), starred)
