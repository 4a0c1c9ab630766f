"""A Dockerfile as its instructions with their lines, as BuildKit reads it.

Only what checks look at is kept, but everything that BuildKit refuses is refused, because Scorecard gives up
on a project with a Dockerfile that does not parse. Follows
https://github.com/moby/buildkit/blob/v0.26.3/frontend/dockerfile/parser/parser.go and line_parsers.go there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from folkmoot.checks.scorecard._dockerwords import (
    SPACE,
    UnfinishedError,
    heredocs,
    split_words,
    without_flags,
)

LONGEST_LINE = 65_536
"""A longer line is refused, as by BuildKit."""
_BLANKS = re.compile(r"[\t\v\f\r ]+")
_DIRECTIVE = re.compile(r"#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=(.+)", re.ASCII)
_DIRECTIVES = ("syntax", "check", "escape")
_MAYBE_JSON = ("cmd", "entrypoint", "run", "shell", "add", "copy", "volume")
_WITH_HEREDOCS = ("add", "copy", "run")


class BrokenDockerfileError(Exception):
    """What BuildKit would refuse, and in which line."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


@dataclass(frozen=True)
class Instruction:
    """One instruction: its `name` as written, its `values`, and the first and last of its lines.

    `documents` are the contents of its here-documents.
    """

    name: str
    values: tuple[str, ...]
    start: int
    end: int
    documents: tuple[str, ...] = ()


def parse_dockerfile(content: bytes) -> list[Instruction]:
    """Give the instructions of a Dockerfile. Raises BrokenDockerfileError."""
    told = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    found = list(_Reader(told).instructions())
    if not found:
        raise BrokenDockerfileError("file with no instructions", 0)
    return found


class _Reader:
    def __init__(self, told: str) -> None:
        self.lines = told.split("\n")
        if self.lines and not self.lines[-1]:
            self.lines.pop()
        self.number = 0
        self.escape = "\\"
        self.continued = _continued("\\")
        self.seen: set[str] = set()
        self.may_be_directive = True

    def instructions(self) -> Iterator[Instruction]:
        """Read to the end."""
        while (raw := self._next()) is not None:
            line = raw.rstrip("\r\n").lstrip(SPACE)
            self._directive(line)
            start = self.number
            if line.startswith("#") or not line:
                continue
            line, goes_on = self._cut(line)
            parts = [line]
            while goes_on and (raw := self._next()) is not None:
                if raw.lstrip(SPACE).startswith("#") or not raw.strip(SPACE):
                    continue
                line, goes_on = self._cut(raw.rstrip("\r\n"))
                parts.append(line)
            yield self._instruction("".join(parts), start)

    def _next(self) -> str | None:
        if self.number >= len(self.lines):
            return None
        line = self.lines[self.number]
        self.number += 1
        if len(line) >= LONGEST_LINE:
            raise BrokenDockerfileError("a line is too long", self.number)
        return line

    def _cut(self, line: str) -> tuple[str, bool]:
        """Cut the sign off with which a line goes on in the next."""
        match = self.continued.search(line)
        return (line[: match.start()] + (match[1] or ""), True) if match else (line, False)

    def _directive(self, line: str) -> None:
        if not self.may_be_directive:
            return
        match = _DIRECTIVE.fullmatch(line)
        name = match[1].lower() if match else ""
        if not match or name not in _DIRECTIVES:
            self.may_be_directive = False
            return
        if name in self.seen:
            raise BrokenDockerfileError(f"only one {name} parser directive can be used", self.number)
        self.seen.add(name)
        if name == "escape":
            sign = match[2].strip()
            if sign not in ("`", "\\"):
                raise BrokenDockerfileError("invalid escape token", self.number)
            self.escape = sign
            self.continued = _continued(sign)

    def _instruction(self, line: str, start: int) -> Instruction:
        name, rest = self._split(line)
        values, is_json = self._values(name, rest, start)
        can_announce = name.lower() in _WITH_HEREDOCS and not is_json
        if name.lower() == "onbuild":
            inner, inner_rest = self._split(rest)
            while inner.lower() == "onbuild":
                inner, inner_rest = self._split(inner_rest)
            _values, inner_is_json = self._values(inner, inner_rest, start)
            can_announce = inner.lower() in _WITH_HEREDOCS and not inner_is_json
        documents = tuple(self._documents(line, start)) if can_announce and "<<" in line else ()
        return Instruction(name, values, start, self.number, documents)

    def _split(self, line: str) -> tuple[str, str]:
        parts = _BLANKS.split(line.strip(SPACE), maxsplit=1)
        rest = without_flags(parts[1], self.escape) if len(parts) > 1 else ""
        return parts[0], rest.strip(SPACE)

    def _values(self, name: str, rest: str, line: int) -> tuple[tuple[str, ...], bool]:
        """Give the values of an instruction, and whether they are written as JSON."""
        kind = name.lower()
        if kind in ("arg", "env", "label"):
            words = split_words(rest, self.escape)
            if kind != "arg":
                self._check_pairs(rest, words, line)
            return tuple(words), False
        if kind == "healthcheck":
            parts = _BLANKS.split(rest, maxsplit=1)
            kind, rest = "cmd", parts[1] if len(parts) > 1 else ""
        if kind in _MAYBE_JSON:
            listed = _listed(rest, line)
            if listed is not None:
                return listed, True
            return (rest,) if rest else (), False
        if kind == "from":
            return tuple(_BLANKS.split(rest)) if rest else (), False
        return (), False

    def _check_pairs(self, rest: str, words: list[str], line: int) -> None:
        if not words:
            return
        if "=" not in words[0]:
            if len(_BLANKS.split(rest, maxsplit=1)) == 1:
                raise BrokenDockerfileError("must have two arguments", line)
        elif any("=" not in word for word in words):
            raise BrokenDockerfileError("can't find =", line)

    def _documents(self, line: str, start: int) -> Iterator[str]:
        try:
            announced = heredocs(line)
        except UnfinishedError:
            raise BrokenDockerfileError("the name of a here-document does not end", start) from None
        for heredoc in announced:
            content: list[str] = []
            while (raw := self._next()) is not None:
                ending = raw.rstrip("\r\n")
                if (ending.lstrip("\t") if heredoc.cuts_tabs else ending) == heredoc.name:
                    break
                content.append(raw + "\n")
            else:
                raise BrokenDockerfileError("unterminated heredoc", start)
            yield "".join(content)


def _continued(escape: str) -> re.Pattern[str]:
    sign = re.escape(escape)
    return re.compile(rf"([^{sign}]){sign}[ \t]*$|^{sign}[ \t]*$", re.DOTALL)


def _listed(rest: str, line: int) -> tuple[str, ...] | None:
    """Give the strings of a JSON array, or None for what is none."""
    if not rest.startswith("["):
        return None
    try:
        values = json.loads(rest, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    if not all(isinstance(value, str) for value in values):
        raise BrokenDockerfileError("arrays must be comprised of strings only", line)
    return tuple(values)


def _refuse(name: str) -> None:
    raise ValueError(name)
