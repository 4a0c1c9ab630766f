"""Documents as plain words: no types, no references, bounded, with lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from folkmoot.govern.plain_yaml import Word
from folkmoot.govern.roles.documents import (
    Lines,
    NotPlainError,
    line_of,
    read_json,
    read_toml,
    read_yaml,
    words_of,
)


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


def lines_of(words: list[Word]) -> list[tuple[str, int]]:
    return [(str(word), word.line) for word in words]


def test_a_word_that_stands_there_twice_has_both_lines() -> None:
    table = read_json('{\n"leads": ["ada"],\n"members": [\n"ada",\n"bob"]}')
    assert lines_of(table["leads"]) == [("ada", 2)]
    assert lines_of(table["members"]) == [("ada", 4), ("bob", 5)]
    assert [(str(key), key.line) for key in table] == [("leads", 2), ("members", 3)]


def test_words_with_escapes_have_lines_too() -> None:
    table = read_json('{"a": [\n"\\u0061da",\n"b\\"c",\n"d\\\\"]}')
    assert lines_of(table["a"]) == [("ada", 2), ('b"c', 3), ("d\\", 4)]


def test_words_of_toml_stand_in_either_quotes() -> None:
    table = read_toml("name = 'x'\n[people]\nleads = [\"ada\"] # 'ada' leads\nmembers = [\n  'ada',\n]\n")
    assert (table["name"].line, lines_of(table["people"]["leads"])) == (1, [("ada", 3)])
    assert [(str(key), key.line) for key in table] == [("name", 1), ("people", 2)]
    assert [(str(key), key.line) for key in table["people"]] == [("leads", 3), ("members", 4)]


@pytest.mark.parametrize("header", ["[people.core]", "[[people]]", "people.core = 1", "  [people]"])
def test_keys_of_headers_have_lines(header: str) -> None:
    (key,) = read_toml(f"\n{header}\n")
    assert (str(key), key.line) == ("people", 2)


def test_what_stands_nowhere_as_it_is_has_no_line() -> None:
    table = read_toml('a = """x\ny"""\nb = "\\u0041"\n')
    assert line_of(table["a"]) == 0
    assert line_of(table["b"]) == 3
    assert line_of(3) == 0


def test_a_long_text_is_no_word_to_look_for() -> None:
    table = read_json('{"a": ["' + "x" * 199 + '",\n"' + "x" * 200 + '", ""]}')
    assert [line_of(word) for word in table["a"]] == [1, 0, 0]


@pytest.mark.parametrize("entry", ['"\\u0061b{}"', '"ab{}"', '"same"'])
def test_many_words_are_soon_found(entry: str) -> None:
    """Each of them was looked for in the whole text: 3,000 escaped ones took most of a minute."""
    text = '{"a": [\n' + ",\n".join(entry.format(number) for number in range(3_000)) + "]}"
    assert [word.line for word in read_json(text)["a"]] == list(range(2, 3_002))


@pytest.mark.parametrize("text", ['"' * 50_000, "[" * 50_000, "'\\" * 50_000, " " * 50_000 + "[" * 50_000])
def test_odd_texts_are_soon_gone_through(text: str) -> None:
    assert Lines(text).of("nobody") == 0


def test_what_is_wrong_and_where_is_told() -> None:
    with pytest.raises(NotPlainError) as caught:
        read_toml("a = 1\nb = [\n")
    assert str(caught.value).startswith("This is no TOML: ")
    with pytest.raises(NotPlainError) as caught:
        read_json('{"a": 1\n"b": 2}')
    assert (caught.value.line, caught.value.what.startswith("This is no JSON: ")) == (2, True)
    assert NotPlainError("x").line == 0
