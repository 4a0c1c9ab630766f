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


def rows(text: str) -> list[tuple[int, list[str]]]:
    return rows_of(Record("x.csv", text))[1]


def marks(**cells: str) -> tuple[str, ...] | None:
    return ballot_of(Record("x.csv", ""), 2, cells, Numbers.MARKS).approvals


@pytest.mark.parametrize("mark", ["1", "x", "X", "yes", "TRUE", "✓"])
def test_marks(mark: str) -> None:
    assert marks(a=mark, b="0") == ("a",)


@pytest.mark.parametrize("mark", ["0", "", "no", "False", "-"])
def test_no_marks(mark: str) -> None:
    assert marks(a=mark, b="x") == ("b",)


@pytest.mark.parametrize("mark", ["2", "maybe", "xx", "✗"])
def test_what_is_neither_is_named(mark: str) -> None:
    with pytest.raises(SourceError, match=f"line 2: '{mark}' under 'a' is neither a mark"):
        marks(a=mark)


@pytest.mark.parametrize(
    ("rank", "is_one"), [("1", True), ("10000", True), ("0", False), ("-1", False), ("10001", False)]
)
def test_the_best_rank_is_one(rank: str, is_one: bool) -> None:
    cells = {"a": rank}
    if is_one:
        assert ballot_of(Record("x.csv", ""), 2, cells, Numbers.RANKS).ranking == (("a",),)
    else:
        with pytest.raises(SourceError, match=f"{rank} under 'a' is no rank; the best is 1"):
            ballot_of(Record("x.csv", ""), 2, cells, Numbers.RANKS)


@pytest.mark.parametrize("cell", ["", "-", "No opinion", "NO OPINION"])
def test_no_opinion_is_no_number(cell: str) -> None:
    record = Record("x.csv", "")
    assert ballot_of(record, 2, {"a": "1", "b": cell}, Numbers.RANKS).ranking == (("a",),)
    assert ballot_of(record, 2, {"a": "1", "b": cell}, Numbers.SCORES).scores == (("a", 1),)


def test_scores_may_be_any_whole_number() -> None:
    cells = {"a": "-3", "b": "0", "c": "99999"}
    assert ballot_of(Record("x.csv", ""), 2, cells, Numbers.SCORES).scores == (
        ("a", -3), ("b", 0), ("c", 99999),
    )  # fmt: skip


def test_ranks_are_ordered_as_numbers() -> None:
    cells = {"a": "10", "b": "9", "c": "100"}
    assert ballot_of(Record("x.csv", ""), 2, cells, Numbers.RANKS).ranking == (("b",), ("a",), ("c",))


def test_who_voted_and_for_how_many_a_row_stands() -> None:
    cells = {"a": "1"}
    alone = ballot_of(Record("x.csv", ""), 2, cells, Numbers.RANKS)
    assert (alone.voter, alone.weight) == ("", 1)
    alike = ballot_of(Record("x.csv", ""), 2, cells, Numbers.RANKS, "zoe", 7)
    assert (alike.voter, alike.weight) == ("zoe", 7)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: the file is empty"),
        ("\n , \n", "line 1: the file is empty"),
        ("a,b\n1\n", "line 2: 1 cells where the first line has 2"),
        ("a,b\n1,2\n\n1,2,3\n", "line 4: 3 cells where the first line has 2"),
        ("a, b,a\n", "line 1: the column 'a' stands there twice"),
        ("a,,b\n", "line 1: a name is empty"),
        ('a,b\n"1,2\n', "line 2: this is no CSV"),
    ],
)
def test_tables_that_make_no_sense_are_named_with_their_line(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        rows(text)


def test_the_bounds_belong_to_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_CELLS", 8)
    assert len(rows("a,b\n" + "1,2\n" * 3)) == 3
    monkeypatch.setattr(table, "MOST_BALLOTS", 3)
    assert len(rows("a,b\n" + "1,2\n" * 2)) == 2
    with pytest.raises(SourceError, match="line 4: there are more ballots than can be counted"):
        rows("a,b\n" + "1,2\n" * 3)
