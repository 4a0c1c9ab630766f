"""What REUSE.toml and dep5 say about many files."""

from __future__ import annotations

import pytest

from folkmoot.licences.headers.for_many import DEP5, ForMany

OUTER = """version = 1
[[annotations]]
path = ["docs/**", "*.json"]
SPDX-FileCopyrightText = "2026 Ada"
SPDX-License-Identifier = "CC0-1.0"
[[annotations]]
path = "docs/old/**"
SPDX-License-Identifier = ["MIT", "ISC"]
precedence = "override"
"""
INNER = """version = 1
[[annotations]]
path = "**"
SPDX-License-Identifier = "Zlib"
"""
DEBIAN = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: moot

Files: *
Copyright: 2026 Ada
License: MIT

# a comment
Files: po/*
 web/?.css
Copyright: 2025 Bob
License: CC0-1.0
 and its text
"""


def said(files: dict[str, str], path: str) -> list[tuple[str, tuple[str, ...], bool, str]]:
    return [(each.path, each.licences, each.notice, each.precedence) for each in ForMany(files).about(path)]


def test_the_last_statement_that_matches_counts() -> None:
    files = {"REUSE.toml": OUTER}
    assert said(files, "docs/a.md") == [("REUSE.toml", ("CC0-1.0",), True, "closest")]
    assert said(files, "docs/old/a.md") == [("REUSE.toml", ("MIT", "ISC"), False, "override")]
    assert said(files, "src/main.c") == []


def test_folders_further_in_say_more_until_one_overrides() -> None:
    files = {"docs/REUSE.toml": INNER, "REUSE.toml": OUTER}
    assert [each[0] for each in said(files, "docs/a.md")] == ["REUSE.toml", "docs/REUSE.toml"]
    assert [each[0] for each in said(files, "docs/old/a.md")] == ["REUSE.toml"]


def test_debians_form_is_read() -> None:
    files = {DEP5: DEBIAN}
    assert said(files, "main.c") == [(DEP5, ("MIT",), True, "aggregate")]
    assert said(files, "po/de.po") == [(DEP5, ("CC0-1.0",), True, "aggregate")]
    assert said(files, "web/a.css") == [(DEP5, ("CC0-1.0",), True, "aggregate")]
    assert said(files, "web/ab.css") == [(DEP5, ("MIT",), True, "aggregate")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("REUSE.toml", "version ="),
        ("REUSE.toml", "version = 2"),
        ("REUSE.toml", "version = 1\nannotations = 3"),
        ("REUSE.toml", "version = 1\n[[annotations]]\nprecedence = 'closest'"),
        ("REUSE.toml", "version = 1\n[[annotations]]\npath = 'a'\nprecedence = 'mine'"),
        ("REUSE.toml", "a = " + "[" * 50_000),
        (DEP5, ""),
        (DEP5, "Files: *\nLicense: MIT\n"),
    ],
)
def test_what_cannot_be_read_is_a_problem(path: str, text: str) -> None:
    many = ForMany({path: text})
    assert (many.problems, many.about("a")) == ([path], [])


def test_more_patterns_than_can_be_held_against_every_file_are_a_problem() -> None:
    many = ForMany({"REUSE.toml": OUTER, "docs/REUSE.toml": INNER}, most=3)
    assert (many.problems, len(many.about("docs/a.md"))) == (["docs/REUSE.toml"], 1)
