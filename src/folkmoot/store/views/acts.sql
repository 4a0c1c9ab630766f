-- One row per thing done to a project as a whole: star, unstar, fork, push, discussion. One person's second
-- star or fork of the same project is there too.
select
    a.event,
    a.project,
    a.kind,
    coalesce(ap.person, 0) as person,
    coalesce(pe.is_bot, 0) as is_bot,
    cast(a.made_at as bigint) as ts,
    cast(a.made_at // 86400 as bigint) as day_id,
    cast(year(make_timestamp(a.made_at * 1000000)) * 100 + month(make_timestamp(a.made_at * 1000000))
        as bigint) as month_id,
    cast(year(make_timestamp(a.made_at * 1000000)) as bigint) as year_id,
    a.subject
from act_fact a
join scope s on s.project = a.project
join clock k on a.made_at <= k.as_of_ts
left join identity_person ap on ap.identity = a.actor
left join person pe on pe.person = ap.person
