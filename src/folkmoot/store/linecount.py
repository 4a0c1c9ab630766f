"""Counting the lines of commits that were not counted yet, and what they touched where that was not asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from folkmoot.sources.git.history import bounded
from folkmoot.sources.git.lines import count, missing_contents
from folkmoot.sources.git.repository import Repository
from folkmoot.store.database import Connection, give_back, one
from folkmoot.store.intake import take_touches
from folkmoot.store.ledger import Ledger, Numbers
from folkmoot.store.touched import Touched

Progress = Callable[[str, int, int], None]
MOST_LINES = (1 << 31) - 1


def count_lines(
    connection: Connection,
    repository: Repository,
    ledger: Ledger,
    progress: Progress,
    *,
    untouched: int | None = None,
) -> int:
    """Count the lines of every commit without a count, and give how many lack file contents.

    Merges and the commits at which a shallow clone ends have no lines of their own and are not counted.
    Commits numbered `untouched` or higher were taken without what they touched, which is asked for in the
    same go; where git fails at that, it is asked for apart, and lines are counted after it.
    """
    _retry(connection, repository, ledger.project)
    give_back(connection)
    lacking, untold = _count(connection, repository, ledger, progress, untouched)
    if untold is not None:
        if untouched is not None and untold:
            take_touches(repository, ledger, untold, untouched)
        ledger.flush()
        lacking += _count(connection, repository, ledger, progress, None)[0]
    return lacking


def _count(
    connection: Connection, repository: Repository, ledger: Ledger, progress: Progress, untouched: int | None
) -> tuple[int, list[str] | None]:
    """Give how many lack contents, and those of which nothing is known yet; None where git never failed."""
    asked = connection.execute(
        """select c.commit, g.commit is not null
        from commit_fact c
        left join line_state l on l.commit = c.commit
        left join touch_gap g on g.commit = c.commit
        where c.project = ? and c.parents < 2 and l.commit is null order by c.committed_at desc, c.commit""",
        [ledger.project],
    )
    called = {number: sha for sha, number in ledger.commits.items()}  # the very texts: the gits need the room
    rows = [(called[number], is_gap) for number, is_gap in asked.fetchall()]
    del called
    unreadable = {sha for sha, is_gap in rows if is_gap and sha not in repository.boundary}
    readable = [sha for sha, is_gap in rows if not is_gap and sha not in repository.boundary]
    del rows
    states = ledger.rows("line_state")
    states.extend((ledger.commits[sha], 0) for sha in unreadable)
    lacking, done, seen = len(unreadable), 0, 0
    touched = Touched(ledger)
    place = Places(ledger, touched.paths)
    untold: list[str] | None = None
    for batch in count(repository.git, readable, with_touches=untouched is not None):
        for sha, lines, touches in batch:
            number = ledger.commits[sha]
            if untouched is not None and touches is None:
                untold = untold or []
                untold += [sha] if number >= untouched else []
                continue
            if untouched is not None and touches and number >= untouched:
                seen = bounded(seen + len(touches))
                touched.write(number, touches)
            states.append((number, int(lines is not None)))
            lacking += lines is None
            if lines:
                place.write(number, lines)
        done += len(batch)
        ledger.spill()
        progress("counting lines", done, len(readable) + len(unreadable))
    return lacking, untold


def _retry(connection: Connection, repository: Repository, project: int) -> None:
    """Forget that contents were missing when they have come since: the newest such commit tells."""
    row = one(
        connection,
        """select c.sha from line_state l join commit_fact c on c.commit = l.commit
        where c.project = ? and l.is_counted = 0
            and l.commit not in (select commit from touch_gap)
        order by c.committed_at desc, c.commit limit 1""",
        [project],
    )
    if row and (repository.options.lines == "always" or not missing_contents(repository.git, [row[0]])):
        connection.execute(
            """delete from line_state where is_counted = 0 and commit in
            (select commit from commit_fact where project = ?)""",
            [project],
        )


class Places:
    """Writes the lines of commits; paths are remembered by their bytes."""

    def __init__(self, ledger: Ledger, paths: Numbers[bytes]) -> None:
        self.ledger = ledger
        self._known = paths

    def write(self, commit: int, lines: Iterable[tuple[bytes, int, int]]) -> None:
        """Write the lines of one commit, one row for each path."""
        known = self._known
        rows: dict[int, tuple[int, int, int, int]] = {}
        for path, added, deleted in lines:
            place = known[path]
            if place in rows:  # two names that differ only in bytes that are no text
                added, deleted = added + rows[place][2], deleted + rows[place][3]  # noqa: PLW2901
            rows[place] = (commit, place, min(added, MOST_LINES), min(deleted, MOST_LINES))
        self.ledger.rows("line_fact").extend(rows.values())
