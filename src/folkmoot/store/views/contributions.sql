-- One row per person and act: authoring a commit (merges left out), and every trailer naming somebody.
-- A person named twice for the same act of one commit counts once, by two addresses too: for the employer
-- that one of them tells. A login that nobody here is known by is nobody. Co-authoring, reviewing or
-- acknowledging one's own commit counts not at all.
select
    event, project, 'commit' as kind, person, is_bot, ts, day_id, month_id, year_id, organisation
from commits
where is_merge = 0
union all
select
    c.event, c.project, t.kind, ip.person, pe.is_bot, c.ts, c.day_id, c.month_id, c.year_id,
    max(coalesce(af.organisation, ip.organisation, 0)) as organisation
from trailer_fact t
join commits c on c.commit = t.commit
join identity_person ip on ip.identity = t.identity and ip.rule <> 'only said'
join person pe on pe.person = ip.person
left join affiliation af on af.person = ip.person and c.ts >= af.since and c.ts < af.until
where not (t.kind in ('commit.co-authored', 'commit.reviewed', 'commit.acked') and ip.person = c.person)
group by c.event, c.project, t.kind, ip.person, pe.is_bot, c.ts, c.day_id, c.month_id, c.year_id
