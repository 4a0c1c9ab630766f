-- One row per project and day on which its counts were taken; -1 is not known. Where two sources counted the
-- same project on one day, the first by name speaks.
select project, day_id, month_id, ts, stars, forks, watchers, open_issues, open_changes
from (
    select
        f.project,
        cast(f.day_id as bigint) as day_id,
        cast(year(make_timestamp(cast(f.day_id as bigint) * 86400000000)) * 100
            + month(make_timestamp(cast(f.day_id as bigint) * 86400000000)) as bigint) as month_id,
        cast(f.day_id as bigint) * 86400 as ts,
        f.stars, f.forks, f.watchers, f.open_issues, f.open_changes,
        row_number() over (partition by f.project, f.day_id order by f.source) as place
    from snapshot_fact f
    join scope s on s.project = f.project
    join clock k on cast(f.day_id as bigint) * 86400 <= k.as_of_ts
)
where place = 1
