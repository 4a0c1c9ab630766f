"""Delivered payloads enter the store as if the forge had been asked, once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import UsageError
from folkmoot.model.forge import Account, Item, Turn
from folkmoot.store import deliveries
from folkmoot.store.database import connect
from folkmoot.store.deliveries import take_deliveries
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.scope import look_at
from folkmoot.store.told_twice import drop_what_was_told_twice
from store.archives import rows

ADA = {"login": "ada", "node_id": "U_ada", "type": "User"}
HALL = {
    "full_name": "moot/hall",
    "html_url": "https://github.com/moot/hall",
    "updated_at": "2026-03-31T12:00:00Z",
}
NOON = 1774958400


def closing(at: str = "12", **more: Any) -> dict[str, Any]:
    """Ada closes Ada's issue at an hour of the day."""
    when = f"2026-03-31T{at}:00:00Z"
    told = {
        "node_id": "I_3", "number": 3, "user": ADA, "title": "It breaks",
        "created_at": "2026-03-30T12:00:00Z",
        "updated_at": when, "closed_at": "2026-03-31T12:00:00Z", "labels": [],
    }  # fmt: skip
    return {"action": "closed", "issue": told, "repository": HALL, "sender": ADA, **more}


def put(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_an_event_is_told_by_the_content_or_the_name(tmp_path: Path) -> None:
    put(tmp_path, "1.json", {"event": "issues", "payload": closing()})
    star = {"action": "created", "starred_at": "2026-03-31T12:00:00Z", "repository": HALL, "sender": ADA}
    put(tmp_path, "star.2.json", star)
    put(tmp_path, "projects_v2_item.7.json", {"zen": "x"})
    put(tmp_path, "nameless-3.json", {"zen": "x"})
    delivered = take_deliveries(tmp_path / "a.duckdb", [tmp_path])
    assert dict(delivered.counts) == {"item": 1, "turn": 1, "act": 1}
    assert (delivered.files, delivered.passed_over, delivered.problems) == (4, 2, [])
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        assert rows(store, "select origin from project") == [("https://github.com/moot/hall",)]
        assert rows(store, "select source, closed_at from item_fact") == [("github", NOON)]


def test_what_is_delivered_again_changes_nothing(tmp_path: Path) -> None:
    file = put(tmp_path, "issues.json", closing())
    for _ in range(2):
        take_deliveries(tmp_path / "a.duckdb", [file])
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        assert [rows(store, f"select count(*) from {table}") for table in ("item_fact", "turn_fact")] == [
            [(1,)]
        ] * 2


def test_an_older_look_does_not_replace_a_newer_one(tmp_path: Path) -> None:
    old = closing("11")
    old["issue"] |= {"title": "Old", "closed_at": None}
    take_deliveries(tmp_path / "a.duckdb", [put(tmp_path, "issues.1.json", closing())])
    take_deliveries(tmp_path / "a.duckdb", [put(tmp_path, "issues.2.json", {**old, "action": "edited"})])
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        assert rows(store, "select title from item_fact") == [("It breaks",)]


def test_who_closed_an_issue_is_not_forgotten_by_a_later_look(tmp_path: Path) -> None:
    put(tmp_path, "issues.1.json", closing())
    put(tmp_path, "issues.2.json", {**closing("13"), "action": "edited", "sender": {**ADA, "login": "bob"}})
    take_deliveries(tmp_path / "a.duckdb", [tmp_path])
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        assert rows(store, "select login from item_fact join account on identity = closed_by") == [("ada",)]


def test_a_turn_gives_way_when_the_forge_is_asked(tmp_path: Path) -> None:
    take_deliveries(tmp_path / "a.duckdb", [put(tmp_path, "issues.json", closing())])
    with connect(tmp_path / "a.duckdb") as store:
        intake = ForgeIntake(store, 1, "github", "github.com")
        ada = Account("ada")
        intake.take([
            Item(False, 3, "I_3", ada, "", "It breaks", NOON - 86400, NOON, NOON, closed_by=ada),
            Turn(False, 3, "CE_1", "closed", ada, NOON),
        ])  # fmt: skip
        intake.flush()
        drop_what_was_told_twice(store)
        assert rows(store, "select event from turn_fact") == [("github:CE_1",)]
        assert rows(store, "select count(*) from item_fact") == [(1,)]


@pytest.mark.parametrize("bad", ["5", "[", '{"event": "issues", "payload": {"action": 5}}', '{"a": NaN}'])
def test_a_payload_that_makes_no_sense_is_named_and_the_others_are_kept(tmp_path: Path, bad: str) -> None:
    (tmp_path / "issues.0.json").write_text(bad)
    put(tmp_path, "issues.1.json", closing())
    delivered = take_deliveries(tmp_path / "a.duckdb", [tmp_path])
    assert delivered.counts["item"] == 1
    assert [str(problem).partition(":")[0] for problem in delivered.problems] == ["issues.0.json"]


def test_a_payload_longer_than_any_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliveries, "LARGEST", 10)
    (problem,) = take_deliveries(tmp_path / "a.duckdb", [put(tmp_path, "issues.json", closing())]).problems
    assert "longer than" in str(problem)


def test_a_place_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        take_deliveries(tmp_path / "a.duckdb", [tmp_path / "no"])


def test_what_webhooks_alone_delivered_can_be_asked_for(tmp_path: Path) -> None:
    """No clone and no forge was read, so nothing else says until when the store knows."""
    store = tmp_path / "x.duckdb"
    take_deliveries(store, [put(tmp_path, "issues.1.json", closing())])
    with connect(store, read_only=True) as connection:
        look_at(connection)
        assert connection.execute("select number, is_closed from items").fetchall() == [(3, 1)]
        assert connection.execute("select as_of_ts from clock").fetchall() == [(NOON,)]


def remarked(event: str, action: str, **more: Any) -> dict[str, Any]:
    """Ada's comment or review on change 4, as an event tells of it."""
    said = {
        "node_id": "R_1", "user": ADA, "created_at": "2026-03-31T12:00:00Z", "body": "Why?", **more,
    }  # fmt: skip
    name = "review" if event == "pull_request_review" else "comment"
    change = {"number": 4, "pull_request": {}}
    about = {"issue": change} if event == "issue_comment" else {"pull_request": change}
    payload = {"action": action, name: said, **about, "repository": HALL, "sender": ADA}
    return {"event": event, "payload": payload}


SUBMITTED = {"submitted_at": "2026-03-31T12:00:00Z"}
TWICE_TOLD = {
    "an edited comment": (
        [
            remarked("issue_comment", "created"),
            remarked("issue_comment", "edited", body="Why not?"),
        ],
        ("", 8, NOON),
    ),
    "a dismissed review": (
        [
            remarked("pull_request_review", "submitted", state="approved", **SUBMITTED),
            remarked("pull_request_review", "edited", state="approved", **SUBMITTED),
            remarked("pull_request_review", "dismissed", state="dismissed", **SUBMITTED),
        ],
        ("dismissed", 4, NOON),
    ),
    "a comment that waited for its review": (
        [
            remarked("pull_request_review_comment", "created", updated_at="2026-03-31T13:00:00Z"),
            remarked("pull_request_review_comment", "edited", updated_at="2026-03-31T15:00:00Z"),
        ],
        ("", 4, NOON + 3600),
    ),
}


@pytest.mark.parametrize("is_backwards", [False, True])
@pytest.mark.parametrize("case", TWICE_TOLD)
def test_a_remark_is_the_same_in_whatever_order_it_was_told(
    tmp_path: Path, case: str, is_backwards: bool
) -> None:
    told, expected = TWICE_TOLD[case]
    for place, one in enumerate(reversed(told) if is_backwards else told):
        put(tmp_path, f"{place}.json", one)
    assert take_deliveries(tmp_path / "a.duckdb", [tmp_path]).problems == []
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        assert rows(store, "select state, length, made_at from remark_fact") == [expected]


def test_who_closed_an_issue_may_be_told_after_a_later_look(tmp_path: Path) -> None:
    put(tmp_path, "issues.1.json", {**closing("13"), "action": "edited", "sender": {**ADA, "login": "bob"}})
    put(tmp_path, "issues.2.json", closing())
    take_deliveries(tmp_path / "a.duckdb", [tmp_path])
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        assert rows(
            store, "select login, updated_at from item_fact join account on identity = closed_by"
        ) == [("ada", NOON + 3600)]


def test_what_came_before_the_end_in_the_same_second_does_not_undo_it(tmp_path: Path) -> None:
    labelled = closing()
    labelled["issue"] |= {"closed_at": None}
    put(tmp_path, "issues.1.json", closing())
    put(tmp_path, "issues.2.json", {**labelled, "action": "labeled", "label": {"name": "bug"}})
    take_deliveries(tmp_path / "a.duckdb", [tmp_path])
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        assert rows(store, "select closed_at from item_fact") == [(NOON,)]
        assert rows(store, "select kind from turn_fact order by kind") == [("closed",), ("labelled",)]


@pytest.mark.parametrize("action", ["deleted", "transferred"])
def test_an_issue_that_is_gone_is_taken_out(tmp_path: Path, action: str) -> None:
    """It would wait for an answer for ever; where it went to tells of it, if anybody reads that."""
    store = tmp_path / "a.duckdb"
    other = closing()["issue"] | {"number": 4, "node_id": "I_4"}
    put(tmp_path, "issues.1.json", closing())
    put(tmp_path, "issues.2.json", closing(issue=other))
    put(tmp_path, "issues.3.json", closing(action=action))
    delivered = take_deliveries(store, [tmp_path])
    assert delivered.counts["gone"] == 1
    late = {"node_id": "IC_1", "user": ADA, "created_at": "2026-03-31T12:00:00Z", "body": "Why?"}
    put(tmp_path, "issue_comment.4.json", closing(action="created", comment=late))
    take_deliveries(store, [tmp_path / "issue_comment.4.json", tmp_path / "issues.1.json"])
    with connect(store, read_only=True) as connection:
        assert rows(connection, "select number from item_fact") == [(4,)]
        assert rows(connection, "select number from turn_fact") == [(4,)]
        assert rows(connection, "select number from remark_fact") == []
