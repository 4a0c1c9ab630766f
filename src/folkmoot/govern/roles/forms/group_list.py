"""`sigs.yaml` of Kubernetes: chairs and technical leads of every group, with their employers.

The file has six thousand lines and thousands of versions, most of which change one group and few its
leaders. So it is cut at the groups, only what tells of leaders is parsed, and no piece is read twice. Until
March 2018 a group's `leads` were what its `leadership.chairs` are since; the change renamed them, so they are
one role here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from folkmoot.govern.plain_yaml import Word
from folkmoot.govern.roles import wording
from folkmoot.govern.roles.documents import NotPlainError, read_yaml
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.model.role import Holder, Listing, Role

_GROUP = re.compile(r"^( {0,4})- (?=(?:name|dir):)", re.MULTILINE)
_BEGINNING = re.compile(r"\s*- (?:name|dir):")
_NEXT_KIND = re.compile(r"^[^\s-].*\Z", re.MULTILINE | re.DOTALL)
_OURS = re.compile(r"[\s-]*[\"']?(?:dir|name|leadership|leads)[\"']?\s*:")
ROLES = ("chairs", "tech_leads", "leads", "emeritus_leads", "vice_chairs")
Found = tuple[Role, Holder, int]


class Piece(NamedTuple):
    """One group: its roles with their lines within the piece, and what is wrong with it (None: nothing)."""

    found: tuple[Found, ...]
    problem: NotPlainError | None


def _read(reading: Reading, text: str) -> None:
    first = _GROUP.search(text)
    if first is None:
        return
    before = text.count("\n", 0, first.start())
    for piece in _pieces(text[first.start() :], first[1]):
        read, lines = _group(piece)
        reading.take(_listings(piece, before, reading.path))
        if read.problem is not None:
            what = read.problem
            reading.broken(before + what.line, what.what, "correct the YAML of this group.")
        before += lines


def _pieces(text: str, indent: str) -> Iterator[str]:
    """Cut a text before every group; what begins like a group and is none belongs to the one before."""
    mark = f"\n{indent}- "  # searching plain text is many times faster than an expression here
    piece = ""
    for part in text.split(mark):
        begun = f"{mark[1:]}{part}\n" if piece else f"{part}\n"
        if piece and _BEGINNING.match(begun):
            yield piece
            piece = begun
        else:
            piece += begun
    yield piece


@lru_cache(maxsize=20_000)
def _listings(piece: str, before: int, path: str) -> tuple[Listing, ...]:
    """Give the lines of a group that stands after so many lines of a file."""
    return tuple(Listing(role, named, path, before + line) for role, named, line in _group(piece)[0].found)


@lru_cache(maxsize=20_000)
def _group(piece: str) -> tuple[Piece, int]:
    """Give what a group says, and how many lines it has."""
    lines = _NEXT_KIND.sub("", piece).split("\n")
    level = len(lines[0]) - len(lines[0].lstrip(" -"))
    kept, is_ours = [], True
    for line in lines:
        told = line.lstrip(" ")
        if line is lines[0] or (len(line) - len(told) <= level and told[:1] not in ("", "#", "-")):
            is_ours = _OURS.match(line) is not None
        kept.append(line if is_ours else "")
    return _leaders("\n".join(kept).rstrip("\n")), piece.count("\n")


@lru_cache(maxsize=20_000)
def _leaders(text: str) -> Piece:
    try:
        read = read_yaml(text)
    except NotPlainError as error:
        return Piece((), error)
    group = read[0] if isinstance(read, list) and read else None
    if not isinstance(group, dict):
        return Piece((), None)
    scope = next((str(group[key]) for key in ("dir", "name") if isinstance(group.get(key), str)), "")
    leadership = group.get("leadership")
    found: list[Found] = []
    lists = leadership if isinstance(leadership, dict) else {"chairs": group.get("leads")}
    for key in ROLES:
        people = lists.get(key)
        for person in people if isinstance(people, list) else []:
            if isinstance(person, dict) and (named := _holder(person)) is not None:
                line = next((word.line for word in person.values() if isinstance(word, Word)), 0)
                found.append((Role(wording.singular(key), scope), named, line))
    return Piece(tuple(found), None)


def _holder(person: dict[Any, Any]) -> Holder | None:
    told = {str(key): str(value) for key, value in person.items() if isinstance(value, str)}
    account = wording.handle(told.get("github", ""))
    company = wording.employer(told.get("company", ""))
    return Holder(account, told.get("name", ""), told.get("email", ""), company) if account else None


FORM = Form("group-list", lambda path: path in ("sigs.yaml", "sigs.yml"), _read)
