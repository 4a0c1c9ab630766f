"""Programs are known by their first bytes, unless something else is known before them."""

import pytest

from folkmoot.checks.scorecard._kinds import is_text, program_kind

FILL = bytes(200)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\0asm\1\0\0\0", "wasm"),
        (b"dex\n" + bytes(32) + b"\x70", "dex"),
        (b"dey\n" + bytes(36) + b"dex\n" + bytes(32) + b"\x70" + bytes(64), "dey"),
        (b"MZ", "exe"),
        (b"\x7fELF" + FILL, "elf"),
        (b"\xfe\xed\xfa\xcf" + FILL, "macho"),
        (b"\xcf\xfa\xed\xfe", "macho"),
        (b"\xca\xfe\xba\xbe\0\0\0\x34", "macho"),
        (b"\xed\xab\xee\xdb" + FILL, "rpm"),
        (b"!<arch>\ndebian-binary   ", "deb"),
        (b"Cr24" + FILL, "crx"),
    ],
)
def test_marks_of_programs(head: bytes, kind: str) -> None:
    assert program_kind(head) == kind


@pytest.mark.parametrize(
    "head",
    [
        b"", b"M", b"#!/bin/sh\n", b"\x7fELF", b"\x7fELF" + bytes(48), b"\xed\xab\xee\xdb", b"dex\n" + FILL,
        b"dey\n" + bytes(36) + b"dex\n" + bytes(32) + b"\x70", b"\0asm\2\0\0\0", b"!<arch>\nfile.o/",
        b"PK\3\4", b"\x89PNG", b"Cr2",
    ],
)  # fmt: skip
def test_what_is_no_program(head: bytes) -> None:
    assert program_kind(head) == ""


def test_a_text_that_begins_like_a_program_is_one() -> None:
    """The engine sees two letters."""
    assert program_kind(b"MZ is the mark of Mark Zbikowski") == "exe"


@pytest.mark.parametrize(
    "head",
    [
        b"MZ......WEBP" + FILL, b"MZ..moov" + FILL, b"MZ..mdat" + FILL, b"MZ..........mdat" + FILL,
        b"MZ..ftypisom" + FILL, b"MZ..ftypM4V " + FILL, b"MZ..ftyp3gp4" + FILL,
    ],
)  # fmt: skip
def test_films_and_pictures_hide_a_program(head: bytes) -> None:
    assert program_kind(head) == ""


def test_nothing_hides_what_is_tried_first() -> None:
    assert program_kind(b"\0asm\1\0\0\0WEBP" + FILL) == "wasm"


@pytest.mark.parametrize(
    "head", [b"", b"a\0", b"\0\0\0", b"text\r\n\tmore", b"caf\xe9 \xff\xfe\x7f", b"abc\0\0\0"]
)
def test_texts(head: bytes) -> None:
    assert is_text(head)


@pytest.mark.parametrize(
    "head", [b"\0\0\0\0", b"ab\x1bcdefg", b"\x0c page", b"x" * 1000 + b"\0" + b"x" * 100]
)
def test_no_texts(head: bytes) -> None:
    assert not is_text(head)


def test_only_the_first_bytes_are_looked_at() -> None:
    assert is_text(b"x" * 1021 + b"\0" * 100)
