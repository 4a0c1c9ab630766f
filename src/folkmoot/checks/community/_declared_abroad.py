"""How projects say in other languages than English that they have ended: the words in declared_ends.toml."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

LEAD = re.compile(r"(?:.{0,40}[.:!。：！])?[^\w\"'“”„«»‹›「」『』‘’]{0,12}")
"""What may stand before the sentence in its paragraph: a few words of warning, signs, but no quotation."""
OPENS = re.compile(r"(?:.{0,40}[.:!。：！—–(\[-])?[^\w\"'“”„«»‹›「」『』‘’]{0,12}")
"""What may stand before it in a heading, where the name of the project is set apart by a dash as well."""
STOP = r"\s*(?:$|[.,:;!?…(\[|/&—–。，、：；！？（]|- )"
DATE = r"(?: \w{1,6}){0,2} ?(?:\d{4}|\d{1,2}[./-]\d)"
"""`2024`, `depuis le 2024-06-28`, `em 09/09/2024`."""


@cache
def _sayings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the sentences, each with what may follow it."""
    return tuple(
        (sentence, re.compile(f"{STOP}|{DATE}|{_going_on(words['then'])}"))
        for words in _table().values()
        for sentence in words["sentences"]
    )


@cache
def _lines() -> tuple[str, ...]:
    return tuple(line for words in _table().values() for line in words["lines"])


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = files("folkmoot.checks.community").joinpath("declared_ends.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _going_on(then: list[str]) -> str:
    """Give an expression for the words: after a space and whole, or, in Chinese, up to the next stop."""
    return "|".join(rf"{word}(?={STOP})" if ord(word[0]) > 0x2E80 else rf" {word}\b" for word in then) or "$"


def said_abroad(plain: str, *, begins: bool, stands_out: bool) -> bool:
    """Tell whether a line, in lower case and without marks, says in another language that the project ended.

    `begins`: the line begins a paragraph. `stands_out`: it is a heading or an emphasised line.
    """
    line = unicodedata.normalize("NFC", plain).replace("’", "'")
    if begins or stands_out:
        for sentence, after in _sayings():
            at = line.find(sentence)
            if at >= 0 and LEAD.fullmatch(line, 0, at) and after.match(line, at + len(sentence)):
                return True
    if stands_out:
        bare = re.sub(r"\W+$", "", line)
        return any(bare.endswith(one) and OPENS.fullmatch(bare, 0, len(bare) - len(one)) for one in _lines())
    return False
