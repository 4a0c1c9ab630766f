"""YAML read without types, aliases or depth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern import plain_yaml
from folkmoot.govern.plain_yaml import MAX_DEPTH, MAX_SIZE, UnreadableYamlError, read_mapping, read_plain


def test_depth_has_an_end() -> None:
    with pytest.raises(UnreadableYamlError) as caught:
        read_mapping("a: " + "[" * 1000 + "]" * 1000)
    assert str(MAX_DEPTH) in caught.value.why


def test_yaml_that_is_no_mapping_is_refused() -> None:
    for text in ("", "- a\n- b\n", "word", "# nothing\n"):
        with pytest.raises(UnreadableYamlError):
            read_mapping(text)


def test_a_repeated_key_counts_last() -> None:
    found = read_mapping("a: 1\nb: 2\na: 3\n")
    assert found.values == {"a": "3", "b": "2"}
    assert found.lines == {"a": 3, "b": 2}


def test_everything_stays_text_and_null_is_empty() -> None:
    text = "a: !!int 7\nb: !!timestamp 2020-01-01\nc: no\nd: 1.10\ne: [1, {f: ~}]\n"
    values = {"a": "7", "b": "2020-01-01", "c": "no", "d": "1.10", "e": ["1", {"f": ""}]}
    assert read_mapping(text).values == values


def test_an_alias_is_refused_with_its_line() -> None:
    with pytest.raises(UnreadableYamlError, match="alias") as caught:
        read_mapping("a: &x 1\nb: 2\nc: *x\n")
    assert caught.value.line == 3


def test_a_mistake_has_its_line() -> None:
    with pytest.raises(UnreadableYamlError) as caught:
        read_mapping("a: 1\nb: [1, 2\nc: 3\n")
    assert caught.value.line == 3


def test_size_has_an_end() -> None:
    with pytest.raises(UnreadableYamlError, match="longer"):
        read_mapping("a: " + "x" * MAX_SIZE)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.integers(), min_size=1))
def test_what_is_written_plainly_is_read_as_text(pairs: dict[str, int]) -> None:
    found = read_mapping("".join(f"{key}: {value}\n" for key, value in pairs.items()))
    assert found.values == {key: str(value) for key, value in pairs.items()}
    assert list(found.lines.values()) == list(range(1, len(pairs) + 1))


def test_words_know_their_lines() -> None:
    found = read_plain("a:\n- one\n- {b: two}\n\n# words\nc: |\n  three\n  four\n")
    assert [found["a"][0].line, found["a"][1]["b"].line, found["c"].line] == [2, 3, 6]
    assert [key.line for key in found] == [1, 6]
    assert found["c"] == "three\nfour\n"


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n---\na: 1\n"])
def test_an_empty_document_is_nothing(text: str) -> None:
    assert not read_plain(text)


def test_only_the_first_document_is_read() -> None:
    assert read_plain("a: 1\n---\nb: 2\n") == {"a": "1"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("null", ""),
        ("~", ""),
        ("'null'", "null"),
        ('"~"', "~"),
        ("Null", "Null"),
        ("", ""),
        ("!!null x", "x"),
    ],
)
def test_nothing_is_written_plainly(text: str, value: str) -> None:
    assert read_plain(f"a: {text}\n") == {"a": value}


def test_what_is_no_text_as_a_key_is_left_out() -> None:
    assert read_plain("? [a, b]\n: 1\nc: 2\n") == {"c": "2"}
    assert read_mapping("1: a\ntrue: b\n").values == {"1": "a", "true": "b"}


def test_depth_may_be_as_much_as_the_bound() -> None:
    levels = MAX_DEPTH - 1
    assert read_mapping("a: " + "[" * levels + "]" * levels).values
    with pytest.raises(UnreadableYamlError):
        read_mapping("a: " + "[" * (levels + 1) + "]" * (levels + 1))


def test_size_may_be_as_much_as_the_bound() -> None:
    assert read_mapping("a: " + "x" * (MAX_SIZE - 3)).values
    with pytest.raises(UnreadableYamlError, match="it is longer than 256 kB"):
        read_mapping("a: " + "x" * (MAX_SIZE - 2))


def test_characters_that_yaml_does_not_allow_are_told() -> None:
    with pytest.raises(UnreadableYamlError) as caught:
        read_mapping("a: \x00\n")
    assert caught.value.line == 1


def test_entries_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_yaml, "MAX_NODES", 5)
    assert read_plain("[[], [], [], []]") == [[], [], [], []]
    with pytest.raises(UnreadableYamlError, match="too many entries"):
        read_plain("[[], [], [], [], []]")
