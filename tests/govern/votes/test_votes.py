"""Forms are found by discovery, and files that cannot be read say why."""

from pathlib import Path

import pytest

from folkmoot.govern.votes import all_forms, employers_from, read_poll
from folkmoot.model.errors import SourceError


def test_every_form_is_found() -> None:
    assert set(all_forms()) == {"elekto", "node", "conda", "tikv", "toml", "csv"}


def test_an_unknown_form_names_the_known(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Minutes\n", encoding="utf-8")
    with pytest.raises(SourceError, match="no record of votes") as raised:
        read_poll(path)
    assert "Elekto" in raised.value.hint


def test_a_folder_without_ballots_is_none(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no record of votes"):
        read_poll(tmp_path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no file"):
        read_poll(tmp_path / "ballots.csv")


def test_employers_come_from_a_table(tmp_path: Path) -> None:
    path = tmp_path / "employers.csv"
    path.write_text('Candidate,Employer\nADA,"Example, Inc"\n', encoding="utf-8")
    assert employers_from(path, ["ada", "bob"]) == {"ada": "Example, Inc"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,company\nada,x\n", "columns must be candidate and employer"),
        ("candidate,employer\ndan,x\n", "line 2: 'dan' does not stand"),
        ("candidate,employer\nada,x\nAda,y\n", "line 3: 'Ada' stands there twice"),
    ],
)
def test_a_wrong_table_of_employers_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "employers.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=message):
        employers_from(path, ["ada"])


def test_employers_that_are_not_there_are_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no file"):
        employers_from(tmp_path / "employers.csv", ["ada"])
