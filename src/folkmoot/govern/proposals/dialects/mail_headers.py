"""Mail headers (RFC 822): `Status: Final` from the first line on, continued by indented lines (PEPs).

A heading with its underline may stand before them (a few Django drafts).
"""

from __future__ import annotations

import re

from folkmoot.govern.proposals.header import Dialect, Field, Header, key_of, value_of

FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9 -]{0,38}?)\s*:(?!//)(?P<value>\s.*|)")
UNDERLINE = re.compile(r"([=\-~*#^])\1{2,}\s*")


def read(text: str) -> Header | None:
    """Read the block of fields at the beginning, two at least; see Dialect."""
    lines = text.split("\n")
    at, title = _heading(lines)
    fields: list[tuple[str, list[str], int]] = []
    for number, line in enumerate(lines[at:], at + 1):
        if not line.strip():
            break
        if line[0] in " \t" and fields:
            fields[-1][1].append(line)
        elif match := FIELD.fullmatch(line.rstrip()):
            fields.append((match["key"], [match["value"]], number))
        else:
            break
    if len(fields) < 2:
        return None
    return Header(
        tuple(Field(key_of(key), value_of(" ".join(parts)), number) for key, parts, number in fields), title
    )


def _heading(lines: list[str]) -> tuple[int, str]:
    """Give the line (from 0) at which fields may begin, and the heading before it."""
    at = next((number for number, line in enumerate(lines[:20]) if line.strip()), 0)
    overlined = at + 2 < len(lines) and bool(UNDERLINE.fullmatch(lines[at]))
    name = at + overlined
    if name + 1 >= len(lines) or not UNDERLINE.fullmatch(lines[name + 1]):
        return at, ""
    after = (number for number in range(name + 2, min(len(lines), name + 12)) if lines[number].strip())
    return next(after, name + 2), value_of(lines[name])


DIALECT = Dialect("mail", "Mail headers (RFC 822)", read, read)
