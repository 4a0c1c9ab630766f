"""Text is taken apart into objects, whatever stands between them, and damage costs its line."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

import pytest

from folkmoot.sources.archives.objects import LONGEST, Found, objects

LINES = [{"id": str(n), "text": 'a } { " \\ \u2028 b'} for n in range(50)]


def cut(text: str, size: int = 7) -> Iterator[bytes]:
    content = text.encode()
    for start in range(0, len(content), size):
        yield content[start : start + size]


def values(text: str, size: int = 7) -> list[object]:
    return [found.value for found in objects(cut(text, size)) if not found.problem]


def problems(text: str) -> list[tuple[int, str]]:
    return [(found.line, found.problem) for found in objects(cut(text)) if found.problem]


@pytest.mark.parametrize("between", ["\n", "", " ", "\r\n", "\n\n", ","])
@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_one_after_another(between: str, size: int) -> None:
    assert values(between.join(json.dumps(line) for line in LINES), size) == LINES


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_spread_over_many_lines(size: int) -> None:
    assert values("\n".join(json.dumps(line, indent=2) for line in LINES), size) == LINES


def test_a_list_over_many_lines() -> None:
    assert values(json.dumps(LINES, indent=4)) == LINES


def test_a_byte_order_mark_is_passed_over() -> None:
    assert values("\ufeff" + json.dumps(LINES[0])) == LINES[:1]


def test_lines_are_counted() -> None:
    text = '{"a":1}\n\n{"a":2}{"a":3}\n{"a":4}'
    assert [found.line for found in objects(cut(text))] == [1, 3, 3, 4]
    assert [found.line for found in objects(cut(text), 10)] == [10, 12, 12, 13]


@pytest.mark.parametrize(
    "bad", ["{", '{"a":', "nonsense", '{"a":NaN}', '{"a" 1}', "}", '{"id":"1"', '"' + "x" * 50, "[" * 200_000]
)
def test_a_damaged_line_costs_itself_alone(bad: str) -> None:
    text = f'{{"a":1}}\n{bad}\n{{"a":2}}\n'
    assert values(text, 5000) == [{"a": 1}, {"a": 2}]
    if not bad.startswith(("}", "[")):
        assert [line for line, _ in problems(text)] == [2]


def test_a_damaged_first_line_costs_itself_alone() -> None:
    assert values('{"a":1,}\n{"a":2}\n') == [{"a": 2}]


def test_an_end_that_is_missing_is_named() -> None:
    assert problems('{"a":1}\n{"a":')[0][0] == 2


def test_what_is_no_utf8_is_replaced() -> None:
    assert [one.value for one in objects([b'{"a":"\xff"}\n'])] == [{"a": "�"}]


def test_a_line_longer_than_any_event_is_named_and_passed_over() -> None:
    def content() -> Iterator[bytes]:
        yield b'{"a":1}\n{"a":"'
        for _ in range(LONGEST // 1_000_000 + 10):
            yield b"x" * 1_000_000
        yield b'"}\n{"a":2}\n'

    found = list(objects(content()))
    assert [one.value for one in found if not one.problem] == [{"a": 1}, {"a": 2}]
    assert [(one.line, one.problem) for one in found if one.problem] == [(2, "it is longer than 16 MB")]


def test_anything_at_all_comes_to_an_end() -> None:
    """Random bytes neither break the reader nor make it go on for ever."""
    chance = random.Random(7)
    for _ in range(200):
        content = bytes(chance.choice(b'{}[]",:\n\\ a1\xff') for _ in range(80))
        assert all(isinstance(one, Found) for one in objects([content[:40], content[40:]]))


@pytest.mark.parametrize("size", [7, 100_000])
def test_many_values_on_a_line_that_are_no_objects_are_told_once(size: int) -> None:
    """A few kilobytes unpack to millions of zeros, each of which is a value of its own."""
    text = '{"id": "1"}\n' + "0" * 50_000 + '\n{"id": "2"}\n1 2 3\n"a" "b"\n{"id": "3"}'
    found = list(objects(cut(text, size)))
    assert [one.value for one in found if isinstance(one.value, dict)] == [
        {"id": "1"},
        {"id": "2"},
        {"id": "3"},
    ]
    assert [one.line for one in found if not isinstance(one.value, dict)] == [2, 4, 5]
