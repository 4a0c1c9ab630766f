"""How far archives tell of projects: the hours that were read, joined where they touch."""

from __future__ import annotations

from collections.abc import Iterable

from folkmoot.sources.archives.hours import Stretch, joined
from folkmoot.sources.archives.wanted import Wanted
from folkmoot.store.archive_facts import HOST, SOURCE, text
from folkmoot.store.database import Connection
from folkmoot.store.ledger import append
from folkmoot.store.notes import written
from folkmoot.store.projects import CAME_FROM


def write_coverage(
    connection: Connection, wanted: Wanted, stretches: Iterable[Stretch], touched: Iterable[int]
) -> None:
    """Add `stretches` to what is covered of every project an archive told of whose name is wanted.

    So are the projects in `touched`, whose events were read, whatever they are called.
    A project without any event in an hour that was read is covered in that hour too.
    """
    connection.execute(
        "create or replace temp table stretch (since bigint, until bigint, quality varchar, note varchar)"
    )
    append(connection, "stretch", [
        (since, until, quality.value, written(note)) for since, until, quality, note in joined(stretches)
    ])  # fmt: skip
    connection.execute("create or replace temp table touched_project (project integer)")
    append(connection, "touched_project", [(project,) for project in touched])
    connection.execute(
        f"""create or replace temp table covered as
        select distinct p.project from (
            select project, origin from project
            union all select project, value from forge_state where source = $source and name = $kept
        ) p join forge_state f on f.project = p.project
        where f.source = '{SOURCE}'
            and regexp_full_match(lower(p.origin), 'https://{HOST}/(' || $names || ')')
        union select project from touched_project""",  # noqa: S608 - names above
        {"names": wanted.repository, "source": CAME_FROM[0], "kept": CAME_FROM[1]},
    )
    connection.execute(text("reach")).fetchall()
    for table in ("stretch", "covered", "touched_project", "reach"):
        connection.execute(f"drop table temp.{table}")
