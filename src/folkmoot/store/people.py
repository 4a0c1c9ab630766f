"""Who is who in a store: identities read out, persons and organisations written back."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.fact import AccountFact, IdentityFact, WorkFact
from folkmoot.people import decisions
from folkmoot.people.resolution import Resolution
from folkmoot.people.resolve import parse_overrides, resolve
from folkmoot.store.database import Connection, one
from folkmoot.store.ledger import append

_WORKS = """
    with change as (
        select project, number, author as account, landing from item_fact where is_change = 1 and author > 0
    ),
    landed as (
        select i.project, i.number, i.account, l.commit, l.parents, l.author
        from change i join commit_fact l on l.project = i.project and l.sha = i.landing
        where i.landing <> ''
    ),
    brought as (
        select project, number, account, author from landed where parents < 2
        union
        select l.project, l.number, l.account, c.author
        from landed l join place p on p.landed_by = l.commit
        join commit_fact c on c.commit = p.commit and c.parents < 2 where l.parents > 1
        union
        select i.project, i.number, i.account, f.author
        from change i join change_fact f on f.project = i.project and f.number = i.number
        where f.author > 0
    )
    select account, project, number, list_sort(list(distinct author)) from brought
    group by project, account, number order by project, number, account"""


def resolve_people(connection: Connection, *, use_mailmap: bool = True) -> Resolution:
    """Say who is who among all identities of the store, and write it down."""
    resolution = who_is_who(connection, use_mailmap=use_mailmap)
    for table, rows in (
        ("person", resolution.persons),
        ("identity_person", resolution.assignments),
        ("organisation", resolution.organisations),
        ("affiliation", resolution.affiliations),
    ):
        connection.execute(f"delete from {table}")  # noqa: S608 - names above
        append(connection, table, rows)
    return resolution


def who_is_who(connection: Connection, *, use_mailmap: bool = True) -> Resolution:
    """Say who is who, with every merge and proposal and why, without writing anything.

    Raises SourceError naming a file of the project that makes no sense, StoreError naming the file of
    decisions beside the store when that one does not.
    """
    facts = identities(connection)
    activity = dict(connection.execute("select author, count(*) from commit_fact group by author").fetchall())
    documents = connection.execute(
        "select project, name, content from document where name <> '.folkmoot/opt-out' order by project, name"
    ).fetchall()
    maps = b"\n".join(content for _, name, content in documents if name == ".mailmap")
    # Two projects may both have a file of the same name.
    several = len({project for project, _, _ in documents}) > 1
    stated = {
        f"{name} of project {project}" if several else name: content
        for project, name, content in documents
        if name != ".mailmap"
    }
    path = decisions_path(connection)
    accepted, rejected = decisions.pairs(decisions.read(path) if path else (), facts)
    return resolve(
        facts,
        activity,
        mailmap=maps if use_mailmap and maps else None,
        overrides=parse_overrides(stated),
        accepted=accepted,
        rejected=rejected,
        accounts=accounts(connection),
        works=works(connection),
    )


def identities(connection: Connection) -> list[IdentityFact]:
    """Give every identity the store knows, by number."""
    rows = connection.execute(
        "select identity, source, name, email from identity where identity > 0 order by identity"
    ).fetchall()
    return [IdentityFact(*row) for row in rows]


def accounts(connection: Connection) -> list[AccountFact]:
    """Give every account a forge told of, by identity."""
    rows = connection.execute("select identity, host, login from account order by identity").fetchall()
    return [AccountFact(*row) for row in rows]


def works(connection: Connection) -> list[WorkFact]:
    """Give whose commits each change holds, as far as the history tells.

    A change's commits are those its merge brought in, or the one commit it became, or the branch git read.
    """
    if not one(connection, "select count(*) from item_fact where is_change = 1")[0]:
        return []
    rows = connection.execute(_WORKS).fetchall()
    return [WorkFact(row[0], row[1], row[2], tuple(row[3])) for row in rows]


def decisions_path(connection: Connection) -> Path | None:
    """Give the file of decisions beside an open store; None for a store in memory."""
    row = connection.execute(
        "select path from duckdb_databases() where database_name = current_database()"
    ).fetchone()
    # A writer works on a copy whose name ends in .next.
    return decisions_beside(Path(row[0].removesuffix(".next"))) if row and row[0] else None


def decisions_beside(store: Path) -> Path:
    """Give the file of decisions that belongs to a store file."""
    return store.with_name(f"{store.name}.people.toml")
