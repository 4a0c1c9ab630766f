"""Taking the names of those who opted out, or were erased, out of a whole report, whatever they stand in.

The store names neither. But files of a repository are quoted too (roles, votes, evidence of
checks), and they name people on their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Protocol

from folkmoot.i18n import Message
from folkmoot.model.page import Entry
from folkmoot.store.withheld import NAME

OUR_OWN = frozenset({"id", "slug", "sql", "definition", "period", "made_at", "freshness", "data_until"})
"""Fields that never hold a word of anybody else, but for the id of an entry: a path, a package."""


class Words(Protocol):
    """Finds what names somebody in a text, as a pattern of the standard library does."""

    def sub(self, repl: str, string: str, /) -> str:
        """Give a text with everything found replaced."""
        ...


def unnamed(thing: Any, pattern: Words) -> Any:
    """Give a report, or any part of one, with every match of `pattern` replaced, however deep it stands."""
    if isinstance(thing, str):
        # A subclass (an enumeration, say) is one of our own words.
        return pattern.sub(NAME, thing) if type(thing) is str else thing
    if isinstance(thing, Message):
        values = {name: unnamed(value, pattern) for name, value in thing.values.items()}
        return Message(thing.text, values)
    if isinstance(thing, Mapping):
        return {key: unnamed(value, pattern) for key, value in thing.items()}
    if isinstance(thing, tuple | list | frozenset | set):
        made = [unnamed(value, pattern) for value in thing]
        return type(thing)(*made) if hasattr(thing, "_fields") else type(thing)(made)
    if is_dataclass(thing) and not isinstance(thing, type):
        left = OUR_OWN - {"id"} if isinstance(thing, Entry) else OUR_OWN
        own = {
            field.name: getattr(thing, field.name)
            for field in fields(thing)
            if field.init and field.name not in left
        }
        changed = {name: unnamed(value, pattern) for name, value in own.items()}
        return replace(thing, **{name: value for name, value in changed.items() if value != own[name]})
    return thing
