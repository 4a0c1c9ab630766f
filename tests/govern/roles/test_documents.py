"""Documents as plain words: no types, no references, bounded, with lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from folkmoot.govern.plain_yaml import Word
from folkmoot.govern.roles.documents import NotPlainError, read_json, read_toml, read_yaml, words_of


def test_yaml_scalars_stay_as_written() -> None:
    assert read_yaml("a: no\nb: 2021-25-03\nc: 1.10\n") == {"a": "no", "b": "2021-25-03", "c": "1.10"}


def test_yaml_words_know_their_line() -> None:
    table = read_yaml("a:\n- x\n- y\n")
    assert [word.line for word in table["a"]] == [2, 3]


def test_empty_yaml_is_nothing() -> None:
    assert read_yaml("# only a comment\n") is None


def test_nulls_are_empty_words() -> None:
    assert read_yaml("a: null\nb: ~\nc:\nd: 'null'\n") == {"a": "", "b": "", "c": "", "d": "null"}


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n",
        "[" * 40 + "]" * 40,
        "a: [1\n",
        "a: \x00\n",
        "\tb: 1\n",
        "? [a]\n: !!python/object:x {}\n- x",
    ],
)
def test_yaml_that_is_refused(text: str) -> None:
    with pytest.raises(NotPlainError):
        read_yaml(text)


def test_tags_build_nothing() -> None:
    assert read_yaml("a: !!python/object/apply:os.system [echo]\n") == {"a": ["echo"]}


def test_json_and_toml_words_know_their_line() -> None:
    assert [w.line for w in words_of(read_json('{\n"a": [\n"x",\n"y"\n]}')["a"])] == [3, 4]
    assert [w.line for w in words_of(read_toml('a = [\n"x",\n"y"]\n')["a"])] == [2, 3]


@pytest.mark.parametrize("text", ["{", "[1, 2", '{"a": ' + "9" * 5000 + "}"])
def test_json_that_is_refused(text: str) -> None:
    with pytest.raises(NotPlainError):
        read_json(text)


def test_only_words_are_taken_from_lists() -> None:
    assert words_of([Word("a"), 3, None, Word(" "), ["b"]]) == ["a"]


@pytest.mark.parametrize("read", [read_json, read_toml])
def test_what_is_nested_without_end_is_refused(read: Callable[[str], object]) -> None:
    with pytest.raises(NotPlainError):
        read("a = " * (read is read_toml) + "[" * 100_000)


def test_a_mark_at_the_beginning_is_passed_over() -> None:
    assert read_toml("\ufeffa = 'x'\n") == {"a": "x"}
    assert read_json('\ufeff{"a": "x"}') == {"a": "x"}
