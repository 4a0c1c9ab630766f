-- One row per merged change whose newest commit a forge was asked about: what ran there. `has_passed` 1 tells
-- that at least one check succeeded, `is_known` 0 that none had while something still ran when it was read,
-- whatever else had failed. A merged change that has no row here is one that was not asked about.
select
    i.event,
    i.project,
    i.number,
    i.is_bot,
    i.merged_ts,
    i.merged_month_id,
    i.merged_year_id,
    coalesce(r.has_passed, 0) as has_passed,
    case when coalesce(r.has_passed, 0) = 0 and (t.state = 'pending' or coalesce(r.is_running, 0) = 1) then 0
        else 1 end as is_known
from head_fact t
join items i on i.project = t.project and i.is_change = 1 and i.number = t.number and i.is_merged = 1
left join (
    select project, number, max(case when state = 'success' then 1 else 0 end) as has_passed,
        max(case when state = 'pending' then 1 else 0 end) as is_running
    from run_fact group by project, number
) r on r.project = t.project and r.number = t.number
