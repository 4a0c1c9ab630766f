"""YAML front matter: a block between two lines of `---` at the beginning (Ember, Ethereum, newer RFCs)."""

from __future__ import annotations

import re

from folkmoot.govern.proposals.header import Dialect, Header, UnreadError
from folkmoot.govern.proposals.yaml_fields import glance_fields, read_fields

HEADING = re.compile(r"#\s+(?P<title>.+?)\s*#*\s*")
USUAL_FIRST = ("summary", "abstract", "simple summary", "motivation", "introduction")


def read(text: str) -> Header | None:
    """Read the block at the beginning; see Dialect. Raises UnreadError when the block has no end."""
    block = _block(text)
    return None if block is None else read_fields(block[0], block[1] + 1, block[2])


def glance(text: str) -> Header | None:
    """Read the keys of the block line by line."""
    try:
        block = _block(text)
    except UnreadError:
        return None
    return None if block is None else glance_fields(block[0], block[1] + 1, block[2])


def _block(text: str) -> tuple[str, int, str] | None:
    """Give what stands between the marks, the line of the first mark, and the first heading after them."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines[:20]) if line.strip()), 0)
    if lines[start].rstrip() != "---":
        return None
    for number in range(start + 1, len(lines)):
        if lines[number].rstrip() in {"---", "..."}:
            return "\n".join(lines[start + 1 : number]), start + 1, _title(lines[number + 1 : number + 8])
    raise UnreadError(start + 1, "Its front matter has no end.", "Close it with a line of three dashes: ---")


def _title(lines: list[str]) -> str:
    for line in lines:
        if match := HEADING.fullmatch(line):
            return "" if match["title"].casefold() in USUAL_FIRST else match["title"]
    return ""


DIALECT = Dialect("front-matter", "YAML front matter", read, glance)
