"""Tables of ballots stay within bounds."""

import pytest

from folkmoot.govern.votes import Numbers, Record
from folkmoot.govern.votes import _table as table
from folkmoot.govern.votes._table import ballot_of, rows_of
from folkmoot.model.errors import SourceError


def test_blank_rows_are_skipped_and_lines_kept() -> None:
    header, rows = rows_of(Record("x.csv", "a, b \n\n1,2\n , \n3,4\n"))
    assert header == ["a", "b"]
    assert rows == [(3, ["1", "2"]), (5, ["3", "4"])]


def test_too_many_ballots_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_CELLS", 8)
    with pytest.raises(SourceError, match="more ballots than can be counted"):
        rows_of(Record("x.csv", "a,b\n" + "1,2\n" * 5))


def test_equal_ranks_are_a_group() -> None:
    cells = {"a": "20", "b": "1", "c": "20", "d": "-"}
    assert ballot_of(Record("x.csv", ""), 2, cells, Numbers.RANKS).ranking == (("b",), ("a", "c"))
