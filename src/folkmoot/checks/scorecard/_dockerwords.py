"""Words of a line of a Dockerfile, as BuildKit splits it: for values, for flags and for here-documents.

Follows https://github.com/moby/buildkit/tree/v0.26.3/frontend/dockerfile (parser/line_parsers.go,
parser/split_command.go, shell/lex.go). Variables have no values here, so that they stay as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SPACE = (
    "\t\n\v\f\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
)
"""What Go's unicode.IsSpace says is space; Python's str.isspace says it of more."""
_SPECIAL = "@*#?-$!0"
_HEREDOC = re.compile(r"(\d*)<<(-?)\s*([^<]*)", re.ASCII)


class UnfinishedError(Exception):
    """A quote or a brace that is opened and not closed, or a substitution that BuildKit does not know."""


@dataclass(frozen=True)
class Heredoc:
    """A here-document that a line announces: the line that ends it, and whether tabs before it are cut."""

    name: str
    cuts_tabs: bool


def heredocs(line: str) -> list[Heredoc]:
    """Give the here-documents that a line announces. Raises UnfinishedError for a name that is not closed."""
    try:
        words = list(_Words(line, raw=True).split())
    except UnfinishedError:
        return []
    found = []
    for word in words:
        match = _HEREDOC.fullmatch(word)
        if match and match[3]:
            names = list(_Words(match[3], raw=False).split())
            if len(names) == 1:
                found.append(Heredoc(names[0], match[2] == "-"))
    return found


class _Words:
    """A line that is split into words; with `raw`, quotes and the signs that escape stay in them."""

    def __init__(self, line: str, *, raw: bool) -> None:
        self.line = line
        self.at = 0
        self.raw = raw

    def split(self) -> Iterator[str]:
        """Give the words. Raises UnfinishedError."""
        word: list[str] = []
        while self.at < len(self.line):
            sign = self.line[self.at]
            if sign == "'":
                word.append(self._single())
            elif sign == '"':
                word.append(self._double())
            elif sign == "$":
                word.append(self._dollar())
            elif sign == "<":
                word.append(self._less())
            elif sign == "\\":
                word.append((sign if self.raw else "") + self.line[self.at + 1 : self.at + 2])
                self.at += 2
            elif sign in SPACE:
                self.at += 1
                if any(word):
                    yield "".join(word)
                word = []
            else:
                word.append(sign)
                self.at += 1
        if any(word):
            yield "".join(word)

    def _single(self) -> str:
        end = self.line.find("'", self.at + 1)
        if end < 0:
            raise UnfinishedError
        inside = self.line[self.at + 1 : end]
        self.at = end + 1
        return f"'{inside}'" if self.raw else inside

    def _double(self) -> str:
        told: list[str] = []
        self.at += 1
        while self.at < len(self.line):
            sign = self.line[self.at]
            if sign == '"':
                self.at += 1
                inside = "".join(told)
                return f'"{inside}"' if self.raw else inside
            if sign == "$":
                told.append(self._dollar())
            elif sign == "\\":
                following = self.line[self.at + 1 : self.at + 2]
                escapes = following in ('"', "$", "\\") and following != ""
                told.append((sign if self.raw else "") + following if escapes else sign * (1 + self.raw))
                self.at += 2 if escapes else 1
            else:
                told.append(sign)
                self.at += 1
        raise UnfinishedError

    def _less(self) -> str:
        end = self.at + 1
        if self.line[end : end + 1] == "<":
            end += 1
            while self.line[end : end + 1] in (" ", "\t", "\r", "\n"):
                end += 1
        told = self.line[self.at : end]
        self.at = end
        return told

    def _dollar(self) -> str:
        start = self.at
        self.at += 1
        if self.line[self.at : self.at + 1] != "{":
            self._name()
            return self.line[start : self.at]
        self.at += 1
        if self.line[self.at : self.at + 1] in ("", "{", "}", ":"):
            raise UnfinishedError
        self._name()
        modifier = self.line[self.at : self.at + 1]
        self.at += 1
        if modifier == ":":
            modifier = self.line[self.at : self.at + 1]
            self.at += 1
            if modifier in ("#", "%", "}", "/"):
                raise UnfinishedError
        if modifier != "}":
            if not modifier or modifier not in "+-?#%/":
                raise UnfinishedError
            if modifier == "/":
                self.at += self.line[self.at : self.at + 1] == "/"
                self._skip_to("/")
            self._skip_to("}")
        return self.line[start : self.at]

    def _name(self) -> None:
        first = self.line[self.at : self.at + 1]
        if first and first in _SPECIAL and not first.isdigit():
            self.at += 1
            return
        fits = str.isdigit if first.isdigit() else _is_part_of_a_name
        while self.at < len(self.line) and fits(self.line[self.at]):
            self.at += 1

    def _skip_to(self, stop: str) -> None:
        # Substitutions inside of substitutions are told apart by their braces only.
        depth = 0
        while self.at < len(self.line):
            sign = self.line[self.at]
            if sign == stop and not depth:
                self.at += 1
                return
            if self.line.startswith("${", self.at):
                depth += 1
            elif sign == "}":
                depth -= 1
            self.at += 2 if sign == "\\" else 1
        raise UnfinishedError


def _is_part_of_a_name(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def split_words(rest: str, escape: str) -> list[str]:
    """Split values at spaces outside of quotes; quotes and signs that escape stay."""
    words: list[str] = []
    word: list[str] = []
    quote = ""
    at = 0
    while at < len(rest):
        sign = rest[at]
        if not quote and sign in SPACE:
            if word:
                words.append("".join(word))
            word = []
        elif sign == escape and quote != "'":
            if at + 1 < len(rest):
                word.append(rest[at : at + 2])
            at += 1
        else:
            if quote:
                quote = "" if sign == quote else quote
            elif sign in ("'", '"'):
                quote = sign
            word.append(sign)
        at += 1
    if word:
        words.append("".join(word))
    return words


def without_flags(line: str, escape: str) -> str:
    """Give what follows the flags (--mount=..., --from=...) at the beginning of a line."""
    at = 0
    while True:
        while at < len(line) and line[at] in SPACE:
            at += 1
        if not line.startswith("--", at):
            return line[at:]
        start = at
        quote = ""
        while at < len(line) and (quote or line[at] not in SPACE):
            sign = line[at]
            if quote:
                quote = "" if sign == quote else quote
            elif sign in ("'", '"'):
                quote = sign
            at += 2 if sign == escape else 1
        if line[start:at] == "--":
            return line[at:]
