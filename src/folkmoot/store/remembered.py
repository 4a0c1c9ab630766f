"""What was worked out from a commit, remembered in the user's cache so that the next run need not repeat it.

A commit never changes, so neither does what follows from it: the key names the commit and everything else
that decides the answer. It is a cache and never a source: a missing, damaged or foreign file is no error and
only costs the work again. Nothing is believed because it lies there longer; the newest files are kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from folkmoot.sources.user_folders import cache_folder
from folkmoot.store.erasing import erased

MOST_FILES = 60
MOST_BYTES = 64_000_000
FORM = 1


def remembered(kind: str, key: Iterable[str]) -> Any:
    """Give what was remembered under a key, as plain JSON data; None when nothing was."""
    words = [kind, *key]
    place = _place(words)
    try:
        if place.stat().st_size > MOST_BYTES:
            return None
        found = json.loads(place.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("form") != FORM or found.get("key") != words:
        return None
    return found.get("value")


def remember(kind: str, key: Iterable[str], value: Any) -> None:
    """Remember JSON data under a key; where that cannot be written, nothing happens.

    What names somebody who was erased is not remembered: it is worked out again, and cleaned again.
    """
    words = [kind, *key]
    listed = erased()
    if listed and any(listed.scrub(text) != text for text in _texts([words, value])):
        return
    place = _place(words)
    content = json.dumps({"form": FORM, "key": words, "value": value}, separators=(",", ":")).encode()
    if len(content) > MOST_BYTES:
        return
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, suffix=".new")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(place)
        _forget_old(place.parent)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in JSON data, names of fields too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for part in pair for text in _texts(part))
    elif isinstance(value, list | tuple):
        yield from (text for part in value for text in _texts(part))


def _place(words: list[str]) -> Path:
    mark = hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return cache_folder() / "remembered" / f"{mark}.json"


def _forget_old(folder: Path) -> None:
    """Keep the files written last, and nothing that a killed run left half written for a day."""
    files = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[MOST_FILES:]:
        path.unlink(missing_ok=True)
