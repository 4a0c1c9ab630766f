"""The fields of an event that are read, with their types; everything else is never looked at.

One table serves both ways of reading: the engine reads lines of today's form with it, and what it refuses is
read in Python and fitted to it. Addresses of people stand in fields that are not here, so that they cannot
get in. A type is "text", "whole", "time" or "flag", or a name of the forms in `NAMES`; a list holds the one
form of its elements.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

Shape = dict[str, Any]

USER: Shape = {"login": "login", "type": "text"}
LABEL: Shape = {"name": "text"}
COUNTS: Shape = {"stargazers_count": "whole", "forks_count": "whole"}
_ITEM: Shape = {
    "id": "whole", "number": "whole", "title": "text", "user": USER, "labels": [LABEL],
    "created_at": "time", "closed_at": "time", "author_association": "text", "draft": "flag",
}  # fmt: skip
ISSUE: Shape = {**_ITEM, "pull_request": {"url": "text", "html_url": "text", "merged_at": "time"}}
PULL_REQUEST: Shape = {
    **_ITEM, "merged_at": "time", "merged_by": USER, "merge_commit_sha": "text", "additions": "whole",
    "deletions": "whole", "changed_files": "whole", "head": {"sha": "text"}, "base": {"repo": COUNTS},
}  # fmt: skip
REMARK: Shape = {
    "id": "whole", "user": USER, "created_at": "time", "submitted_at": "time", "state": "text",
    "author_association": "text", "body": "text",
}  # fmt: skip
SHAPE: Shape = {
    "id": "id",
    "type": "word",
    "actor": {"login": "login"},
    "repo": {"id": "whole", "name": "repository"},
    "org": {"login": "login"},
    "created_at": "time",
    "payload": {
        "action": "text", "number": "whole", "ref": "text",
        "issue": ISSUE, "pull_request": PULL_REQUEST, "comment": REMARK, "review": REMARK,
        "label": LABEL, "assignee": USER,
        "forkee": {"full_name": "text"},
        "release": {"tag_name": "text"},
        "discussion": {"number": "whole", "title": "text"},
    },
}  # fmt: skip
"""An event in today's form, as far as it is read."""
ACT: Shape = {
    **SHAPE,
    "payload": {
        **{name: SHAPE["payload"][name] for name in ("action", "ref", "forkee", "release")},
        "discussion": {"title": "text"},
    },
}
"""What is read of an event that is nothing said or done to an issue or a change."""
ITEM_LINES = re.compile(rb'\n\{"id": ?"\d{1,18}", ?"type": ?"(?:Issue|PullRequest)')
"""How lines of such events begin since 2015, with the newline before them."""

NEEDED = ("id", "type", "created_at")
NAMES = {
    "login": r"[A-Za-z0-9_.\-]{0,100}(\[bot\])?",
    "repository": r"[A-Za-z0-9_.\-]{1,100}/[A-Za-z0-9_.\-]{1,100}",
    "id": r"[A-Za-z0-9\-]{1,100}",
    "word": r"[A-Za-z]{1,60}",
}
"""Forms of names, as expressions any engine understands."""
_DIGITS = re.compile(r"-?\d{1,18}")
_NAMES = {dict: "an object", list: "a list", str: "a text", bool: "a truth value", type(None): "nothing"}
_WANTED = {
    "text": "a text", "whole": "a whole number", "time": "a time", "flag": "a truth value",
    "login": "an account's name", "repository": "owner/name", "word": "a word",
    "id": "a short id",
}  # fmt: skip
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)


class MisfitError(ValueError):
    """An event does not fit; `field` is the dotted path of what does not."""

    def __init__(self, field: str, wanted: str, found: object) -> None:
        super().__init__(f"{field} should be {wanted}, and is {_NAMES.get(type(found), 'a number')}")
        self.field = field


def fitted(event: object) -> Shape:
    """Give the fields of `SHAPE` that an event has. Raises MisfitError for the first of another type."""
    if not isinstance(event, dict):
        raise MisfitError("the event", "an object", event)
    found = _fit(event, SHAPE, "")
    for name in NEEDED:
        if not found.get(name):
            raise MisfitError(name, _WANTED[SHAPE[name]], None)
    return found


def moment(text: str) -> str:
    """Give a time as UTC in the form 2026-03-31T12:00:00Z. Raises ValueError when it is none."""
    # Python 3.11 reads these, except for the blanks and slashes of the oldest files.
    told = text.strip().replace("/", "-")
    told = re.sub(r" ([+-]\d\d):?(\d\d)$", r"\1:\2", told)
    found = datetime.fromisoformat(told)
    found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    if not _EARLIEST <= found < datetime(2200, 1, 1, tzinfo=UTC):
        raise ValueError(f"{text} is no time of an event")
    return found.strftime("%Y-%m-%dT%H:%M:%SZ")


def _fit(value: dict[str, Any], shape: Shape, path: str) -> Shape:
    found: Shape = {}
    for name, kind in shape.items():
        one = value.get(name)
        if one is None:
            continue
        where = f"{path}{name}"
        if isinstance(kind, dict):
            if not isinstance(one, dict):
                raise MisfitError(where, "an object", one)
            found[name] = _fit(one, kind, f"{where}.")
        elif isinstance(kind, list):
            found[name] = [
                _element(part, kind[0], f"{where}[{n}]") for n, part in enumerate(_list(one, where))
            ]
        else:
            found[name] = _plain(one, kind, where)
    return found


def _list(value: object, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise MisfitError(where, "a list", value)
    return value


def _element(value: object, shape: Shape, where: str) -> Shape:
    if not isinstance(value, dict):
        raise MisfitError(where, "an object", value)
    return _fit(value, shape, f"{where}.")


def _plain(value: object, kind: str, where: str) -> object:
    if kind in NAMES:
        told = str(value) if kind == "id" and type(value) is int else value
        if isinstance(told, str) and re.fullmatch(NAMES[kind], told):
            return told
    elif kind == "text" and isinstance(value, str | int) and not isinstance(value, bool):
        # A database takes neither zero characters nor halves of a surrogate pair.
        return str(value).replace("\0", "�").encode("utf-8", "replace").decode("utf-8")
    elif kind == "whole" and isinstance(value, int | str) and not isinstance(value, bool):
        if _DIGITS.fullmatch(str(value)):
            return int(value)
    elif kind == "flag" and isinstance(value, bool):
        return value
    elif kind == "time" and isinstance(value, str) and len(value) < 50:
        try:
            return moment(value)
        except (ValueError, OverflowError):
            pass
    raise MisfitError(where, _WANTED[kind], value)
