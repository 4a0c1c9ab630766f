"""What is wrong with one document of a community: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from folkmoot.i18n import Text


@dataclass(frozen=True)
class Problem:
    """Something wrong at one place. `line` counts from 1; 0 is the document as a whole.

    `code` is a short name that stays the same between versions, such as `unread` or `bad-date`.
    """

    file: str
    line: int
    what: Text
    hint: Text = ""
    code: str = ""
