"""Fields of another's JSON: each has the type it should have, or is named with file, place and field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.sources.typed_rows import Row, WrongFieldError

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
READERS: dict[str, Callable[[Row], Any]] = {
    "text": lambda row: row.text("it"),
    "word": lambda row: row.word("it"),
    "number": lambda row: row.number("it"),
    "truth": lambda row: row.truth("it"),
    "moment": lambda row: row.moment("it"),
    "row": lambda row: row.row("it"),
    "words": lambda row: row.words("it"),
}


def row(value: object) -> Row:
    return Row({"it": value}, "dump.json", "issues[3]")


@pytest.mark.parametrize("name", READERS)
@given(value=ANYTHING)
def test_any_value_is_read_or_named(name: str, value: object) -> None:
    """No other error, whatever somebody wrote."""
    said = "dump.json: issues[3]: it should be "
    try:
        found = READERS[name](row(value))
    except WrongFieldError as error:
        said = str(error)
        found = None
    assert said.startswith("dump.json: issues[3]: it should be ")
    assert isinstance(found, str | int | tuple | Row | None)


@given(value=st.text() | st.lists(st.text()))
def test_texts_can_be_stored(value: str | list[str]) -> None:
    """Neither zero characters nor halves of surrogate pairs reach a database."""
    read = "".join(row(value).words("it")) if isinstance(value, list) else row(value).text("it")
    assert "\x00" not in read
    assert read.encode("utf-8").decode("utf-8") == read


def test_the_error_says_what_was_wanted_and_found() -> None:
    with pytest.raises(
        WrongFieldError, match=r"^dump.json: issues\[3\]: it should be a text, and is a list\.$"
    ):
        row([1]).text("it")


@pytest.mark.parametrize("value", [True, -1, 2**31, 1.5, "7"])
def test_numbers_are_whole_and_fit_a_database(value: object) -> None:
    with pytest.raises(WrongFieldError):
        row(value).number("it")


@pytest.mark.parametrize(
    "value", ["2024-01-01", "2024-01-01T00:00:00", "yesterday", "0001-01-01T00:00:00Z", 1700000000]
)
def test_a_time_has_its_offset_and_can_be_true(value: object) -> None:
    with pytest.raises(WrongFieldError):
        row(value).moment("it")


@pytest.mark.parametrize("value", [True, -1, 2**63, 1.5, "7", None])
def test_what_a_thing_is_known_by_is_a_whole_number(value: object) -> None:
    with pytest.raises(WrongFieldError):
        row(value).identity("it")


def test_large_forges_know_things_by_large_numbers() -> None:
    """Comments at gitlab.com passed 2^31 in October 2024."""
    assert row(2**31).identity("it") == 2**31
    assert row(2**63 - 1).identity("it") == 2**63 - 1


def test_a_time_that_never_was_is_none_where_there_need_be_none() -> None:
    """So forges written in Go say that something has not happened."""
    assert row("0001-01-01T00:00:00Z").moment("it", optional=True) == 0


def test_times_are_seconds_in_utc() -> None:
    assert row("1970-01-02T01:00:00+01:00").moment("it") == 86_400


def test_null_is_a_default_where_there_is_one() -> None:
    nothing = row(None)
    assert (nothing.text("it", default="-"), nothing.number("it", default=4), nothing.words("it")) == (
        "-",
        4,
        (),
    )
    assert nothing.moment("it", optional=True) == 0
    assert nothing.row("it") is None


def test_a_name_is_short_and_printable() -> None:
    for value in ("a\x1b[2J", "a" * 301, "a\nb"):
        with pytest.raises(WrongFieldError):
            row(value).word("it")


def test_the_good_rows_of_a_list_are_kept() -> None:
    problems: list[WrongFieldError] = []
    found = list(row([{"a": 1}, 7, None, {"a": 2}]).rows("it", problems.append))
    assert [one.number("a") for one in found] == [1, 2]
    assert [str(problem).split(":")[1] for problem in problems] == [" issues[3].it[1]", " issues[3].it[2]"]


def test_what_may_not_be_seen_is_null_and_no_problem() -> None:
    problems: list[WrongFieldError] = []
    assert list(row([None]).rows("it", problems.append, skip_null=True)) == []
    assert problems == []


def test_a_list_that_is_none_is_one_problem() -> None:
    problems: list[WrongFieldError] = []
    assert list(row("abc").rows("it", problems.append)) == []
    assert len(problems) == 1


def test_the_place_of_what_is_wrong_is_told_from_the_outside_in() -> None:
    problems: list[WrongFieldError] = []
    outer = Row({"a": {"b": [{}, {"c": {"d": 1}}]}}, "dump.json", "data").row("a")
    assert outer is not None
    inner = list(outer.rows("b", problems.append))[1].row("c")
    assert inner is not None
    assert inner.place == "data.a.b[1].c"
    with pytest.raises(WrongFieldError, match=r"^dump.json: data\.a\.b\[1\]\.c: d should be a text"):
        inner.text("d")
