"""`folkmoot export`: Parquet for any other engine."""

from __future__ import annotations

import glob
from pathlib import Path

import duckdb

from sources.git.repositories import Repository

from .conftest import Call


def rows(place: Path) -> int:
    question = "select count(*) from read_parquet($place)"
    (count,) = duckdb.execute(question, {"place": glob.escape(str(place))}).fetchall()[0]
    return int(count)


def test_writes_what_metrics_read(call: Call, project: Repository, tmp_path: Path) -> None:
    call("sync", project.place, "--store", tmp_path / "s.duckdb")
    answer = call("export", tmp_path / "out", "--store", tmp_path / "s.duckdb")
    assert answer.code == 0
    assert rows(tmp_path / "out" / "commits.parquet") == 6
    assert rows(tmp_path / "out" / "releases.parquet") == 1
    assert "personal data" in answer.err


def test_names_are_written_only_when_asked(call: Call, project: Repository, tmp_path: Path) -> None:
    call("sync", project.place, "--store", tmp_path / "s.duckdb")
    call("export", tmp_path / "without", "--store", tmp_path / "s.duckdb")
    assert not (tmp_path / "without" / "identity.parquet").exists()
    assert not any(b"ada@" in place.read_bytes() for place in (tmp_path / "without").iterdir())
    call("export", tmp_path / "with", "--store", tmp_path / "s.duckdb", "--with-names")
    assert rows(tmp_path / "with" / "identity.parquet") == 3


def test_a_folder_that_cannot_be_written(call: Call, project: Repository, tmp_path: Path) -> None:
    call("sync", project.place, "--store", tmp_path / "s.duckdb")
    (tmp_path / "file").write_text("in the way")
    answer = call("export", tmp_path / "file" / "out", "--store", tmp_path / "s.duckdb")
    assert answer.code == 2
    assert "cannot be written" in answer.err
