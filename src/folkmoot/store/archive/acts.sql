-- What was done to projects as a whole; an event is kept once. One that is kept already is looked for among
-- those of the same time, which an event never changes: an import of many hours does not read all of them each time.
set variable archive_since = (select min(ts) from done);
set variable archive_until = (select max(ts) from done);
insert into act_fact
select p.project, 'gharchive:' || s.id, 'gharchive',
    case s.type when 'PushEvent' then 'push' when 'WatchEvent' then 'star' when 'ForkEvent' then 'fork'
        when 'ReleaseEvent' then 'release' else 'discussion' end,
    coalesce(a.identity, 0), s.ts, s.subject
from done s
join homed p on p.repo_id = s.repo_id and p.repo = case s.repo_id when 0 then lower(s.repo) else '' end
left join who a on a.login = lower(s.actor)
anti join (
    select project, event from act_fact where source = 'gharchive'
        and made_at between getvariable('archive_since') and getvariable('archive_until')
) old on old.project = p.project and old.event = 'gharchive:' || s.id
where s.type in ('WatchEvent', 'ForkEvent', 'PushEvent', 'ReleaseEvent', 'DiscussionEvent')
    and s.action not in ('edited', 'deleted', 'unpublished');
