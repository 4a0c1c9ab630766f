"""Who is who in a store: identities read out, persons and organisations written back."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.fact import IdentityFact
from folkmoot.people import decisions
from folkmoot.people.resolution import Resolution
from folkmoot.people.resolve import parse_overrides, resolve
from folkmoot.store.database import Connection
from folkmoot.store.ledger import append


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
        "select project, name, content from document order by project, name"
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
    )


def identities(connection: Connection) -> list[IdentityFact]:
    """Give every identity the store knows, by number."""
    rows = connection.execute(
        "select identity, source, name, email from identity where identity > 0 order by identity"
    ).fetchall()
    return [IdentityFact(*row) for row in rows]


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
