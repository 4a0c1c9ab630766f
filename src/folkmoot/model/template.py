"""The template every metric and check is described in: a title and five sections, read out of a docstring."""

from __future__ import annotations

import inspect
import re

SECTIONS = ("Question", "Why it matters", "How it is counted", "What it does not tell", "References")
HEADING = re.compile(r"^(%s):\s*$" % "|".join(SECTIONS))  # noqa: UP031 - braces would fight the pattern


def sections(docstring: str) -> dict[str, str]:
    """Split a docstring into its sections, by their names; "" holds the title. Missing ones are left out."""
    found: dict[str, list[str]] = {"": []}
    current = ""
    for line in inspect.cleandoc(docstring).splitlines():
        if heading := HEADING.match(line):
            current = heading[1]
            found[current] = []
        else:
            found[current].append(line)
    return {name: inspect.cleandoc("\n".join(["", *lines])).strip() for name, lines in found.items()}
