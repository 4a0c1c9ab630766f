-- One row per issue and change that a forge told of, as it stood at the clock: what is closed now may have been
-- open then, and the other way round. Times that have not come yet are 0, and so are people who are not known.
-- The first response is a comment or review by a human who is not the author.
-- `is_outside` and `is_inside` are both 0 where nobody says what the author is to the project, as in older
-- archives and where a forge shows no members.
with who as materialized (
    select ip.identity, ip.person, ip.organisation, coalesce(p.is_bot, 0) as is_bot,
        case when p.is_bot = 0 then 1 else 0 end as is_human
    from identity_person ip left join person p on p.person = ip.person
),
later as (
    -- how a thing stood at the clock is seen from what became of it next
    select t.project, t.is_change, t.number,
        arg_min(t.kind, t.made_at) filter (where t.kind in ('closed', 'merged', 'reopened')) as ending,
        arg_min(t.kind, t.made_at) filter (where t.kind in ('ready_for_review', 'converted_to_draft')) as draft
    from turn_fact t join clock k on t.made_at > k.as_of_ts
    group by t.project, t.is_change, t.number
),
closing as (
    select t.project, t.is_change, t.number, max(t.made_at) as ts, arg_max(t.actor, t.made_at) as actor
    from turn_fact t
    join later l on l.project = t.project and l.is_change = t.is_change and l.number = t.number
    join clock k on t.made_at <= k.as_of_ts
    where t.kind = 'closed' and l.ending = 'reopened'
    group by t.project, t.is_change, t.number
),
stood as (
    select i.project, i.is_change, i.number, i.event, i.author, i.association, i.title, i.opened_at,
        case when c.ts is not null then c.ts when l.ending is not null then 0 else i.closed_at end as closed_at,
        i.merged_at, coalesce(c.actor, i.closed_by) as closed_by, i.merged_by,
        case l.draft when 'ready_for_review' then 1 when 'converted_to_draft' then 0 else i.is_draft end as is_draft,
        i.landing, i.added, i.deleted
    from item_fact i
    left join later l on l.project = i.project and l.is_change = i.is_change and l.number = i.number
    left join closing c on c.project = i.project and c.is_change = i.is_change and c.number = i.number
),
response as (
    select r.project, r.is_change, r.number, min(r.made_at) as ts,
        min(case when r.kind = 'review' then r.made_at end) as review_ts
    from remark_fact r
    join item_fact i on i.project = r.project and i.is_change = r.is_change and i.number = r.number
    join who rp on rp.identity = r.author and rp.is_human = 1
    left join who ap on ap.identity = i.author
    join clock k on r.made_at <= k.as_of_ts
    where rp.person <> coalesce(ap.person, 0) and r.made_at >= i.opened_at
    group by r.project, r.is_change, r.number
),
beginning as (
    -- the first by time, then by number: as one number, which is found faster than a pair
    select i.project, i.is_change, ap.person, min(cast(i.opened_at as hugeint) * 4294967296 + i.number) as earliest
    from item_fact i join who ap on ap.identity = i.author
    group by i.project, i.is_change, ap.person
)
select
    i.event,
    i.project,
    i.is_change,
    i.number,
    coalesce(ap.person, 0) as person,
    coalesce(ap.is_bot, 0) as is_bot,
    case when i.association in ('', 'MANNEQUIN', 'OWNER', 'MEMBER', 'COLLABORATOR') then 0 else 1 end
        as is_outside,
    case when i.association in ('OWNER', 'MEMBER', 'COLLABORATOR') then 1 else 0 end as is_inside,
    case when i.association in ('', 'MANNEQUIN') then 0 else 1 end as has_association,
    cast(i.opened_at as bigint) as opened_ts,
    cast(i.opened_at // 86400 as bigint) as opened_day_id,
    cast(year(make_timestamp(i.opened_at * 1000000)) * 100 + month(make_timestamp(i.opened_at * 1000000))
        as bigint) as opened_month_id,
    cast(year(make_timestamp(i.opened_at * 1000000)) as bigint) as opened_year_id,
    case when i.closed_at > 0 and i.closed_at <= k.as_of_ts then 1 else 0 end as is_closed,
    cast(case when i.closed_at <= k.as_of_ts then i.closed_at else 0 end as bigint) as closed_ts,
    cast(case when i.closed_at > 0 and i.closed_at <= k.as_of_ts then
        year(make_timestamp(i.closed_at * 1000000)) * 100 + month(make_timestamp(i.closed_at * 1000000))
        else 0 end as bigint) as closed_month_id,
    cast(case when i.closed_at > 0 and i.closed_at <= k.as_of_ts then year(make_timestamp(i.closed_at * 1000000))
        else 0 end as bigint) as closed_year_id,
    case when i.merged_at > 0 and i.merged_at <= k.as_of_ts then 1 else 0 end as is_merged,
    cast(case when i.merged_at <= k.as_of_ts then i.merged_at else 0 end as bigint) as merged_ts,
    cast(case when i.merged_at > 0 and i.merged_at <= k.as_of_ts then
        year(make_timestamp(i.merged_at * 1000000)) * 100 + month(make_timestamp(i.merged_at * 1000000))
        else 0 end as bigint) as merged_month_id,
    cast(case when i.merged_at > 0 and i.merged_at <= k.as_of_ts then year(make_timestamp(i.merged_at * 1000000))
        else 0 end as bigint) as merged_year_id,
    case when i.merged_at > 0 and i.merged_at <= k.as_of_ts and coalesce(mp.is_bot, 0) = 0
        then coalesce(mp.person, 0) else 0 end as merged_by,
    case when i.closed_at > 0 and i.closed_at <= k.as_of_ts then coalesce(cp.person, 0) else 0 end as closed_by,
    i.is_draft,
    cast(coalesce(r.ts, 0) as bigint) as response_ts,
    cast(coalesce(r.review_ts, 0) as bigint) as review_ts,
    -- 1 for the first issue, and the first change, that this person ever opened here
    case when ap.person > 0 and cast(i.opened_at as hugeint) * 4294967296 + i.number = b.earliest
        then 1 else 0 end as is_first,
    i.added + i.deleted as lines,
    case when i.added >= 0 and i.deleted >= 0 then 1 else 0 end as has_lines,
    coalesce(af.organisation, ap.organisation, 0) as organisation,
    i.landing,
    i.title
from stood i
join scope s on s.project = i.project
join clock k on i.opened_at <= k.as_of_ts
left join who ap on ap.identity = i.author
left join who mp on mp.identity = i.merged_by
left join who cp on cp.identity = i.closed_by
left join affiliation af on af.person = ap.person and i.opened_at >= af.since and i.opened_at < af.until
left join response r on r.project = i.project and r.is_change = i.is_change and r.number = i.number
left join beginning b on b.project = i.project and b.is_change = i.is_change and b.person = ap.person
