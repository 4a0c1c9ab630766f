"""The tags in one file: `SPDX-License-Identifier`, and notices of whose the work is.

As REUSE defines them: a tag may stand anywhere on a line, what follows on the line is its value, the end of a
comment aside. What stands between `REUSE-IgnoreStart` and `REUSE-IgnoreEnd` is no tag.

Definition: https://reuse.software/spec-3.3/
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# REUSE-IgnoreStart
LICENCE = re.compile(rb"^([^\r\n]{0,200}?)SPDX-License-Identifier:[ \t]*([^\r\n]{0,400})", re.MULTILINE)
NOTICE = re.compile(
    rb"SPDX-(?:File|Snippet)CopyrightText:|Copyright(?:\s|\s{0,8}(?:\xc2\xa9|\xa9|\([Cc]\)))|\xc2\xa9"
)
# REUSE-IgnoreEnd
START, END = b"REUSE-IgnoreStart", b"REUSE-IgnoreEnd"
CLOSING = re.compile(
    r"""\s*(?:\*+/|--+>|\*\)|#}|%}|\]\]|-}|\|\#|=\#|\#>|--}}|\"\"\"|'''|["']\s*/*>|\]\s*::)\s*$"""
)
CODE = re.compile(r"[A-Za-z0-9\"'`=(]")
COMMENT_WORDS = frozenset({"dnl", "rem", "c", "comment"})
MARK = b"SPDX-"


@dataclass(frozen=True)
class Tag:
    """One stated licence: its value, its line from 1, and whether it stands in a comment of its own."""

    value: str
    line: int
    alone: bool


@dataclass(frozen=True)
class Tags:
    """What one file says."""

    licences: tuple[Tag, ...] = ()
    notice: bool = False


NOTHING = Tags()


def tags_in(content: bytes) -> Tags:
    """Give the tags of a file, or of its beginning."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode()
    elif b"\0" in content[:1024]:
        return NOTHING
    if START in content:
        content = _without_ignored(content)
    licences: tuple[Tag, ...] = ()
    if MARK in content:
        licences = tuple(_tag(content, found) for found in LICENCE.finditer(content))
    return Tags(licences, NOTICE.search(content) is not None)


def _tag(content: bytes, found: re.Match[bytes]) -> Tag:
    before = found[1].decode("utf-8", "replace").strip()
    value = found[2].decode("utf-8", "replace").strip()
    while (shorter := CLOSING.sub("", value)) != value:
        value = shorter
    # a box around the header ends each line as it begins
    if before and value.endswith(before[::-1]):
        value = value[: -len(before)]
    alone = not CODE.search(before) or before.lower() in COMMENT_WORDS
    return Tag(value.strip(), content.count(b"\n", 0, found.start(2)) + 1, alone)


def _without_ignored(content: bytes) -> bytes:
    kept, place = [], 0
    while (begin := content.find(START, place)) >= 0:
        kept.append(content[place:begin])
        stop = content.find(END, begin)
        # the lines stay, so that line numbers after the block are right
        kept.append(b"\n" * content.count(b"\n", begin, stop if stop >= 0 else len(content)))
        if stop < 0:
            return b"".join(kept)
        place = stop + len(END)
    return b"".join([*kept, content[place:]])
