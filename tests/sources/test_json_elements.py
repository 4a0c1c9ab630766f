"""A big JSON object element by element: the same as reading it whole, in bounded memory."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.sources.json_elements import BrokenError, Element, elements, loads

TEXT = st.text(st.characters(codec="utf-8"))
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def cut(text: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(text), size):
        yield text[start : start + size]


def read(text: bytes, size: int = 7, limit: int = 10_000) -> list[Element]:
    return list(elements(cut(text, size), limit))


@given(
    whole=st.dictionaries(TEXT, st.lists(ANYTHING, max_size=4) | TEXT | st.integers(), max_size=5),
    size=st.integers(1, 30),
    is_spaced=st.booleans(),
    is_ascii=st.booleans(),
)
def test_the_elements_are_those_of_the_whole(
    whole: dict[str, Any], size: int, is_spaced: bool, is_ascii: bool
) -> None:
    """Wherever pieces end, within strings and escapes too."""
    text = json.dumps(whole, indent=2 if is_spaced else None, ensure_ascii=is_ascii).encode(
        "utf-8", "surrogatepass"
    )
    expected = [
        Element(key, place, value)
        for key, values in whole.items()
        for place, value in (enumerate(values) if isinstance(values, list) else [(-1, values)])
    ]
    assert read(text, size) == expected


@given(text=st.text(alphabet='[]{}",:\\1ae \n', max_size=40))
def test_any_text_is_read_or_broken(text: str) -> None:
    """Nothing but BrokenError comes out, and only real JSON is taken without a problem."""
    try:
        found = read(text.encode())
    except BrokenError:
        return
    if not any(element.problem for element in found):
        assert isinstance(json.loads(text), dict)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "7",
        "{",
        '{"a":[1',
        '{"a":[1}',
        '{"a":[1]]',
        '{"a" 1}',
        "{,}",
        '{"a":1,}',
        '{"a":[1,,2]}',
        '{"a":[1,]}',
        '{"a":1}{"b":2}',
        '{"a":1} x',
        "{1:2}",
        '{"a":[1] 2}',
        '{"a":"b',
        "\x00",
        '"a"',
        '{"a":[1]',
        '{"a":[1],}',
    ],
)
def test_a_broken_file_is_named_as_one(text: str) -> None:
    with pytest.raises(BrokenError, match=r"byte"):
        read(text.encode())


@pytest.mark.parametrize(
    "value",
    [
        "NaN",
        "Infinity",
        "-Infinity",
        "01",
        "1.",
        ".5",
        "+1",
        "'a'",
        "[1 2]",
        '{"a":}',
        '"\\x"',
        '"\\u12"',
        "tru",
        '"a\tb"',
        "1e",
        "--1",
        '{"a" "b"}',
        "\xff",
        "[" * 100_000 + "]" * 100_000,
        "9" * 5000,
    ],
)
def test_one_bad_element_loses_nothing_but_itself(value: str) -> None:
    """The cases JSON parsers differ in are refused, and the good rows are kept."""
    text = b'{"a":[1,%b,2]}' % value.encode("latin-1")
    found = read(text, 1000, 1_000_000)
    assert [element.value for element in found if not element.problem] == [1, 2]
    assert [element.place for element in found if element.problem] == [1]


def test_an_element_that_is_too_long_is_left_out() -> None:
    found = read(b'{"a":["' + b"x" * 500 + b'",2]}', limit=100)
    assert [(element.place, element.value, element.problem) for element in found] == [
        (0, None, "is longer than 100 bytes"),
        (1, 2, ""),
    ]


def test_two_hundred_megabytes_on_one_line_cost_no_memory() -> None:
    """One text within an element, and then one more good element."""

    def line() -> Iterator[bytes]:
        yield b'{"issues":[{"body":"'
        for _ in range(200):
            yield b"x" * 1_000_000
        yield b'"},{"number":7}]}'

    tracemalloc.start()
    found = list(elements(line(), 4_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [element.value for element in found] == [None, {"number": 7}]
    assert peak < 30_000_000


def test_a_byte_order_mark_is_no_harm() -> None:
    assert read(b'\xef\xbb\xbf{"a":1}') == [Element("a", -1, 1)]


def test_depth_is_no_crash() -> None:
    with pytest.raises(ValueError, match="nested"):
        loads(b"[" * 200_000 + b"]" * 200_000)
