-- One row per change (pull or merge request): as a forge tells it where one is connected, otherwise as the
-- clone's references and messages show it. Unknown times, months and people are 0. `is_settled` 1 tells that
-- open and closed are known apart, which git alone cannot say.
select
    i.event, i.project, i.number, i.person, i.is_bot, i.opened_ts, 1 as has_opened, i.opened_month_id,
    i.is_merged, i.merged_ts, i.merged_month_id, i.merged_by, coalesce(cm.event, '') as landing,
    1 as is_settled, i.is_closed, i.closed_ts, i.closed_month_id
from items i
left join commits cm on cm.project = i.project and cm.sha = i.landing
where i.is_change = 1
union all
select
    'git:change:' || cast(c.project as varchar) || ':' || cast(c.number as varchar) as event,
    c.project,
    c.number,
    coalesce(ap.person, 0) as person,
    coalesce(pe.is_bot, 0) as is_bot,
    c.opened_at as opened_ts,
    case when c.opened_at > 0 then 1 else 0 end as has_opened,
    cast(case when c.opened_at > 0 then year(make_timestamp(c.opened_at * 1000000)) * 100
        + month(make_timestamp(c.opened_at * 1000000)) else 0 end as bigint) as opened_month_id,
    case when c.state = 'merged' and c.merged_at <= k.as_of_ts then 1 else 0 end as is_merged,
    case when c.merged_at <= k.as_of_ts then c.merged_at else 0 end as merged_ts,
    cast(case when c.merged_at > 0 and c.merged_at <= k.as_of_ts then
        year(make_timestamp(c.merged_at * 1000000)) * 100 + month(make_timestamp(c.merged_at * 1000000))
        else 0 end as bigint) as merged_month_id,
    -- a merging robot or a forge's own button says nothing about who decided
    case when coalesce(mb.is_bot, 0) = 1 then 0 else coalesce(mp.person, 0) end as merged_by,
    coalesce(cm.event, '') as landing,
    0 as is_settled,
    case when c.state = 'merged' and c.merged_at <= k.as_of_ts then 1 else 0 end as is_closed,
    case when c.merged_at <= k.as_of_ts then c.merged_at else 0 end as closed_ts,
    cast(case when c.merged_at > 0 and c.merged_at <= k.as_of_ts then
        year(make_timestamp(c.merged_at * 1000000)) * 100 + month(make_timestamp(c.merged_at * 1000000))
        else 0 end as bigint) as closed_month_id
from change_fact c
join scope s on s.project = c.project
join clock k on c.opened_at <= k.as_of_ts
left join identity_person ap on ap.identity = c.author
left join person pe on pe.person = ap.person
left join identity_person mp on mp.identity = c.merged_by
left join person mb on mb.person = mp.person
left join commits cm on cm.commit = c.landing
-- An archive of events knows but some of a project's changes, so it does not speak for the others.
where c.project not in (select f.project from item_fact f where f.is_change = 1 and f.source <> 'gharchive')
    and not exists (select 1 from item_fact f
        where f.project = c.project and f.is_change = 1 and f.number = c.number)
