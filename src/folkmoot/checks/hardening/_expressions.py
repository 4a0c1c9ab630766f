"""What an expression between ${{ and }} can give: the contexts whose value can come out of it.

`github.event.issue.title || 'none'` gives the title; `contains(github.event.issue.title, 'x')` gives true or
false and is harmless. Follows GitHub's grammar:
https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>[-+]?\d[\w.+-]*)|(?P<name>[A-Za-z_][\w-]*)|"
    r"(?P<sign>&&|\|\||==|!=|<=|>=|[<>!()\[\],.*]))",
    re.ASCII,
)
_END = re.compile(r"(?:[^'}]|'[^']*'|\}(?!\}))*\}\}")
"""Up to the end of an expression: what stands in quotes ends none."""
_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
_YES_OR_NO = frozenset(
    ("contains", "startswith", "endswith", "always", "success", "failure", "cancelled", "hashfiles")
)
LONGEST = 20_000
MOST_DEPTH = 50


class _OddError(Exception):
    """What is no expression; GitHub refuses it too."""


def flowing(expression: str, *, json_is_safe: bool = False) -> frozenset[str]:
    """Give the contexts that can come out, such as "github.event.commits.*.message", in lower case.

    With `json_is_safe` what went through toJSON does not count: in a program it is a literal.
    """
    if len(expression) > LONGEST:
        return frozenset()
    try:
        reader = _Reader(_tokens(expression), json_is_safe=json_is_safe)
        found = reader.either(0)
    except _OddError:
        return frozenset()
    return frozenset(found) if reader.is_at_end else frozenset()


def spans(text: str) -> list[str]:
    """Give what stands between ${{ and }} in a text; one that does not end is left out."""
    found = []
    start = text.find("${{")
    while start >= 0:
        match = _END.match(text, start + 3)
        if match is None:
            break
        found.append(match[0][:-2])
        start = text.find("${{", match.end())
    return found


def _tokens(expression: str) -> list[str]:
    told = []
    at = 0
    expression = expression.strip()
    while at < len(expression):
        match = _TOKEN.match(expression, at)
        if not match:
            raise _OddError
        told.append(match[0].strip() if not match["text"] else match["text"])
        at = match.end()
    return told


class _Reader:
    def __init__(self, tokens: list[str], *, json_is_safe: bool) -> None:
        self.tokens = tokens
        self.at = 0
        self.json_is_safe = json_is_safe

    @property
    def is_at_end(self) -> bool:
        """Tell whether everything was read."""
        return self.at >= len(self.tokens)

    def _peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _take(self, wanted: str = "") -> str:
        token = self._peek()
        if not token or (wanted and token != wanted):
            raise _OddError
        self.at += 1
        return token

    def either(self, depth: int) -> set[str]:
        """Read one value, or several of which one comes out."""
        if depth > MOST_DEPTH:
            raise _OddError
        found = self._both(depth)
        while self._peek() == "||":
            self._take()
            found |= self._both(depth)
        return found

    def _both(self, depth: int) -> set[str]:
        # The last comes out, or an earlier one where it is empty and so harmless.
        found = self._compared(depth)
        while self._peek() == "&&":
            self._take()
            found = self._compared(depth)
        return found

    def _compared(self, depth: int) -> set[str]:
        found = self._single(depth)
        while self._peek() in _COMPARISONS:
            self._take()
            self._single(depth)
            found = set()
        return found

    def _single(self, depth: int) -> set[str]:
        if depth > MOST_DEPTH:
            raise _OddError
        word = self._take()
        if word == "!":
            self._single(depth + 1)
            return set()
        if word == "(":
            found = self.either(depth + 1)
            self._take(")")
            return self._rest(found, depth)
        if word[0] in "'+-0123456789":
            return set()
        if not (word[0].isalpha() or word[0] == "_"):
            raise _OddError
        if self._peek() == "(":
            return self._rest(self._call(word.lower(), depth), depth)
        return self._path(word.lower(), depth)

    def _call(self, name: str, depth: int) -> set[str]:
        self._take("(")
        found: set[str] = set()
        was_safe = self.json_is_safe
        # What is read out of JSON again is no literal any more.
        self.json_is_safe = was_safe and name != "fromjson"
        while self._peek() != ")":
            found |= self.either(depth + 1)
            if self._peek() == ",":
                self._take()
            elif self._peek() != ")":
                raise _OddError
        self._take(")")
        self.json_is_safe = was_safe
        is_harmless = name in _YES_OR_NO or (name == "tojson" and self.json_is_safe)
        return set() if is_harmless else found

    def _path(self, first: str, depth: int) -> set[str]:
        parts = [first]
        while self._peek() in (".", "["):
            if self._take() == ".":
                parts.append(self._take().lower())
                continue
            inside = self._peek()
            if inside.startswith("'"):
                parts.append(self._take()[1:-1].replace("''", "'").lower())
            else:
                self._index(depth)
                parts.append("*")
            self._take("]")
        return {".".join(parts)}

    def _rest(self, found: set[str], depth: int) -> set[str]:
        """Read what is picked out of a value in brackets or of a function."""
        while self._peek() in (".", "["):
            if self._take() == ".":
                self._take()
            else:
                self._index(depth)
                self._take("]")
        return found

    def _index(self, depth: int) -> None:
        if self._peek() == "*":
            self._take()
        else:
            self.either(depth + 1)
