-- What was done to projects as a whole; an event is kept once.
create or replace temp table act as
select distinct on (event) p.project, 'gharchive:' || s.id as event,
    map {'WatchEvent': 'star', 'ForkEvent': 'fork', 'PushEvent': 'push', 'ReleaseEvent': 'release',
        'DiscussionEvent': 'discussion'}[s.type] as kind,
    coalesce(a.identity, 0) as actor, s.ts, s.subject
from said s
join homed p on p.repo_id = s.repo_id and p.repo = lower(s.repo)
left join who a on a.login = lower(s.actor)
where s.type in ('WatchEvent', 'ForkEvent', 'PushEvent', 'ReleaseEvent', 'DiscussionEvent')
    and s.action not in ('edited', 'deleted', 'unpublished');
delete from act using act_fact old where old.project = act.project and old.event = act.event;
insert into act_fact select project, event, 'gharchive', kind, actor, ts, subject from act;
