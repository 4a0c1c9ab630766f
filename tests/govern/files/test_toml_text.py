"""Values are written into TOML so that they read back the same, and what cannot be is refused."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.files.toml_text import toml_key, toml_lines, toml_value
from folkmoot.model.errors import UsageError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(-(2**63), 2**63 - 1), TEXTS, st.dates()),
    lambda inside: st.one_of(
        st.lists(inside, max_size=3), st.dictionaries(TEXTS.filter(bool), inside, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(TEXTS.filter(bool), VALUES, max_size=4))
def test_whatever_is_written_reads_back_the_same(table: dict[str, Any]) -> None:
    assert tomllib.loads(toml_lines(table)) == table


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"), (1, "1"), (date(2026, 3, 1), "2026-03-01"), ("", '""'), ([], "[]"), ({}, "{}"),
        ({"a b": (1, "x")}, '{ "a b" = [1, "x"] }'), ('say "no"\n', '"say \\"no\\"\\n"'),
        ("\x7f", '"\\u007f"'),
    ],
)  # fmt: skip
def test_values_are_written_as_people_would(value: object, text: str) -> None:
    assert toml_value(value) == text


def test_a_moment_is_written_in_utc_whatever_its_zone() -> None:
    india = timezone(timedelta(hours=5, minutes=30))
    assert toml_value(datetime(2026, 3, 1, 4, 0, tzinfo=india)) == "2026-02-28T22:30:00Z"
    assert toml_value(datetime(2026, 3, 1, tzinfo=UTC)) == "2026-03-01T00:00:00Z"


@pytest.mark.parametrize(
    ("key", "text"), [("a-b_1", "a-b_1"), ("a.b", '"a.b"'), ("\u00e9", '"\u00e9"'), ("", '""'), ("-", '"-"')]
)
def test_a_key_stands_in_quotes_where_it_needs_them(key: str, text: str) -> None:
    assert toml_key(key) == text


def test_nothing_is_left_out_but_nothing() -> None:
    assert toml_lines({"a": None, "b": "", "c": 0, "d": False}) == 'b = ""\nc = 0\nd = false\n'


@pytest.mark.parametrize("value", [1.5, object(), {1, 2}, None])
def test_what_our_files_do_not_hold_is_refused(value: object) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        toml_value(value)


@pytest.mark.parametrize("value", ["\ud800", ["x", "\udfff"], {"a": "\ud800"}, {"\ud800": 1}])
def test_half_a_character_is_refused(value: object) -> None:
    with pytest.raises(UsageError, match="half a character"):
        toml_value(value)
