"""Projects of a store that have the very same commits: one repository that was read at several places."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.store.database import Connection

QUESTION = """
    select list(project order by project) from (
        select project, count(*) as commits, min(sha) as first_sha, max(sha) as last_sha
        from commit_fact where project in (select unnest(?::integer[])) group by project
    ) group by commits, first_sha, last_sha having count(*) > 1 order by 1"""


def same_histories(connection: Connection, projects: Sequence[int]) -> list[list[int]]:
    """Give the numbers of those of `projects` that have the same commits, those of one history together.

    As many commits with the same smallest and the same largest id are the same: ids are hashes.
    """
    rows = connection.execute(QUESTION, [list(projects)]).fetchall()
    return [[int(project) for project in found] for (found,) in rows]
