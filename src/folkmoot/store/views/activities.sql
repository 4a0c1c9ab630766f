-- One row per person and thing done, in git and on the forge alike: contributions, and issues and changes
-- opened, comments, reviews and merges, these without an employer. Stars and forks are attention, not
-- activity: they stand in `acts`.
select event, project, kind, person, is_bot, ts, day_id, month_id, year_id, organisation
from contributions
union all
select
    event, project, case when is_change = 1 then 'change.opened' else 'issue.opened' end as kind,
    person, is_bot, opened_ts as ts, opened_day_id as day_id, opened_month_id as month_id,
    opened_year_id as year_id, organisation
from items where person > 0
union all
select event, project, kind, person, is_bot, ts, day_id, month_id, year_id, organisation
from interactions where person > 0
union all
select
    i.event, i.project, 'change.merged' as kind, i.merged_by as person, 0 as is_bot, i.merged_ts as ts,
    cast(i.merged_ts // 86400 as bigint) as day_id, i.merged_month_id as month_id,
    cast(i.merged_month_id // 100 as bigint) as year_id, 0 as organisation
from items i where i.is_merged = 1 and i.merged_by > 0
