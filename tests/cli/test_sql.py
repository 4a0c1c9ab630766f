"""`folkmoot sql`: anything may be asked, nothing may be touched."""

from __future__ import annotations

import json
from pathlib import Path
from shlex import quote

import pytest

from sources.git.repositories import Repository

from .conftest import Call


@pytest.fixture
def store(call: Call, project: Repository, tmp_path: Path) -> Path:
    call("sync", project.place, "--store", tmp_path / "s.duckdb")
    return tmp_path / "s.duckdb"


def test_answers_as_a_table(call: Call, store: Path) -> None:
    answer = call("sql", "--store", store, "select count(*) as commits from commits")
    assert answer.out.split() == ["commits", "-------", "6"]


def test_answers_as_json(call: Call, store: Path) -> None:
    answer = call("sql", "--store", store, "--format", "json", "select sum(is_merge) as merges from commits")
    assert json.loads(answer.out) == [{"merges": 1}]


def test_answers_as_csv(call: Call, store: Path) -> None:
    answer = call("sql", "--store", store, "--format", "csv", "select tag from releases")
    assert answer.out.split() == ["tag", "v1.0"]


def test_moments_are_shown_in_utc(call: Call, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    asked = "select 1 as one, to_timestamp(0) as t; "
    answer = call("sql", "--store", store, "--format", "csv", asked)
    assert answer.out.split("\n")[1].strip() == "1,1970-01-01 00:00:00+00"


def test_says_when_there_is_more(call: Call, store: Path) -> None:
    answer = call("sql", "--store", store, "--limit", 2, "--format", "csv", "select sha from commits")
    assert len(answer.out.split()) == 3
    assert "first 2 rows" in answer.err


def test_lists_what_can_be_asked(call: Call, store: Path) -> None:
    answer = call("sql", "--store", store, "--tables")
    assert "contributions: event, project, kind, person" in answer.out


def test_whoever_misspelt_a_name_is_told_where_the_names_of_this_store_are(call: Call, store: Path) -> None:
    answer = call("sql", "--store", store, "select * from comits")
    assert answer.code == 2
    assert f"hint: `folkmoot sql --tables --store {quote(str(store))}` lists the views" in answer.err


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('/etc/hosts')",
        "copy commits to 'out.csv'",
        "attach 'other.duckdb'",
        "install httpfs",
        "set enable_external_access = true",
        "delete from commit_fact",
        "create table x (y integer)",
        "drop view commits",
    ],
)
def test_reaches_nothing_beside_the_store(call: Call, store: Path, own_folders: Path, statement: str) -> None:
    before = store.read_bytes()
    answer = call("sql", "--store", store, statement)
    assert answer.code == 2
    assert answer.out == ""
    assert list(own_folders.iterdir()) == []
    assert store.read_bytes() == before


def test_a_mistake_is_told_without_a_traceback(call: Call, store: Path) -> None:
    answer = call("sql", "--store", store, "select nonsense")
    assert answer.code == 2
    assert "nonsense" in answer.err
    assert "Traceback" not in answer.err


def test_one_statement_at_a_time(call: Call, store: Path) -> None:
    assert call("sql", "--store", store, "select 1; select 2").code == 2


def test_a_store_that_is_not_there_is_told(call: Call, tmp_path: Path) -> None:
    answer = call("sql", "--store", tmp_path / "none.duckdb", "select 1")
    assert answer.code == 2
    assert "folkmoot sync" in answer.err


def test_names_cannot_steer_the_terminal(call: Call, store: Path) -> None:
    answer = call("sql", "--store", store, r"select chr(27) || '[31m' as name")
    assert "\x1b" not in answer.out


def test_texts_that_a_spreadsheet_would_run_are_guarded_and_numbers_are_not(call: Call, store: Path) -> None:
    answer = call("sql", "--store", store, "--format", "csv", "select '=1+1' as a, -3 as b, 'c-d' as e")
    assert answer.out.split() == ["a,b,e", "'=1+1,-3,c-d"]


def test_all_rows_are_not_called_the_first(call: Call, store: Path) -> None:
    answer = call("sql", "--store", store, "--limit", 6, "--format", "csv", "select sha from commits")
    assert (len(answer.out.split()), answer.err) == (7, "")


@pytest.mark.parametrize("limit", [-1, 0])
def test_a_limit_that_shows_nothing_is_a_mistake(call: Call, store: Path, limit: int) -> None:
    answer = call("sql", "--store", store, f"--limit={limit}", "select 1")
    assert answer.code == 2
    assert "--limit" in answer.err
