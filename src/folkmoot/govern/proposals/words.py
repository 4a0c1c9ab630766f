"""Status words: what counts in `**Implemented (Swift 5.9)**`, `imlpemented` or `accepted # FIXME`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from typing import NamedTuple

BOLD = re.compile(r"\*\*(?P<inside>.+?)\*\*")
COMMENT = re.compile(r"\s+#.*|\s*<!--.*?-->")
LABEL = re.compile(r"status\s*:\s*", re.IGNORECASE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
DETAIL = re.compile(r"\s*[(\[:;,].*", re.DOTALL)
NEGATED = re.compile(r"(?:not|never|no longer|nowhere)\b(?: yet\b)? ?|non-?|un-?|dis-?|in-?|im-?|de-?")
"""How a word begins that says the opposite of another."""
LONGEST = 200
ALIKE = 0.8


class Word(NamedTuple):
    """A status: as the source has it without markup, and the known word it is ("" when it is none).

    `is_exact` is false where only the spelling is near a known word's.
    """

    said: str
    known: str
    is_exact: bool = True


@lru_cache(maxsize=4096)
def recognise(value: str, known: frozenset[str]) -> Word:
    """Find which of the `known` words (lower case) a field's value is."""
    said = said_in(value)
    if "|" in said:
        return Word(said, "")
    plain = " ".join(DETAIL.sub("", said).casefold().replace("_", " ").split())
    for candidate in (said.casefold(), plain, plain.replace("-", " "), plain.rstrip("!. ")):
        if candidate in known:
            return Word(said, candidate)
    beginning = _beginning(plain, known)
    if beginning:
        return Word(said, beginning)
    near = get_close_matches(plain, sorted(known), 1, ALIKE) if len(plain) < 40 else []
    return Word(said, near[0], is_exact=False) if near and not _denies(plain, near[0]) else Word(said, "")


def _denies(text: str, word: str) -> bool:
    """Tell whether a text says the opposite of a word it resembles: "not accepted", "unimplemented"."""
    denied = NEGATED.match(text)
    if denied is None or not denied[0]:
        return False
    whole, rest = (SequenceMatcher(None, word, each).ratio() for each in (text, text[denied.end() :]))
    return rest > whole


def said_in(value: str) -> str:
    """Take markup, comments and repeated labels from a value."""
    text = COMMENT.sub("", value[:LONGEST])
    if bold := BOLD.search(text):
        text = bold["inside"]
    text = LINK.sub(r"\1", LABEL.sub("", text, count=1))
    return " ".join(text.strip(" \t*_`\"'“”:").split())


def _beginning(text: str, known: Iterable[str]) -> str:
    """Give the longest known word with which `text` begins: `implemented with modifications`."""
    found = [word for word in known if text.startswith(word + " ")]
    return max(found, key=len, default="")
