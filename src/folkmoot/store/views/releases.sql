-- One row per tag that names a version. Persons are 0 where a tag carries nobody.
select
    'git:tag:' || cast(r.project as varchar) || ':' || r.tag as event,
    r.project,
    r.tag,
    coalesce(ip.person, 0) as person,
    r.released_at as ts,
    cast(r.released_at // 86400 as bigint) as day_id,
    cast(year(make_timestamp(r.released_at * 1000000)) * 100 + month(make_timestamp(r.released_at * 1000000))
        as bigint) as month_id,
    cast(year(make_timestamp(r.released_at * 1000000)) as bigint) as year_id,
    r.is_prerelease
from release_fact r
join scope s on s.project = r.project
join clock k on r.released_at <= k.as_of_ts
left join identity_person ip on ip.identity = r.tagger
