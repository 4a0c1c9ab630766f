"""Tags in one file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.licences.headers.tags import tags_in

# REUSE-IgnoreStart
TAG = "SPDX-License-Identifier: "


def values(text: str) -> list[str]:
    return [each.value for each in tags_in(text.encode()).licences]


@pytest.mark.parametrize(
    "line",
    [
        f"# {TAG}MIT", f"// {TAG}MIT", f"/* {TAG}MIT */", f"<!-- {TAG}MIT -->", f"{{# {TAG}MIT #}}",
        f"(* {TAG}MIT *)",
        f"dnl {TAG}MIT", f'<meta content="{TAG}MIT" />', f"{TAG}MIT", f"   *   {TAG}MIT   ", f"[{TAG}MIT] ::",
        f"/****  {TAG}MIT  ****/", f"# {TAG}MIT\r", f"#| {TAG}MIT |#", f"|| {TAG}MIT ||", f"{TAG}\tMIT",
    ],
)  # fmt: skip
def test_comments_of_every_kind_are_read(line: str) -> None:
    assert values(f"first line\n{line}\nlast line\n") == ["MIT"]


def test_the_line_is_told() -> None:
    assert tags_in(f"#!/bin/sh\n#\n# {TAG}MIT\n".encode()).licences[0].line == 3


def test_several_tags_are_all_read() -> None:
    assert values(f"# {TAG}MIT\n# {TAG}Apache-2.0 OR ISC\n") == ["MIT", "Apache-2.0 OR ISC"]


def test_a_tag_in_code_is_told_apart() -> None:
    first, second = tags_in(f"# {TAG}MIT\nprint('{TAG}%s' % name)\n".encode()).licences
    assert (first.alone, second.alone) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Copyright 2026 Ada",
        "Copyright (c) Ada",
        "© Ada",
        "SPDX-FileCopyrightText: Ada",
        "SPDX-SnippetCopyrightText: Bob",
    ],
)
def test_notices_are_seen(text: str) -> None:
    assert tags_in(f"# {text}\n".encode()).notice


@pytest.mark.parametrize("text", ["copyrighted", "the copyright holder", "a copy", ""])
def test_other_words_are_no_notice(text: str) -> None:
    assert not tags_in(text.encode()).notice


def test_what_is_to_be_ignored_is_ignored_and_lines_stay_right() -> None:
    text = f"REUSE-IgnoreStart\n{TAG}ISC\nREUSE-IgnoreEnd\n# {TAG}MIT\nREUSE-IgnoreStart\n{TAG}Zlib"
    found = tags_in(text.encode()).licences
    assert [(each.value, each.line) for each in found] == [("MIT", 4)]


def test_other_encodings_are_read() -> None:
    assert [each.value for each in tags_in(f"# {TAG}MIT".encode("utf-16")).licences] == ["MIT"]
    assert tags_in(f"# \xe9 {TAG}MIT".encode("latin-1")).licences[0].value == "MIT"


def test_binary_files_say_nothing() -> None:
    assert not tags_in(b"\0\1" + TAG.encode() + b"MIT").licences


@pytest.mark.parametrize(
    "piece", [TAG, "*/", "SPDX-", f"{TAG}*/*/*/", "REUSE-IgnoreStart", "Copyright ", "(C)", "-"]
)
def test_contents_made_to_be_slow_are_read(piece: str) -> None:
    assert len(tags_in((piece * 60_000)[:250_000].encode()).licences) < 2


@given(st.binary(max_size=300))
def test_any_bytes_are_read(content: bytes) -> None:
    assert tags_in(content + b"\n// " + TAG.encode() + b"MIT").licences[-1:] is not None


# REUSE-IgnoreEnd
