"""Stores filled from repositories, and what is in them, by names instead of each store's own numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.store.database import connect
from folkmoot.store.notes import read
from folkmoot.store.sync import Synced, sync
from sources.git.repositories import Repository

QUESTIONS = {
    "commits": """select p.name, c.sha, a.name, a.email, k.name, k.email, c.authored_at, c.authored_offset,
        c.committed_at, c.committed_offset, c.parents, c.is_signed, c.subject
        from commit_fact c join project p using (project) join identity a on a.identity = c.author
        join identity k on k.identity = c.committer""",
    "parents": """select c.sha, e.ordinal, d.sha from parent_fact e join commit_fact c on c.commit = e.commit
        join commit_fact d on d.commit = e.parent""",
    "touches": """select c.sha, f.name, t.status from touch_fact t join commit_fact c using (commit)
        join path_fact f on f.path = t.path""",
    "lines": """select c.sha, f.name, l.added, l.deleted from line_fact l join commit_fact c using (commit)
        join path_fact f on f.path = l.path""",
    "counted": "select c.sha, l.is_counted from line_state l join commit_fact c using (commit)",
    "gaps": "select c.sha from touch_gap g join commit_fact c using (commit)",
    "renames": """select c.sha, o.name, n.name from rename_fact r join commit_fact c using (commit)
        join path_fact o on o.path = r.old_path join path_fact n on n.path = r.new_path""",
    "trailers": """select c.sha, t.ordinal, t.kind, i.name, i.email from trailer_fact t
        join commit_fact c using (commit) join identity i on i.identity = t.identity""",
    "mentions": "select c.sha, m.number, m.rule from mention_fact m join commit_fact c using (commit)",
    "tools": "select c.sha, t.tool from tool_fact t join commit_fact c using (commit)",
    "places": """select c.sha, p.is_default, p.is_mainline, coalesce(l.sha, ''), p.dated_at from place p
        join commit_fact c on c.commit = p.commit left join commit_fact l on l.commit = p.landed_by""",
    "paths": """select p.name, o.directory, o.content, o.locale, h.name from path_fact p
        join path_class o on o.path = p.path join path_fact h on h.path = o.head_path""",
    "files": "select p.name from file_fact f join path_fact p on p.path = f.path",
    "changes": """select f.number, coalesce(a.email, ''), f.opened_at, f.state, f.merged_at,
        coalesce(m.email, ''), coalesce(c.sha, ''), f.rule from change_fact f
        left join identity a on a.identity = f.author left join identity m on m.identity = f.merged_by
        left join commit_fact c on c.commit = f.landing""",
    "releases": """select r.tag, coalesce(c.sha, ''), coalesce(i.email, ''), r.released_at, r.released_offset,
        r.is_prerelease from release_fact r left join commit_fact c on c.commit = r.commit
        left join identity i on i.identity = r.tagger""",
    "identities": """select i.name, i.email, p.name, p.is_bot from identity i
        join identity_person ip on ip.identity = i.identity join person p on p.person = ip.person""",
    "branches": "select i.name, i.email from branch_author b join identity i using (identity)",
    "persons": "select name, is_bot, is_ai, bot_rule from person",
    "documents": "select name, content from document",
    "coverage": "select since, quality, note from coverage",
}


def bring(store: Path, place: Path | str, **options: Any) -> Synced:
    """Sync `place` into `store`."""
    with open_repository(str(place), Options(**options)) as opened:
        return sync(store, opened)


def ask(store: Path, question: str) -> list[tuple[Any, ...]]:
    """Give the rows of an answer, sorted."""
    with connect(store, read_only=True) as connection:
        return sorted(connection.execute(question).fetchall())


def value(store: Path, question: str) -> Any:
    """Give the one value of an answer."""
    ((only,),) = ask(store, question)
    return only


def contents(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Give everything a store holds, by names instead of numbers."""
    with connect(store, read_only=True) as connection:
        return {name: sorted(connection.execute(question).fetchall()) for name, question in QUESTIONS.items()}


def tables(store: Path) -> dict[str, int]:
    """Give how many rows each table has, so that nothing escapes `contents` through a join."""
    names = [
        str(name)
        for (name,) in ask(
            store, "select table_name from information_schema.tables where table_type = 'BASE TABLE'"
        )
    ]
    return {name: value(store, f"select count(*) from {name}") for name in names if name != "meta"}


def notes(store: Path) -> str:
    """Give every note of the coverage in one text."""
    return "\n".join(str(read(note)) for (note,) in ask(store, "select note from coverage") if note)


def same_as_fresh(store: Path, place: Path, **options: object) -> bool:
    """Tell whether a store holds what one sync into an empty one gives."""
    fresh = store.with_name("fresh.duckdb")
    fresh.unlink(missing_ok=True)
    bring(fresh, place, **options)
    assert contents(store) == contents(fresh)
    assert tables(store) == tables(fresh)
    return True


def lines_of(made: Repository, *question: str) -> tuple[int, int]:
    """Give the sums of what git itself counts as added and deleted, merges left out."""
    said = made.run("log", "--no-merges", "--format=", "--numstat", "-M100%", *(question or ("main",)))
    words = [line.split("\t") for line in said.splitlines() if line]
    return sum(int(added) for added, _, _ in words), sum(int(deleted) for _, deleted, _ in words)
