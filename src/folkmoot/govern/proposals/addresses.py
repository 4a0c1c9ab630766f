"""Addresses out of fields: plain ones, links of Markdown and reST, and bare numbers of issues."""

from __future__ import annotations

import re

from folkmoot.govern.proposals.header import Field
from folkmoot.model.proposal import Link

MARKDOWN = re.compile(r"\]\(\s*<?(https?://[^\s)>]+)")
REST = re.compile(r"`[^`<]*<(https?://[^\s>]+)>`_{0,2}")
PLAIN = re.compile(r"https?://[^\s<>()\[\]\"'`]+")
NUMBER = re.compile(r"(?<![\w&/])#?(\d{1,9})(?!\w)")
SEVERAL = 50


def links_in(field: Field) -> tuple[Link, ...]:
    """Give every address in a field, each once, in order."""
    text = field.value
    spots = [(match.start(1), match[1]) for match in (*MARKDOWN.finditer(text), *REST.finditer(text))]
    taken = {start for start, _ in spots}
    spots += [(match.start(), match[0]) for match in PLAIN.finditer(text) if match.start() not in taken]
    unique = dict.fromkeys(address.rstrip(".,;") for _, address in sorted(spots))
    return tuple(Link(field.key, address) for address in unique)[:SEVERAL]


def references_in(field: Field) -> tuple[str, ...]:
    """Give what a field refers to: the numbers in it, else its addresses, else its items as they stand."""
    if links := links_in(field):
        return tuple(link.target for link in links)
    if any("/" in item for item in field.items):
        return field.items[:SEVERAL]
    numbers = [match[1].lstrip("0") or "0" for match in NUMBER.finditer(field.value)]
    return tuple(dict.fromkeys(numbers))[:SEVERAL] or field.items[:SEVERAL]
