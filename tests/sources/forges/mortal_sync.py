"""A sync through a served forge that may die in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from folkmoot.model.forge import Record
from folkmoot.sources.forges import open_forge
from folkmoot.store.forge_sync import sync_forge
from sources.forges.rest_at_hand import Talk
from sources.forges.rest_forge import RestForge
from store.test_forge_sync import Killed

ORIGIN = "https://example.org/ada/loom"


def sync(forge: RestForge, base: str, store: Path, alive: int = 10**9) -> None:
    """Sync, and die after so many records."""
    source: Any = open_forge(f"{forge.brand}+{base}/ada/loom", Talk().access)
    real = source.records

    def dying(since: Mapping[str, str]) -> Iterator[Record]:
        for count, record in enumerate(real(since)):
            if count == alive:
                raise Killed
            yield record

    source.records = dying
    try:
        sync_forge(store, ORIGIN, source)
    finally:
        source.close()
