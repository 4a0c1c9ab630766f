"""What a form of a bill of materials is, and how all of them are written: one thing a line, quickly."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from folkmoot import __version__
from folkmoot.supply.sbom.bill import Bill

NAMES = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
"""The name space of addresses of RFC 9562."""


@dataclass(frozen=True)
class Form:
    """One standard form. `write` gives the whole document: the same bill, the same bytes."""

    name: str
    title: str
    write: Callable[[Bill], str]


def identifier(bill: Bill) -> uuid.UUID:
    """Give the identifier of a bill: it follows from the project, the commit and the version of Folkmoot."""
    return uuid.uuid5(NAMES, f"folkmoot:{__version__}:{bill.name}@{bill.commit}")


def moment(bill: Bill) -> str:
    """Give when the commit was made, as both standards write it."""
    return datetime.fromtimestamp(bill.made_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def written(head: dict[str, Any], lists: dict[str, Iterable[dict[str, Any]]]) -> str:
    """Give a JSON document: each field of `head` on its line, then each entry of `lists` on its own."""
    lines = [f" {_text(key)}: {_text(value)}" for key, value in head.items()]
    for key, entries in lists.items():
        inner = ",\n  ".join(map(_text, entries))
        lines.append(f" {_text(key)}: [\n  {inner}\n ]" if inner else f" {_text(key)}: []")
    return "{\n" + ",\n".join(lines) + "\n}\n"


_text = json.JSONEncoder(ensure_ascii=True, separators=(", ", ": ")).encode
