"""Text from a history is hostile: this is where it becomes harmless, whatever it is written into.

Escaping for HTML or a spreadsheet is the writer's business and comes after this.
"""

from __future__ import annotations

import re
import unicodedata

ELLIPSIS = "…"
SENTENCE = 600
NAME = 80
"""How many characters a sentence and a name may have; longer ones end in an ellipsis."""

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f"  # control characters, tab and newline are kept for now
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"  # direction
    "\U000e0000-\U000e0fff]"  # tags
)
_BREAKS = re.compile(r"[\s\u2028\u2029]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_TERMINAL_SEQUENCE = re.compile(
    "(?:\x1b\\[|\u009b)[0-?]*[ -/]*[@-~]|\x1b[\\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\\\)?"
)
_MOST_MARKS = 4


def plain(text: str, limit: int = SENTENCE) -> str:
    """Give `text` on one line of at most `limit` characters, without control, direction or tag characters."""
    kept = _unseen(text[: limit * 4])
    kept = _few_marks(_BREAKS.sub(" ", kept).strip())
    if len(kept) > limit or len(text) > limit * 4:
        return kept[: limit - 1].rstrip() + ELLIPSIS
    return kept


def block(text: str) -> str:
    """Give several lines of text, such as SQL, with the same characters left out; lines are kept."""
    return "\n".join(_unseen(line.expandtabs(4)).rstrip() for line in text.split("\n"))


def whole(text: str) -> str:
    """Give `text` as it is, save for halves of characters, which no file can hold."""
    return _SURROGATES.sub("\ufffd", text)


def _unseen(text: str) -> str:
    return _INVISIBLE.sub("", _TERMINAL_SEQUENCE.sub("", whole(text)))


def _few_marks(text: str) -> str:
    """Leave at most a few combining marks on one letter, as many as any language needs."""
    if text.isascii():
        return text
    kept, marks = [], 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)
