"""How far a store's knowledge of a project reaches, and what is missing: the coverage of its numbers."""

from __future__ import annotations

import time

from folkmoot.i18n import Message, Text
from folkmoot.model.coverage import Quality
from folkmoot.sources.git.repository import Repository
from folkmoot.store.database import Connection, one
from folkmoot.store.notes import read, written

SHALLOW = (
    "This is a shallow clone: what happened before {day} is not here. `git fetch --unshallow` brings it."
)
UNDATED = (
    "Commits with dates that cannot be true: {undated} of {commits}; "
    "they are dated by their place in the history."
)
UNTOUCHED = (
    "Commits without their trees in this clone: {untouched} of {commits}; which files they changed "
    "is not known. `git fetch --refetch --filter=blob:none` brings them."
)
UNCOUNTED = "Commits without line counts: {lacking} of {commits}; `--lines always` makes them."
LACKING = "Commits without file contents in this clone: {lacking} of {commits}; their lines are not counted."


def write_coverage(
    connection: Connection, repository: Repository, project: int, undated: int, *, counts: bool
) -> int:
    """Say how far the facts of a project reach, and give how many of its commits have no line counts.

    `undated` is how many carry dates that cannot be true; `counts`: lines were counted where contents are.
    """
    (since, commits) = one(
        connection,
        """select coalesce(min(p.dated_at), 0), count(*)
        from place p join commit_fact c on c.commit = p.commit where c.project = ?""",
        [project],
    )
    lacking = _lacking(connection, repository, project)
    (untouched,) = one(
        connection,
        "select count(*) from touch_gap g join commit_fact c on c.commit = g.commit where c.project = ?",
        [project],
    )
    notes: list[Text] = [""]
    if repository.boundary:
        notes.append(Message(SHALLOW, {"day": time.strftime("%Y-%m-%d", time.gmtime(since))}))
    if undated:
        notes.append(Message(UNDATED, {"undated": undated, "commits": commits}))
    if untouched:
        notes.append(Message(UNTOUCHED, {"untouched": untouched, "commits": commits}))
    if lacking:
        notes.append(_without_lines(lacking, commits, counts=counts))
    is_short = bool(repository.boundary or untouched)
    quality = Quality.LOWER_BOUND if is_short else Quality.COMPLETE
    connection.execute("delete from coverage where project = ? and source = 'git'", [project])
    connection.executemany(
        "insert into coverage values (?, 'git', ?, ?, ?, ?)",
        [[project, since, repository.updated_at, quality.value, written(note)] for note in notes],
    )
    return lacking


def write_uncounted(connection: Connection, repository: Repository, project: int) -> int:
    """Say anew, after lines alone were counted, how many commits have none, and give how many."""
    rows = connection.execute(
        """select since, until, quality, note from coverage
        where project = ? and source = 'git' order by rowid""",
        [project],
    ).fetchall()
    (commits,) = one(connection, "select count(*) from commit_fact where project = ?", [project])
    lacking = _lacking(connection, repository, project)
    kept = [row for row in rows if getattr(read(row[3]), "text", "") not in (LACKING, UNCOUNTED)]
    if lacking:
        kept.append((*rows[0][:3], written(_without_lines(lacking, commits, counts=True))))
    connection.execute("delete from coverage where project = ? and source = 'git'", [project])
    connection.executemany(
        "insert into coverage values (?, 'git', ?, ?, ?, ?)", [[project, *row] for row in kept]
    )
    return lacking


def _without_lines(lacking: int, commits: int, *, counts: bool) -> Message:
    return Message(LACKING if counts else UNCOUNTED, {"lacking": lacking, "commits": commits})


def _lacking(connection: Connection, repository: Repository, project: int) -> int:
    """Give how many commits have no line counts, merges and the ends of a shallow clone left out."""
    (lacking,) = one(
        connection,
        """select count(*) from commit_fact c left join line_state l on l.commit = c.commit
        where c.project = ? and c.parents < 2 and coalesce(l.is_counted, 0) = 0
            and not list_contains(?, c.sha)""",
        [project, sorted(repository.boundary)],
    )
    return int(lacking)
