"""A report as plain data, and the JSON Schema of that data: both follow from the dataclasses of the model."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from folkmoot.i18n import Message, Text, say
from folkmoot.model.metric import Unit
from folkmoot.model.page import Panel, Point, Report
from folkmoot.render.figures import exact
from folkmoot.render.plain import whole

SCHEMA = 1
"""Version of the document's form. A new field leaves it; a field renamed, removed or redefined raises it."""
IDENTIFIER = "urn:folkmoot:schema:report:1"


def document(report: Report, translate: Callable[[str], str] = str) -> dict[str, Any]:
    """Give a report as plain data, with `schema` first."""
    return {"schema": SCHEMA, **_data(report, None, translate)}


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of `document`."""
    parts: dict[str, Any] = {}
    _describe(Report, parts)
    report = parts.pop(Report.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": IDENTIFIER,
        "title": f"Folkmoot report, schema {SCHEMA}",
        **report,
        "properties": {"schema": {"const": SCHEMA}, **report["properties"]},
        "required": ["schema", *report["required"]],
        "$defs": parts,
    }


def _data(value: Any, unit: Unit | None, translate: Callable[[str], str]) -> Any:
    """Give plain data; `unit` decides how the numbers of a panel's points are rounded."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Message):
        return whole(say(value, translate))
    if isinstance(value, Point):
        return {field.name: _of_point(getattr(value, field.name), unit) for field in fields(value)}
    if is_dataclass(value) and not isinstance(value, type):
        inner = value.unit if isinstance(value, Panel) else unit
        hints = get_type_hints(type(value))
        return {
            field.name: _field(getattr(value, field.name), hints[field.name], inner, translate)
            for field in fields(value)
        }
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, Mapping):
        return {whole(str(key)): _data(own, unit, translate) for key, own in value.items()}
    if isinstance(value, list | tuple):
        return [_data(own, unit, translate) for own in value]
    return exact(value, None) if isinstance(value, float) else value


def _of_point(value: Any, unit: Unit | None) -> Any:
    return (
        whole(value) if isinstance(value, str) else exact(value, unit) if isinstance(value, float) else value
    )


def _field(value: Any, hint: Any, unit: Unit | None, translate: Callable[[str], str]) -> Any:
    """Translate texts, which are messages by their type even where they are plain strings."""
    if hint == Text and isinstance(value, str):
        return whole(say(value, translate))
    if hint == tuple[Text, ...]:
        return [whole(say(text, translate)) for text in value]
    return _data(value, unit, translate)


def _describe(hint: Any, parts: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of one type; dataclasses and enums are collected in `parts` and referred to."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint == Text or hint is str:
        return {"type": "string"}
    if origin in {Union, types.UnionType}:
        return _one_of([_describe(one, parts) for one in inner])
    if origin is tuple:
        return {"type": "array", "items": _describe(inner[0], parts)}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _describe(inner[1], parts)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        parts.setdefault(hint.__name__, {"enum": [member.value for member in hint]})
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if is_dataclass(hint):
        name = getattr(hint, "__name__", "")
        if name not in parts:
            parts[name] = {}
            hints = get_type_hints(hint)
            parts[name] = {
                "type": "object",
                "properties": {field.name: _describe(hints[field.name], parts) for field in fields(hint)},
                "required": [field.name for field in fields(hint)],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}
    return {"type": {bool: "boolean", int: "integer", float: "number", type(None): "null"}[hint]}


def _one_of(options: list[dict[str, Any]]) -> dict[str, Any]:
    simple = [option["type"] for option in options if set(option) == {"type"}]
    return {"type": simple} if len(simple) == len(options) else {"anyOf": options}
