"""What follows from the facts as a whole, rewritten at every sync that found something new."""

from __future__ import annotations

import time
from collections.abc import Mapping

from folkmoot.model.content import classify
from folkmoot.model.fact import ChangeFact, CommitFact, ParentFact, PlaceFact, ReleaseFact
from folkmoot.sources.git.changes import Landscape, Work, heads
from folkmoot.sources.git.graph import Graph, places
from folkmoot.sources.git.history import sketches
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.tags import tags
from folkmoot.sources.git.text import ident
from folkmoot.store.database import Connection, one
from folkmoot.store.ledger import Ledger, append
from folkmoot.store.people import resolve_people

WEB = ("noreply@github.com", "noreply@gitlab.com", "noreply@codeberg.org", "noreply@gitea.com")
"""Committers that are a forge's own merge button; who pressed it is not said."""


def derive(connection: Connection, repository: Repository, ledger: Ledger) -> None:
    """Rewrite everything derived of one project, and the persons of the whole store."""
    project = ledger.project
    facts = {
        row[0]: CommitFact._make((*row, ""))
        for row in connection.execute(
            """select commit, project, sha, author, committer, authored_at, authored_offset, committed_at,
                committed_offset, parents, is_signed from commit_fact where project = ?""",
            [project],
        ).fetchall()
    }
    edges = connection.execute(
        """select p.commit, p.ordinal, p.parent from parent_fact p join commit_fact c on c.commit = p.commit
        where c.project = ?""",
        [project],
    ).fetchall()
    graph = Graph.of(facts, (ParentFact(*edge) for edge in edges))
    now = repository.updated_at
    standing, undated = places(graph, facts, ledger.commits.get(repository.tip, 0), now)
    connection.execute(
        "delete from place where commit in (select commit from commit_fact where project = ?)", [project]
    )
    append(connection, "place", standing)
    _paths(connection, repository, ledger)
    _rewrite(
        connection, "change_fact", project, _changes(connection, repository, ledger, graph, facts, standing)
    )
    _rewrite(connection, "release_fact", project, _releases(repository, ledger, facts, now))
    ledger.flush()
    _documents(connection, repository, project)
    _coverage(connection, repository, project, facts, undated)
    resolve_people(connection)


def _rewrite(
    connection: Connection, table: str, project: int, rows: list[ChangeFact] | list[ReleaseFact]
) -> None:
    connection.execute(f"delete from {table} where project = ?", [project])  # noqa: S608 - names below
    append(connection, table, rows)


def _paths(connection: Connection, repository: Repository, ledger: Ledger) -> None:
    """Write which files are there now, what kind each path is, and where exact renames led it."""
    project = ledger.project
    present = {ledger.path(name) for name in repository.tree.entries}
    ledger.flush()
    connection.execute("delete from file_fact where project = ?", [project])
    append(connection, "file_fact", [(project, path) for path in sorted(present)])
    renames = connection.execute(
        """select r.old_path, r.new_path from rename_fact r join commit_fact c on c.commit = r.commit
        where c.project = ? order by c.committed_at desc, r.commit, r.old_path""",
        [project],
    ).fetchall()
    leads: dict[int, int] = {}
    for old, new in renames:
        if old not in present and leads.get(new, new) != old:
            leads.setdefault(old, leads.get(new, new))
    connection.execute(
        "delete from path_class where path in (select path from path_fact where project = ?)", [project]
    )
    append(
        connection,
        "path_class",
        ((path, leads.get(path, path), *classify(name)) for name, path in ledger.paths.items()),
    )


def _changes(
    connection: Connection, repository: Repository, ledger: Ledger, graph: Graph,
    facts: Mapping[int, CommitFact], standing: list[PlaceFact],
) -> list[ChangeFact]:  # fmt: skip
    known = heads(repository.references)
    work: dict[str, Work] = {}
    outside = sorted({sha for sha in known.values() if sha not in ledger.commits})
    if outside and repository.tip:
        people: dict[bytes, int] = {}
        for sha, parents, author, authored_at in sketches(repository.git, outside, [repository.tip]):
            if author not in people:
                people[author] = ledger.identity(*ident(author))
            work[sha] = Work(parents, people[author], authored_at)
    web = connection.execute(
        "select identity from identity where list_contains(?, lower(email))", [list(WEB)]
    ).fetchall()
    said = connection.execute(
        """select m.commit, m.number, m.rule from mention_fact m join commit_fact c on c.commit = m.commit
        where c.project = ? order by c.committed_at, m.commit, m.number""",
        [ledger.project],
    ).fetchall()
    landscape = Landscape(
        project=ledger.project,
        graph=graph,
        commits=facts,
        numbers={sha: number for sha, number in ledger.commits.items() if number in facts},
        landed={place.commit: place.landed_by for place in standing if place.is_default},
        mentions=said,
        heads=known,
        work=work,
        web={number for (number,) in web},
    )
    return list(landscape.changes())


def _releases(
    repository: Repository, ledger: Ledger, facts: Mapping[int, CommitFact], now: int
) -> list[ReleaseFact]:
    found = []
    for tag in tags(repository.git):
        commit = ledger.commits.get(tag.sha, 0)
        at = tag.at or (facts[commit].committed_at if commit in facts else 0)
        if 0 < at <= now + 86_400:
            tagger = ledger.identity(*ident(tag.tagger)) if tag.tagger else 0
            found.append(
                ReleaseFact(
                    ledger.project, tag.name, commit, tagger, min(at, now), tag.offset, int(tag.is_prerelease)
                )
            )
    return found


def _documents(connection: Connection, repository: Repository, project: int) -> None:
    """Keep the files that say who is who: the mailmap and the people's own statements."""
    tree = repository.tree
    wanted = [
        name for name in tree.entries
        if name == ".mailmap" or (name.startswith(".folkmoot/people/") and name.endswith(".toml"))
    ][:20_000]  # fmt: skip
    connection.execute("delete from document where project = ?", [project])
    for name in wanted:
        content = tree.read(name)
        if content is not None:
            connection.execute("insert into document values (?, ?, ?)", [project, name, content])


def _coverage(
    connection: Connection,
    repository: Repository,
    project: int,
    facts: Mapping[int, CommitFact],
    undated: int,
) -> None:
    (since,) = one(
        connection,
        """select coalesce(min(p.dated_at), 0) from place p join commit_fact c on c.commit = p.commit
        where c.project = ?""",
        [project],
    )
    notes = [""]
    if repository.boundary:
        day = time.strftime("%Y-%m-%d", time.gmtime(since))
        notes.append(
            f"This is a shallow clone: what happened before {day} is not here. "
            "`git fetch --unshallow` brings it."
        )
    if undated:
        notes.append(
            f"{undated} of {len(facts)} commits carry dates that cannot be true; "
            "they are dated by their place in the history."
        )
    (lacking,) = one(
        connection,
        """select count(*) from line_state l join commit_fact c on c.commit = l.commit
        where c.project = ? and l.is_counted = 0""",
        [project],
    )
    if lacking:
        notes.append(
            f"{lacking} of {len(facts)} commits lack file contents in this clone; "
            "their lines are not counted."
        )
    quality = "lower bound" if repository.boundary else "complete"
    connection.execute("delete from coverage where project = ?", [project])
    connection.executemany(
        "insert into coverage values (?, 'git', ?, ?, ?, ?)",
        [[project, since, repository.updated_at, quality, note] for note in notes],
    )
