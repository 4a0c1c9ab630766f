"""What was said on an item of GitLab's, out of its notes: comments, reviews, and turns in plain sentences.

GitLab keeps no reviews. An approval, a request for changes or, of late, the end of a review that comments is
a note of the system; comments on lines stand alone. So that numbers mean the same as elsewhere, the comments
somebody left on lines within a minute of one another are one review, unless they came with such a note.
Notes for members only are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from folkmoot.model.event import Kind
from folkmoot.model.forge import Account, Item, Remark, Turn
from folkmoot.sources.forges.gitlab import rows
from folkmoot.sources.said import is_command, length_of
from folkmoot.sources.typed_rows import Row, WrongFieldError

TOGETHER = 60
"""Seconds between comments on lines from which on they are no longer one review."""
REVIEWS = {
    "approved this merge request": "approved",
    "requested changes": "changes_requested",
    "left review comments": "commented",
}
"""Sentences of the system that are reviews; the last one is written since 2025."""
WITHDRAWN = "unapproved this merge request"
REMOVED, RESET = "removed approval", "reset approvals from "
"""How a sentence ends that asks a person for a review anew and takes their approval away, and how one begins
by which a push takes those of many."""
DRAFTS = (
    ("marked this merge request as **draft**", "converted_to_draft"),
    ("marked this merge request as **ready**", "ready_for_review"),
    ("unmarked this merge request as a ", "ready_for_review"),
    ("marked this merge request as a **Work In Progress**", "converted_to_draft"),
    ("unmarked as a **Work In Progress**", "ready_for_review"),
    ("marked as a **Work In Progress**", "converted_to_draft"),
)
ASKED = (
    ("assigned to ", "assigned"),
    ("reassigned to ", "assigned"),
    ("requested review from ", "review_requested"),
)
"""How sentences of the system begin, and what they mean."""
_STATE = re.compile(r"(closed|reopened|merged)(?: (?:via|by) .{1,300})?", re.DOTALL)
_OLD = re.compile(r"_?Status changed to (.{1,320}?)_?", re.DOTALL)
"""How sentences of the system were before 2017, when they began with a capital letter."""
_LOGIN = re.compile(r"@([A-Za-z0-9_](?:[\w.-]{0,254}[A-Za-z0-9_-])?)")
_UNASKED = re.compile(r"(?:and |, )?(?:unassigned|removed review)")


class Said(NamedTuple):
    """What the notes of an item tell."""

    remarks: list[Remark]
    turns: list[Turn]


def read(
    notes: Iterable[Row], on: Item, associations: Mapping[str, str] | None,
    wrong: Callable[[WrongFieldError], None],
) -> Said:  # fmt: skip
    """Read notes, oldest first; what makes no sense goes to `wrong`."""
    said = Said([], [])
    for note in notes:
        try:
            if note.truth("internal") or note.truth("confidential"):
                continue
            who, at = rows.account(note, "author"), note.moment("created_at")
            if note.truth("system"):
                _system(note, on, who, at, said, associations)
            else:
                said.remarks.append(_remark(note, on, who, at, associations))
        except WrongFieldError as error:
            wrong(error)
    said.remarks.extend(_commenting(said.remarks))
    return said


def _remark(
    note: Row, on: Item, who: Account, at: int, associations: Mapping[str, str] | None
) -> Remark:  # fmt: skip
    body = note.text("body")
    on_line = on.is_change and note.word("type", default="") == "DiffNote"
    return Remark(
        is_change=on.is_change,
        number=on.number,
        key=f"note:{note.identity('id')}",
        kind=Kind.REVIEW_COMMENT if on_line else Kind.COMMENT,
        author=who,
        association=rows.known(who, associations),
        made_at=at,
        length=length_of(body),
        is_command=is_command(body),
    )


def _system(
    note: Row, on: Item, who: Account, at: int, said: Said, associations: Mapping[str, str] | None
) -> None:  # fmt: skip
    body, key = _now(note.text("body").strip()), f"note:{note.identity('id')}"
    if on.is_change and body in REVIEWS:
        said.remarks.append(
            Remark(
                on.is_change, on.number, key, Kind.REVIEW, who, rows.known(who, associations), at,
                REVIEWS[body], 0,
            )
        )  # fmt: skip
    elif on.is_change and body == WITHDRAWN:
        _withdraw(who.login, said.remarks)
    else:
        if on.is_change and (body.endswith(REMOVED) or body.startswith(RESET)):
            for login in _LOGIN.findall(body[:2000]):
                _withdraw(login, said.remarks)
        said.turns.extend(
            Turn(on.is_change, on.number, f"{key}:{detail}" if detail else key, kind, who, at, detail)
            for kind, detail in _meant(body)
        )


def _now(body: str) -> str:
    """Give a sentence of the system in the words of today."""
    old = _OLD.fullmatch(body)
    return old[1] if old else body[:1].lower() + body[1:]


def _withdraw(login: str, remarks: list[Remark]) -> None:
    """Take somebody's last approval back, as other forges show it: dismissed."""
    for place in range(len(remarks) - 1, -1, -1):
        if remarks[place].author.login == login and remarks[place].state == "approved":
            remarks[place] = remarks[place]._replace(state="dismissed")
            return


def _meant(body: str) -> list[tuple[str, str]]:
    """Give the kinds of turns a sentence tells of, each with its detail; nearly all tell of none."""
    if state := _STATE.fullmatch(body):
        return [(state[1], "")]
    for beginning, kind in DRAFTS:
        if body.startswith(beginning):
            return [(kind, "")]
    for beginning, kind in ASKED:
        if body.startswith(beginning):
            asked = _UNASKED.split(body[:2000])[0]
            return [(kind, login) for login in dict.fromkeys(_LOGIN.findall(asked))]
    return []


def _commenting(remarks: list[Remark]) -> list[Remark]:
    """Give the reviews that only commented: runs of comments on lines by one person."""
    runs: dict[str, list[Remark]] = {}
    found: list[Remark] = []
    decided = [remark for remark in remarks if remark.kind is Kind.REVIEW]
    lines = [remark for remark in remarks if remark.kind is Kind.REVIEW_COMMENT]
    for line in sorted(lines, key=lambda remark: remark.made_at):
        run = runs.setdefault(line.author.login, [])
        if run and line.made_at - run[-1].made_at >= TOGETHER:
            found += _review(run, decided)
            run.clear()
        run.append(line)
    for run in runs.values():
        found += _review(run, decided)
    return found


def _review(run: list[Remark], decided: list[Remark]) -> list[Remark]:
    first, last = run[0], run[-1]
    for review in decided:
        near = first.made_at - TOGETHER < review.made_at < last.made_at + TOGETHER
        if near and review.author.login == first.author.login:
            return []
    return [
        first._replace(
            key=f"review:{first.key}", kind=Kind.REVIEW, state="commented", length=0, is_command=False
        )
    ]
