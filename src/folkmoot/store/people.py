"""Who is who in a store: identities read out, persons and organisations written back."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.model.fact import IdentityFact
from folkmoot.people.resolution import Resolution
from folkmoot.people.resolve import parse_overrides, resolve
from folkmoot.store.database import Connection
from folkmoot.store.ledger import append


def resolve_people(
    connection: Connection,
    *,
    use_mailmap: bool = True,
    accepted: Sequence[tuple[int, int]] = (),
    rejected: Sequence[tuple[int, int]] = (),
) -> Resolution:
    """Say who is who among all identities of the store, and write it down."""
    identities = [
        IdentityFact(*row)
        for row in connection.execute("select identity, source, name, email from identity").fetchall()
    ]
    activity = dict(
        connection.execute("select author, count(*) from commit_fact group by author").fetchall()
    )
    documents = connection.execute(
        "select project, name, content from document order by project, name"
    ).fetchall()
    maps = b"\n".join(content for _, name, content in documents if name == ".mailmap")
    resolution = resolve(
        identities,
        activity,
        mailmap=maps if use_mailmap and maps else None,
        overrides=parse_overrides({name: content for _, name, content in documents if name != ".mailmap"}),
        accepted=accepted,
        rejected=rejected,
    )
    for table, rows in (
        ("person", resolution.persons),
        ("identity_person", resolution.assignments),
        ("organisation", resolution.organisations),
        ("affiliation", resolution.affiliations),
    ):
        connection.execute(f"delete from {table}")  # noqa: S608 - names above
        append(connection, table, rows)
    return resolution
