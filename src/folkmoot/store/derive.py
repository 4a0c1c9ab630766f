"""What follows from the facts as a whole, rewritten at every sync that found something new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial

from folkmoot.model.content import classify
from folkmoot.model.event import Kind
from folkmoot.model.fact import ChangeFact, ReleaseFact
from folkmoot.people.stated_organisations import is_organisations_file
from folkmoot.sources.git.changes import CAREFUL, Changes
from folkmoot.sources.git.graph import EARLIEST, TOLERANCE, Graph
from folkmoot.sources.git.landscape import Landscape, Stamp, heads
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.single_work import thanked
from folkmoot.sources.git.squashed import same_work
from folkmoot.sources.git.tags import Tag, made_at_once, tags
from folkmoot.sources.git.text import ident
from folkmoot.sources.git.unmerged import Unmerged
from folkmoot.store.database import Connection
from folkmoot.store.ledger import Ledger, append
from folkmoot.store.outside import outside, words
from folkmoot.store.placing import carry, dated_at, graph_of, place
from folkmoot.store.reach import write_coverage

YEAR = 365 * 86_400
WEB = ("noreply@github.com", "noreply@gitlab.com", "noreply@codeberg.org", "noreply@gitea.com",
       "gitea@fake.local", "gogs@fake.local")  # fmt: skip
"""Committers that are a forge's own merge button; who pressed it is not said."""


def derive(
    connection: Connection, repository: Repository, ledger: Ledger, unmerged: Unmerged | None = None,
    *, counts: bool,
) -> int:  # fmt: skip
    """Rewrite everything derived of one project, and give how many commits have no line counts.

    `unmerged` are the commits that only other branches have, where they were read before; else they are read
    here. `counts`: lines were counted, as far as contents are here.
    """
    project = ledger.project
    facts = {
        row[0]: Stamp._make(row)
        for row in connection.execute(
            """select commit, author, committer, authored_at, committed_at, parents
            from commit_fact where project = ?""",
            [project],
        ).fetchall()
    }
    graph = graph_of(connection, project, facts)
    landed = graph.landings(ledger.commits.get(repository.tip, 0))
    now = repository.updated_at
    undated = place(connection, project, graph, landed, now)
    write_paths(connection, repository, ledger, landed)
    _rewrite(
        connection,
        "change_fact",
        project,
        _changes(connection, repository, ledger, graph, facts, landed, unmerged),
    )
    _rewrite(connection, "release_fact", project, _releases(connection, repository, ledger, now))
    ledger.flush()
    _documents(connection, repository, project)
    return write_coverage(connection, repository, project, undated, counts=counts)


def _rewrite(
    connection: Connection, table: str, project: int, rows: list[ChangeFact] | list[ReleaseFact]
) -> None:
    connection.execute(f"delete from {table} where project = ?", [project])  # noqa: S608 - names below
    append(connection, table, rows)


def write_paths(
    connection: Connection, repository: Repository, ledger: Ledger, landed: Iterable[int]
) -> None:
    """Write which files are there now, what kind each path is, and where exact renames led it.

    `landed` are the commits of the default branch in the order in which they landed.
    """
    project = ledger.project
    present = {ledger.path(name) for name in repository.tree.entries}
    ledger.flush()
    connection.execute("delete from file_fact where project = ?", [project])
    append(connection, "file_fact", [(project, path) for path in sorted(present)])
    leads: dict[int, int] = {}
    for old, new in _renames(connection, project, landed):
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


def _renames(connection: Connection, project: int, landed: Iterable[int]) -> list[tuple[int, int]]:
    """Give the old and new paths of every rename, the newest first; of one second what landed last."""
    rows = connection.execute(
        """select r.commit, c.committed_at, r.old_path, r.new_path
        from rename_fact r join commit_fact c on c.commit = r.commit
        join path_fact o on o.path = r.old_path where c.project = ? order by c.sha desc, o.name desc""",
        [project],
    ).fetchall()
    place = {commit: at for at, commit in enumerate(landed)} if rows else {}
    rows.sort(key=lambda row: (row[1], place.get(row[0], -1)), reverse=True)
    return [(old, new) for _, _, old, new in rows]


def _changes(
    connection: Connection, repository: Repository, ledger: Ledger, graph: Graph,
    facts: Mapping[int, Stamp], landed: Mapping[int, int], unmerged: Unmerged | None,
) -> list[ChangeFact]:  # fmt: skip
    known = heads(repository.references)
    said = connection.execute(
        """select m.commit, m.number, m.rule from mention_fact m join commit_fact c on c.commit = m.commit
        where c.project = ?""",
        [ledger.project],
    ).fetchall()
    read = outside(connection, repository, ledger, landed, known, said, unmerged)
    web = connection.execute(
        "select identity from identity where list_contains(?, lower(email))", [list(WEB)]
    ).fetchall()
    # Who wrote a change is asked where only that tells whether a commit is of it.
    is_careful = bool(read.work) or any(rule in CAREFUL for _, _, rule in said)
    landscape = Landscape(
        project=ledger.project,
        graph=graph,
        commits=facts,
        numbers=ledger.commits,
        landed=landed,
        mentions=said,
        heads=known,
        work=read.work,
        web={number for (number,) in web},
        names={**_names(connection), **read.names} if is_careful else {},
        credited=_credited(connection) if is_careful else {},
        thanked=_thanked(connection, ledger.project) if read.work else {},
        elsewhere=read.elsewhere,
        trunk=read.trunk,
        same_work=partial(same_work, repository.git, touched=partial(_touched, connection, ledger)),
    )
    changes = Changes(landscape)
    found = list(changes.read())
    carry(connection, changes.carried)
    return found


def _names(connection: Connection) -> dict[int, frozenset[str]]:
    """Give what each identity is called."""
    rows = connection.execute("select identity, name, email from identity").fetchall()
    return {identity: words(name, email) for identity, name, email in rows}


def _touched(connection: Connection, ledger: Ledger, commits: Collection[str]) -> dict[str, set[str]]:
    """Give the names of the files that commits changed; of an exact rename both."""
    shas = {ledger.commits[sha]: sha for sha in commits}
    rows = connection.execute(
        """select t.commit, list(p.name) from (
            select commit, path from touch_fact union all select commit, old_path from rename_fact
        ) t join path_fact p on p.path = t.path
        where t.commit in (select unnest(?)) group by t.commit""",
        [list(shas)],
    ).fetchall()
    return {shas[commit]: set(names) for commit, names in rows}


def _credited(connection: Connection) -> dict[int, list[int]]:
    """Give the co-authors of commits."""
    found: dict[int, list[int]] = {}
    asked = "select commit, identity from trailer_fact where kind = ?"
    for commit, identity in connection.execute(asked, [Kind.COAUTHOR.value]).fetchall():
        found.setdefault(commit, []).append(identity)
    return found


def _thanked(connection: Connection, project: int) -> dict[int, set[str]]:
    """Give the names that may be meant by whom the subjects of commits say that they are from."""
    rows = connection.execute(
        "select commit, subject from commit_fact where project = ? and contains(lower(subject), 'from ')",
        [project],
    ).fetchall()
    return {commit: names for commit, subject in rows if (names := thanked(subject))}


def _releases(connection: Connection, repository: Repository, ledger: Ledger, now: int) -> list[ReleaseFact]:
    """Give the tags that name a version; one whose own time cannot be true has the time of its commit."""
    found = []
    named = list(tags(repository.git))
    belated = _belated(connection, ledger, named)
    for tag in named:
        commit = ledger.commits.get(tag.sha, 0)
        at = tag.at if EARLIEST <= tag.at <= now + TOLERANCE else dated_at(connection, commit)
        at = belated.get(tag.name, at)
        if at:
            tagger = ledger.identity(*ident(tag.tagger)) if any(ident(tag.tagger)) else 0
            found.append(
                ReleaseFact(
                    ledger.project, tag.name, commit, tagger, min(at, now), tag.offset, int(tag.is_prerelease)
                )
            )
    return found


def _belated(connection: Connection, ledger: Ledger, named: Iterable[Tag]) -> dict[str, int]:
    """Give when the commits were made of tags that were made long after them, all in one go.

    A history that comes from another system gets all its tags on one day.
    """
    found: dict[str, int] = {}
    for group in made_at_once(named):
        commits = {ledger.commits.get(tag.sha, 0) for tag in group}
        asked = "select commit, dated_at from place where list_contains(?, commit)"
        dated = {commit: int(at) for commit, at in connection.execute(asked, [sorted(commits)]).fetchall()}
        # Other systems make tags on branches of their own, which the default branch does not hold.
        times = {tag.name: dated.get(ledger.commits.get(tag.sha, 0), tag.committed_at) for tag in group}
        times = {name: at for name, at in times.items() if at >= EARLIEST}
        if times and max(times.values()) - min(times.values()) > YEAR:
            found.update(times)
    return found


def _documents(connection: Connection, repository: Repository, project: int) -> None:
    """Keep the files that say who is who and who works for whom."""
    tree = repository.tree
    wanted = [
        name for name in tree.entries
        if name in {".mailmap", ".folkmoot/opt-out"}
        or (name.startswith(".folkmoot/people/") and name.endswith(".toml"))
        or is_organisations_file(name)
    ][:20_000]  # fmt: skip
    connection.execute("delete from document where project = ?", [project])
    for name in wanted:
        content = tree.read(name)
        if content is not None:
            connection.execute("insert into document values (?, ?, ?)", [project, name, content])


def forget_unused(connection: Connection, project: int) -> None:
    """Drop identities and paths that nothing speaks of any more.

    Histories are rewritten, and branches of changes and tags are moved or taken away.
    """
    connection.execute(
        """delete from identity where identity not in (
            select author from commit_fact union all select committer from commit_fact
            union all select identity from trailer_fact union all select author from change_fact
            union all select merged_by from change_fact union all select tagger from release_fact
            union all select identity from branch_author union all select identity from account)"""
    )
    for table in ("lookup", "bundle"):
        connection.execute(f"delete from {table} where identity not in (select identity from identity)")  # noqa: S608 - names above
    connection.execute(
        """create or replace temp table unused as
        select path from path_fact where project = ? and path not in (
            select path from touch_fact union all select path from line_fact union all
            select old_path from rename_fact union all select path from file_fact)""",
        [project],
    )
    connection.execute("delete from path_class where path in (from unused)")
    connection.execute("delete from path_fact where path in (from unused)")
    connection.execute("drop table unused")
