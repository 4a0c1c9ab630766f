"""YAML read without types, aliases or depth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.plain_yaml import MAX_DEPTH, MAX_SIZE, UnreadableYamlError, read_mapping


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
