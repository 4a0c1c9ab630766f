"""Counts from CSV and JSON, with what makes no sense named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.model.forge import Snapshot
from folkmoot.sources.count_files import counts_in

DAY = 20543  # 2026-03-31


def file(folder: Path, content: str) -> Path:
    made = folder / "counts"
    made.write_text(content, encoding="utf-8")
    return made


def test_csv_with_a_line_of_names(tmp_path: Path) -> None:
    found, problems = counts_in(file(tmp_path, "\ufeffproject,day,stars,forks\nmoot/hall,2026-03-31,5,\n"))
    assert found == [("moot/hall", Snapshot(DAY, stars=5))]
    assert problems == []


def test_json_with_a_list(tmp_path: Path) -> None:
    told = [{"project": "moot/hall", "day": "2026-03-31", "forks": 0, "open_changes": 2, "other": [1]}]
    assert counts_in(file(tmp_path, json.dumps(told)))[0] == [
        ("moot/hall", Snapshot(DAY, forks=0, open_changes=2))
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",2026-03-31,5", "project should be"),
        ("moot/hall,yesterday,5", "day should be"),
        ("moot/hall,2026-03-31,many", "stars should be"),
        ("moot/hall,2026-03-31,-5", "stars should be"),
        ("moot/hall,2026-03-31,99999999999", "stars should be"),
        ("moot/hall,2026-03-31,", "nothing is counted"),
        ("moot/hall,1950-03-31,5", "nothing is counted"),
    ],
)
def test_a_row_without_sense_is_named_and_the_others_are_kept(tmp_path: Path, row: str, said: str) -> None:
    found, problems = counts_in(file(tmp_path, f"project,day,stars\nmoot/hall,2026-03-31,5\n{row}\n"))
    assert len(found) == 1
    assert said in str(problems[0])
    assert "counts, row 2" in str(problems[0])


@pytest.mark.parametrize(
    "content", ["[5]", "[{]", "[[[[", '"project,day\n', "project,day\na,b\n", '{"stars": true}']
)
def test_a_file_without_any_sense_is_an_error(tmp_path: Path, content: str) -> None:
    with pytest.raises(SourceError):
        counts_in(file(tmp_path, content))


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        counts_in(tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"project;day;stars\nmoot/hall;2026-03-31;5\n", "semicolons part the columns"),
     ("project,day,stars\nmoot/hall,2026-03-31,5\n".encode("utf-16"), "is no UTF-8 text")],
    ids=["semicolons", "utf-16"],
)  # fmt: skip
def test_what_a_spreadsheet_saves_otherwise_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "counts.csv").write_bytes(content)
    with pytest.raises(SourceError, match=said) as error:
        counts_in(tmp_path / "counts.csv")
    assert "save it" in error.value.hint
