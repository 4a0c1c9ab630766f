"""Who is who in a store: identities read out, persons and organisations written back."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.fact import AccountFact, IdentityFact, ProofFact, WorkFact
from folkmoot.people import decisions
from folkmoot.people.resolution import Resolution
from folkmoot.people.resolve import parse_overrides, resolve
from folkmoot.people.stated_organisations import is_organisations_file, parse_organisations
from folkmoot.store.database import Connection, append, one
from folkmoot.store.forge_intake import AUTHORED
from folkmoot.store.lookup import SAID
from folkmoot.store.withheld import NAME

ONLY_SAID = "only said"
"""The rule of identities that are nothing but logins in messages; views know it too."""
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


def resolve_people(connection: Connection) -> Resolution:
    """Say who is who among all identities of the store, and write it down.

    A login that a message names, and that nobody here is known by, counts for nobody: views leave it out by
    its rule. It is kept as it was said, and may be let go of as any name.
    """
    resolution = who_is_who(connection)
    alone = _said_alone(connection, resolution)
    for table, rows in (
        ("person", resolution.persons),
        (
            "identity_person",
            [row._replace(rule=ONLY_SAID) if row.person in alone else row for row in resolution.assignments],
        ),
        ("organisation", resolution.organisations),
        ("sector", resolution.sectors),
        ("affiliation", resolution.affiliations),
    ):
        connection.execute(f"delete from {table}")  # noqa: S608 - names above
        append(connection, table, rows)
    return resolution


def _said_alone(connection: Connection, resolution: Resolution) -> frozenset[int]:
    """Give the persons that are nothing but logins in messages."""
    rows = connection.execute("select identity from identity where source = ?", [SAID]).fetchall()
    said = {number for (number,) in rows}
    known = {row.person for row in resolution.assignments if row.identity not in said}
    return frozenset(row.person for row in resolution.assignments if row.person not in known)


def who_is_who(connection: Connection) -> Resolution:
    """Say who is who, with every merge and proposal and why, without writing anything.

    Mailmaps are claims: they are believed unless the user decided otherwise. Raises SourceError naming a
    file of the project that makes no sense, StoreError naming the file of decisions beside the store when
    that one does not.
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
    organisations = {name: content for name, content in stated.items() if _is_on_organisations(name)}
    path = decisions_path(connection)
    is_believed = path is None or decisions.believes_mailmap(path)
    accepted, rejected = decisions.pairs(decisions.read(path) if path else (), facts)
    domains = bundles(connection)
    by_rank = sorted(facts, key=lambda fact: (fact.email == "", fact.email, fact.name, fact.identity))
    # Numbers follow the key: in the order of addresses, whoever reads the same history finds the same people.
    rank = {fact.identity: place for place, fact in enumerate(by_rank, start=1)}
    bundled = _pairs_of(domains)
    found = resolve(
        [_standing_for(fact, domains, rank[fact.identity]) for fact in by_rank],
        {rank[number]: count for number, count in activity.items() if number in rank},
        mailmap=maps if is_believed and maps else None,
        overrides=parse_overrides({name: stated[name] for name in stated.keys() - organisations.keys()}),
        community=parse_organisations(organisations),
        accepted=[(rank[a], rank[b]) for a, b in (*accepted, *bundled) if a in rank and b in rank],
        rejected=[(rank[a], rank[b]) for a, b in rejected],
        accounts=[
            AccountFact(rank[row.identity], row.host, row.login)
            for row in accounts(connection)
            if row.identity in rank
        ],
        works=[_ranked(row, rank) for row in works(connection) if row.account in rank],
        proofs=[
            ProofFact(rank[row.account], rank[row.author], row.sha)
            for row in proofs(connection)
            if row.account in rank and row.author in rank
        ],
    )  # fmt: skip
    nameless = {
        one.identity: NAME for one in facts if one.identity in domains and not (one.name or one.email)
    }
    return found.numbered([fact.identity for fact in by_rank], nameless)


def _is_on_organisations(shown: str) -> bool:
    return is_organisations_file(shown.partition(" of project ")[0])


def _ranked(work: WorkFact, rank: dict[int, int]) -> WorkFact:
    authors = tuple(sorted(rank[one] for one in work.authors if one in rank))
    return work._replace(account=rank[work.account], authors=authors)


def bundles(connection: Connection) -> dict[int, tuple[str, str]]:
    """Give each identity that stands for somebody without a name: the bundle it belongs to, and a domain."""
    rows = connection.execute("select identity, bundle, domain from bundle order by identity").fetchall()
    return {number: (bundle, domain) for number, bundle, domain in rows}


def _standing_for(fact: IdentityFact, domains: dict[int, tuple[str, str]], number: int) -> IdentityFact:
    """Give an identity a number, and one without a name the domain known of it, so that it counts there."""
    bundle, domain = domains.get(fact.identity, ("", ""))
    email = f"{bundle}@{domain}" if domain and not fact.email else fact.email
    return IdentityFact(number, fact.source, fact.name, email)


def _pairs_of(domains: dict[int, tuple[str, str]]) -> list[tuple[int, int]]:
    """Join every identity of a bundle to the first."""
    first: dict[str, int] = {}
    return [
        (first[bundle], number) for number, (bundle, _) in domains.items()
        if first.setdefault(bundle, number) != number
    ]  # fmt: skip


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


def proofs(connection: Connection) -> list[ProofFact]:
    """Give the commits of which a forge has said whose account wrote them."""
    rows = connection.execute(
        "select distinct t.actor, c.author, c.sha from turn_fact t "
        "join commit_fact c on c.project = t.project and c.sha = t.detail "
        "where t.kind = ? and t.actor > 0 and c.author > 0 order by all",
        [AUTHORED],
    ).fetchall()
    return [ProofFact(*row) for row in rows]


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
