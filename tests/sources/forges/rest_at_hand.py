"""Reading forges that speak REST in tests: a project, everything it tells, and what is equal anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from folkmoot.i18n import Text, say
from folkmoot.model.forge import Item, Mark, Record, Remark
from folkmoot.model.source import Access
from folkmoot.sources.forges import open_forge
from folkmoot.sources.forges._project import Project
from sources.forges.rest_forge import RestForge

TOKEN = "t0ken-of-ada"  # noqa: S105 - invented
TOKENS = {
    "FOLKMOOT_GITLAB_TOKEN": TOKEN,
    "FOLKMOOT_FORGEJO_TOKEN": TOKEN,
    "FOLKMOOT_GITEA_TOKEN": TOKEN,
    "HOME": "/nowhere",
}


class Talk:
    """Whoever listens to a source: what it was told, and how long it was asked to sleep."""

    def __init__(self, tokens: dict[str, str] | None = None, *, named: bool = True) -> None:
        self.told: list[str] = []
        self.slept = 0.0
        own = TOKENS if tokens is None else tokens
        self.access = Access(own, named_by_user=named, tell=self.tell, sleep=self.sleep)

    def tell(self, text: Text) -> None:
        self.told.append(say(text))

    def sleep(self, seconds: float) -> None:
        self.slept += seconds


@contextmanager
def opened(forge: RestForge, talk: Talk | None = None, project: str = "ada/loom") -> Iterator[Project]:
    with forge.serving() as base:
        source = open_forge(f"{forge.brand}+{base}/{project}", (talk or Talk()).access)
        assert isinstance(source, Project)
        try:
            yield source
        finally:
            source.close()


def read(
    forge: RestForge,
    since: dict[str, str] | None = None,
    talk: Talk | None = None,
    project: str = "ada/loom",
) -> list[Record]:
    with opened(forge, talk, project) as source:
        records = list(source.records(since or {}))
        assert source.problems == []
        return records


def of(records: Iterable[Record], kind: type[Any]) -> list[Any]:
    return [record for record in records if isinstance(record, kind)]


def state(records: Iterable[Record]) -> dict[str, str]:
    return {mark.name: mark.value for mark in of(records, Mark)}


def bare(records: Iterable[Record]) -> Counter[Item | Remark]:
    """Give items and remarks without what each forge names or knows in its own way: ids, sizes, members."""
    found: Counter[Item | Remark] = Counter()
    for record in records:
        if isinstance(record, Item):
            found[record._replace(key="", association="", added=0, deleted=0, files=0)] += 1
        elif isinstance(record, Remark):
            found[record._replace(key="", association="")] += 1
    return found
