-- Every month from the first commit, or the first thing a forge tells of, to the clock; months without anything
-- are here too. A forge may know of more than a clone that is shallow or was begun anew: `has_history` tells the
-- months from the first commit on, in which git would show what there was; without any commit, it is all of them.
select
    cast(year(m) * 100 + month(m) as bigint) as month_id,
    cast(year(m) as bigint) as year_id,
    cast(year(m) * 12 + month(m) - 1 as bigint) as month_index,
    cast(epoch(m) as bigint) as start_ts,
    cast(epoch(m + interval 1 month) as bigint) as end_ts,
    -- the last second of a month is a part of what was looked at
    case when epoch(m + interval 1 month) <= as_of_ts + 1 then 1 else 0 end as is_complete,
    case when epoch(m + interval 1 month) > coalesce(commit_ts, 0) then 1 else 0 end as has_history
from (
    select
        unnest(generate_series(date_trunc('month', make_timestamp(first_ts * 1000000)),
            make_timestamp(as_of_ts * 1000000), interval 1 month)) as m,
        as_of_ts,
        commit_ts
    from (select least(coalesce(
        (select min(ts) from (select ts from commits union all select opened_ts as ts from items
            union all select ts from acts union all select ts from snapshots)),
        k.as_of_ts), k.as_of_ts) as first_ts,
        (select min(ts) from commits) as commit_ts,
        k.as_of_ts from clock k)
)
