-- One row per commit of the default branch (of every branch when the store was synced so).
with line_sum as (
    select l.commit, sum(l.added) as added, sum(l.deleted) as deleted
    from line_fact l group by l.commit
),
touch_sum as (
    select t.commit, count(*) as files from touch_fact t group by t.commit
),
trailer_sum as (
    select
        t.commit,
        max(case when t.kind = 'commit.signed-off' then 1 else 0 end) as is_signed_off,
        max(case when t.kind in ('commit.reviewed', 'commit.acked') and rp.person <> ap.person
            and r.is_bot = 0 then 1 else 0 end) as is_reviewed,
        max(case when t.kind in ('commit.co-authored', 'commit.helped') then r.is_ai else 0 end) as is_ai_assisted
    from trailer_fact t
    join commit_fact c on c.commit = t.commit
    join identity_person ap on ap.identity = c.author
    join identity_person rp on rp.identity = t.identity and rp.rule <> 'only said'
    join person r on r.person = rp.person
    group by t.commit
),
landing as (
    select landing, min(number) as number from change_fact where landing > 0 group by landing
)
select
    'git:' || c.sha as event,
    c.project,
    c.commit,
    c.sha,
    ip.person,
    cp.person as committer,
    cast(p.dated_at as bigint) as ts,
    cast(p.dated_at // 86400 as bigint) as day_id,
    cast(year(make_timestamp(p.dated_at * 1000000)) * 100 + month(make_timestamp(p.dated_at * 1000000))
        as bigint) as month_id,
    cast(year(make_timestamp(p.dated_at * 1000000)) as bigint) as year_id,
    case when abs(c.authored_offset) <= 14 * 60 then c.authored_offset else 0 end as offset_minutes,
    cast((p.dated_at + 60 * case when abs(c.authored_offset) <= 14 * 60 then c.authored_offset else 0 end)
        // 3600 % 24 as integer) as local_hour,
    cast(((p.dated_at + 60 * case when abs(c.authored_offset) <= 14 * 60 then c.authored_offset else 0 end)
        // 86400 + 3) % 7 + 1 as integer) as local_weekday,
    pe.is_bot,
    pe.is_ai,
    case when c.parents > 1 then 1 else 0 end as is_merge,
    c.is_signed,
    coalesce(ts.is_signed_off, 0) as is_signed_off,
    coalesce(ts.is_reviewed, 0) as is_reviewed,
    greatest(coalesce(ts.is_ai_assisted, 0), pe.is_ai) as is_ai_assisted,
    cast(coalesce(th.files, 0) as integer) as files,
    cast(coalesce(ls.added, 0) as bigint) as added,
    cast(coalesce(ls.deleted, 0) as bigint) as deleted,
    cast(coalesce(ls.added, 0) + coalesce(ls.deleted, 0) as bigint) as lines,
    coalesce(st.is_counted, 0) as has_lines,
    p.is_mainline,
    coalesce(own.number, la.number, 0) as change_number,
    coalesce(af.organisation, ip.organisation, 0) as organisation
from commit_fact c
join scope s on s.project = c.project
join place p on p.commit = c.commit
join clock k on p.dated_at <= k.as_of_ts
join identity_person ip on ip.identity = c.author
join person pe on pe.person = ip.person
join identity_person cp on cp.identity = c.committer
left join line_sum ls on ls.commit = c.commit
left join touch_sum th on th.commit = c.commit
left join trailer_sum ts on ts.commit = c.commit
left join line_state st on st.commit = c.commit
left join landing own on own.landing = c.commit
left join landing la on la.landing = p.landed_by
left join affiliation af
    on af.person = ip.person and p.dated_at >= af.since and p.dated_at < af.until
