"""What GitLab's answers say, as records: one function for each sort of row.

The shapes are those of its documentation (REST v4). Addresses of e-mail are never read. A deleted account's
things belong to an account called Ghost User.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from folkmoot.model.ci import sign_of
from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Account, Act, Item, Run, Turn
from folkmoot.sources.forges._ran import FAILURE, NEUTRAL, PENDING, SUCCESS
from folkmoot.sources.typed_rows import Row

GHOST = re.compile(r"ghost\d*", re.IGNORECASE)
MACHINE = re.compile(
    r"(?:project|group)_\d+_bot(?:_?[0-9a-f]*)|[\w.-]+\[bot\]|gitlab-bot|support-bot|alert-bot"
)
"""Accounts that GitLab makes for access tokens and for itself."""
STATES = {"closed": "closed", "reopened": "reopened", "merged": "merged"}
LABELS = {"add": "labelled", "remove": "unlabelled"}
RAN = {
    "success": SUCCESS, "failed": FAILURE, "canceled": NEUTRAL, "skipped": NEUTRAL, "manual": NEUTRAL,
}  # fmt: skip
"""Our word for each status of a job or pipeline; with all others it has not ended yet."""
SWITCHES = {
    "issues": ("issues_access_level", "issues_enabled"),
    "changes": ("merge_requests_access_level", "merge_requests_enabled"),
    "forks": ("forking_access_level",),
    "releases": ("releases_access_level",),
}
"""Where a project tells that it has no such list."""
OWNER, DEVELOPER = 50, 30
"""Levels of access: from a developer's on, somebody can write to the repository."""


def account(row: Row, field: str) -> Account:
    """Give the account in a field; a deleted one is nobody."""
    who = row.row(field)
    login = who.word("username", default="") if who else ""
    if who is None or not login:
        return NOBODY
    name = who.text("name", default="").strip()[:200]
    if GHOST.fullmatch(login) and name in {"", "Ghost User"}:
        return NOBODY
    return Account(login, name, is_bot=MACHINE.fullmatch(login) is not None)


def association(row: Row) -> tuple[str, str]:
    """Give a member's login in lower case, and what they are to the project."""
    level = row.number("access_level")
    kind = "OWNER" if level >= OWNER else "MEMBER" if level >= DEVELOPER else "NONE"
    return row.word("username").casefold(), kind


def switched_off(project: Row) -> frozenset[str]:
    """Give the lists that a project says it does without, in the words of today or those of before."""
    told = {name: [project.values.get(field) for field in fields] for name, fields in SWITCHES.items()}
    return frozenset(name for name, values in told.items() if "disabled" in values or False in values)


def item(row: Row, *, is_change: bool, associations: Mapping[str, str] | None) -> Item:
    """Give an issue or a change. `associations` are None where GitLab does not show who is a member."""
    author = account(row, "author")
    is_merged = is_change and has_ended(row) == "merged"
    merged_at = row.moment("merged_at", optional=True) if is_merged else 0
    merged_by = account(row, "merge_user" if row.row("merge_user") else "merged_by") if is_merged else NOBODY
    is_closed = bool(has_ended(row))
    closed_at = (merged_at or row.moment("closed_at", optional=True)) if is_closed else 0
    made = Item(
        is_change=is_change,
        number=row.number("iid"),
        key=f"{'change' if is_change else 'issue'}:{row.identity('id')}",
        author=author,
        association=known(author, associations),
        title=row.text("title"),
        opened_at=row.moment("created_at"),
        closed_at=closed_at,
        updated_at=row.moment("updated_at"),
        closed_by=merged_by if is_merged else account(row, "closed_by") if is_closed else NOBODY,
        labels=row.words("labels"),
    )
    if not is_change:
        return made
    return made._replace(
        merged_at=merged_at,
        merged_by=merged_by,
        is_draft=row.truth("draft") or row.truth("work_in_progress"),
        landing=_landing(row) if is_merged else "",
        head=row.word("sha", default=""),
    )


def has_ended(row: Row) -> str:
    """Tell how an item ended: "closed", "merged", or "" where it is open."""
    state = row.word("state")
    return "" if state in {"opened", "reopened", "locked"} else "merged" if state == "merged" else "closed"


def _landing(row: Row) -> str:
    """Give the commit that brought a change in: the merge, the squashed one, or else its newest."""
    fields = ("merge_commit_sha", "squash_commit_sha", "sha")
    return next((sha for field in fields if (sha := row.word(field, default=""))), "")


def known(who: Account, associations: Mapping[str, str] | None) -> str:
    """Give what somebody is to the project, "" where it is not known."""
    if associations is None or not who.login:
        return ""
    return associations.get(who.login.casefold(), "NONE")


def state_turn(row: Row, on: Item) -> Turn | None:
    """Give a turn out of the events of an item's state, None for its opening."""
    kind = STATES.get(row.word("state"))
    return _turn(row, on, f"state:{row.identity('id')}", kind) if kind else None


def label_turn(row: Row, on: Item) -> Turn | None:
    """Give a label put on or taken off, None where the label was deleted since."""
    label = row.row("label")
    kind = LABELS.get(row.word("action"))
    if label is None or kind is None:
        return None
    return _turn(row, on, f"label:{row.identity('id')}", kind, label.text("name")[:300])


def _turn(row: Row, on: Item, key: str, kind: str, detail: str = "") -> Turn:
    made_at = row.moment("created_at")
    return Turn(on.is_change, on.number, key, kind, account(row, "user"), made_at, detail)


def run(row: Row) -> Run:
    """Give a job, or what another service said of a commit; one that may fail, and did, says nothing."""
    state = RAN.get(row.word("status"), PENDING)
    if state == FAILURE and row.truth("allow_failure"):
        state = NEUTRAL
    ended = row.moment("finished_at", optional=True) or row.moment("created_at")
    return Run(sign_of(row.text("target_url", default="")), row.text("name")[:300], state, ended)


def pipeline(row: Row) -> Run:
    """Give a pipeline as a whole, whose jobs are not shown."""
    return Run("gitlab", "pipeline", RAN.get(row.word("status"), PENDING), row.moment("updated_at"))


def fork(row: Row) -> Act:
    """Give a fork. One that lies in a group belongs to nobody in particular."""
    who = account(row, "owner")
    space = row.row("namespace")
    if not who.login and space is not None and space.word("kind", default="") == "user":
        who = Account(space.word("path"))
    key, name = f"fork:{row.identity('id')}", row.word("path_with_namespace")
    return Act(key, Kind.FORK, who, row.moment("created_at"), name)


def release(row: Row) -> Act | None:
    """Give a release, None for one that is still to come."""
    at = row.moment("released_at", optional=True)
    if not at or row.truth("upcoming_release"):
        return None
    # Where the code is not shown, neither are tags.
    tag = (row.text("tag_name", default="") or row.text("name", default=""))[:300]
    return Act(f"release:{tag}", Kind.RELEASE, account(row, "author"), at, tag)


def star(row: Row) -> Act:
    """Give a star that was not taken back."""
    who, at = account(row, "user"), row.moment("starred_since")
    user = row.row("user")
    number = user.identity("id") if user else 0
    return Act(f"star:{number}:{at}", Kind.STAR, who, at)
