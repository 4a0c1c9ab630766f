-- What was done to issues and changes. An item that the forge itself told of is the forge's.
create or replace temp table heard as
select s.*, p.project, coalesce(a.identity, 0) as actor_id
from said s
join homed p on p.repo_id = s.repo_id and p.repo = case s.repo_id when 0 then lower(s.repo) else '' end
left join who a on a.login = lower(s.actor)
where s.type in ('IssuesEvent', 'PullRequestEvent', 'IssueCommentEvent', 'PullRequestReviewEvent',
    'PullRequestReviewCommentEvent') and s.number > 0;
create or replace temp table theirs as
select distinct i.project, i.is_change, i.number from item_fact i
join heard h on h.project = i.project and h.is_change = i.is_change and h.number = i.number
where i.source <> 'gharchive';
delete from heard using theirs t where heard.project = t.project and heard.is_change = t.is_change
    and heard.number = t.number;
