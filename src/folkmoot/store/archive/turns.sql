-- Closed, merged, reopened, labelled, assigned. Merging a change closes it.
create or replace temp table turn as
with acted as (
    select distinct on (id) * from heard where type in ('IssuesEvent', 'PullRequestEvent')
        and action in ('closed', 'merged', 'reopened', 'labeled', 'unlabeled', 'assigned')
        -- before changes told whether they were merged, closing one says too little
        and (action <> 'closed' or is_change = 0 or opened_at > 0 or ts >= epoch('2025-10-07'::timestamptz))
)
select project, is_change, number, 'gharchive:' || id as event,
    map {'closed': 'closed', 'reopened': 'reopened', 'labeled': 'labelled', 'unlabeled': 'unlabelled',
        'assigned': 'assigned'}[action] as kind,
    actor_id,
    case when action = 'closed' and closed_at > 0 then closed_at else ts end as made_at,
    case when action in ('labeled', 'unlabeled', 'assigned') then subject else '' end as detail
from acted where action <> 'merged'
union all
select project, is_change, number, 'gharchive:' || id || ':merged', 'merged', actor_id,
    case when merged_at > 0 then merged_at else ts end, ''
from acted where action = 'merged' or (action = 'closed' and merged_at > 0)
union all
select project, is_change, number, 'gharchive:' || id || ':closed', 'closed', actor_id, ts, ''
from acted where action = 'merged';
delete from turn using turn_fact old where old.project = turn.project and old.event = turn.event;
insert into turn_fact
select project, is_change, number, event, 'gharchive', kind, actor_id, made_at, detail from turn;
