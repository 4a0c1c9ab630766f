"""`folkmoot events`: every value leads down to its events."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from sources.git.repositories import Repository

from .conftest import Call


@pytest.fixture
def store(call: Call, project: Repository, tmp_path: Path) -> Path:
    call("sync", project.place, "--store", tmp_path / "s.duckdb")
    return tmp_path / "s.duckdb"


def test_lists_commits_with_who_and_what(call: Call, store: Path) -> None:
    rows = json.loads(call("events", "--store", store, "--metric", "commits", "--format", "json").out)
    assert len(rows) == 6
    assert {row["who"] for row in rows} == {"Ada", "Bob", "Cleo"}
    assert {row["what"] for row in rows} >= {"Begin", "Move it (#2)"}


def test_a_line_of_text_names_a_commit_by_twelve_letters_and_data_by_all(call: Call, store: Path) -> None:
    asked = ("events", "--store", store, "--metric", "commits")
    ids = [row["event"] for row in json.loads(call(*asked, "--format", "json").out)]
    lines = call(*asked).out.splitlines()
    assert all(len(one) == len("git:") + 40 for one in ids)
    assert [line.split("  ")[3] for line in lines] == [one[: len("git:") + 12] for one in ids]


def test_one_period_only(call: Call, store: Path) -> None:
    everything = json.loads(call("events", "--store", store, "--metric", "commits", "--format", "json").out)
    month = everything[0]["period"]
    some = call("events", "--store", store, "--metric", "commits", "--period", month, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(some)))
    assert len(rows) == sum(row["period"] == month for row in everything)


def test_one_label_only(call: Call, store: Path) -> None:
    rows = json.loads(
        call("events", "--store", store, "--metric", "commits", "--label", "merges", "--format", "json").out
    )
    assert [row["what"] for row in rows] == ["Merge pull request #1 from cleo/topic"]


def test_one_hour_of_the_week(call: Call, store: Path) -> None:
    asked = ("events", "--store", store, "--metric", "working-hours", "--period", "all time")
    rows = json.loads(call(*asked, "--format", "json").out)
    some = json.loads(
        call(*asked, "--label", rows[0]["label"], "--part", rows[0]["part"], "--format", "json").out
    )
    cell = (rows[0]["label"], rows[0]["part"])
    assert some == [row for row in rows if (row["label"], row["part"]) == cell]
    assert call(*asked, "--part", "24").code == 2


def test_who_is_named_is_who_is_counted(call: Call, tmp_path: Path) -> None:
    """A co-author who is new stands behind the number, not the author a second time."""
    made = Repository.create(tmp_path / "pair")
    made.commit(message="Begin\n\nCo-authored-by: Gil <gil@x.example>\n")
    call("sync", made.place, "--store", tmp_path / "p.duckdb")
    asked = ("events", "--store", tmp_path / "p.duckdb", "--metric", "new-contributors", "--format", "json")
    rows = json.loads(call(*asked).out)
    assert sorted(row["who"] for row in rows) == ["Ada", "Gil"]
    assert len({row["event"] for row in rows}) == 1


def test_of_a_store_with_several_only_those_of_the_named_ones(
    call: Call, project: Repository, tmp_path: Path
) -> None:
    other = Repository.create(tmp_path / "other")
    other.commit(message="Elsewhere")
    store = tmp_path / "both.duckdb"
    call("sync", project.place, other.place, "--store", store)
    asked = ("events", "--store", store, "--metric", "commits", "--format", "json")
    assert [row["what"] for row in json.loads(call(*asked, other.place).out)] == ["Elsewhere"]
    assert len(json.loads(call(*asked, project.place).out)) == 6
    assert len(json.loads(call(*asked).out)) == 7
    never = Repository.create(tmp_path / "never")
    answer = call(*asked, never.place)
    assert (answer.code, "was not read into this store" in answer.err) == (2, True)


def test_what_is_shared_is_listed_once_together(call: Call, project: Repository, tmp_path: Path) -> None:
    copy = project.clone(tmp_path / "copy", "--bare")
    store = tmp_path / "both.duckdb"
    call("sync", project.place, copy, "--store", store)
    asked = ("events", "--store", store, "--metric", "commits", "--format", "json")
    assert len(json.loads(call(*asked).out)) == 12
    assert len(json.loads(call(*asked, "--together").out)) == 6


def test_changes_are_named_by_their_number(call: Call, store: Path) -> None:
    rows = json.loads(call("events", "--store", store, "--metric", "changes-merged", "--format", "json").out)
    assert {row["what"] for row in rows} == {"change #1", "change #2"}


def test_pseudonyms_hide_names_subjects_and_commit_ids(call: Call, store: Path, project: Repository) -> None:
    answer = call("events", "--store", store, "--metric", "commits", "--pseudonyms")
    for word in ("Ada", "Bob", "Cleo", "Begin", project.run("rev-parse", "main")):
        assert word not in answer.out
    assert answer.out


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_pseudonyms_hide_at_what_time_something_was(call: Call, store: Path, form: str) -> None:
    """By the minute, and by the order within a day, anybody who has the history can look a commit up."""
    told = call("events", "--store", store, "--metric", "commits", "--format", form).out
    assert re.search(r"\d\d:\d\d", told)
    hidden = call("events", "--store", store, "--metric", "commits", "--format", form, "--pseudonyms").out
    assert re.search(r"\d{4}-\d\d-\d\d", hidden)
    assert not re.search(r"\d\d:\d\d|T\d\d", hidden)
    if form == "json":
        rows = json.loads(hidden)
        assert rows == sorted(rows, key=lambda row: (row["period"], row["when"], row["event"]))


def test_pseudonyms_tell_no_day_beside_an_hour(call: Call, store: Path) -> None:
    asked = ("events", "--store", store, "--metric", "working-hours", "--format", "json", "--pseudonyms")
    rows = json.loads(call(*asked).out)
    assert rows
    assert all(re.fullmatch(r"\d{4}-\d\d", row["when"]) for row in rows)


def test_a_period_that_is_none(call: Call, store: Path) -> None:
    answer = call("events", "--store", store, "--metric", "commits", "--period", "yesterday")
    assert answer.code == 2
    assert "hint:" in answer.err


def test_a_metric_that_is_none_names_the_nearest(call: Call, store: Path) -> None:
    answer = call("events", "--store", store, "--metric", "comits")
    assert answer.code == 2
    assert "commits" in answer.err


def test_nothing_behind_a_number_is_said(call: Call, store: Path) -> None:
    answer = call("events", "--store", store, "--metric", "commits", "--period", "1999-01")
    assert answer.code == 2
    assert "1999-01" in answer.err


def test_no_cell_of_the_csv_is_a_formula(call: Call, project: Repository, tmp_path: Path) -> None:
    project.commit("=HYPERLINK(1) <eve@x.example>", message="=1+1")
    call("sync", project.place, "--store", tmp_path / "s.duckdb")
    out = call("events", "--store", tmp_path / "s.duckdb", "--metric", "commits", "--format", "csv").out
    (row,) = [row for row in csv.DictReader(io.StringIO(out)) if "HYPERLINK" in row["who"]]
    assert (row["who"], row["what"]) == ("'=HYPERLINK(1)", "'=1+1")
