-- One row per change (pull or merge request) visible in the clone. Unknown times, months and people are 0.
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
    cast(case when c.merged_at > 0 and c.merged_at <= k.as_of_ts then year(make_timestamp(c.merged_at * 1000000)) * 100
        + month(make_timestamp(c.merged_at * 1000000)) else 0 end as bigint) as merged_month_id,
    -- a merging robot or a forge's own button says nothing about who decided
    case when coalesce(mb.is_bot, 0) = 1 then 0 else coalesce(mp.person, 0) end as merged_by,
    coalesce(cm.event, '') as landing
from change_fact c
join scope s on s.project = c.project
join clock k on c.opened_at <= k.as_of_ts
left join identity_person ap on ap.identity = c.author
left join person pe on pe.person = ap.person
left join identity_person mp on mp.identity = c.merged_by
left join person mb on mb.person = mp.person
left join commits cm on cm.commit = c.landing
