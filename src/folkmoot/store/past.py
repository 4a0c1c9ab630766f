"""The numbers about a project's past that checks need, counted from the views."""

from __future__ import annotations

from folkmoot.model.event import DAY
from folkmoot.model.past import LEAST_COMMITS, RECENT_DAYS, REVIEW_DAYS, Past
from folkmoot.store.database import Connection
from folkmoot.store.ran import read_ran, tells_of_late

ARCHIVE = "gharchive"
"""The source that knows only some of a project's changes, and so does not speak for the others."""

BEGINNING = """
    select k.as_of_ts, coalesce(min(e.ts), 0)
    from clock k
    left join (
        select ts from commits where project = $project
        union all select opened_ts as ts from items where project = $project
    ) e on true
    group by k.as_of_ts
"""
COMMITS = """
    select count(*) from commits c join clock k on c.ts > k.as_of_ts - $seconds where c.project = $project
"""
ISSUES = """
    select count(*) from (
        select i.number as number from items i join clock k on i.opened_ts > k.as_of_ts - $seconds
        where i.project = $project and i.is_change = 0 and i.is_inside = 1
        union
        select x.number as number from interactions x join clock k on x.ts > k.as_of_ts - $seconds
        where x.project = $project and x.is_change = 0 and x.is_inside = 1
    )
"""
CHANGESETS = """
    with approved as (
        select item_event as event from interactions
        where project = $project and kind = 'review' and state = 'approved' and is_own = 0
        group by item_event
    ),
    merged as (
        select i.event, i.landing, i.merged_ts, i.is_bot,
            case when a.event is not null or (i.merged_by > 0 and i.merged_by <> i.person)
                then 1 else 0 end as is_approved
        from items i left join approved a on a.event = i.event
        where i.project = $project and i.is_change = 1 and i.is_merged = 1
    ),
    beginning as (
        select min(opened_ts) as ts from items where project = $project and is_change = 1
    ),
    alone as (
        select c.is_bot, c.is_reviewed as is_approved
        from commits c
        join clock k on c.ts > k.as_of_ts - $seconds
        join beginning b on c.ts >= b.ts
        left join merged m on m.landing = c.sha
        where c.project = $project and c.is_mainline = 1 and c.change_number = 0 and m.event is null
    ),
    landed as (
        select m.is_bot, m.is_approved from merged m join clock k on m.merged_ts > k.as_of_ts - $seconds
        union all
        select is_bot, is_approved from alone
    )
    select count(*), coalesce(sum(case when is_bot = 1 and is_approved = 1 then 0 else 1 end), 0),
        coalesce(sum(case when is_bot = 0 then is_approved else 0 end), 0), coalesce(sum(1 - is_bot), 0)
    from landed
"""
ORGANISATIONS = """
    select count(distinct c.organisation) from commits c
    join (
        select person from commits where project = $project and is_bot = 0
        group by person having count(*) >= $least
    ) p on p.person = c.person
    cross join clock k
    where c.project = $project and c.organisation <> 0 and c.ts > k.as_of_ts - $seconds
"""
UPDATERS = (
    "dependabot", "dependabot[bot]", "dependabot-preview[bot]", "renovate", "renovate[bot]", "renovate bot",
    "renovate-bot", "mend-for-github-com[bot]", "scala-steward", "scala steward", "pyup-bot", "pyup.io bot",
    "depfu[bot]", "greenkeeper[bot]", "snyk-bot", "requires.io",
)  # fmt: skip
"""Names of the programs that propose new versions of dependencies, in lower case."""
UPDATES = """
    with updater as (
        select person from person
        where is_bot = 1 and list_contains(string_split($names, chr(10)), lower(name))
    )
    select greatest(
        (select count(*) from changes c join updater u on u.person = c.person
            join clock k on c.opened_ts > k.as_of_ts - $seconds where c.project = $project),
        (select count(*) from commits c join updater u on u.person = c.person
            join clock k on c.ts > k.as_of_ts - $seconds
            where c.project = $project and c.is_mainline = 1)
    )
"""
IS_TOLD = """
    select count(*) from item_fact where project = $project and is_change = 1 and source <> $archive
"""


def read_past(connection: Connection, project: int) -> Past:
    """Count what happened in one of the projects being looked at, until the clock of the views."""

    def numbers(question: str, **values: object) -> tuple[int, ...]:
        rows = connection.execute(question, {"project": project, **values}).fetchall()
        return tuple(int(value or 0) for value in rows[0]) if rows else (0, 0, 0, 0)

    def organisations(seconds: int) -> int:
        return numbers(ORGANISATIONS, least=LEAST_COMMITS, seconds=seconds)[0]

    as_of, first_seen = numbers(BEGINNING)[:2]
    recent, reviewed = RECENT_DAYS * DAY, REVIEW_DAYS * DAY
    is_told = numbers(IS_TOLD, archive=ARCHIVE)[0] > 0 and tells_of_late(connection, project)
    landed, changesets, approved, by_people = numbers(CHANGESETS, seconds=reviewed)
    return Past(
        as_of=as_of,
        first_seen=first_seen,
        commits=numbers(COMMITS, seconds=recent)[0],
        issues=numbers(ISSUES, seconds=recent)[0] if is_told else None,
        changesets=changesets if is_told else None,
        landed=landed if is_told else None,
        approved=approved if is_told else 0,
        by_people=by_people if is_told else 0,
        organisations=organisations(as_of + DAY),
        active_organisations=organisations(reviewed) if first_seen else None,
        ran=read_ran(connection, project, reviewed) if is_told else None,
        updates=numbers(UPDATES, seconds=reviewed, names="\n".join(UPDATERS))[0],
    )
