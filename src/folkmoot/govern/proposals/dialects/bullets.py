"""Bullets: `- Start Date: 2014-03-11` (Rust, React, Vue; Swift with `* Status: **Accepted**`).

A heading, a comment, a licence or a block of front matter may stand before them, a bullet may be missing or
have a stray letter before it, a value may go on in nested bullets, and keys vary (`RFC PR #`, `Rust Issues`).
"""

from __future__ import annotations

import re

from folkmoot.govern.proposals.header import Dialect, Field, Header, key_of, value_of

BULLET = re.compile(
    r"(?P<indent>\s{0,3})\w?(?P<mark>[-*+•])\s+[*_]{0,2}(?P<key>[A-Za-z][\w ./#()'-]{0,48}?)[*_]{0,2}\s*"
    r":(?!//)[*_]{0,2}(?P<value>\s.*|)"
)
BARE = re.compile(
    r"(?P<key>Start Date|Feature Name|RFC PR|Status|Authors?)\s*:(?P<value>\s.*|)", re.IGNORECASE
)
HEADING = re.compile(r"#{1,3}\s+(?P<title>.+?)\s*#*\s*")
COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
LABEL = re.compile(r"^(?:RFC|Proposal)\s*(?:#?\d+)?\s*[:–—-]\s*", re.IGNORECASE)
MAX_LINES_BEFORE = 60


def read(text: str) -> Header | None:
    """Read the fields of the first list that has any; see Dialect."""
    lines = _without_comments(text).split("\n")
    fields: list[tuple[str, list[str], int]] = []
    title, headings = "", 0
    start, title = _front_matter(lines)
    for number, line in enumerate(lines[start:], start + 1):
        if not line.strip():
            continue
        if match := BULLET.fullmatch(line) or (BARE.fullmatch(line) if len(fields) < 2 else None):
            nested = bool(fields) and match.groupdict().get("indent", "") >= "  "
            if not nested:
                fields.append((match["key"], [match["value"]], number))
                continue
        if fields and line[:1] in " \t*+-" and not _after_blank(lines, number, line):
            fields[-1][1].append(line.strip().lstrip("*+-•").strip())
        elif fields:
            break
        elif heading := HEADING.fullmatch(line):
            headings += 1
            title = title or heading["title"]
            if headings > 2:
                return None
        elif number > start + MAX_LINES_BEFORE:
            return None
    if not fields:
        return None
    return Header(
        tuple(Field(key_of(key), value_of(" ".join(parts)), number) for key, parts, number in fields),
        LABEL.sub("", title),
    )


def _after_blank(lines: list[str], number: int, line: str) -> bool:
    """Tell whether a line stands after an empty one and so begins something else than a value's rest."""
    return not lines[number - 2].strip() and not line.startswith(("  ", "\t"))


def _without_comments(text: str) -> str:
    """Empty the comments at the beginning, so that lines keep their numbers."""
    while match := COMMENT.match(text):
        if not match[0].strip("\n "):
            break
        kept = "\n" * match[0].count("\n")
        text = kept + text[match.end() :]
        if not COMMENT.match(text):
            break
    return text


def _front_matter(lines: list[str]) -> tuple[int, str]:
    """Give the number of lines that a block between `---` takes at the beginning, and the title in it."""
    if lines[0].strip() != "---":
        return 0, ""
    for number, line in enumerate(lines[1:40], 1):
        if line.strip() == "---":
            titles = [one[6:].strip() for one in lines[1:number] if one.startswith("title:")]
            return number + 1, titles[0] if titles else ""
    return 0, ""


DIALECT = Dialect("bullets", "A list of bullets", read, read)
