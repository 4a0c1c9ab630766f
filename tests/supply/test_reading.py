"""Documents of dependencies, read within bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.supply.reading import document, plain_yaml
from folkmoot.supply.reading.document import Document
from folkmoot.supply.reading.plain import entries, table, tables, word, words
from folkmoot.supply.reading.plain_xml import read_xml
from folkmoot.supply.reading.plain_yaml import line_of, read_yaml
from folkmoot.supply.reading.unreadable import UnreadableError


def test_lines_are_found_in_order_and_then_from_the_beginning() -> None:
    told = Document("x", b'"b"\n"a"\n"b"\n')
    assert [told.line_of('"a"'), told.line_of('"b"'), told.line_of('"b"'), told.line_of('"c"')] == [
        2,
        3,
        1,
        0,
    ]


def test_after_much_searching_in_vain_lines_are_no_longer_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_SEARCHED", 10)
    told = Document("x", b"here")
    assert [told.line_of("here"), told.line_of("gone", "lost"), told.line_of("here")] == [1, 0, 1]
    assert [told.line_of("gone"), told.line_of("here")] == [0, 0]


@pytest.mark.parametrize(
    ("relative", "path"),
    [
        ("b.txt", "a/b.txt"),
        ("../b.txt", "b.txt"),
        ("./c/../b.txt", "a/b.txt"),
        ("../../b.txt", ""),
        ("/b.txt", ""),
        ("~/b", ""),
        ("c:\\b", ""),
        ("file:b", ""),
        ("b\0", ""),
        ("..", ""),
        ("../..", ""),
    ],
)
def test_no_path_leads_out_of_the_tree(relative: str, path: str) -> None:
    assert Document("a/x.txt", b"").inside(relative) == path


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "LARGEST", 3)
    with pytest.raises(UnreadableError, match="larger"):
        assert Document("x", b"1234").text


def test_texts_of_other_encodings_are_read() -> None:
    assert Document("x", "é".encode("utf-16")).text == "é"
    assert Document("x", b"\xef\xbb\xbfa\r\nb\xff").text == "a\nb�"


def test_blocks_of_toml_tell_their_names_lines() -> None:
    text = b'[[p]]\nv = 1\nname = "a"\n[[p]]\nversion = 2\n[p.x]\nname = "no"\n[[q]]\nname = "no"\n'
    assert Document("x", text).block_lines("p") == [3, 4]


@pytest.mark.parametrize(
    ("text", "line"),
    [(b"a = ", 1), (b"a = 1\nb = [", 2), (b"a = " + b"[" * 50_000, 0), (b"a" + b".a" * 100 + b" = 1", 1)],
)
def test_what_is_no_toml_is_refused_with_its_line(text: bytes, line: int) -> None:
    with pytest.raises(UnreadableError) as refused:
        Document("x", text).toml()
    assert refused.value.line in {line, 0}


def test_words_are_bounded_and_can_be_written_anywhere() -> None:
    assert len(word("x" * 5_000)) == 1_000
    assert word("\ud800") == "?"
    assert [word(None), word(3), word(["a"])] == ["", "", ""]


def test_values_are_taken_for_what_they_should_be() -> None:
    assert [table([]), entries({}), words(["a", 1, ""]), tables([{}, 1, {"a": 1}])] == [
        {},
        [],
        ["a"],
        [{}, {"a": 1}],
    ]


def test_yaml_keeps_every_scalar_a_text_with_its_line() -> None:
    read = read_yaml("a: no\nb:\n  - 1.10\n")
    assert read == {"a": "no", "b": ["1.10"]}
    assert [line_of(read["a"]), line_of(read["b"][0]), line_of(3)] == [1, 3, 0]


@pytest.mark.parametrize(
    "text", ["[" * 2_000, "a: &a [*a]", "a: !!python/object/apply:os.system [x]\n\x07", "{a"]
)
def test_hostile_yaml_is_refused_or_plain(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_yaml(text)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "- " * 100_000, "? " * 100_000])
def test_yaml_that_is_deep_ends_in_a_problem_and_not_the_process(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_yaml(text)


def test_an_anchor_stands_for_what_it_names() -> None:
    assert read_yaml("a: &x {b: [1, &y 2]}\nc: *x\nd: *y\n") == {
        "a": {"b": ["1", "2"]},
        "c": {"b": ["1", "2"]},
        "d": "2",
    }


def test_what_is_no_text_is_no_key() -> None:
    assert read_yaml("? [a]\n: b\nc: d\n") == {"c": "d"}


def test_a_tag_of_a_language_builds_nothing() -> None:
    assert read_yaml("a: !!python/object/apply:os.system ['touch was_run']") == {"a": ["touch was_run"]}


def test_too_much_yaml_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_yaml, "LARGEST", 3)
    with pytest.raises(UnreadableError, match="larger"):
        read_yaml("a: b")


def test_xml_becomes_a_tree_with_lines() -> None:
    root = read_xml(b"<p xmlns:x='u'>\n<x:a b='1'> t <c/></x:a><a/></p>")
    first = root.first("a")
    assert first is not None
    assert (first.line, first.attributes, first.text, root.value("a")) == (2, {"b": "1"}, " t ", "t")
    assert [each.name for each in root.walk()] == ["p", "a", "c", "a"]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for read in (Document("x", content).json, Document("x", content).toml, lambda: read_xml(content)):
        try:
            read()
        except UnreadableError as refused:
            told = refused.what
        else:
            told = "read"
        assert told
