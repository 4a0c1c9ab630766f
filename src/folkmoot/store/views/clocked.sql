-- One row per commit of a person, merges left out, of which the author's own clock is known. Conversions from
-- Subversion or CVS write UTC for everybody: left out is what was committed by several people over a year or
-- more without any other offset, committed in the very second in which it was written but for one in twenty.
with numbered as (
    select
        c.event, c.project, c.person, c.ts, c.month_id, c.offset_minutes, c.local_hour, c.local_weekday,
        case when f.authored_at = f.committed_at then 1 else 0 end as is_at_once,
        sum(case when c.offset_minutes <> 0 then 1 else 0 end)
            over (partition by c.project order by c.ts, c.event rows unbounded preceding) as stretch
    from commits c
    join commit_fact f on f.commit = c.commit
    where c.is_bot = 0 and c.is_merge = 0
),
converted as (
    select project, stretch
    from numbered
    where offset_minutes = 0
    group by project, stretch
    having max(ts) - min(ts) >= 365 * 86400 and count(*) >= 20 and count(distinct person) >= 2
        and sum(is_at_once) >= 0.95 * count(*)
)
select
    n.event, n.project, n.person, n.ts, n.month_id, n.offset_minutes, n.local_hour, n.local_weekday
from numbered n
left join converted c on c.project = n.project and c.stretch = n.stretch and n.offset_minutes = 0
where c.project is null
