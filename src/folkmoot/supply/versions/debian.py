"""Debian's versions: an epoch, then turns of letters and numbers; a tilde comes before even the end.

https://manpages.debian.org/deb-version.7
"""

from __future__ import annotations

import re

from folkmoot.supply.versions._semantic_parts import is_number

ECOSYSTEMS = frozenset({"Debian", "Ubuntu", "Echo"})

_TURNS = re.compile(r"([^0-9]*)([0-9]*)")
_LETTERS = re.compile(r"[A-Za-z]")
_END = ((1,), 0)


def key(version: str) -> object:
    """Give what a version is compared by. Raises ValueError where the epoch is no number."""
    epoch, colon, rest = version.partition(":")
    if not colon:
        epoch, rest = "0", version
    if not is_number(epoch):
        raise ValueError("an epoch is a number")
    upstream, _, revision = rest.rpartition("-") if "-" in rest else (rest, "", "")
    return int(epoch), _turns(upstream), _turns(revision)


def _turns(text: str) -> tuple[object, ...]:
    turns = [(_word(match[1]), int(match[2] or 0)) for match in _TURNS.finditer(text) if match[0]]
    # No revision is the same as revision 0.
    return (_END,) if turns == [_END] else (*turns, _END)


def _word(text: str) -> tuple[int, ...]:
    """Give each letter's place: a tilde (0), the end (1), letters, anything else."""
    return (*(_place(letter) for letter in text), 1)


def _place(letter: str) -> int:
    if letter == "~":
        return 0
    return ord(letter) if _LETTERS.match(letter) else ord(letter) + 256
