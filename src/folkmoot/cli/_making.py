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
    from folkmoot.cli._again import Again
    from folkmoot.model.check import Tree
    from folkmoot.model.page import Report
    from folkmoot.sources.git.repository import Options, Repository
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
    again: Again | None = None,
) -> Report:
    """Bring the store up to date with `origins` and give the report on them, as of `as_of` at the latest.

    Each of `forges` is read into the project it belongs to. Nothing is reported that lies after what a
    project's forge told: what is open would seem to wait since. Where `again` knows what was written last
    time, the report has no pages.
    """
    from folkmoot.cli._forges import read_forges, told_until
    from folkmoot.cli._progress import Bars
    from folkmoot.model.page import Report
    from folkmoot.sources.git.repository import open_repository

    chosen = store_of(store, origins)
    bars = Bars()
    with ExitStack() as opened:
        projects: list[tuple[int, str]] = []
        read: list[Synced] = []
        trees: dict[int, Tree] = {}
        updated: dict[int, int] = {}
        repositories: dict[int, Repository] = {}
        found = [opened.enter_context(open_repository(origin, options, bars)) for origin in origins]
        moments = {one.origin: min(as_of or one.updated_at, one.updated_at) for one in found}
        if again and again.knows(chosen, found, moments):
            return Report("", "", ())
        if len(found) == 1 and not chosen.exists():
            opened.enter_context(found[0].begun())
        from folkmoot.store.database import connect
        from folkmoot.store.forge_sync import forge_until
        from folkmoot.store.sync import sync
        from folkmoot.views import build_report

        for repository in found:
            synced = sync(chosen, repository, progress=bars, waiting=bars.waiting)
            bars.close()
            read.append(synced)
            if synced.project not in dict(projects):
                projects.append((synced.project, synced.name))
            trees[synced.project] = repository.tree
            repositories[synced.project] = repository
            updated[synced.project] = min(as_of or synced.updated_at, synced.updated_at)
        read_forges(chosen, forges, read, bars)
        if again:
            again.watch()
        with connect(chosen, read_only=True) as connection:
            for project, name in projects:
                told = forge_until(connection, project)
                if told and told + DAY < updated[project]:
                    updated[project] = told
                    told_until(name, told)
                    if again:
                        again.forget()
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
                repositories=repositories,
            )


def write(place: str, content: str) -> None:
    """Write a file whole. Raises FolkmootError when it cannot be written."""
    try:
        Path(place).write_text(content, encoding="utf-8", newline="")
    except OSError as error:
        raise FolkmootError(
            f"{place} cannot be written: {error.strerror}.", hint="name a place in a folder you can write to."
        ) from error
