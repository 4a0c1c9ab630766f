"""Conda's votes: a comment on an issue in which each member of the council ticks yes, no or abstain.

Both shapes are read: a list of boxes under each `@handle`, and a table with the columns yes, no and abstain.
Everybody listed is the electorate; who ticked nothing did not vote, who ticked several boxes cast no valid
vote.

References:
    https://github.com/conda/governance/blob/main/scripts/to_vote.py and count_votes.py
"""

from __future__ import annotations

import re

from folkmoot.govern.votes._record import MOST_BALLOTS, Form, Numbers, Record
from folkmoot.i18n import Message, Text
from folkmoot.model.ballot import Answer, Ballot, Poll

_MEMBER = re.compile(r"[ \t]*@([A-Za-z0-9][A-Za-z0-9-]{0,38})(?![A-Za-z0-9/-])[^\n]*")
_BOX = re.compile(r"[ \t]*[-*+][ \t]+\[([ xX])\][ \t]+(yes|no|abstain)\b[^\n]*", re.IGNORECASE)
_ANY_BOX = re.compile(r"^" + _BOX.pattern, re.MULTILINE | re.IGNORECASE)
_HEAD = re.compile(
    r"^[ \t]*\|(?=[^\n]*\|[ \t]*yes[ \t]*\|)(?=[^\n]*\|[ \t]*no[ \t]*\|)[^\n]*\|",
    re.MULTILINE | re.IGNORECASE,
)
_TITLE = re.compile(r"^#[ \t]+(\S[^\n]{0,400})", re.MULTILINE)
_SHARE = re.compile(r"needs \*\*(\d{1,3})%\*\*")
_TICKS = frozenset({"x", "[x]", "✓", "✔", "✅", ":white_check_mark:", "1", "yes"})


def recognises(record: Record) -> bool:
    """Tell by boxes for yes, no and abstain, or a table with such columns."""
    if record.folder or not record.name().endswith((".md", ".txt")):
        return False
    return bool(_ANY_BOX.search(record.text) or _HEAD.search(record.text))


def read(record: Record, numbers: Numbers) -> Poll:  # noqa: ARG001 - the form has no numbers
    """Read one vote."""
    ticks = _boxes(record) if _ANY_BOX.search(record.text) else _rows(record)
    if not ticks:
        raise record.wrong(1, "no member is named beside the boxes.")
    if len(ticks) > MOST_BALLOTS:
        raise record.wrong(1, "there are more members than can be counted.")
    ballots, notes = [], []
    for member, answers in ticks.items():
        if len(answers) == 1:
            ballots.append(Ballot(voter=member, answer=answers[0]))
        elif answers:
            note: Text = Message("{voter} ticked several boxes; that is no valid vote.", {"voter": member})
            notes.append(note)
    title = _TITLE.search(record.text)
    share = _SHARE.search(record.text)
    return Poll(
        form=FORM.name,
        title=title[1].strip() if title else record.path,
        ballots=tuple(ballots),
        electorate=tuple(ticks),
        claims={"percent": int(share[1])} if share else {},
        notes=tuple(notes),
    )


def _boxes(record: Record) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = {}
    spelt: dict[str, str] = {}
    member = ""
    for number, line in enumerate(record.text.splitlines(), 1):
        box = _BOX.fullmatch(line)
        if box is None:
            named = _MEMBER.fullmatch(line)
            if named:
                member = spelt.setdefault(named[1].casefold(), named[1])
            elif line.strip():
                member = ""
            continue
        if not member:
            raise record.wrong(number, "a box stands under no @handle.")
        if member in found and box[2].casefold() == "yes":
            raise record.wrong(number, f"{member!r} is listed twice.")
        ticked = found.setdefault(member, [])
        if box[1] != " ":
            ticked.append(Answer(box[2].casefold()))
    return found


def _rows(record: Record) -> dict[str, list[Answer]]:
    head = _HEAD.search(record.text)
    if head is None:
        return {}
    columns = [cell.casefold() for cell in _cells(head[0])]
    found: dict[str, list[Answer]] = {}
    known: set[str] = set()
    first = record.text.count("\n", 0, head.start()) + 2
    for number, line in enumerate(record.text[head.end() :].splitlines()[1:], first):
        if not line.strip().startswith("|"):
            break
        cells = _cells(line)
        if all(set(cell) <= set(":-") for cell in cells):
            continue
        if len(cells) != len(columns):
            raise record.wrong(number, f"{len(cells)} cells where the table has {len(columns)} columns.")
        row = dict(zip(columns, cells, strict=True))
        handle = re.search(r"@([A-Za-z0-9][A-Za-z0-9-]{0,38})", line)
        member = handle[1] if handle else cells[0]
        if member.casefold() in known:
            raise record.wrong(number, f"{member!r} is listed twice.")
        known.add(member.casefold())
        found[member] = [answer for answer in Answer if row.get(answer.value, "").casefold() in _TICKS]
    return found


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


FORM = Form(
    "conda", "a comment or table with yes, no and abstain, as conda votes", recognises, read, order=30
)
