"""From the words of a command line to a report, and from what was rendered to a file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from folkmoot.cli._options import aliases, store_of
from folkmoot.model.errors import FolkmootError

if TYPE_CHECKING:
    from folkmoot.model.check import Tree
    from folkmoot.model.page import Report
    from folkmoot.sources.git.repository import Options
    from folkmoot.store.sync import Synced

DAY = 86_400


def made(
    origins: list[str],
    store: Path | None,
    options: Options,
    *,
    together: bool,
    pseudonyms: bool,
    as_of: int | None,
    slugs: tuple[str, ...] = (),
    forges: Sequence[str] = (),
) -> Report:
    """Bring the store up to date with `origins` and give the report on them, as of `as_of` at the latest.

    Each of `forges` is read into the project it belongs to. Nothing is reported that lies after what a
    project's forge told: what is open would seem to wait since.
    """
    from folkmoot.cli._forges import read_forges, told_until
    from folkmoot.cli._progress import Bars
    from folkmoot.sources.git.repository import open_repository
    from folkmoot.store.database import connect
    from folkmoot.store.forge_sync import forge_until
    from folkmoot.store.sync import sync
    from folkmoot.views import build_report

    chosen = store_of(store, origins)
    bars = Bars()
    with ExitStack() as opened:
        projects: list[tuple[int, str]] = []
        read: list[Synced] = []
        trees: dict[int, Tree] = {}
        updated: dict[int, int] = {}
        for origin in origins:
            repository = opened.enter_context(open_repository(origin, options, bars))
            synced = sync(chosen, repository, progress=bars, waiting=bars.waiting)
            bars.close()
            read.append(synced)
            if synced.project not in dict(projects):
                projects.append((synced.project, synced.name))
            trees[synced.project] = repository.tree
            updated[synced.project] = min(as_of or synced.updated_at, synced.updated_at)
        read_forges(chosen, forges, read, bars)
        with connect(chosen, read_only=True) as connection:
            for project, name in projects:
                told = forge_until(connection, project)
                if told and told + DAY < updated[project]:
                    updated[project] = told
                    told_until(name, told)
            return build_report(
                connection,
                subject=", ".join(name for _, name in projects),
                made_at=datetime.now(UTC).isoformat(timespec="seconds"),
                projects=projects,
                together=together,
                trees=trees,
                pseudonyms=aliases() if pseudonyms else None,
                as_of=updated,
                slugs=slugs,
            )


def write(place: str, content: str) -> None:
    """Write a file whole. Raises FolkmootError when it cannot be written."""
    try:
        Path(place).write_text(content, encoding="utf-8", newline="")
    except OSError as error:
        raise FolkmootError(
            f"{place} cannot be written: {error.strerror}.", hint="name a place in a folder you can write to."
        ) from error
