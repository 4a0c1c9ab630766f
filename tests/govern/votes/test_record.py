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
