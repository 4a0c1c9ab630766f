"""The fake forge for tests: invented projects, real dumps where they are, and what reading them gives."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "tools"))
import contracts  # noqa: E402 - from tools

from folkmoot.i18n import Text, say  # noqa: E402 - after tools
from folkmoot.model.forge import Item, Mark, Record, Remark  # noqa: E402 - after tools
from folkmoot.model.source import Access  # noqa: E402 - after tools
from folkmoot.sources.forges import open_forge  # noqa: E402 - after tools
from folkmoot.sources.forges.github import GitHub  # noqa: E402 - after tools

DUMPS = sorted((ROOT.parent / "shared" / "data" / "issues").glob("*.archive.json.gz"))
TODAY = 1_735_700_000
"""What the forge's clock says, in seconds since 1970: at the end of 2024."""
TOKEN = "t0ken-of-ada"  # noqa: S105 - invented

needs_schema = pytest.mark.skipif(
    not contracts.place("github.graphql").is_file(),
    reason="GitHub's published schema is not in the cache: run python tools/contracts.py",
)
needs_dumps = [
    pytest.mark.shared_data,
    pytest.mark.skipif(not DUMPS, reason="the real dumps are not there"),
]


class Talk:
    """Whoever listens to a source: what it was told, and how long it was asked to sleep."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.slept = 0.0
        self.access = Access(
            {"FOLKMOOT_GITHUB_TOKEN": TOKEN}, named_by_user=True, tell=self.tell, sleep=self.sleep
        )

    def tell(self, text: Text) -> None:
        self.told.append(say(text))

    def sleep(self, seconds: float) -> None:
        self.slept += seconds


def fake(project: dict[str, Any] | None = None, **switches: Any) -> Any:
    """Give a fake forge with one project, its clock set to `TODAY`."""
    from fake_forge.serving import FakeForge, Switches
    from fake_forge.worlds import invented

    project = project or invented()
    return FakeForge({project["nameWithOwner"]: project}, Switches(today=TODAY, **switches))


def facts(records: Iterable[Record]) -> Counter[Item | Remark]:
    """Give every item and remark; what only one of two sources counts is left out."""
    return Counter(
        record._replace(added=-1, deleted=-1, files=-1) if isinstance(record, Item) else record
        for record in records
        if isinstance(record, Item | Remark)
    )


@contextmanager
def opened(forge: Any, talk: Talk | None = None, project: str = "") -> Iterator[GitHub]:
    """Open the first project of a forge, or the one named."""
    with forge.serving() as base:
        source = open_forge(f"github+{base}/{project or next(iter(forge.world))}", (talk or Talk()).access)
        assert isinstance(source, GitHub)
        try:
            yield source
        finally:
            source.close()


def read(
    forge: Any, since: dict[str, str] | None = None, talk: Talk | None = None, project: str = ""
) -> list[Record]:
    with opened(forge, talk, project) as source:
        records = list(source.records(since or {}))
        assert source.problems == []
        return records


def of(records: list[Record], kind: type[Any]) -> list[Any]:
    return [record for record in records if isinstance(record, kind)]


def state(records: list[Record]) -> dict[str, str]:
    return {mark.name: mark.value for mark in of(records, Mark)}


def world(forge: Any) -> Any:
    return next(iter(forge.world.values()))
