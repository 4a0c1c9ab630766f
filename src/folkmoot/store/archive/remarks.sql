-- Comments, reviews and comments within reviews; their own number tells them apart.
create or replace temp table remark as
select distinct on (project, event) h.project, h.is_change, h.number,
    'gharchive:' || case when h.remark_id > 0 then
        map {'IssueCommentEvent': 'comment', 'PullRequestReviewEvent': 'review',
        'PullRequestReviewCommentEvent': 'review.comment'}[h.type] || ':'
        || h.remark_id else h.id end as event,
    map {'IssueCommentEvent': 'comment', 'PullRequestReviewEvent': 'review',
        'PullRequestReviewCommentEvent': 'review.comment'}[h.type] as kind,
    case when h.type = 'PullRequestReviewEvent' then h.state else '' end as state,
    coalesce(w.identity, 0) as author, h.speaker_association, h.said_at, h.length, h.is_command
from heard h left join who w on w.login = lower(h.speaker)
where h.type in ('IssueCommentEvent', 'PullRequestReviewEvent', 'PullRequestReviewCommentEvent')
    and h.action in ('', 'created');
delete from remark using remark_fact old where old.project = remark.project and old.event = remark.event;
insert into remark_fact
select project, is_change, number, event, 'gharchive', kind, state, author, speaker_association, said_at,
    length, is_command from remark;
