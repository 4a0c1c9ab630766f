-- One row per turn in the life of an issue or change: closed, reopened, labelled, ready for review.
select
    t.event,
    t.project,
    t.is_change,
    t.number,
    t.kind,
    t.detail,
    coalesce(tp.person, 0) as person,
    coalesce(pe.is_bot, 0) as is_bot,
    i.person as item_person,
    cast(t.made_at as bigint) as ts,
    cast(t.made_at // 86400 as bigint) as day_id,
    cast(year(make_timestamp(t.made_at * 1000000)) * 100 + month(make_timestamp(t.made_at * 1000000))
        as bigint) as month_id,
    cast(year(make_timestamp(t.made_at * 1000000)) as bigint) as year_id
from turn_fact t
join scope s on s.project = t.project
join clock k on t.made_at <= k.as_of_ts
join items i on i.project = t.project and i.is_change = t.is_change and i.number = t.number
left join identity_person tp on tp.identity = t.actor
left join person pe on pe.person = tp.person
where t.kind <> 'committed'
