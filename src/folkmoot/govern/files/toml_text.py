"""TOML as text: the few kinds of values our files hold, written so that they read back the same."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from folkmoot.model.errors import UsageError
from folkmoot.model.hints import REPORT


def toml_value(value: Any) -> str:
    """Give one value in TOML. Raises UsageError for text that no file can hold."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{toml_key(key)} = {toml_value(entry)}" for key, entry in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(toml_value(entry) for entry in value)}]"
    raise UsageError(f"{type(value).__name__} cannot be written into a file.", hint=REPORT)


def toml_key(key: str) -> str:
    """Give a key, in quotes where it needs them."""
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else _quoted(key)


def toml_lines(table: Mapping[str, Any]) -> str:
    """Give `key = value`, one a line; None and nothing else is left out."""
    return "".join(
        f"{toml_key(key)} = {toml_value(value)}\n" for key, value in table.items() if value is not None
    )


def _quoted(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UsageError(
            "A text holds half a character, which no file can hold.",
            hint="type the text again; what was pasted is damaged.",
        ) from error
    # JSON's escapes are TOML's; only DEL must be escaped in TOML and is not in JSON.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
