"""`folkmoot archive`: importing hours of public events."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sources.archives.public_events import event, issue, written

from .conftest import Call

HOUR = [
    event(1, "WatchEvent", {"action": "started"}),
    event(2, "IssuesEvent", {"action": "opened", "issue": issue(3)}),
    event(3, "WatchEvent", {}, repo="ada/shed", repo_id=8),
]


def test_counts_are_told_and_the_store_can_be_asked(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "hours.json.gz", HOUR)
    store = tmp_path / "a.duckdb"
    answer = call("archive", tmp_path / "hours.json.gz", "--repo", "moot/*", "--store", store)
    assert (answer.code, answer.out) == (0, "")
    assert "Events: 3; 2 of them wanted" in answer.err
    assert "1 WatchEvent" in answer.err
    assert call("sql", "select kind, subject from acts", "--store", store, "--format", "csv").out.split() == [
        "kind,subject", "star,",
    ]  # fmt: skip


def test_the_counts_can_be_had_as_json(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "x.json", HOUR)
    answer = call("archive", tmp_path, "--org", "moot", "--store", tmp_path / "a.duckdb", "--format", "json")
    told = json.loads(answer.out)
    assert told["types"] == {"WatchEvent": 1, "IssuesEvent": 1}
    assert told["store"]["act_fact"] == 1
    assert told["left_out"] == 0


def test_damage_is_told_with_its_place(call: Call, tmp_path: Path) -> None:
    place = written(tmp_path / "x.json", HOUR)
    place.write_text(place.read_text() + "nonsense\x1b[2J\n")
    answer = call("archive", place, "--repo", "*", "--store", tmp_path / "a.duckdb")
    assert answer.code == 0
    assert f"left out: {place}, line 4: it is no JSON" in answer.err
    assert "Files: 1. Events: 3; 3 of them wanted. New projects: 2." in answer.err
    assert "\x1b" not in answer.err


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_no_archive_at_all_is_told(call: Call, tmp_path: Path, form: str) -> None:
    place = tmp_path / "x.json"
    place.write_text("some words\nand more\n")
    store = tmp_path / "a.duckdb"
    answer = call("archive", place, "--repo", "*", "--store", store, "--format", form)
    assert answer.code == 3
    assert "Events: 0; 0 of them wanted" in answer.err
    assert "No line here is a public event" in answer.err
    assert not answer.out or json.loads(answer.out)["events_read"] == 0


def test_an_hour_without_events_is_fine(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "x.json", [])
    answer = call("archive", tmp_path / "x.json", "--repo", "*", "--store", tmp_path / "a.duckdb")
    assert answer.code == 0
    assert "No line here" not in answer.err


def test_everything_is_only_taken_when_asked_for(call: Call, tmp_path: Path) -> None:
    answer = call("archive", written(tmp_path / "x.json", HOUR), "--store", tmp_path / "a.duckdb")
    assert answer.code == 2
    assert "--repo" in answer.err
    assert not (tmp_path / "a.duckdb").exists()


def test_a_place_that_is_not_there_is_named(call: Call, tmp_path: Path) -> None:
    answer = call("archive", tmp_path / "no.json", "--repo", "moot/*", "--store", tmp_path / "a.duckdb")
    assert answer.code == 2
    assert "no.json" in answer.err
