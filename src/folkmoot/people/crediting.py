"""How texts name people: a full name in any order, and a first name where somebody is credited.

"Thanks to Ada", "Reported-by: Ada" and "Ada's patch" mean a person; "Ada" in "Ada bindings" is a language.
So a first name, or a login that is a usual word, is taken for a person only where a text credits one, and not
where another family name follows: "Thanks to Ada Byron" is somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WINDOW = 160
"""Letters before a word in which a credit is looked for."""
MOST_PARTS = 6
_VERB = (
    "reported|suggested|found|spotted|requested|noticed|pointed out|proposed|inspired|written|contributed|"
    "submitted|co-authored|authored|reviewed|tested|acked|approved|helped|signed off|diagnosed|discovered|"
    "patch|patches|fix|fixed|change|changes|work|review|idea|report|comment|suggestion|feedback|help"
)
_CREDIT = (
    rf"(?:-by:|\bcc:?|\bh/t|\bhat tip(?: to)?|\bthanks?(?: you)?(?: to|,)?|\bthx|\bkudos(?: to)?|\bprops to|"
    rf"\bcredits?(?: to| goes to|:)|\bcourtesy of|\b(?:{_VERB})\s+(?:by|from|of)|"
    rf"\b(?:pull|merge) request [#!]?\d+ from|\bping|\((?:by|via|from))"
)
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*[&/+]\s*)"
_BEFORE = re.compile(rf"{_CREDIT}\s*(?:@?[\w.-]{{1,40}}(?:\s[\w.-]{{1,40}})?{_AND}){{0,6}}@?$", re.IGNORECASE)
_AFTER = re.compile(
    r"['\u2019]s\s+(?:\w+\s+)?(?:patch|patches|fix|fixes|branch|work|changes?|commits?|pr|pull|merge|idea|review|"
    r"suggestions?|comments?|feedback|script|version|fork|repo|request|report|advice|help|code|bug|issue)\b",
    re.IGNORECASE,
)
_TRAILER = re.compile(r"(?:-by:\s*|request [#!]?\d+ from\s+)@?$", re.IGNORECASE)


def orders(name: str) -> Iterator[str]:
    """Give the other orders of a full name: the family name first, without initials, first and last alone."""
    parts = _parts(name)
    if len(parts) < 2:
        return
    long = [part for part in parts if len(part) > 1]
    found = {" ".join(told) for told in (parts, long, [*long[:1], *long[1:][-1:]]) if len(told) > 1}
    for told in sorted(found):
        words = told.split()
        yield told
        yield " ".join([words[-1], *words[:-1]])


def called(name: str) -> tuple[str, ...]:
    """Give the first name of a full name, and its last; the whole where it is one word."""
    parts = [part for part in _parts(name) if len(part) > 1]
    return tuple(dict.fromkeys((*parts[:1], *parts[-1:])))


def is_credited(text: str, start: int, end: int) -> bool:
    """Tell whether a text credits whoever is named by the word between two places."""
    if _AFTER.match(text, end):
        return text[start].isupper()
    before = text[max(0, start - WINDOW) : start]
    if not _BEFORE.search(before):
        return False
    after = text[end : end + 2]
    is_name = text[start].isupper() or text[start] == "@" or bool(_TRAILER.search(before))
    return is_name and not (after[:1] == " " and after[1:].isupper())


def _parts(name: str) -> list[str]:
    """Give the words of a name in the order they are said; "Lovelace, Ada" is Ada Lovelace."""
    if "@" in name:
        return []
    last, comma, first = name.partition(",")
    told = f"{first} {last}" if comma and first.strip() and "," not in first else name
    return [part for part in re.split(r"[\s.,()\[\]\"]+", told) if part][:MOST_PARTS]
