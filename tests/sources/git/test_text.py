"""Bytes of any encoding become text, and `Name <mail>` two of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.sources.git.text import ident, text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Žofie 🌻".encode(), "Žofie 🌻"),
        (b"Ren\xe9", "René"),
        (b"\x93quoted\x94", "“quoted”"),
        (b"\x81", "\ufffd"),
        (b"a\x1b[2Jb\x7f\x00", "a\ufffd[2Jb\ufffd\ufffd"),
        ("a\u009bb".encode(), "a\ufffdb"),
        (b"", ""),
    ],
)
def test_bytes_become_text(value: bytes, expected: str) -> None:
    assert text(value) == expected


@given(st.binary(max_size=60))
def test_no_bytes_are_an_error_or_control_a_terminal(value: bytes) -> None:
    decoded = text(value)
    assert decoded.encode().decode() == decoded
    assert not any(character < " " or "\x7f" <= character < "\xa0" for character in decoded)


@given(st.text(st.characters(exclude_categories=("C",)), max_size=40))
def test_utf8_stays_as_it_is(value: str) -> None:
    assert text(value.encode()) == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"Ada <ada@example.org>", ("Ada", "ada@example.org")),
        (b"Ada <>", ("Ada", "")),
        (b"<ada@example.org>", ("", "ada@example.org")),
        (b"Ada <ada>", ("Ada", "ada")),
        (b"ada@example.org", ("", "ada@example.org")),
        (b"Ada", ("Ada", "")),
        (b'"Ada L." <ada@example.org>', ("Ada L.", "ada@example.org")),
        (b"Ada <x> Lane <ada@example.org>", ("Ada", "x")),
        (b"Ada <ada@example.org> # on leave", ("Ada", "ada@example.org")),
        (b"Ada <ada@example.org", ("Ada", "ada@example.org")),
        (b"Ada Lane ada@example.org", ("Ada Lane", "ada@example.org")),
        (b"Ada Lane (ada@example.org)", ("Ada Lane", "ada@example.org")),
        (b"ada@example.org # on arm", ("", "ada@example.org")),
        (b"ada@example.org ($list/94677)", ("", "ada@example.org")),
        (b"Ada Lane ada@example.org>", ("Ada Lane", "ada@example.org")),
        (b"@ada # at the forge", ("@ada", "")),
        (b"Ada Lane @ada", ("Ada Lane @ada", "")),
        (b"Ada #1", ("Ada", "")),
        (b"", ("", "")),
    ],
)
def test_names_and_mails_are_split_as_git_splits_them(value: bytes, expected: tuple[str, str]) -> None:
    assert ident(value) == expected


@given(st.binary(max_size=80))
def test_any_identity_can_be_split(value: bytes) -> None:
    name, mail = ident(value)
    assert name == name.strip(" \t\"'")
    assert not mail.startswith("<")
