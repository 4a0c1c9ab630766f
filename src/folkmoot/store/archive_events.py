"""Events of an archive as rows: read by the engine where they have today's form, else in Python.

What is read is laid down in the temporary table `said`, one row per event that was wanted, of the same
columns whatever the event is. Addresses of e-mail are taken out of titles and names of branches.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb

from folkmoot.i18n import Message
from folkmoot.model.errors import FolkmootError
from folkmoot.sources.archives.eras import SWITCHED, todays
from folkmoot.sources.archives.objects import LONGEST, Found, objects
from folkmoot.sources.archives.pieces import SIZE, Piece
from folkmoot.sources.archives.shape import NAMES, SHAPE, MisfitError, Shape, fitted
from folkmoot.sources.archives.wanted import Wanted
from folkmoot.store.database import Connection, one

ENGINE = {"whole": "BIGINT", "time": "TIMESTAMPTZ", "flag": "BOOLEAN"}
LOGIN, REPOSITORY, WORD, ID = (NAMES[name] for name in ("login", "repository", "word", "id"))
ADDRESS = r"[^\s@<>()\[\]\",;:]+@[^\s@<>()\[\]\",;:]+\.[A-Za-z]{2,}"
ORDERS = r"(?:[ \t\r]*(?:/[A-Za-z][\w\-]*(?:[ \t:][^\n]{0,200})?[ \t\r]*)?(?:\n|$))+"
"""Text of which every line is an order to a robot, as `sources/said.py` has it."""
LEFT_OUT = Message("{file}, line {line}: {problem}.")
MOST_TOLD = 100


class Damage(NamedTuple):
    """A line that was left out: the file, the line counted from 1, and why."""

    file: str
    line: int
    problem: str

    def __str__(self) -> str:
        """Give it as a sentence."""
        return str(Message(LEFT_OUT.text, {"file": self.file, "line": self.line, "problem": self.problem}))


def engine_type(kind: object) -> str:
    """Give the engine's type for a type of `SHAPE`."""
    if isinstance(kind, dict):
        fields = ", ".join(f'"{name}" {engine_type(part)}' for name, part in kind.items())
        return f"STRUCT({fields})"
    if isinstance(kind, list):
        return f"{engine_type(kind[0])}[]"
    return ENGINE.get(str(kind), "VARCHAR")


COLUMNS = "{" + ", ".join(f"'{name}': '{engine_type(kind)}'" for name, kind in SHAPE.items()) + "}"
READ = (
    f"read_json($file, format = 'newline_delimited', auto_detect = false, columns = {COLUMNS}, "
    f"maximum_object_size = {LONGEST})"
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

SAID = f"""
select
    cast($piece as integer) as piece, id, type, {
    _time("created_at")
} as ts, coalesce(payload.action, '') as action,
    {_login("actor.login")} as actor, coalesce(repo.id, 0) as repo_id, coalesce(repo.name, '') as repo,
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
    -- what was done to the project, or the label and person of a turn
    coalesce({
    _clean('''case type when 'PushEvent' then payload.ref when 'ReleaseEvent' then
        payload.release.tag_name when 'ForkEvent' then payload.forkee.full_name when 'DiscussionEvent' then
        payload.discussion.title else coalesce(payload.label.name, payload.assignee.login) end''')
}, '') as subject,
    {_count(f"{_PULL}.base.repo.stargazers_count")} as stars,
    {_count(f"{_PULL}.base.repo.forks_count")} as forks
from {READ}
where ($is_everything and repo.name is not null) or regexp_full_match(lower(repo.name), $repository)
    or regexp_full_match(lower(org.login), $organisation) or not regexp_full_match(repo.name, '{REPOSITORY}')
    or id is null or type is null or created_at is null
"""  # noqa: S608 - pieces of our own
IS_BAD = f"""id is null or not regexp_full_match(id, '{ID}') or type is null
    or not regexp_full_match(type, '{WORD}') or ts = 0
    or not regexp_full_match(repo, '{REPOSITORY}')
    or not regexp_full_match(actor, '{LOGIN}')
    or (author || merged_by || speaker <> '' and not regexp_full_match(
        author || ' ' || merged_by || ' ' || speaker, '{LOGIN} {LOGIN} {LOGIN}'))"""
"""What no event of a real archive has; an hour with one such line is read line by line, so as to name it."""


class EventReader:
    """Fills `said` from the pieces of one file after another."""

    def __init__(self, connection: Connection, wanted: Wanted, folder: Path) -> None:
        self.connection = connection
        self.wanted = wanted
        self.folder = folder
        self.lines = 0
        self.piece = 0
        self.span = (0, 0)
        self.types: Counter[str] = Counter()
        self.damaged = 0
        self.damages: list[Damage] = []
        self.clear()

    def clear(self) -> None:
        """Begin `said` anew; deleting its rows would leave them in memory."""
        values = self._values(self._empty())
        self.connection.execute(f"create or replace temp table said as {SAID} limit 0", values)

    def _empty(self) -> Path:
        path = self.folder / "nothing.json"
        path.touch()
        return path

    def _values(self, file: Path) -> dict[str, str | int | bool]:
        return {
            "is_everything": ".*" in self.wanted.repository.split("|"),
            "file": str(file),
            "piece": self.piece,
            "repository": self.wanted.repository,
            "organisation": self.wanted.organisation,
        }

    def read(self, name: str, found: Iterable[Piece]) -> tuple[int, int]:
        """Read one file, given as pieces, and give the times of its first and last event (0: none).

        They stand in `span` too, for a file that breaks off.
        """
        self.span = (0, 0)
        waiting = iter(found)
        for piece in waiting:
            if piece.is_whole and self._load(piece.path):
                self.lines += piece.lines
                self._take()
                continue
            rest = _Rest(piece, waiting)
            for _ in self._line_by_line(name, rest.content(), piece.first_line):
                self._take()
            if rest.error is not None:
                raise rest.error
        return self.span

    def _load(self, path: Path) -> bool:
        """Read a piece with the engine; False when something in it has not today's form."""
        self.piece += 1
        try:
            self.connection.execute(f"insert into said {SAID}", self._values(path))
        except duckdb.Error:
            return False
        question = f"select count(*) from said where piece = {self.piece} and ({IS_BAD})"  # noqa: S608
        if one(self.connection, question) == (0,):
            return True
        self.connection.execute(f"delete from said where piece = {self.piece}")  # noqa: S608 - a number
        return False

    def _take(self) -> None:
        """Count what the last piece brought."""
        rows = self.connection.execute(
            f"select type, count(*), min(ts), max(ts) from said where piece = {self.piece} group by type"  # noqa: S608
        ).fetchall()
        for name, count, start, end in rows:
            self.types[name] += count
            self.span = (min(self.span[0] or start, start), max(self.span[1], end))

    def _line_by_line(self, name: str, content: Iterable[bytes], first_line: int) -> Iterator[None]:
        """Bring what is left of a file to today's form, and stop wherever a piece was loaded."""
        path = self.folder / "fitted.json"
        events = self._fitted(name, content, first_line)
        while _write(path, events):
            self.piece += 1
            self.connection.execute(f"insert into said {SAID}", self._values(path))
            yield

    def _fitted(self, name: str, content: Iterable[bytes], first_line: int) -> Iterator[Shape]:
        """Yield the events of somebody's repository; what makes no sense is left out and named."""
        for found in objects(content, first_line):
            self.lines += 1
            event, problem = _read(found)
            if problem:
                self._leave_out(Damage(name, found.line, problem))
                continue
            if event.get("repo", {}).get("name"):
                yield event

    def _leave_out(self, damage: Damage) -> None:
        self.damaged += 1
        if len(self.damages) < MOST_TOLD:
            self.damages.append(damage)


class _Rest:
    """What is left of a file from a piece on. Where it breaks off, it ends, and `error` says why."""

    def __init__(self, piece: Piece, waiting: Iterator[Piece]) -> None:
        self.piece = piece
        self.waiting = waiting
        self.error: FolkmootError | None = None

    def content(self) -> Iterator[bytes]:
        yield from self.piece.content()
        try:
            for piece in self.waiting:
                yield from piece.content()
        except FolkmootError as error:
            self.error = error


def _read(found: Found) -> tuple[Shape, str]:
    """Give an object as an event of today's form, or why it is none."""
    if found.problem:
        return {}, found.problem
    try:
        return fitted(todays(found.value)), ""
    except MisfitError as error:
        return {}, str(error)


def _write(path: Path, events: Iterator[Shape]) -> bool:
    """Write events, one per line, until a piece is full; False when there were none."""
    written = 0
    with path.open("w", encoding="utf-8") as file:
        for event in events:
            written += file.write(json.dumps(event, ensure_ascii=False) + "\n")
            if written > SIZE:
                break
    return written > 0
