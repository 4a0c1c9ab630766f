"""The one way a sentence gets from a message to a page: translated, then made harmless."""

from __future__ import annotations

from collections.abc import Callable

from folkmoot.i18n import Message, Text, say
from folkmoot.i18n.message import Scalar
from folkmoot.render.dates import date_in_words
from folkmoot.render.plain import NAME, plain

GROUPED = 1000
"""Whole numbers from here on are written in groups of three, in sentences as in tables."""
NAMING = frozenset({"line", "number", "year"})
"""Placeholders whose whole numbers name something and count nothing: they are written as they are."""

READ_AS = {"p90": "nine in ten"}
"""What pages call a series whose name only statisticians know; data files keep that name."""

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})


class Voice:
    """Says messages in the reader's language.

    `translate` maps an English message id to that language; `lang` is its BCP 47 tag.
    """

    def __init__(self, translate: Callable[[str], str] = str, lang: str = "en") -> None:
        self.translate = translate
        self.lang = lang

    @property
    def direction(self) -> str:
        """Give "rtl" or "ltr", as HTML's `dir` wants it."""
        return "rtl" if self.lang.partition("-")[0] in RIGHT_TO_LEFT else "ltr"

    def __call__(self, text: Text, /, **values: Scalar) -> str:
        """Say one sentence; `values` fill the placeholders of a plain message id."""
        message = Message(text, values) if isinstance(text, str) and values else text
        if isinstance(message, Message):
            readable = {name: self._readable(name, value) for name, value in message.values.items()}
            message = Message(message.text, readable)
        return plain(say(message, self.translate))

    def _readable(self, name: str, value: Scalar) -> Scalar:
        """Give a value as a sentence wants it: dates in words, long numbers in groups, names as they are."""
        if isinstance(value, str):
            return date_in_words(READ_AS.get(value, value), self.translate)
        is_long = isinstance(value, int) and abs(value) >= GROUPED and name not in NAMING
        return f"{value:,}" if is_long else value

    def name(self, text: str) -> str:
        """Say a label: a word of ours, a person, a path. Never longer than a line."""
        return plain(self.translate(READ_AS.get(text, text)) if text else "", NAME)
