"""What the section on the licence in a README says: a whole text, or the name of one licence.

Several names make no statement: a sentence around them says how they go together, and nobody read it. The
one exception are two that are offered "at your option", or of which the work is "under either".
"""

from __future__ import annotations

import re
from functools import cache

from folkmoot.licences.detect import match
from folkmoot.licences.listed import spdx_list
from folkmoot.licences.names import plain_names
from folkmoot.model.licence import Place, Said

HEADING = re.compile(
    r"^(?:[#=]{1,6}[ \t]*(?:\W{0,4})licen[sc](?:e|es|ing)\b[^\n]{0,60}"
    r"|(?:\W{0,4})licen[sc](?:e|es|ing)\b[^\n]{0,40}\n[-=~^]{3,}[ \t]*)$",
    re.IGNORECASE | re.MULTILINE,
)
NEXT = re.compile(r"^(?:[#=]{1,6}[ \t]*\w[^\n]*|[^\n]{1,80}\n[-=~^]{3,}[ \t]*)$", re.MULTILINE)
LONGEST, LONGEST_SENTENCES = 40_000, 5_000
WHOLE_WORDS = 60
EITHER = re.compile(
    r"\beither of\b|\bat your (?:own )?(?:option|choice)\b(?!\W{1,3}any later)|\byour choice of\b|"
    r"\bdual(?:ly)?[- ]?licen[sc]ed\b.{0,200}\bor\b",
    re.IGNORECASE,
)
"""What offers two licences to choose from; "at your option, any later version" is one licence's own words."""
SHORT = frozenset({"MIT", "ISC", "0BSD", "Zlib", "Unlicense", "WTFPL", "NCSA", "PostgreSQL"})
"""Identifiers without a number that are no everyday words."""


def said_in(path: str, text: str) -> Said | None:
    """Give what the README says about the licence, or None where it has no such section."""
    heading = HEADING.search(text)
    if not heading:
        return None
    section = text[heading.end() : heading.end() + LONGEST]
    following = NEXT.search(section)
    section = section[: following.start()] if following else section
    line = text.count("\n", 0, heading.start()) + 1
    words = " ".join(section.split())[:200]
    found = match(section) if len(section.split()) > WHOLE_WORDS else None
    if found and found.expression:
        return Said(Place.README, path, line, words, found.expression, likeness=found.likeness)
    named = named_in(section)
    is_choice = len(named) == 2 and EITHER.search(" ".join(section[:LONGEST_SENTENCES].split()))
    stated = " OR ".join(sorted(named)) if is_choice else named[0] if len(named) == 1 else ""
    return Said(Place.README, path, line, words, stated)


def named_in(text: str) -> tuple[str, ...]:
    """Give the licences that a text names, each once, in their order."""
    names = _names()
    plain = " ".join(text[:LONGEST_SENTENCES].split()).lower()
    there = [re.escape(name) for name in names if name in plain]
    if not there:
        return ()
    found = (names[hit[0]] for hit in re.finditer(rf"(?<![\w.-])(?:{'|'.join(there)})(?![\w+-])", plain))
    return tuple(dict.fromkeys(found))


@cache
def _names() -> dict[str, str]:
    """Give identifiers by the names that are looked for, in lower case, the longest first."""
    names = dict(plain_names())
    for entry in spdx_list().values():
        if not entry.exception and (entry.id in SHORT or re.search(r"\d", entry.id)):
            names.setdefault(entry.id.lower(), entry.id)
    return {name: names[name] for name in sorted(names, key=len, reverse=True)}
