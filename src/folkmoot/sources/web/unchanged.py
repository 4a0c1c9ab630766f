"""Asking whether an answer is still the same: the tag (ETag) that came with it, kept by its address.

A tag is kept once what the answer told is kept, and never before, so that "not modified" means: as it is in
the store. It stands there under a digest of its address, and holds neither address nor token. A newer
Folkmoot may read more out of the same answer, so it begins without tags.
https://www.rfc-editor.org/rfc/rfc9110.html#name-if-none-match
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from folkmoot import __version__
from folkmoot.model.errors import SourceError
from folkmoot.model.forge import Mark

MOST = 400
"""Most addresses of one project whose tags are kept."""
NOT_MODIFIED = 304
PAST_CACHES = "run the same command again; where a cache stands between, ask past it."
_NAME = "unchanged:"
_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{1,150}"')


class Tag(NamedTuple):
    """The tag of one answer, and how many rows it had."""

    value: str
    rows: int


class Unchanged:
    """The tags of earlier answers, by address, out of the marks of earlier readings."""

    def __init__(self, marks: Mapping[str, str] | None = None) -> None:
        self._kept = {name: value for name, value in (marks or {}).items() if name.startswith(_NAME)}

    def of(self, address: str) -> Tag | None:
        """Give the tag of what is kept of an address; None where nothing is."""
        try:
            version, value, rows = json.loads(self._kept.get(_name(address), ""))
        except (ValueError, TypeError):
            return None
        is_ours = version == __version__ and isinstance(value, str) and type(rows) is int and rows >= 0
        return Tag(value, rows) if is_ours and _TAG.fullmatch(value) else None

    def mark(self, address: str, tag: str, rows: int) -> Mark | None:
        """Give what keeps the tag of an address; None where it has none, or where too many are kept."""
        name = _name(address)
        if not tag or (name not in self._kept and len(self._kept) >= MOST):
            return None
        self._kept[name] = json.dumps([__version__, tag, rows])
        return Mark(name, self._kept[name])


def tag_of(headers: Mapping[str, str]) -> str:
    """Give the tag of an answer, "" where it has none that could be sent back as it is."""
    tag = headers.get("etag", "")
    return tag if _TAG.fullmatch(tag) else ""


def never_asked(host: str, place: str) -> SourceError:
    """Give the error for an answer that is said to be as before, where nobody asked that."""
    return SourceError(
        f"{host} answers at {place} that nothing has changed, and was not asked whether it has.",
        hint=PAST_CACHES,
    )


def _name(address: str) -> str:
    return _NAME + sha256(address.encode("utf-8", "replace")).hexdigest()[:32]
