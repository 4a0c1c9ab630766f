"""From the words of a command line to a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._advisories import existing_advisories
from folkmoot.cli._community import community_store
from folkmoot.cli._options import READ_AGAIN, aliases, store_of
from folkmoot.i18n import Message, say
from folkmoot.model.errors import SourceError
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.cli._again import Again
    from folkmoot.cli._community import Chosen
    from folkmoot.cli._progress import Bars
    from folkmoot.model.check import Tree
    from folkmoot.model.community import Community
    from folkmoot.model.page import Report
    from folkmoot.sources.git.repository import Options, Repository
    from folkmoot.store.database import Connection
    from folkmoot.store.sync import Synced

AT_ONCE = 5_000
"""New commits of which the lines are counted before anything is shown: that takes a second or two."""
MOST_NAMED, FIRST_NAMED = 8, 3
"""Projects that the title of a report names, and those it names of more."""
SOME_NAMED = "{named} and {more} more"
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
    prepare: Callable[[], None] | None = None,
) -> Report:
    """Bring the store up to date with `origins` and give the report on them, as of `as_of` at the latest.

    Each of `forges` is read into the project it belongs to. Nothing is reported that lies after what a
    project's forge told: what is open would seem to wait since. Where `again` knows what was written last
    time, the report has no pages.

    Of a `community`, what cannot be read is told, and taken as it was read last time or else left out;
    several of its `groups` are compared.

    Before the lines of many commits are counted, `first` is given a report with nothing but the overview,
    which needs no lines. `prepare` gets ready what writes a report, in a thread of its own while the engine
    counts.
    """
    from folkmoot.cli._forges import askable, read_forges, refuse_unknown, refuse_unmatched
    from folkmoot.cli._progress import Bars

    refuse_unmatched(forges, origins)
    if community is not None:
        refuse_unknown(askable(community.forges, offline=options.offline))
    chosen = store_of(store, origins)
    if community is not None:
        chosen = store or community_store(community.path, community.community.store)
    making = _Making(
        chosen, options, Bars(), community, groups, again, together, pseudonyms, as_of, prepare
    )  # fmt: skip
    with ExitStack() as opened:
        found = making.opened(opened, origins)
        repositories = [repository for _, repository in found]
        if len(found) == 1 and not chosen.exists():
            opened.enter_context(repositories[0].begun())
        moments = {one.origin: making.moment(one.updated_at) for one in repositories}
        if again and again.knows(chosen, repositories, moments):
            from folkmoot.model.page import Report

            return Report("", "", ())
        from folkmoot.views.report import ready

        ready(slugs)
        for origin, repository in found:
            making.read(origin, repository, at_once=AT_ONCE if first else None)
            repository.tree.one_of(len(found))
        read_forges(chosen, forges, making.synced, making.bars)
        if first and (left := [one.project for one in making.synced if one.lines_left]):
            first(making.report(("overview",), is_early=True))
            for project in left:
                making.count_lines(project)
        return making.report(slugs)


@dataclass
class _Making:
    """A report in the making: what is asked of it, then what was read for it, by number of the project.

    `projects` are in the order in which they were asked for; `named` gives their numbers by origin.
    """

    store: Path
    options: Options
    bars: Bars
    community: Chosen | None
    groups: Sequence[str]
    again: Again | None
    together: bool
    pseudonyms: bool
    as_of: int | None
    prepare: Callable[[], None] | None = None
    synced: list[Synced] = field(default_factory=list)
    projects: list[tuple[int, str]] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)
    trees: dict[int, Tree] = field(default_factory=dict)
    repositories: dict[int, Repository] = field(default_factory=dict)
    until: dict[int, int] = field(default_factory=dict)
    is_told: bool = False

    def moment(self, known_until: int) -> int:
        """Give the moment at which a project that is known until then is looked at."""
        return min(self.as_of or known_until, known_until)

    def opened(self, stack: ExitStack, origins: list[str]) -> list[tuple[str, Repository]]:
        """Open what can be opened; of a community, as it was read last time where it cannot be reached."""
        from folkmoot.sources.git.repository import open_repository

        found: list[tuple[str, Repository]] = []
        for origin in origins:
            for wish in (self.options, replace(self.options, offline=True)):
                with _left_out(self.community, origin):
                    found.append((origin, stack.enter_context(open_repository(origin, wish, self.bars))))
                    break
        if not found:
            raise SourceError(
                "None of the repositories can be read.", hint="see above why each was left out."
            )
        return found

    def read(self, origin: str, repository: Repository, at_once: int | None) -> None:
        """Bring the store up to date with one repository, and with what a community says are its forges."""
        from folkmoot.cli._forges import askable, read_forges

        synced = self._sync(origin, repository, at_once)
        if synced is None:
            return
        if synced.read_again and not any(one.read_again for one in self.synced):
            click.echo(f"{synced.name}: {READ_AGAIN}", err=True)
        self.synced.append(synced)
        own = self.community.forges_of(origin) if self.community else ()
        for forge in askable(own, offline=self.options.offline):
            with _left_out(self.community, forge):
                read_forges(self.store, (forge,), [synced], self.bars)
        project = self.named[origin] = synced.project
        if project not in self.until:
            self.projects.append((project, synced.name))
        self.repositories[project] = repository
        self.until[project] = self.moment(synced.updated_at)
        self.trees[project] = self._tree(repository, self.until[project])

    def _tree(self, repository: Repository, moment: int) -> Tree:
        """Give the files there were then, where an earlier day was asked for."""
        if self.as_of is None:
            return repository.tree
        from folkmoot.sources.git.earlier import tree_at

        return tree_at(repository, moment)

    def count_lines(self, project: int) -> None:
        """Count the lines that were left for later."""
        repository = self.repositories[project]
        self._sync(repository.origin, repository)

    def _sync(self, origin: str, repository: Repository, at_once: int | None = None) -> Synced | None:
        """Bring the store up to date with a repository; None where a community goes on without it."""
        from folkmoot.store.sync import sync

        bars = self.bars
        try:
            return sync(self.store, repository, progress=bars, waiting=bars.waiting, at_once=at_once)
        except SourceError as error:
            if self.community is None:
                raise
            self.community.failed(origin, error)
            return None
        finally:
            bars.close()

    def report(self, slugs: Sequence[str], *, is_early: bool = False) -> Report:
        """Give the report on what was read."""
        from concurrent.futures import ThreadPoolExecutor

        from folkmoot.store.database import connect
        from folkmoot.store.naming import told_apart
        from folkmoot.store.writer import refresh
        from folkmoot.views.look import RESPONSE_DAYS
        from folkmoot.views.report import build_report

        refresh(self.store)
        if self.again:
            self.again.watch()
        community = self.community.community if self.community else None
        with ThreadPoolExecutor(1) as beside, connect(self.store, read_only=True) as connection:
            if self.prepare:
                beside.submit(self.prepare)
            self._heed(connection)
            projects = told_apart(connection, self.projects, by_place=not self.pseudonyms)
            return build_report(
                connection,
                subject=_subject(self.community, self.groups, projects),
                made_at=clock.moment().isoformat(),
                projects=projects,
                together=self.together,
                trees=self.trees,
                pseudonyms=aliases() if self.pseudonyms else None,
                as_of=self.until,
                slugs=slugs,
                repositories=self.repositories,
                groups=self._columns(),
                parameters=parameters_of(community) if community else {},
                response_days=(community.response_days if community else None) or RESPONSE_DAYS,
                advisories=existing_advisories(),
                privacy=community.privacy if community else None,
                is_past=bool(self.as_of),
                is_early=is_early,
            )

    def _columns(self) -> dict[str, tuple[int, ...]] | None:
        """Give the projects of each group, where several are compared."""
        if self.community is None or len(self.groups) < 2:
            return None
        return {group: self.community.projects_in(group, self.named) for group in self.groups}

    def _heed(self, connection: Connection) -> None:
        """Heed lists that cannot be read, and forges that were read less far; who asked is told once."""
        from folkmoot.cli._forges import told_until
        from folkmoot.model.coverage import common_end
        from folkmoot.store.forge_sync import forge_until
        from folkmoot.store.withheld import lists

        news = False
        if lists(connection).is_closed and not self.is_told:
            self.is_told = news = True
            click.echo(NOBODY_NAMED, err=True)
        for project, name in self.projects:
            end = common_end(self.until[project], forge_until(connection, project))
            if end < self.until[project]:
                self.until[project] = end
                told_until(name, end)
                news = True
        if news and self.again:
            self.again.forget()


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


def _subject(community: Chosen | None, groups: Sequence[str], projects: Sequence[tuple[int, str]]) -> str:
    """Give the name a report goes by."""
    called = community.community.name if community else ""
    if groups:
        return f"{called}: {', '.join(groups)}" if called else ", ".join(groups)
    if not called and len(projects) > MOST_NAMED:
        named = ", ".join(name for _, name in projects[:FIRST_NAMED])
        return say(Message(SOME_NAMED, {"named": named, "more": len(projects) - FIRST_NAMED}))
    return called or ", ".join(name for _, name in projects)
