"""Counting the lines of commits that were not counted yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from folkmoot.sources.git.lines import count, missing_contents
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.text import text
from folkmoot.store.database import Connection, one
from folkmoot.store.ledger import Ledger, Numbers

Progress = Callable[[str, int, int], None]
MOST_LINES = (1 << 31) - 1


def count_lines(connection: Connection, repository: Repository, ledger: Ledger, progress: Progress) -> int:
    """Count the lines of every commit without a count, and give how many lack file contents.

    Merges and the commits at which a shallow clone ends have no lines of their own and are not counted.
    """
    _retry(connection, repository, ledger.project)
    rows = connection.execute(
        """select c.sha, c.commit, g.commit is not null
        from commit_fact c
        left join line_state l on l.commit = c.commit
        left join touch_gap g on g.commit = c.commit
        where c.project = ? and c.parents < 2 and l.commit is null order by c.committed_at desc, c.commit""",
        [ledger.project],
    ).fetchall()
    numbers: dict[str, int] = {sha: number for sha, number, _ in rows if sha not in repository.boundary}
    unreadable = {sha for sha, _, is_gap in rows if is_gap and sha in numbers}
    del rows  # the gits that count need the room
    states = ledger.rows("line_state")
    states.extend((numbers[sha], 0) for sha in unreadable)
    lacking, done = len(unreadable), 0
    place = Places(ledger)
    for batch in count(repository.git, [sha for sha in numbers if sha not in unreadable]):
        for sha, lines in batch:
            number = numbers[sha]
            states.append((number, int(lines is not None)))
            lacking += lines is None
            if lines:
                place.write(number, lines)
        done += len(batch)
        ledger.spill()
        progress("counting lines", done, len(numbers))
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
