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
    assert "2 payloads: 1 stars, forks, pushes and releases." in answer.err
    assert "1 of them are of events that are not read" in answer.err
    assert "left out: star.2.json" in answer.err


def test_a_place_that_is_not_there_is_named(call: Call, tmp_path: Path) -> None:
    answer = call("webhook", tmp_path / "no", "--store", tmp_path / "a.duckdb")
    assert answer.code == 2
    assert "no file or folder" in answer.err
