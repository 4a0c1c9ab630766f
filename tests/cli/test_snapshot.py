"""`folkmoot snapshot`: counting projects every day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import HTTPServer
from pathlib import Path

import pytest

from sources.counting_server import counting_server

from .conftest import Call


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[HTTPServer]:
    for name in ("FOLKMOOT_GITHUB_TOKEN", "GITHUB_TOKEN", "GH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    with counting_server() as made:
        yield made


def place(server: HTTPServer, name: str = "moot/hall") -> str:
    return f"github+http://127.0.0.1:{server.server_port}/{name}"


def counts(call: Call, store: Path) -> str:
    return call(
        "sql", "select stars, forks, watchers from snapshots", "--store", store, "--format", "csv"
    ).out


def test_counts_are_kept_once_a_day(call: Call, server: HTTPServer, tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    for _ in range(2):
        answer = call("snapshot", place(server), "--store", store)
        assert (answer.code, answer.out) == (0, "")
        assert answer.err.splitlines()[-1] == f"One count is kept in {store}."
    assert counts(call, store).split() == ["stars,forks,watchers", "12,3,4"]


def test_one_that_fails_does_not_stop_the_others(call: Call, server: HTTPServer, tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    answer = call("snapshot", place(server, "moot/none"), place(server), "--store", store, "--quiet")
    assert answer.code == 3
    assert "not counted" in answer.err
    assert "12,3,4" in counts(call, store)


def test_quiet_says_nothing_when_all_is_well(call: Call, server: HTTPServer, tmp_path: Path) -> None:
    assert call("snapshot", place(server), "--store", tmp_path / "a.duckdb", "--quiet").err == ""


def test_counts_can_be_had_as_json(call: Call, server: HTTPServer, tmp_path: Path) -> None:
    answer = call("snapshot", place(server), "--store", tmp_path / "a.duckdb", "--format", "json")
    (told,) = json.loads(answer.out)
    assert (told["stars"], told["open_issues"]) == (12, None)


def test_counts_somebody_else_kept(call: Call, tmp_path: Path) -> None:
    (tmp_path / "counts.csv").write_text("project,day,stars\nmoot/hall,2026-03-31,5\nmoot/hall,soon,6\n")
    answer = call("snapshot", "--from", tmp_path / "counts.csv", "--store", tmp_path / "a.duckdb")
    assert answer.code == 0
    assert "row 2" in answer.err
    assert "5,-1,-1" in counts(call, tmp_path / "a.duckdb")


def test_nothing_to_count_is_said(call: Call, tmp_path: Path) -> None:
    answer = call("snapshot", "--store", tmp_path / "a.duckdb")
    assert answer.code == 2
    assert "--from" in answer.err


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["moot/hall,2026-03-30,5", "moot/hall,2026-03-31,6"], "2 counts of one project are kept in "),
        (["moot/hall,2026-03-31,5", "moot/hall,2026-03-31,6"], "One count is kept in "),
        (["moot/hall,2026-03-31,5", "moot/shed,2026-03-31,6"], "Counts of 2 projects are kept in "),
        (
            ["moot/hall,2026-03-30,5", "moot/hall,2026-03-31,6", "moot/shed,2026-03-31,6"],
            "3 counts of 2 projects are kept in ",
        ),
    ],
)
def test_how_many_were_kept_is_said_in_plain_words(
    call: Call, tmp_path: Path, rows: list[str], said: str
) -> None:
    (tmp_path / "counts.csv").write_text("\n".join(["project,day,stars", *rows]) + "\n")
    answer = call("snapshot", "--from", tmp_path / "counts.csv", "--store", tmp_path / "a.duckdb")
    assert answer.err.startswith(said)


@pytest.mark.parametrize(
    ("name", "content"), [("none.csv", "project,day,stars\n"), ("none.csv", ""), ("none.json", "[]")]
)
def test_a_file_without_counts_is_named(call: Call, tmp_path: Path, name: str, content: str) -> None:
    """Even where nothing else is said: a list that ran empty would be missed years later."""
    (tmp_path / name).write_text(content)
    store = tmp_path / "a.duckdb"
    answer = call("snapshot", "--from", tmp_path / name, "--store", store, "--quiet", "--format", "json")
    assert (answer.code, json.loads(answer.out)) == (0, [])
    assert f"{name}: no counts in it." in answer.err
    assert not store.exists()
