"""Fields of reStructuredText: `:Status: Final` below the heading (Django)."""

from __future__ import annotations

import re

from folkmoot.govern.proposals.header import Dialect, Field, Header, key_of, value_of

FIELD = re.compile(r"\s{0,2}:(?P<key>[A-Za-z][\w -]{0,38}?)\s*:(?P<value>\s.*|)")
UNDERLINE = re.compile(r"([=\-~*#^+\"'`])\1{2,}\s*")
MAX_LINES_BEFORE = 40


def read(text: str) -> Header | None:
    """Read the first list of fields, two at least; see Dialect."""
    fields: list[tuple[str, list[str], int]] = []
    title = ""
    for number, line in enumerate(text.split("\n"), 1):
        if match := FIELD.fullmatch(line):
            fields.append((match["key"], [match["value"]], number))
        elif fields and line[:1] in (" ", "\t") and line.strip():
            fields[-1][1].append(line)
        elif fields:
            break
        elif number > MAX_LINES_BEFORE:
            return None
        elif line.strip() and not title and not UNDERLINE.fullmatch(line):
            title = value_of(line)
    if len(fields) < 2:
        return None
    return Header(
        tuple(Field(key_of(key), value_of(" ".join(parts)), number) for key, parts, number in fields), title
    )


DIALECT = Dialect("rest", "Fields of reStructuredText", read, read)
