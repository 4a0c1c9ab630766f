"""From the words of a command line to a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._advisories import existing_advisories
from folkmoot.cli._community import community_store
from folkmoot.cli._options import aliases, store_of
from folkmoot.model.errors import SourceError
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.cli._again import Again
    from folkmoot.cli._community import Chosen
    from folkmoot.model.check import Tree
    from folkmoot.model.community import Community
    from folkmoot.model.page import Report
    from folkmoot.sources.git.repository import Options, Repository
    from folkmoot.store.sync import Synced

AT_ONCE = 5_000
"""New commits of which the lines are counted before anything is shown: that takes a second or two."""
NOBODY_NAMED = (
    "A list of who opted out cannot be read, most likely because its key is not here: nobody is named. "
    "`folkmoot people opt-out --help` tells where the key lies."
)


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
    community: Chosen | None = None,
    groups: Sequence[str] = (),
    first: Callable[[Report], None] | None = None,
) -> Report:
    """Bring the store up to date with `origins` and give the report on them, as of `as_of` at the latest.

    Each of `forges` is read into the project it belongs to. Nothing is reported that lies after what a
    project's forge told: what is open would seem to wait since. Where `again` knows what was written last
    time, the report has no pages.

    Of a `community`, what cannot be read is told, and taken as it was read last time or else left out;
    several of its `groups` are compared.

    Before the lines of many commits are counted, `first` is given a report with nothing but the overview,
    which needs no lines.
    """
    from folkmoot.cli._forges import read_forges, refuse_unknown, refuse_unmatched, told_until
    from folkmoot.cli._progress import Bars
    from folkmoot.sources.git.repository import open_repository

    refuse_unmatched(forges, origins)
    if community is not None and not options.offline:
        refuse_unknown(community.forges)
    chosen = store_of(store, origins)
    if community is not None:
        chosen = store or community_store(community.path, community.community.store)
    bars = Bars()
    with ExitStack() as opened:
        projects: list[tuple[int, str]] = []
        read: list[Synced] = []
        trees: dict[int, Tree] = {}
        updated: dict[int, int] = {}
        repositories: dict[int, Repository] = {}
        found: list[Repository] = []
        places: list[str] = []
        for origin in origins:
            for wish in (options, replace(options, offline=True)):
                with _left_out(community, origin):
                    found.append(opened.enter_context(open_repository(origin, wish, bars)))
                    places.append(origin)
                    break
        if not found:
            raise SourceError(
                "None of the repositories can be read.", hint="see above why each was left out."
            )
        moments = {one.origin: min(as_of or one.updated_at, one.updated_at) for one in found}
        if len(found) == 1 and not chosen.exists():
            opened.enter_context(found[0].begun())
        if again and again.knows(chosen, found, moments):
            from folkmoot.model.page import Report

            return Report("", "", ())
        from folkmoot.model.coverage import common_end
        from folkmoot.store.database import connect
        from folkmoot.store.forge_sync import forge_until
        from folkmoot.store.sync import sync
        from folkmoot.store.withheld import lists
        from folkmoot.store.writer import refresh
        from folkmoot.views.look import RESPONSE_DAYS
        from folkmoot.views.report import build_report, ready

        ready(slugs)
        is_told: list[str] = []

        def put_together(slugs: Sequence[str], *, is_early: bool = False) -> Report:
            refresh(chosen)
            if again:
                again.watch()
            with connect(chosen, read_only=True) as connection:
                if lists(connection).is_closed and not is_told:
                    is_told.append(NOBODY_NAMED)
                    click.echo(NOBODY_NAMED, err=True)
                    if again:
                        again.forget()
                for project, name in projects:
                    end = common_end(updated[project], forge_until(connection, project))
                    if end < updated[project]:
                        updated[project] = end
                        told_until(name, end)
                        if again:
                            again.forget()
                return build_report(
                    connection,
                    subject=_subject(community, groups, projects),
                    made_at=clock.moment().isoformat(),
                    projects=projects,
                    together=together,
                    trees=trees,
                    pseudonyms=aliases() if pseudonyms else None,
                    as_of=updated,
                    slugs=slugs,
                    repositories=repositories,
                    groups=_groups(community, groups, named) if len(groups) > 1 else None,
                    parameters=parameters_of(community.community) if community else {},
                    response_days=(community.community.response_days if community else None) or RESPONSE_DAYS,
                    advisories=existing_advisories(),
                    privacy=community.community.privacy if community else None,
                    is_past=bool(as_of),
                    is_early=is_early,
                )

        named: dict[str, int] = {}
        for origin, repository in zip(places, found, strict=True):
            with _left_out(community, origin):
                synced = sync(
                    chosen, repository, progress=bars, waiting=bars.waiting,
                    at_once=AT_ONCE if first else None,
                )  # fmt: skip
                named[origin] = synced.project
            bars.close()
            if origin not in named:
                continue
            read.append(synced)
            for forge in community.forges_of(origin) if community and not options.offline else ():
                with _left_out(community, forge):
                    read_forges(chosen, (forge,), [synced], bars)
            if synced.project not in dict(projects):
                projects.append((synced.project, synced.name))
            trees[synced.project] = repository.tree
            repositories[synced.project] = repository
            updated[synced.project] = min(as_of or synced.updated_at, synced.updated_at)
        read_forges(chosen, forges, read, bars)
        if first and (left := [one.project for one in read if one.lines_left]):
            first(put_together(("overview",), is_early=True))
            for project in left:
                with _left_out(community, repositories[project].origin):
                    sync(chosen, repositories[project], progress=bars, waiting=bars.waiting)
                bars.close()
        return put_together(slugs)


def parameters_of(community: Community) -> dict[str, int | float | str]:
    """Give what a community sets for metrics: its days of rest and its hours of work."""
    own: dict[str, int | float | str] = {}
    if community.working_days:
        rest = [str(day) for day in range(1, 8) if day not in community.working_days]
        # No weekday is 0: whoever works on every day has no day of rest.
        own["rest_days"] = ", ".join(rest) or "0"
    if community.working_hours:
        own["office_from"], own["office_until"] = community.working_hours
    return own


@contextmanager
def _left_out(community: Chosen | None, place: str) -> Iterator[None]:
    """Let a community's report go on without a source that cannot be read; it is told."""
    try:
        yield
    except SourceError as error:
        if community is None:
            raise
        community.failed(place, error)


def _groups(
    community: Chosen | None, groups: Sequence[str], named: Mapping[str, int]
) -> dict[str, tuple[int, ...]]:
    """Give the projects of each group that is asked for, as far as they were read."""
    if community is None:
        return {}
    from folkmoot.sources.community_repositories import members

    columns = {}
    for group in groups:
        inside = [named[one.origin] for one in members(community.community, group, community.found)
                  if one.origin in named]  # fmt: skip
        if not inside:
            raise SourceError(
                f"None of the repositories of the group {group!r} can be read.",
                hint="see above why each was left out, or leave the group out.",
            )
        columns[group] = tuple(dict.fromkeys(inside))
    return columns


def _subject(community: Chosen | None, groups: Sequence[str], projects: Sequence[tuple[int, str]]) -> str:
    """Give the name a report goes by."""
    called = community.community.name if community else ""
    if groups:
        return f"{called}: {', '.join(groups)}" if called else ", ".join(groups)
    return called or ", ".join(name for _, name in projects)
