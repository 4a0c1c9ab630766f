"""Fields out of YAML: by a real reader, and line by line; both must agree where both can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.proposals.header import UnreadError
from folkmoot.govern.proposals.yaml_fields import glance_fields, read_fields

from .documents import KEP

WORD = st.from_regex(r"[a-z]{1,6}( [a-z]{1,6}){0,2}", fullmatch=True)


def test_lists_and_mappings_become_one_line() -> None:
    header = read_fields("a:\n  - x\n  - y\nb:\n  c: v1\n", 10)
    assert [(one.key, one.value, one.line) for one in header.fields] == [
        ("a", "x, y", 10),
        ("b", "c: v1", 13),
    ]
    assert header.fields[0].items == ("x", "y")


def test_broken_yaml_is_read_line_by_line_and_told() -> None:
    header = read_fields("title: Hats: all\nauthors:\n- Ada\n- 'Bob'\nstatus: \"Draft\" # or so\n", 3)
    assert [(one.key, one.value) for one in header.fields] == [
        ("title", "Hats: all"),
        ("authors", "Ada, Bob"),
        ("status", "Draft"),
    ]
    assert [line for line, _, _ in header.mends] == [3]


@pytest.mark.parametrize("text", ["", "just words\n", "[1, 2"])
def test_what_has_no_field_is_unread(text: str) -> None:
    with pytest.raises(UnreadError):
        read_fields(text, 1)
    assert glance_fields(text, 1) is None


def test_a_glance_sees_what_a_reader_sees() -> None:
    read, glanced = read_fields(KEP, 1), glance_fields(KEP, 1)
    assert glanced is not None
    assert [(one.key, one.value, one.line) for one in glanced.fields] == [
        (one.key, one.value, one.line) for one in read.fields
    ]


@given(pairs=st.dictionaries(WORD.filter(lambda word: len(word) < 20), WORD, min_size=1, max_size=6))
def test_plain_pairs_are_seen_alike(pairs: dict[str, str]) -> None:
    text = "".join(f"{key}: {value} # note\n" for key, value in pairs.items())
    glanced = glance_fields(text, 1)
    assert glanced is not None
    assert glanced.fields == tuple(field._replace(items=()) for field in read_fields(text, 1).fields)
