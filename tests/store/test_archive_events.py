"""Both ways of reading events agree, and what cannot be read is named and left out."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from folkmoot.sources.archives.pieces import pieces
from folkmoot.sources.archives.wanted import wanted
from folkmoot.store import archive_events
from folkmoot.store.archive_events import EventReader
from fresh_store import fresh_store
from sources.archives.public_events import change, comment, event, issue

SAID = "select * exclude (piece) from done union all by name select * exclude (piece) from said order by id"
EVENTS = [
    event(1, "WatchEvent", {"action": "started"}),
    event(2, "IssuesEvent", {"action": "opened", "issue": issue(3, title='Ünusual "signs" \u2028 /x')}),
    event(
        3,
        "IssueCommentEvent",
        {
            "action": "created",
            "issue": issue(4, pull_request={"url": "u"}),
            "comment": comment(5, body="/lgtm\n/hold x "),
        },
    ),
    event(
        4,
        "PullRequestEvent",
        {"action": "closed", "pull_request": change(6, merged_at="2024-05-01T12:30:00Z")},
    ),
    event(
        5,
        "PullRequestReviewEvent",
        {"pull_request": change(6), "review": {**comment(7), "state": "COMMENTED"}},
    ),
    event(6, "ForkEvent", {"forkee": {"full_name": "a/b"}}, "2024-05-01T12:00:00+02:00"),
]


def reader(folder: Path, repo: str = "moot/*") -> EventReader:
    return EventReader(fresh_store(), wanted([repo], []), folder)


def read(folder: Path, content: bytes, repo: str = "moot/*") -> EventReader:
    made = reader(folder, repo)
    made.read("hour.json", pieces([content], folder))
    return made


def lines(events: list[Any]) -> bytes:
    return "".join(json.dumps(one) + "\n" for one in events).encode()


def said(made: EventReader) -> list[tuple[Any, ...]]:
    return made.connection.execute(SAID).fetchall()


def test_the_engine_and_python_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = said(read(tmp_path, lines(EVENTS)))
    monkeypatch.setattr(EventReader, "_load", lambda *_: False)
    assert said(read(tmp_path, lines(EVENTS))) == fast
    assert len(fast) == len(EVENTS)


def test_today_s_form_is_read_by_the_engine_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(archive_events, "objects", refuse)
    assert len(said(read(tmp_path, lines(EVENTS)))) == len(EVENTS)


def test_events_whose_lines_begin_otherwise_are_read_by_the_engine_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only lines that begin with id and type lie apart from the start; it makes no difference."""
    fast = said(read(tmp_path, lines(EVENTS)))
    monkeypatch.setattr(archive_events, "objects", None)
    turned = [dict(reversed(one.items())) for one in EVENTS]
    assert said(read(tmp_path, lines(turned))) == fast
    assert said(read(tmp_path, lines([*EVENTS[:3], *turned[3:]]))) == fast


def test_a_line_cannot_pretend_to_be_of_another_type(tmp_path: Path) -> None:
    """The type that stands first decides where a line lies; one that comes twice is damage."""
    pretending = b'{"id":"9","type":"PushEvent","created_at":"2024-05-01T12:00:00Z","type":"IssuesEvent"}\n'
    within = b'{"id":"9","type":"WatchEvent","payload":\n{"id":"9","type":"IssuesEvent"}\n'
    for line in (pretending, within):
        made = read(tmp_path, line + lines(EVENTS))
        assert {one.line for one in made.damages} <= {1, 2}
        assert len([row for row in said(made) if row[0] != "9"]) == len(EVENTS)


def test_types_and_times_are_those_of_what_was_kept(tmp_path: Path) -> None:
    made = read(tmp_path, lines(EVENTS))
    assert dict(made.types) == {one["type"]: 1 for one in EVENTS}
    assert (made.kept, made.span) == (6, (1714557600, 1714564800))


def test_only_what_is_wanted_is_kept(tmp_path: Path) -> None:
    other = event(9, "WatchEvent", {}, repo="ada/shed", repo_id=8)
    made = read(tmp_path, lines([*EVENTS, other]))
    assert "ada/shed" not in str(said(made))
    assert (made.lines, made.types.total()) == (7, 6)


def test_events_of_an_organisation_are_taken_whatever_the_name(tmp_path: Path) -> None:
    moved = {**event(9, "WatchEvent", {}, repo="old-name/hall"), "org": {"login": "Moot"}}
    made = EventReader(fresh_store(), wanted([], ["moot"]), tmp_path)
    made.read("hour.json", pieces([lines([moved])], tmp_path))
    assert len(said(made)) == 1


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b"nonsense",
        b'{"id":"1"}',
        b"[1]",
        b"5",
        b'{"id":"9","type":"X","created_at":"then"}',
        b"\xff\xfe",
    ],
)
def test_a_damaged_line_is_named_and_the_others_are_kept(tmp_path: Path, bad: bytes) -> None:
    content = lines(EVENTS).splitlines(keepends=True)
    made = read(tmp_path, b"".join([*content[:2], bad + b"\n", *content[2:]]))
    assert len(said(made)) == len(EVENTS)
    assert [(one.file, one.line) for one in made.damages] == [("hour.json", 3)]
    assert str(made.damages[0]).startswith("hour.json, line 3: ")


WRONG = [
    ("id", [1]),
    ("type", "no such type!"),
    ("created_at", 5),
    ("repo.name", "/"),
    ("repo.name", "a b/c"),
    ("actor.login", "a@example.org"),
    ("actor", "x"),
    ("repo.id", "seven"),
    ("payload.issue", 5),
    ("payload.issue.user", "bob"),
    ("payload.issue.labels", {"name": "x"}),
    ("payload.issue.labels", ["x"]),
    ("payload.issue.created_at", "then"),
    ("payload.comment", [1]),
    ("payload.issue.user.login", "a b"),
    ("payload.pull_request", "x"),
    ("payload.issue.number", "many"),
]


@pytest.mark.parametrize(("field", "value"), WRONG, ids=[f"{field} {value}" for field, value in WRONG])
def test_a_field_of_another_type_is_named_unless_no_harm_is_done(
    tmp_path: Path, field: str, value: object
) -> None:
    """An item that was a bare number once, and events of no repository, are read all the same."""
    odd: Any = copy.deepcopy(event(8, "IssuesEvent", {"action": "opened", "issue": issue(3)}))
    *path, last = field.split(".")
    inner = odd
    for name in path:
        inner = inner.setdefault(name, {})
    inner[last] = value
    made = read(tmp_path, lines([EVENTS[0], odd, EVENTS[-1]]))
    ids = [row[0] for row in said(made)]
    assert {"1", "6"} <= set(ids)
    if (field, value) not in [("actor", "x"), ("payload.issue", 5), ("repo.name", "/")]:
        assert "8" not in ids
        (damage,) = made.damages
        assert damage.line == 2
        assert field in damage.problem


def test_damage_beyond_counting_is_counted_but_not_all_told(tmp_path: Path) -> None:
    made = read(tmp_path, b"nonsense\n" * 250 + lines(EVENTS))
    assert made.damaged == 250
    assert len(made.damages) == archive_events.MOST_TOLD


def test_text_that_would_be_sql_is_only_text(tmp_path: Path) -> None:
    folder = tmp_path / "it's; drop table said; --"
    folder.mkdir()
    hostile = event(
        9, "IssuesEvent", {"action": "opened", "issue": issue(3, title="'); drop table said; --")}
    )
    assert "'); drop table said; --" in str(said(read(folder, lines([hostile]))))
