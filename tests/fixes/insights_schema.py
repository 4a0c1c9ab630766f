"""The published schema of SECURITY-INSIGHTS, read out of its own CUE file as far as that file goes.

CUE has no reader in Python. The schema uses little of it: closed definitions of fields, some of them
optional, that are words, truth values, patterns, choices of words, other definitions, or lists of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

DEFINITION = re.compile(r"^#(\w+): (.*)$")
FIELD = re.compile(r'^\s*(?:"([\w-]+)"|([\w-]+))(\?)?: (.*?)(?:\s*@go\(.*\))?$')


class Schema:
    """The definitions of one schema file."""

    def __init__(self, text: str) -> None:
        self.found: dict[str, Any] = {}
        lines = iter(
            [line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("//")]
        )
        for line in lines:
            if match := DEFINITION.match(line):
                self.found[match[1]] = self._fields(lines) if match[2] == "{" else match[2].strip()

    def _fields(self, lines: Iterator[str]) -> dict[str, tuple[bool, Any]]:
        fields: dict[str, tuple[bool, Any]] = {}
        for line in lines:
            if line.strip().startswith("}"):
                return fields
            match = FIELD.match(line)
            assert match, line
            name, kind = match[1] or match[2], match[4]
            fields[name] = (not match[3], self._fields(lines) if kind == "{" else kind)
        return fields

    def problems(self, data: Any, kind: Any = "#SecurityInsights", at: str = "") -> Iterator[str]:
        """Tell what the schema does not allow in plain data."""
        if isinstance(kind, dict):
            yield from self._of_fields(data, kind, at)
        elif kind.startswith("#") and kind[1:] in self.found:
            yield from self.problems(data, self.found[kind[1:]], at)
        elif kind.startswith("["):
            yield from self._of_list(data, kind, at)
        elif not self._is(data, kind):
            yield f"{at}: {data!r} is no {kind}"

    def _of_fields(self, data: Any, fields: dict[str, tuple[bool, Any]], at: str) -> Iterator[str]:
        if not isinstance(data, dict):
            yield f"{at}: no fields"
            return
        yield from (f"{at}.{name}: not in the schema" for name in data if name not in fields)
        yield from (
            f"{at}.{name}: missing" for name, (must, _) in fields.items() if must and name not in data
        )
        for name, value in data.items():
            if name in fields:
                yield from self.problems(value, fields[name][1], f"{at}.{name}")

    def _of_list(self, data: Any, kind: str, at: str) -> Iterator[str]:
        if not isinstance(data, list):
            yield f"{at}: no list"
            return
        if "|" in kind:  # ["default"] | [...string]
            yield from (f"{at}: {each!r} is no word" for each in data if not isinstance(each, str))
            return
        inside = kind.strip("[]").removeprefix("...").removesuffix(", ...").strip()
        if not data and not kind.startswith("[..."):
            yield f"{at}: empty"
        for number, each in enumerate(data):
            yield from self.problems(each, inside, f"{at}.{number}")

    def _is(self, data: Any, kind: str) -> bool:
        if kind == "string":
            return isinstance(data, str)
        if kind == "bool":
            return isinstance(data, bool)
        if kind.startswith("=~"):
            pattern = kind[3:-1].replace("\\\\", "\\")
            return isinstance(data, str) and re.search(pattern, data) is not None
        if kind.startswith("time.Format"):
            return isinstance(data, str) and date.fromisoformat(data).isoformat() == data
        choices = re.findall(r'"([^"]+)"', kind)
        assert choices, kind
        return data in choices
