"""A sentence with named placeholders that is translated only when it is rendered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Scalar = str | int | float


@dataclass(frozen=True)
class Message:
    """One whole sentence. `text` is the message id; `values` fill its named placeholders.

    Sentences are never glued from fragments, because word order differs between languages.
    """

    text: str
    values: dict[str, Scalar] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Hash what makes two messages equal, so that whatever holds one can be counted once."""
        return hash((self.text, frozenset(self.values.items())))

    def __str__(self) -> str:
        """Give the sentence in English."""
        return say(self)


class Absence(str):
    """A sentence that says that there is none of what was asked for: that is known, and no question."""

    __slots__ = ()


Text = Message | str


def say(message: Text, translate: Callable[[str], str] = str) -> str:
    """Give `message` as one string; `translate` maps an English message id to the reader's language."""
    if isinstance(message, str):
        return translate(message) if message else ""
    pattern = translate(message.text)
    return pattern.format(**message.values) if message.values else pattern
