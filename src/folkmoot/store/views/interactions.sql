-- One row per comment, review and review comment on an issue or change. `is_own` tells that the item's own
-- author said it; `is_noise` that it is an order to a robot or under ten characters long.
-- `is_outside` and `is_inside` are both 0 where nobody says what the speaker is to the project.
with who as materialized (
    select ip.identity, ip.person, ip.organisation, coalesce(p.is_bot, 0) as is_bot
    from identity_person ip left join person p on p.person = ip.person
)
select
    r.event,
    r.project,
    r.is_change,
    r.number,
    r.kind,
    r.state,
    coalesce(rp.person, 0) as person,
    coalesce(rp.is_bot, 0) as is_bot,
    case when r.association in ('', 'MANNEQUIN', 'OWNER', 'MEMBER', 'COLLABORATOR') then 0 else 1 end
        as is_outside,
    case when r.association in ('OWNER', 'MEMBER', 'COLLABORATOR') then 1 else 0 end as is_inside,
    i.person as item_person,
    i.event as item_event,
    case when coalesce(rp.person, 0) > 0 and rp.person = i.person then 1 else 0 end as is_own,
    case when r.kind <> 'review' and (r.is_command = 1 or r.length between 0 and 9) then 1 else 0 end as is_noise,
    cast(r.made_at as bigint) as ts,
    cast(r.made_at // 86400 as bigint) as day_id,
    cast(year(make_timestamp(r.made_at * 1000000)) * 100 + month(make_timestamp(r.made_at * 1000000))
        as bigint) as month_id,
    cast(year(make_timestamp(r.made_at * 1000000)) as bigint) as year_id,
    coalesce(af.organisation, rp.organisation, 0) as organisation
from remark_fact r
join scope s on s.project = r.project
join clock k on r.made_at <= k.as_of_ts
join items i on i.project = r.project and i.is_change = r.is_change and i.number = r.number
left join who rp on rp.identity = r.author
left join affiliation af on af.person = rp.person and r.made_at >= af.since and r.made_at < af.until
