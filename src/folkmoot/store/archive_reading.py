"""The SQL by which the engine reads events of today's form, and tells what cannot be one.

Most events are read by `ACT`, what is done to issues and changes by `SHAPE`, which has many more fields. What
somebody wrote is measured here and goes no further.
"""

from __future__ import annotations

from folkmoot.sources.archives.eras import SWITCHED
from folkmoot.sources.archives.shape import ACT, NAMES, SHAPE, Shape

ENGINE = {"whole": "BIGINT", "time": "TIMESTAMPTZ", "flag": "BOOLEAN"}
LOGIN, REPOSITORY, WORD, ID = (NAMES[name] for name in ("login", "repository", "word", "id"))
ADDRESS = r"[^\s@<>()\[\]\",;:]+@[^\s@<>()\[\]\",;:]+\.[A-Za-z]{2,}"
ORDERS = r"(?:[ \t\r]*(?:/[A-Za-z][\w\-]*(?:[ \t:][^\n]{0,200})?[ \t\r]*)?(?:\n|$))+"
"""Text of which every line is an order to a robot, as `sources/said.py` has it."""
USUAL = 4 * 1024 * 1024
"""Longest line the engine has to take. Each of its threads works on twice as much at once."""


def engine_type(kind: object) -> str:
    """Give the engine's type for a type of `SHAPE`."""
    if isinstance(kind, dict):
        fields = ", ".join(f'"{name}" {engine_type(part)}' for name, part in kind.items())
        return f"STRUCT({fields})"
    if isinstance(kind, list):
        return f"{engine_type(kind[0])}[]"
    return ENGINE.get(str(kind), "VARCHAR")


def reading(shape: Shape) -> str:
    """Give the SQL that reads lines of this form from `$file`."""
    columns = ", ".join(f"'{name}': '{engine_type(kind)}'" for name, kind in shape.items())
    return (
        f"read_json($file, format = 'newline_delimited', auto_detect = false, columns = {{{columns}}}, "
        f"maximum_object_size = {USUAL})"
    )


def _clean(text: str) -> str:
    """Give the SQL that takes addresses out of a text and cuts it."""
    return (
        f"left(case when contains({text}, '@') then regexp_replace({text}, '{ADDRESS}', '(e-mail)', 'g')"
        f" else {text} end, 500)"
    )


def _count(text: str) -> str:
    return f"cast(case when {text} between 0 and 2147483647 then {text} else -1 end as integer)"


def _time(text: str) -> str:
    return f"cast(coalesce(epoch({text}), 0) as bigint)"


def _login(text: str) -> str:
    """Give the SQL for a login; the account that stands for deleted ones is nobody's."""
    return f"case when {text} = 'ghost' then '' else coalesce({text}, '') end"


_PULL, _ISSUE, _REMARK = "payload.pull_request", "payload.issue", "coalesce(payload.review, payload.comment)"


def _item(field: str) -> str:
    return f"coalesce({_PULL}.{field}, {_ISSUE}.{field})"


_MERGED = f"coalesce({_PULL}.merged_at, {_ISSUE}.pull_request.merged_at)"
_OPENED = f"""case when {_item("created_at")} is not null then {_item("created_at")}
    when payload.action = 'opened' and type = 'PullRequestEvent' and created_at >= '{SWITCHED}'::timestamptz
    then created_at end"""
_BODY = f"trim(coalesce({_REMARK}.body, ''), E' \\t\\r\\n\\f\\v')"

_IS_KEPT = f"""(($is_everything and repo.name is not null) or regexp_full_match(lower(repo.name), $repository)
    or regexp_full_match(lower(org.login), $organisation) or not regexp_full_match(repo.name, '{REPOSITORY}')
    or id is null or type is null or created_at is null)"""
IS_ITEM = "(starts_with(type, 'Issue') or starts_with(type, 'PullRequest'))"
_BEGINS = f"""cast($piece as integer) as piece, id, type, {_time("created_at")} as ts,
    coalesce(payload.action, '') as action, {_login("actor.login")} as actor,
    coalesce(repo.id, 0) as repo_id, coalesce(repo.name, '') as repo"""
_SUBJECT = """case type when 'PushEvent' then payload.ref when 'ReleaseEvent' then payload.release.tag_name
    when 'ForkEvent' then payload.forkee.full_name when 'DiscussionEvent' then payload.discussion.title end"""
DONE = f"select {_BEGINS}, coalesce({_clean(_SUBJECT)}, '') as subject from {reading(ACT)} where {_IS_KEPT}"  # noqa: S608 - pieces of our own
SAID = f"""
select
    {_BEGINS},
    -- the item
    {_count(_item("number"))} as number,
    case when type like 'PullRequest%' or coalesce({_ISSUE}.pull_request.url,
        {_ISSUE}.pull_request.html_url) is not null then 1 else 0 end as is_change,
    coalesce({_item("id")}, 0) as item_id,
    case when {_item("created_at")} is not null then {_login(_item('"user".login'))}
        when payload.action = 'opened' then {_login("actor.login")} else '' end as author,
    coalesce({_item('"user".type')} = 'Bot', false) as author_is_bot,
    coalesce({_item("author_association")}, '') as association,
    coalesce({_clean(_item("title"))}, '') as title,
    {_time(_OPENED)} as opened_at, {_time(_item("closed_at"))} as closed_at, {_time(_MERGED)} as merged_at,
    -- an issue closed, and a change's own events, say all about it; what a comment says of a closed change
    -- may leave out whether it was merged
    not (type = 'IssueCommentEvent' and is_change = 1 and {_item("closed_at")} is not null
        and {_MERGED} is null) as has_state,
    {_login(f"{_PULL}.merged_by.login")} as merged_by,
    cast(coalesce({_item("draft")}, false) as integer) as is_draft,
    case when {_MERGED} is not null then coalesce({_PULL}.merge_commit_sha, '') else '' end as landing,
    coalesce({_PULL}.head.sha, '') as head,
    {_count(f"{_PULL}.additions")} as added, {_count(f"{_PULL}.deletions")} as deleted,
    {_count(f"{_PULL}.changed_files")} as files,
    list_transform({_item("labels")}, lambda one: {_clean("one.name")}) as labels,
    -- what was said
    coalesce({_REMARK}.id, 0) as remark_id, {_login(f'{_REMARK}."user".login')} as speaker,
    coalesce({_REMARK}."user".type = 'Bot', false) as speaker_is_bot,
    coalesce({_REMARK}.author_association, '') as speaker_association,
    {_time(f"coalesce({_REMARK}.submitted_at, {_REMARK}.created_at, created_at)")} as said_at,
    lower(coalesce({_REMARK}.state, '')) as state,
    case when {_REMARK}.body is null then -1 else cast(length({_BODY}) as integer) end as length,
    case when starts_with({_BODY}, '/') and length({_REMARK}.body) <= 2000
        and regexp_full_match({_BODY}, '{ORDERS}') then 1 else 0 end as is_command,
    -- the label or person of a turn
    coalesce({_clean("coalesce(payload.label.name, payload.assignee.login)")}, '') as subject,
    {_count(f"{_PULL}.base.repo.stargazers_count")} as stars,
    {_count(f"{_PULL}.base.repo.forks_count")} as forks
from {reading(SHAPE)} where {_IS_KEPT} and {IS_ITEM}
"""  # noqa: S608 - pieces of our own
_LOGINS = {"done": "actor", "said": "unnest([actor, author, merged_by, speaker])"}
COMMON = "id, type, ts, action, actor, repo_id, repo, subject"
NEW = f"""create or replace table $room.said as from $room.said limit 0;
create or replace table $room.done as from $room.done limit 0;
drop table if exists temp.said_once;
drop table if exists temp.done_once;
drop table if exists temp.said_erased;
drop table if exists temp.done_erased;
create or replace temp view said as from $room.said;
create or replace temp view done as from $room.done;
create or replace temp view told as select {COMMON} from said union all select {COMMON} from done"""  # noqa: S608 - names above


def sorts(table: str) -> str:
    """Give the SQL for what `$piece` brought to a table: each type, how many, the first and the last time.

    The last column is above 0 where something is what no event of a real archive has; an hour with one such
    line is read line by line, so as to name it.
    """
    here = f"from {table} where piece = $piece"
    # Names come again and again: each is looked at once. A `where` would be applied before `distinct`.
    return f"""select type, count(*), min(ts), max(ts),
        count(*) filter (id is null or not regexp_full_match(id, '{ID}') or ts = 0)
        + if(coalesce(regexp_full_match(type, '{WORD}'), false), 0, 1)
        + (select count(*) filter (not regexp_full_match(repo, '{REPOSITORY}'))
            from (select distinct repo {here}))
        + (select count(*) filter (not regexp_full_match(login, '{LOGIN}'))
            from (select distinct {_LOGINS[table]} as login {here}))
    {here} group by type"""  # noqa: S608 - names above
