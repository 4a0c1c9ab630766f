"""`folkmoot webhook`: taking delivered payloads."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Call

STAR = {
    "action": "created", "starred_at": "2026-03-31T12:00:00Z",
    "repository": {"full_name": "moot/hall", "html_url": "https://github.com/moot/hall"},
    "sender": {"login": "ada", "node_id": "U_ada", "type": "User"},
}  # fmt: skip


def test_payloads_of_a_folder_are_taken_and_told(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "delivered"
    folder.mkdir()
    (folder / "star.1.json").write_text(json.dumps(STAR))
    (folder / "ping.1.json").write_text("{}")
    (folder / "star.2.json").write_text("nonsense")
    answer = call("webhook", folder, "--store", tmp_path / "a.duckdb")
    assert (answer.code, answer.out) == (0, "")
    assert "2 payloads: stars, forks, pushes and releases (1)." in answer.err
    assert "Of events that are not read: 1." in answer.err
    assert "left out: star.2.json" in answer.err


def test_a_single_payload_is_called_one(call: Call, tmp_path: Path) -> None:
    (tmp_path / "star.json").write_text(json.dumps(STAR))
    answer = call("webhook", tmp_path / "star.json", "--store", tmp_path / "a.duckdb")
    assert answer.err.splitlines()[-1] == "One payload: stars, forks, pushes and releases (1)."


def test_a_place_that_is_not_there_is_named(call: Call, tmp_path: Path) -> None:
    answer = call("webhook", tmp_path / "no", "--store", tmp_path / "a.duckdb")
    assert answer.code == 2
    assert "no file or folder" in answer.err


def test_nothing_that_can_be_read_is_told_by_the_exit_code(call: Call, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Hall")
    answer = call("webhook", tmp_path / "README.md", "--store", tmp_path / "a.duckdb")
    assert answer.code == 3
    assert "left out: README.md" in answer.err
