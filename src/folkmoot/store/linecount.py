"""Counting the lines of commits that were not counted yet."""

from __future__ import annotations

from collections.abc import Callable

from folkmoot.model.fact import LineFact
from folkmoot.sources.git.lines import count
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.text import text
from folkmoot.store.database import Connection
from folkmoot.store.ledger import Ledger

Progress = Callable[[str, int, int], None]


def count_lines(connection: Connection, repository: Repository, ledger: Ledger, progress: Progress) -> int:
    """Count the lines of every commit without a count, and give how many lack file contents.

    Merges and the commits at which a shallow clone ends have no lines of their own and are not counted.
    """
    if repository.options.lines == "always":
        connection.execute(
            "delete from line_state where is_counted = 0 and commit in "
            "(select commit from commit_fact where project = ?)",
            [ledger.project],
        )
    rows = connection.execute(
        """select c.sha, c.commit from commit_fact c left join line_state l on l.commit = c.commit
        where c.project = ? and c.parents < 2 and l.commit is null order by c.committed_at desc, c.commit""",
        [ledger.project],
    ).fetchall()
    numbers: dict[str, int] = {sha: number for sha, number in rows if sha not in repository.boundary}
    known: dict[bytes, int] = {}
    done = lacking = 0
    for batch in count(repository.git, list(numbers)):
        for sha, lines in batch:
            number = numbers[sha]
            ledger.add("line_state", (number, int(lines is not None)))
            lacking += lines is None
            for path, added, deleted in lines or ():
                place = known.get(path)
                if place is None:
                    place = known[path] = ledger.path(text(path))
                ledger.add("line_fact", LineFact(number, place, added, deleted))
        done += len(batch)
        progress("counting lines", done, len(numbers))
    return lacking
