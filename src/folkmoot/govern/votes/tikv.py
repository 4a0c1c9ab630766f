"""TiKV's and TiDB's votes: `votes/*.md`, who approved listed under "Result", each binding or not.

References:
    https://github.com/tikv/community/blob/master/votes/TEMPLATE.md
"""

from __future__ import annotations

import re

from folkmoot.govern.votes._record import Form, Numbers, Record
from folkmoot.i18n import Message, Text
from folkmoot.model.ballot import Answer, Ballot, Poll

_RESULT = re.compile(r"^##[ \t]+Result\b", re.MULTILINE | re.IGNORECASE)
_TITLE = re.compile(r"^#[ \t]+(\S[^\n]{0,400})", re.MULTILINE)
_DEADLINE = re.compile(r"\bat least (\d{1,4}) (hour|day|week)", re.IGNORECASE)
_CLAIM = re.compile(r"\b(\d{1,4}) (binding|non?-binding)\b", re.IGNORECASE)
_ITEM = re.compile(
    r"[ \t]*[*+-][ \t]+\[?@?([A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}))\]?(?:\([^)\s]*\))?[ \t]*"
    r"(?:\((binding|non?-binding)\))?[ \t]*[:,-]?[ \t]*([^\n]*)",
    re.IGNORECASE,
)
_SIDES = (
    (
        Answer.NO,
        re.compile(r"\b(veto|reject|oppos|against|disapprov|not approv)|(?<!\w)-1\b", re.IGNORECASE),
    ),
    (Answer.ABSTAIN, re.compile(r"\babst", re.IGNORECASE)),
    (Answer.YES, re.compile(r"\bapprov|(?<!\w)\+1\b", re.IGNORECASE)),
)
_NO_NO = re.compile(
    r"\b(?:no|zero|0|without(?: any)?|nobody|no ?one|none)\b[^.,;:\n]{0,30}?"
    r"\b(?:veto|reject|oppos|object|against|abst)\w*"
    r"(?:(?: or| and)? (?:veto|reject|oppos|object|against|abst)\w*){0,4}",
    re.IGNORECASE,
)
"""What says that nobody was against: "no vetoes", "without any objection"."""
_HOURS = {"hour": 1, "day": 24, "week": 168}
_TEMPLATE = "Conclude the voting result"


def recognises(record: Record) -> bool:
    """Tell by the headings, or that it is a numbered file in a folder `votes`."""
    if record.folder or not record.name().endswith(".md"):
        return False
    return bool(
        _RESULT.search(record.text)
        or record.text.lstrip().startswith("# A Vote")
        or re.search(r"(?:^|[/\\])votes[/\\]\d[^/\\]*$", record.path)
    )


def read(record: Record, numbers: Numbers) -> Poll:  # noqa: ARG001 - the form has no numbers
    """Read one vote."""
    title = _TITLE.search(record.text)
    start = _RESULT.search(record.text)
    body = record.text[start.end() :] if start else ""
    body = body.split("\n## ")[0]
    first_line = record.text.count("\n", 0, start.end()) + 1 if start else 1
    ballots, claims, notes = _result(body, first_line)
    if not ballots:
        notes.insert(0, "The record has no result.")
    before = record.text[: start.start()] if start else record.text
    deadline = _DEADLINE.search(before)
    days = -(-int(deadline[1]) * _HOURS[deadline[2].lower()] // 24) if deadline else None
    notes += _contradictions(ballots, claims)
    outcome = next((line.strip() for line in body.splitlines() if _CLAIM.search(line)), "")
    return Poll(
        form=FORM.name,
        title=title[1].strip() if title else record.path,
        ballots=tuple(ballots),
        outcome=outcome[:400],
        claims=claims,
        days=days,
        notes=tuple(notes),
    )


def _result(body: str, first_line: int) -> tuple[list[Ballot], dict[str, int], list[Text]]:
    ballots: dict[str, Ballot] = {}
    claims: dict[str, int] = {}
    notes: list[Text] = []
    side = Answer.YES
    for number, line in enumerate(body.splitlines(), first_line):
        item = _ITEM.fullmatch(line)
        if item is None:
            if _TEMPLATE in line:
                continue
            told = _NO_NO.sub("", line)
            side = next((answer for answer, words in _SIDES if words.search(told)), side)
            for count, kind in _CLAIM.findall(line):
                claims["binding" if kind.lower() == "binding" else "non-binding"] = int(count)
            continue
        voter, binding, reason = item[1], (item[2] or "").lower(), item[3].strip()
        if voter.casefold() in ballots:
            notes.append(Message("Line {line}: {voter} is listed twice.", {"line": number, "voter": voter}))
            continue
        ballots[voter.casefold()] = Ballot(
            voter=voter, answer=side, reason=reason[:1000], binding=binding == "binding" if binding else None
        )
    return list(ballots.values()), claims, notes


def _contradictions(ballots: list[Ballot], claims: dict[str, int]) -> list[Text]:
    notes: list[Text] = []
    if ballots and all(ballot.binding is None for ballot in ballots):
        notes.append("The record does not say whose vote is binding.")
        return notes
    for kind, claimed in sorted(claims.items()):
        listed = sum(ballot.binding is (kind == "binding") for ballot in ballots)
        if ballots and listed != claimed:
            values: dict[str, str | int | float] = {"claimed": claimed, "listed": listed}
            text = (
                "Of binding votes, it claims {claimed} and lists {listed}."
                if kind == "binding"
                else "Of non-binding votes, it claims {claimed} and lists {listed}."
            )
            notes.append(Message(text, values))
    return notes


FORM = Form("tikv", "votes/*.md of TiKV and TiDB", recognises, read, order=40)
