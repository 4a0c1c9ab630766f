-- One row per merged change of a forge of which it is known whether anybody reviewed it. That is so of all that
-- a forge with reviews told when it was read without a gap, and of all in a dump without one in which there is
-- any review. Elsewhere it is so from the first review on that is told of a project; of what was merged before,
-- nobody says whether reviews were made and not read. A change whose commit names another tool for review was
-- reviewed there, or not; the forge does not tell.
with begun as (
    select project, min(ts) as ts from interactions where kind = 'review' group by project
),
whole as (
    select c.project, min(c.until) as until
    from coverage c left join begun b on b.project = c.project
    where c.source in ('github', 'gitlab', 'forgejo', 'gitea')
        or (c.source = 'archive-dump' and b.project is not null)
    group by c.project
    having max(case when c.quality = 'complete' then 0 else 1 end) = 0
),
elsewhere as (
    select c.project, c.sha from tool_fact t join commit_fact c on c.commit = t.commit
)
select i.event, i.project, i.number, i.merged_ts
from items i
left join whole w on w.project = i.project
left join begun b on b.project = i.project
left join elsewhere e on e.project = i.project and e.sha = i.landing
where i.is_change = 1 and i.is_merged = 1 and e.sha is null
    and (i.merged_ts <= w.until or i.merged_ts >= b.ts)
