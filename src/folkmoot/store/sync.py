"""Bringing a store up to date with a repository: what is new is read, what is gone is dropped, once.

A sync first compares a mark of the repository's references with the one kept from last time; nothing new
costs nothing, and on a later day no more than writing down that it is known until then. Otherwise it reads
the commits that are not in the store yet, counts their lines, and rewrites what is derived from the whole
(places, changes, releases, persons). Where only lines are missing, they are counted and nothing else is
rewritten but persons. A rewritten history is noticed, because commits that no branch leads to any more are
dropped. After an update of Folkmoot that may read histories in another way, all commits are read again; their
lines, which git counts, are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from folkmoot.model.errors import StoreError
from folkmoot.model.event import DAY
from folkmoot.sources.git.contents import arrivals
from folkmoot.sources.git.graph import TOLERANCE
from folkmoot.sources.git.repository import Options, Repository, open_repository
from folkmoot.sources.git.unmerged import unmerged
from folkmoot.store.database import Connection, one, reading, schema_version
from folkmoot.store.derive import derive, forget_unused, write_paths
from folkmoot.store.intake import take
from folkmoot.store.ledger import Ledger
from folkmoot.store.linecount import count_lines
from folkmoot.store.people import resolve_people
from folkmoot.store.placing import graph_of
from folkmoot.store.projects import project_of_clone
from folkmoot.store.reach import write_uncounted
from folkmoot.store.reading_mark import reading_mark
from folkmoot.store.schema import SCHEMA_VERSION
from folkmoot.store.writer import writing

Progress = Callable[[str, int, int], None]
LINES = ("never", "auto", "always")
"""How much was counted: nothing, where contents were here, everything."""
LINES_OF = ("line_fact", "line_state")
READ = (
    "touch_fact", "touch_gap", "rename_fact", "trailer_fact", "mention_fact", "tool_fact", "parent_fact",
    "place", "commit_fact",
)  # fmt: skip


@dataclass(frozen=True)
class Synced:
    """What a sync found: the project's number and name, how much was new and gone, and as of when."""

    project: int
    name: str
    origin: str
    new_commits: int
    gone_commits: int
    updated_at: int
    was_current: bool
    lines_left: bool = False
    """Lines are still to be counted; the next sync does."""
    read_again: bool = False
    """Another version of Folkmoot had read the history; now it is read by the rules of this one."""


def sync(
    store: Path,
    repository: Repository,
    *,
    progress: Progress | None = None,
    waiting: Callable[[str], None] | None = None,
    at_once: int | None = None,
) -> Synced:
    """Bring `store` up to date with an open `repository`. Raises StoreBusyError, StoreError, SourceError.

    Where more than `at_once` commits are new, their lines are left to the next sync, so that what is known
    without them can be shown before.
    """
    known, has_lines, until = _known(store, repository)
    is_later = repository.updated_at // DAY > until // DAY
    if known and has_lines:
        # Whoever only reads a store, or reads it while another writes, has what there is.
        with suppress(StoreError):
            if is_later:
                with writing(store, wait=0, reads_views=False) as connection:
                    _go_on(connection, repository, known, progress or _silent)
        return Synced(known, repository.name, repository.origin, 0, 0, repository.updated_at, True)
    with writing(store, waiting=waiting, reads_views=False) as connection:
        if known and _is_read(connection, known, repository):
            if is_later:
                _go_on(connection, repository, known, progress or _silent)
            return _add_lines(connection, repository, known, progress or _silent)
        return _sync(connection, repository, progress or _silent, at_once)


def sync_origin(
    store: Path, origin: str, options: Options, *, progress: Progress | None = None,
    waiting: Callable[[str], None] | None = None,
) -> Synced:  # fmt: skip
    """Open the repository at `origin` and bring `store` up to date with it."""
    with open_repository(origin, options, progress) as repository:
        return sync(store, repository, progress=progress, waiting=waiting)


def _silent(what: str, done: int, of: int) -> None:
    """Show nothing."""


def _known(store: Path, repository: Repository) -> tuple[int, bool, int]:
    """Give the project's number when the store already has all there is, whether it has its lines too.

    And until when the project is known.
    """
    nothing = (0, False, 0)
    if not store.exists():
        return nothing
    with reading(store) as connection:
        if schema_version(connection) != SCHEMA_VERSION:
            return nothing
        row = one(connection, "select project from project where origin = ?", [repository.origin])
        if not row:
            return nothing
        project = int(row[0])
        state = _state(connection, project)
        if state.get("digest") != repository.digest or _is_others(state):
            return nothing
        return project, _counts_enough(state, repository), _until(connection, project)


def _until(connection: Connection, project: int) -> int:
    question = "select coalesce(max(until), 0) from coverage where project = ? and source = 'git'"
    return int(one(connection, question, [project])[0])


def _go_on(connection: Connection, repository: Repository, project: int, progress: Progress) -> None:
    """Write down that nothing has happened until now.

    What was dated after the moment until which it was known, by a clock that ran ahead, is dated anew.
    """
    known, latest = _until(connection, project), repository.updated_at + TOLERANCE
    ahead = """
        select 1 from commit_fact
        where project = ? and (authored_at between ? and ? or committed_at between ? and ?)
        union all select 1 from release_fact where project = ? and released_at >= ? limit 1"""
    if one(connection, ahead, [project, known + 1, latest, known + 1, latest, project, known]):
        _sync(connection, repository, progress, None)
    connection.execute(
        "update coverage set until = greatest(until, ?) where project = ? and source = 'git'",
        [repository.updated_at, project],
    )


def _is_read(connection: Connection, project: int, repository: Repository) -> bool:
    """Tell whether all but the lines is still read; who lacks trees may have fetched them since."""
    state = _state(connection, project)
    gaps = "select 1 from touch_gap g join commit_fact c on c.commit = g.commit where c.project = ? limit 1"
    is_current = state.get("digest") == repository.digest and not _is_others(state)
    return is_current and not one(connection, gaps, [project])


def _state(connection: Connection, project: int) -> dict[str, str]:
    return dict(connection.execute("select ref, sha from ref_state where project = ?", [project]).fetchall())


def _is_others(state: dict[str, str]) -> bool:
    """Tell whether a Folkmoot that may read histories in another way wrote it."""
    return bool(state) and state.get("read by") != reading_mark()


def _counts_enough(state: dict[str, str], repository: Repository) -> bool:
    wish = repository.options.lines if repository.counts_lines else "never"
    if wish == state.get("lines") == "auto" and state.get("arrivals") != arrivals(repository.git):
        return False  # what was lacking may be here now
    return LINES.index(state.get("lines", "never")) >= LINES.index(wish)


def _sync(connection: Connection, repository: Repository, progress: Progress, at_once: int | None) -> Synced:
    project = project_of_clone(connection, repository.origin, repository.came_from, repository.name)
    boundary = " ".join(sorted(repository.boundary))
    state = _state(connection, project)
    read_before = state.get("tips", "").split()
    is_deeper = state.get("boundary", boundary) != boundary
    is_others = _is_others(state)
    if is_deeper:
        _drop(connection, (*READ, *LINES_OF), "select commit from commit_fact where project = ?", [project])
    if is_deeper or is_others:
        read_before = []
    with unmerged(repository) as outside:
        ledger = Ledger(connection, project)
        if is_others:
            _drop(connection, READ, "select commit from commit_fact where project = ?", [project])
        # Where all is counted anyway, trees are compared once, for lines and what was touched together.
        at_one_go = repository.counts_lines and at_once is None and not (is_others or repository.is_partial)
        untouched = ledger.next_commit if at_one_go else None
        new = take(repository, ledger, read_before, progress, again=is_others, touches=not at_one_go)
        gone = 0
        ledger.flush()
        if is_others:
            gone = _drop_unread(connection, ledger)
        elif read_before and _leaves_commits_behind(repository, read_before):
            gone = _drop_unreachable(connection, repository, ledger)
        counts = repository.counts_lines and (at_once is None or new <= at_once)
        if counts:
            count_lines(connection, repository, ledger, progress, untouched=untouched)
        ledger.flush()
        progress("putting together", 0, 0)
        lacking = derive(connection, repository, ledger, outside, counts=counts)
    if state:
        forget_unused(connection, project)
    resolve_people(connection)
    lines = repository.options.lines if counts else "never"
    _remember(connection, project, {
        "digest": repository.digest, "tips": " ".join(repository.tips), "boundary": boundary,
        "read by": reading_mark(), "lines": _counted(lines, lacking), "arrivals": arrivals(repository.git),
    })  # fmt: skip
    return Synced(
        project, repository.name, repository.origin, new, gone, repository.updated_at, False,
        lines_left=repository.counts_lines and not counts, read_again=is_others,
    )  # fmt: skip


def _add_lines(connection: Connection, repository: Repository, project: int, progress: Progress) -> Synced:
    """Count the lines of a history that was read before, and rewrite only what follows from them."""
    ledger = Ledger(connection, project)
    known = len(ledger.paths)
    count_lines(connection, repository, ledger, progress)
    ledger.flush()
    progress("putting together", 0, 0)
    if len(ledger.paths) > known:
        graph = graph_of(connection, project, ledger.commits.values())
        landed = graph.landings(ledger.commits.get(repository.tip, 0))
        write_paths(connection, repository, ledger, landed)
    lacking = write_uncounted(connection, repository, project)
    resolve_people(connection)
    _remember(connection, project, {
        **_state(connection, project), "lines": _counted(repository.options.lines, lacking),
        "arrivals": arrivals(repository.git),
    })  # fmt: skip
    return Synced(project, repository.name, repository.origin, 0, 0, repository.updated_at, False)


def _counted(wish: str, lacking: int) -> str:
    """Say how much was counted: where nothing is lacking, everything."""
    return "always" if wish == "auto" and not lacking else wish


def _remember(connection: Connection, project: int, state: dict[str, str]) -> None:
    connection.execute("delete from ref_state where project = ?", [project])
    connection.executemany(
        "insert into ref_state values (?, ?, ?)", [[project, name, value] for name, value in state.items()]
    )


def _leaves_commits_behind(repository: Repository, read_before: list[str]) -> bool:
    """Tell whether what was read before is no longer all part of the history: it was rewritten."""
    git = repository.git
    if len(git.existing(read_before)) < len(read_before):
        return True
    beside = "".join([*(f"{tip}\n" for tip in read_before), *(f"^{tip}\n" for tip in repository.tips)])
    return bool(git.run("rev-list", "--max-count=1", "--stdin", stdin=beside.encode("ascii")).strip())


def _drop_unreachable(connection: Connection, repository: Repository, ledger: Ledger) -> int:
    """Drop commits that nothing leads to any more, and give how many there were."""
    rows = connection.execute("select commit from commit_fact where project = ?", [ledger.project]).fetchall()
    here = [number for (number,) in rows]
    graph = graph_of(connection, ledger.project, here)
    reachable = graph.reachable(ledger.commits[tip] for tip in repository.tips if tip in ledger.commits)
    gone = [number for number in here if number not in reachable]
    if gone:
        _drop(connection, (*READ, *LINES_OF), "select unnest(?::integer[])", [gone])
        ledger.forget(set(gone))
    return len(gone)


def _drop_unread(connection: Connection, ledger: Ledger) -> int:
    """Drop what is left of commits that were not there when all were read again, and give how many."""
    rows = connection.execute("select sha from commit_fact where project = ?", [ledger.project]).fetchall()
    here = {sha for (sha,) in rows}
    gone = [number for sha, number in ledger.commits.items() if sha not in here]
    if gone:
        _drop(connection, LINES_OF, "select unnest(?::integer[])", [gone])
        ledger.forget(set(gone))
    return len(gone)


def _drop(connection: Connection, tables: Iterable[str], chosen: str, values: list[object]) -> None:
    connection.execute(f"create or replace temp table dropped as {chosen}", values)
    for table in tables:
        connection.execute(f"delete from {table} where commit in (from dropped)")  # noqa: S608 - names above
    connection.execute("drop table dropped")
