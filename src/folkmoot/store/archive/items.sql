-- Looks at items, the one that is kept among them; each field is taken from the newest look that knows it,
-- and then what was closed, reopened or merged after it.
create or replace temp table touched as
select distinct project, is_change, number from heard;
-- What it says of a merge that a turn tells is left to the turns: there may be later ones by now.
create or replace temp table kept as
select i.* replace (case when m.made_at > 0 then 0 else i.merged_at end as merged_at,
    case when m.actor = i.merged_by then 0 else i.merged_by end as merged_by)
from item_fact i join touched using (project, is_change, number)
left join (
    select project, is_change, number, made_at, max(actor) as actor from turn_fact
    where source = 'gharchive' and kind = 'merged' group by project, is_change, number, made_at
) m on m.project = i.project and m.is_change = i.is_change and m.number = i.number and m.made_at = i.merged_at
where i.source = 'gharchive';
create or replace temp table look as
select h.project, h.is_change, h.number, h.ts, 'gharchive:' || case when h.item_id > 0 then
        case h.is_change when 1 then 'change:' else 'issue:' end || h.item_id else h.id end as event,
    coalesce(a.identity, 0) as author, h.association, h.title, h.opened_at, h.closed_at, h.merged_at,
    coalesce(m.identity, 0) as merged_by, h.is_draft, h.landing, h.head, h.added, h.deleted, h.files,
    h.labels,
    h.title <> '' as is_full
from heard h
left join who a on a.login = lower(h.author)
left join who m on m.login = lower(h.merged_by)
where h.opened_at > 0 and h.has_state
union all
select k.project, k.is_change, k.number, k.updated_at, k.event, k.author, k.association, k.title, k.opened_at,
    k.closed_at, k.merged_at, k.merged_by, k.is_draft, k.landing, k.head, k.added, k.deleted, k.files,
    (select list(l.label) from label_fact l where l.project = k.project and l.is_change = k.is_change
        and l.number = k.number), k.title <> ''
from kept k;
create or replace temp table seen as
select project, is_change, number, max(ts) as updated_at, min(event) as event,
    coalesce(max_by(author, ts) filter (author > 0), 0) as author,
    coalesce(max_by(association, ts) filter (association <> ''), '') as association,
    coalesce(max_by(title, ts) filter (is_full), '') as title, min(opened_at) as opened_at,
    max_by(closed_at, ts) as closed_at, max_by(merged_at, ts) as merged_at,
    coalesce(max_by(merged_by, ts) filter (merged_by > 0), 0) as merged_by,
    max_by(is_draft, ts) as is_draft,
    coalesce(max_by(landing, ts) filter (landing <> ''), '') as landing,
    coalesce(max_by(head, ts) filter (head <> ''), '') as head,
    coalesce(max_by(added, ts) filter (added >= 0), -1) as added,
    coalesce(max_by(deleted, ts) filter (deleted >= 0), -1) as deleted,
    coalesce(max_by(files, ts) filter (files >= 0), -1) as files,
    max_by(labels, ts) filter (is_full) as labels
from look group by project, is_change, number;
create or replace temp table fate as
select t.project, t.is_change, t.number,
    max_by(t.kind, t.made_at) filter (t.kind in ('closed', 'reopened')) as kind,
    max(t.made_at) filter (t.kind in ('closed', 'reopened')) as made_at,
    max_by(t.actor, t.made_at) filter (t.kind = 'closed') as closed_by,
    max(t.made_at) filter (t.kind = 'merged') as merged_at,
    max_by(t.actor, t.made_at) filter (t.kind = 'merged') as merged_by
from turn_fact t join touched using (project, is_change, number)
where t.source = 'gharchive' and t.kind in ('closed', 'reopened', 'merged')
group by t.project, t.is_change, t.number;
create or replace temp table item as
select s.* exclude (closed_at, merged_at, merged_by),
    case when f.made_at >= s.updated_at then case f.kind when 'closed' then f.made_at else 0 end
        else s.closed_at end as closed_at,
    case when s.merged_at > 0 or f.merged_at is null then s.merged_at else f.merged_at end as merged_at,
    case when s.merged_by > 0 then s.merged_by else coalesce(f.merged_by, 0) end as merged_by,
    coalesce(f.closed_by, 0) as closed_by
from seen s left join fate f using (project, is_change, number);
delete from item_fact old using touched t where old.project = t.project and old.is_change = t.is_change
    and old.number = t.number;
delete from label_fact old using touched t where old.project = t.project and old.is_change = t.is_change
    and old.number = t.number;
insert into item_fact
select project, is_change, number, event, 'gharchive', author, association, title, opened_at, closed_at,
    merged_at, case when closed_at > 0 then closed_by else 0 end,
    case when merged_at > 0 then merged_by else 0 end,
    is_draft, landing, head, updated_at, added, deleted, files
from item;
insert into label_fact select project, is_change, number, label
from (select project, is_change, number, unnest(list_distinct(labels)) as label from item) where label <> '';
