"""`folkmoot export`: Parquet for any other engine."""

from __future__ import annotations

import glob
from pathlib import Path

import duckdb

from sources.git.repositories import Repository

from .conftest import Call
from .test_writing import room_for


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


def test_a_full_disk_is_told_and_leaves_what_was_there(
    call: Call, project: Repository, tmp_path: Path
) -> None:
    """The engine tells the reason in words of its own; the files take their places together."""
    store, out = tmp_path / "s.duckdb", tmp_path / "out"
    call("sync", project.place, "--store", store)
    call("export", out, "--store", store)
    before = {place.name: place.read_bytes() for place in out.iterdir()}
    with room_for(500):
        answer = call("export", out, "--store", store, "--with-names")
    assert answer.code == 2
    assert answer.err.startswith(f"error: {out} cannot be written: File too large.\nhint: look whether")
    assert {place.name: place.read_bytes() for place in out.iterdir()} == before


def test_a_folder_in_the_place_of_a_file_is_named(call: Call, project: Repository, tmp_path: Path) -> None:
    call("sync", project.place, "--store", tmp_path / "s.duckdb")
    taken = tmp_path / "out" / "commits.parquet"
    taken.mkdir(parents=True)
    answer = call("export", taken.parent, "--store", tmp_path / "s.duckdb")
    assert f"{taken} cannot be written: Is a directory." in answer.err
    assert not [place for place in taken.parent.iterdir() if place.name.startswith(".")]
