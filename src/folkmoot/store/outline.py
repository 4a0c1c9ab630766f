"""The outline of what is being looked at: how much there is, since when, and how far it can be believed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from folkmoot.i18n import Message, Text
from folkmoot.model.coverage import Quality, worst
from folkmoot.model.event import DAY, Kind
from folkmoot.sources.forges import all_forges
from folkmoot.store.crowds import unclocked
from folkmoot.store.database import Connection, one
from folkmoot.store.notes import read, summed
from folkmoot.store.past import UPDATERS
from folkmoot.store.patches import ARCHIVE, Patches, read_patches
from folkmoot.store.unreleased import unreleased
from folkmoot.store.unseen import lands_unseen

COUNTERS = frozenset({"snapshot", "archive-dump"})
"""Sources beside git that tell of no single fork; all others list them."""
LAGGING = (
    "Not up to date: {count} of {projects} projects, the oldest as of {day}. What happened there since is "
    "missing here, and no 0 is meant."
)
HISTORY = "months where has_history = 1"
RECENT_DAYS = 60
"""Days that numbers by day go back: few enough to be seen one by one."""


@dataclass(frozen=True)
class Outline:
    """Counts over the laid-down scope. Times are seconds since 1970 (0: nothing happened).

    `as_of` is the clock, `last_commit` the newest commit, `last_seen` the newest thing of any kind,
    `last_told` the newest that forges told of. `recent_` counts are those of the last 12 months.
    `opened_changes` are those whose opening is known. `changes_since` are changes by people opened after the
    newest commit, `unreleased` commits by people that landed after the newest final release, `unshipped`
    those that touch what a release brings, `newest_prerelease` when one came since. `largest_` is the
    organisation most commits of the last 12 months came from, with commits and people. `kinds` are the kinds
    of contribution seen. `months` maps each month from the first commit to the clock to whether it is over,
    `years` likewise. `settled_changes` are known to be open or closed, `rejected_changes` those of them
    closed unmerged. `told` are the kinds of things that forges told of, `forges` the sources that told.
    `hides_stars` tells that there may be stars, and nobody says when they were given; `hides_forks` the same
    of forks. `patches` is what only archives told, with holes. `merged_by_people` are merged changes that
    are not a bot's, `reviews_known` those of them known to be reviewed or not. `review_tool` is the one
    whose changes most commits of the newest year name, "" where none. `recent_updates` are those of
    `recent_bot_commits` that update dependencies. `unclocked` are commits by people whose own clock is not
    known, as they were converted from another system.
    """

    projects: int
    commits: int
    commits_without_merges: int
    recent_commits: int
    recent_bot_commits: int
    unreleased: int
    unshipped: int
    people: int
    commits_with_lines: int
    changes: int
    merged_changes: int
    opened_changes: int
    releases: int
    first_commit: int
    last_commit: int
    last_seen: int
    changes_since: int
    as_of: int
    year_ago: int
    largest_organisation: int
    largest_commits: int
    largest_people: int
    kinds: frozenset[str]
    months: dict[int, bool]
    years: dict[int, bool]
    quality: Quality
    notes: tuple[Text, ...]
    told: frozenset[str] = frozenset()
    settled_changes: int = 0
    rejected_changes: int = 0
    forges: tuple[str, ...] = ()
    hides_stars: bool = False
    hides_forks: bool = False
    patches: Patches = field(default_factory=Patches)
    last_told: int = 0
    review_tool: str = ""
    merged_by_people: int = 0
    reviews_known: int = 0
    bot_commits: int = 0
    lands_unseen: bool = False
    recent_updates: int = 0
    newest_prerelease: int = 0
    unclocked: int = 0

    @property
    def days(self) -> dict[int, bool]:
        """Map each of the newest days (since 1970) to whether it is over; the last is in its last second."""
        today, over = self.as_of // DAY, (self.as_of + 1) // DAY
        return {day: day < over for day in range(today - RECENT_DAYS + 1, today + 1)} if self.as_of else {}

    def seen_until(self, source: str) -> int:
        """Give when the newest thing happened that `source` told of: names of sources between commas."""
        return self.last_told if self.last_told and "git" not in source.split(", ") else self.last_seen


def outline(connection: Connection) -> Outline:
    """Count what the temporary views laid down by `look_at` hold."""
    commits = _row(
        connection,
        """select count(*), coalesce(sum(has_lines), 0), coalesce(min(ts), 0), coalesce(max(ts), 0),
            coalesce(sum(1 - is_merge), 0), coalesce(sum(is_bot), 0)
        from commits""",
    )
    recent = _row(
        connection,
        """select count(*), coalesce(sum(c.is_bot), 0) from commits c
        join clock k on c.ts > k.year_ago_ts where c.is_merge = 0""",
    )
    (updates,) = _row(
        connection,
        """select count(*) from commits c join clock k on c.ts > k.year_ago_ts
        join person p on p.person = c.person
        where c.is_merge = 0 and c.is_bot = 1 and list_contains(?, lower(p.name))""",
        [list(UPDATERS)],
    )
    waiting = unreleased(connection)
    changes = _row(
        connection,
        """select count(*), coalesce(sum(is_merged), 0), coalesce(max(opened_ts), 0),
            coalesce(sum(case when is_bot = 0 and opened_ts > k.newest then 1 else 0 end), 0),
            coalesce(sum(has_opened), 0), coalesce(sum(is_settled), 0),
            coalesce(sum(case when is_settled = 1 and is_closed = 1 and is_merged = 0 then 1 else 0 end), 0)
        from changes cross join (select max(ts) as newest from commits) k""",
    )
    merged_by_people, reviews_known = _row(
        connection,
        """select count(*), count(r.event) from changes c left join reviewable r on r.event = c.event
        where c.is_merged = 1 and c.is_bot = 0""",
    )
    releases, newest_release, newest_final = _row(
        connection,
        "select count(*), coalesce(max(ts), 0), coalesce(max((1 - is_prerelease) * ts), 0) from releases",
    )
    (projects,) = _row(connection, "select count(*) from scope")
    (people,) = _row(connection, "select count(*) from persons where is_bot = 0")
    as_of, year_ago = _row(connection, "select as_of_ts, year_ago_ts from clock")
    largest = _row(
        connection,
        """select c.organisation, count(*) as commits, count(distinct c.person) as people from commits c
        join clock k on c.ts > k.year_ago_ts
        where c.organisation <> 0 and c.is_bot = 0 and c.is_merge = 0
        group by c.organisation order by commits desc, c.organisation limit 1""",
    )
    qualities, notes = _coverage(connection)
    if lagging := _lagging(connection, projects, as_of):
        qualities, notes = [*qualities, Quality.LOWER_BOUND], (*notes, lagging)
    kinds = connection.execute("select distinct kind from contributions").fetchall()
    told, newest_told = _told(connection)
    forges = _forges(connection)
    months, years = _spine(connection, "month_id", HISTORY), _spine(connection, "year_id", "years")
    made = Outline(
        projects=projects,
        commits=commits[0],
        commits_without_merges=commits[4],
        bot_commits=commits[5],
        recent_commits=recent[0],
        recent_bot_commits=recent[1],
        recent_updates=updates,
        unclocked=unclocked(connection),
        unreleased=waiting.commits,
        unshipped=waiting.shipped,
        people=people,
        commits_with_lines=commits[1],
        changes=changes[0],
        merged_changes=changes[1],
        opened_changes=changes[4],
        settled_changes=changes[5],
        rejected_changes=changes[6],
        merged_by_people=merged_by_people,
        reviews_known=reviews_known,
        releases=releases,
        newest_prerelease=newest_release if newest_release > newest_final else 0,
        last_seen=max(commits[3], changes[2], newest_release, newest_told),
        changes_since=changes[3],
        first_commit=commits[2],
        last_commit=commits[3],
        as_of=as_of,
        year_ago=year_ago,
        largest_organisation=largest[0] if largest else 0,
        largest_commits=largest[1] if largest else 0,
        largest_people=largest[2] if largest else 0,
        kinds=frozenset(str(kind) for (kind,) in kinds),
        months=months,
        years=years,
        quality=worst(qualities),
        notes=notes,
        told=told,
        last_told=newest_told,
        forges=forges,
        review_tool=_review_tool(connection),
        lands_unseen=lands_unseen(connection),
        hides_stars=_hides_stars(connection, told, forges),
        hides_forks=_hides_forks(connection, told, forges),
    )
    first = min(months, default=0)
    begins = _row(connection, "select coalesce(min(start_ts), 0) from years")[0] if first else 0
    return replace(made, patches=read_patches(connection, begins, as_of))


def _lagging(connection: Connection, projects: int, as_of: int) -> Message | None:
    """Say of how many projects less is known than until `as_of`, by over a day; None where of none."""
    count, oldest = _row(
        connection,
        """select count(*), coalesce(min(until), 0) from (
            select project, min(until) as until from (
                select c.project, c.source, max(c.until) as until from coverage c
                join scope s on s.project = c.project
                where list_contains(?, c.source) group by c.project, c.source)
            group by project) where until + ? < ?""",
        [["git", *all_forges()], DAY, as_of],
    )
    day = datetime.fromtimestamp(oldest, UTC).date().isoformat()
    return Message(LAGGING, {"count": count, "projects": projects, "day": day}) if count else None


def _review_tool(connection: Connection) -> str:
    """Give the tool for review that most commits by people of the year before the newest one name, or ""."""
    rows = connection.execute(
        """with made as (
            select c.commit from commits c
            join (select max(ts) as newest from commits) n on c.ts > n.newest - 365 * 86400
            where c.is_bot = 0 and c.is_merge = 0
        )
        select t.tool from made join tool_fact t on t.commit = made.commit
        group by t.tool having 2 * count(*) > (select count(*) from made)"""
    ).fetchall()
    return str(rows[0][0]) if rows else ""


def _told(connection: Connection) -> tuple[frozenset[str], int]:
    """Give the kinds of things that a forge told of, and when the newest of them happened."""
    rows = connection.execute(
        """select kind, max(ts) from (
            select case when is_change = 1 then 'change.opened' else 'issue.opened' end as kind,
                greatest(opened_ts, closed_ts, merged_ts) as ts from items
            union all select kind, ts from interactions
            union all select kind, ts from acts
            union all select 'snapshot' as kind, ts from snapshots
        ) group by kind"""
    ).fetchall()
    return frozenset(str(kind) for kind, _ in rows), max((int(ts) for _, ts in rows), default=0)


def _hides_stars(connection: Connection, told: frozenset[str], forges: tuple[str, ...]) -> bool:
    """Tell whether stars are missing and not none: none is known, and no count says that there are none."""
    if not told or told & {Kind.STAR, Kind.UNSTAR} or ARCHIVE in forges:
        return False
    counted, has_stars = _row(
        connection,
        """select count(distinct project), coalesce(sum(case when stars <> 0 then 1 else 0 end), 0)
        from snapshots""",
    )
    (projects,) = _row(connection, "select count(*) from scope")
    return counted < projects or has_stars > 0


def _hides_forks(connection: Connection, told: frozenset[str], forges: tuple[str, ...]) -> bool:
    """Tell whether there are forks, and all that is known of them are counts."""
    if Kind.FORK in told or not COUNTERS.issuperset(forges):
        return False
    (counts,) = _row(connection, "select count(*) from snapshots where forks > 0")
    return counts > 0


def _forges(connection: Connection) -> tuple[str, ...]:
    sql = """select distinct c.source from coverage c join scope s on s.project = c.project
        where c.source <> 'git' order by c.source"""
    return tuple(str(source) for (source,) in connection.execute(sql).fetchall())


def _row(connection: Connection, sql: str, values: list[object] | None = None) -> tuple[int, ...]:
    return tuple(int(value) for value in one(connection, sql, values))


def _spine(connection: Connection, column: str, view: str) -> dict[int, bool]:
    rows = connection.execute(f"select {column}, is_complete from {view} order by {column}").fetchall()  # noqa: S608 - both names are written above
    return {int(period): bool(is_complete) for period, is_complete in rows}


def _coverage(connection: Connection) -> tuple[list[Quality], tuple[Text, ...]]:
    rows = connection.execute(
        """select c.quality, c.note from coverage c join scope s on s.project = c.project
        order by c.note"""
    ).fetchall()
    known = set(Quality)
    qualities = [Quality(quality) if quality in known else Quality.UNKNOWN for quality, _ in rows]
    (commits,) = one(connection, "select count(*) from commit_fact c join scope s on s.project = c.project")
    return qualities, summed([read(note) for _, note in rows if note], commits)
