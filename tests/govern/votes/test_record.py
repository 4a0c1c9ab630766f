"""Bounds on what is read: size, encoding, numbers and names."""

from pathlib import Path

import pytest

from folkmoot.govern.votes import _record as record
from folkmoot.govern.votes._record import Record, bounded, name_in, text_of
from folkmoot.model.errors import HostileInputError, SourceError

HERE = Record("votes/ballots.csv", "one\ntwo\nthree")


def test_a_line_is_found_by_its_words() -> None:
    assert (HERE.line_with("two"), HERE.line_with("four")) == (2, 1)
    assert HERE.name() == "ballots.csv"


def test_an_error_names_file_and_line() -> None:
    assert str(HERE.wrong(2, "this is wrong.", "do better.")) == (
        "votes/ballots.csv, line 2: this is wrong.\nhint: do better."
    )


def test_a_large_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "LARGEST_FILE", 10)
    path = tmp_path / "ballots.csv"
    path.write_text("ada,bob,cleo\n", encoding="utf-8")
    with pytest.raises(HostileInputError, match="larger than"):
        text_of(path)


def test_text_is_utf8_with_or_without_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "ballots.csv"
    path.write_bytes(b"\xef\xbb\xbfada\n")
    assert text_of(path) == "ada\n"
    path.write_bytes(b"ada\nb\xff\n")
    with pytest.raises(SourceError, match="line 2: this is no UTF-8"):
        text_of(path)


def test_numbers_have_eighteen_digits_at_most() -> None:
    assert bounded(HERE, 1, "-" + "9" * 18) == -(10**18 - 1)
    for text in ("9" * 19, "1e5", "٣", "", "+1", "1 "):
        with pytest.raises(SourceError, match="no whole number"):
            bounded(HERE, 1, text)


def test_names_are_printable_and_bounded() -> None:
    assert name_in(HERE, 1, "  Ada   Example ") == "Ada Example"
    for text in ("", "a\u202eb", "x" * 1001):
        with pytest.raises(SourceError, match="line 1: "):
            name_in(HERE, 1, text)


def test_a_file_as_large_as_the_bound_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ballots.csv"
    path.write_text("ada,bob,cleo\n", encoding="utf-8")
    monkeypatch.setattr(record, "LARGEST_FILE", 13)
    assert text_of(path) == "ada,bob,cleo\n"


def test_the_bound_is_told_in_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "ballots.csv"
    with path.open("wb") as file:
        file.truncate(record.LARGEST_FILE + 1)
    with pytest.raises(HostileInputError, match="is larger than 5 MB; it is not read"):
        text_of(path)


def test_a_name_is_that_of_the_file_in_lower_case_on_any_system() -> None:
    assert Record("a/b/BALLOTS.csv", "").name() == "ballots.csv"
    assert Record(r"C:\votes\Ballots.CSV", "").name() == "ballots.csv"


@pytest.mark.parametrize(("words", "line"), [("one", 1), ("two", 2), ("three", 3), ("ee", 3), ("", 1)])
def test_lines_are_counted_from_one(words: str, line: int) -> None:
    assert HERE.line_with(words) == line


def test_a_name_may_be_as_long_as_the_bound() -> None:
    assert len(name_in(HERE, 1, "x" * record.LONGEST_NAME)) == record.LONGEST_NAME


def test_a_long_name_is_cut_in_the_error() -> None:
    with pytest.raises(SourceError, match=r"the name '(x{40})' is too long"):
        name_in(HERE, 1, "x" * 2000)


def test_a_long_number_is_cut_in_the_error() -> None:
    with pytest.raises(SourceError, match=r"line 7: '(9{40})' is no whole number of at most 18 digits"):
        bounded(HERE, 7, "9" * 400)
