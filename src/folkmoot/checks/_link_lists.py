"""Lists of links: documents that collect what others made, whose items tell nothing of this project.

In an "awesome list" an item called "Security" is a list on security and no policy of its own, and a heading
"Testing" is about testing anything.
"""

from __future__ import annotations

import re

LEAST = 20
"""Fewest items that make a list of links."""
SHARE = 0.5
"""Share of a document's lines with something on them that are such items."""
ITEM = re.compile(
    r"[ \t>]{0,12}(?:[-*+•]|\d{1,4}[.)])[ \t]{1,4}(?:\[[ xX]\][ \t]+)?"
    r"(?:[*_~`]{0,3}!?\[{1,2}[^\n]{1,300}?\]\(<?https?://|`[^`<>\n]{1,200}<https?://|<?https?://)"
)
"""An item of a list, in Markdown or reStructuredText, that begins with a link out of the repository."""


def without_listed_links(text: str) -> str:
    """Give a text in which the items of a list of links are blank lines; any other text as it is.

    Lines stay where they are.
    """
    if text.count("://") < LEAST:
        return text
    lines = text.split("\n")
    items = [number for number, line in enumerate(lines) if ITEM.match(line)]
    if len(items) < max(LEAST, SHARE * sum(1 for line in lines if line.strip())):
        return text
    for number in items:
        lines[number] = ""
    return "\n".join(lines)
