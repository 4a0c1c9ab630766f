"""Counting the lines of commits that were not counted yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from folkmoot.sources.git.lines import count, missing_contents
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.text import text
from folkmoot.store.database import Connection, give_back, one
from folkmoot.store.ledger import Ledger, Numbers

Progress = Callable[[str, int, int], None]
MOST_LINES = (1 << 31) - 1


def count_lines(connection: Connection, repository: Repository, ledger: Ledger, progress: Progress) -> int:
    """Count the lines of every commit without a count, and give how many lack file contents.

    Merges and the commits at which a shallow clone ends have no lines of their own and are not counted.
    """
    _retry(connection, repository, ledger.project)
    give_back(connection)
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
    lacking, done = len(unreadable), 0
    place = Places(ledger)
    for batch in count(repository.git, readable):
        for sha, lines in batch:
            number = ledger.commits[sha]
            states.append((number, int(lines is not None)))
            lacking += lines is None
            if lines:
                place.write(number, lines)
        done += len(batch)
        ledger.spill()
        progress("counting lines", done, len(readable) + len(unreadable))
    return lacking


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

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._known = Numbers[bytes](lambda path: ledger.path(text(path)))

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
