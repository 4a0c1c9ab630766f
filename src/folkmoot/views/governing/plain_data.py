"""Frozen dataclasses and named tuples as plain JSON data and back, by their type hints."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from folkmoot.i18n import Message, Text


def to_plain(value: Any) -> Any:
    """Give JSON data: a dataclass or named tuple as the list of its fields, in their order."""
    if isinstance(value, Message):
        return {"text": value.text, "values": value.values}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return [to_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    return value


def from_plain(hint: Any, data: Any) -> Any:
    """Give the value of a type that `to_plain` made `data` of. Raises ValueError or TypeError for others."""
    if data is None:
        return None
    if hint == Text:
        return Message(str(data["text"]), dict(data["values"])) if isinstance(data, dict) else str(data)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return from_plain(next(each for each in inner if each is not type(None)), data)
    if origin is tuple:
        return tuple(from_plain(inner[0], each) for each in data)
    if hint is date:
        return date.fromisoformat(data)
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        hints = _hints(hint)
        if not isinstance(data, list) or len(data) != len(hints):
            raise ValueError(f"This is no {hint}.")
        return hint(*(from_plain(own, each) for own, each in zip(hints, data, strict=True)))
    return hint(data)


@cache
def _hints(kind: Any) -> tuple[Any, ...]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else kind._fields
    return tuple(hints[name] for name in names)
