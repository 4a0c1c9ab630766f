"""Fields out of YAML for the two dialects that use it: by a real reader, or line by line where that fails."""

from __future__ import annotations

import re

from folkmoot.govern.plain_yaml import Plain, UnreadableYamlError, read_mapping
from folkmoot.govern.proposals.header import Field, Header, UnreadError, key_of, value_of
from folkmoot.i18n import Message, Text

TOP = re.compile(r"(?P<key>[A-Za-z][\w -]{0,38}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
ITEM = re.compile(r"\s*-\s+(?P<value>.+)")
COMMENT = re.compile(r"(?:^|\s)#.*")
QUOTED = re.compile(r"\s*(?P<quote>[\"'])(?P<inside>.*?)(?P=quote)\s*(?:#.*)?")


def read_fields(text: str, first_line: int, title: str = "") -> Header:
    """Read the fields of a YAML text that begins on `first_line` of its document.

    Raises UnreadError when there is no field in it, or when it is refused.
    """
    mends: list[tuple[int, Text, Text]] = []
    try:
        found = read_mapping(text)
    except UnreadableYamlError as error:
        line = error.line + first_line - 1
        what = Message("This is no valid YAML: {why}.", {"why": error.why})
        glanced = glance_fields(text, first_line, title)
        if glanced is None or "alias" in error.why:
            raise UnreadError(line, what, "Any YAML checker shows the place.") from error
        mends.append((line, what, "Its fields were read line by line; quote values that hold a colon."))
        return Header(glanced.fields, title, tuple(mends))
    if not found.values:
        raise UnreadError(first_line, "There is no field in it.")
    fields = [
        Field(key_of(key), _flat(value), found.lines[key] + first_line - 1, tuple(_items(value)))
        for key, value in found.values.items()
    ]
    return Header(tuple(fields), title)


def glance_fields(text: str, first_line: int, title: str = "") -> Header | None:
    """Read the fields at the left margin line by line: fast, and forgiving. None when there is none."""
    fields: list[tuple[str, str, int, list[str]]] = []
    for number, line in enumerate(text.split("\n"), first_line):
        if match := TOP.fullmatch(line.rstrip()):
            fields.append((match["key"], _scalar(match["value"] or ""), number, []))
        elif fields and (item := ITEM.fullmatch(line)):
            fields[-1][3].append(_scalar(item["value"]))
    if not fields:
        return None
    return Header(
        tuple(
            Field(key_of(key), value or value_of(", ".join(items)), number, tuple(items))
            for key, value, number, items in fields
        ),
        title,
    )


def _scalar(text: str) -> str:
    if quoted := QUOTED.fullmatch(text):
        return value_of(quoted["inside"])
    return value_of(COMMENT.sub("", text, count=1))


def _flat(value: Plain) -> str:
    """Give a value as one line: lists joined by commas, mappings as `key: value`."""
    return value_of(", ".join(_items(value)))


def _items(value: Plain) -> list[str]:
    if isinstance(value, str):
        return [value_of(value)] if value.strip() else []
    if isinstance(value, list):
        return [item for one in value for item in _items(one)]
    return [f"{key}: {item}" for key, one in value.items() for item in _items(one)]
