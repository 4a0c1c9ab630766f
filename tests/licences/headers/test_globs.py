"""Patterns of paths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.licences.headers.globs import Glob, dep5_glob, reuse_glob


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("docs/**", "docs/a/b.md", True),
        ("docs/*", "docs/a/b.md", False),
        ("docs/*", "docs/b.md", True),
        ("**/*.png", "a/b/c.png", True),
        ("**/*.png", "c.png", False),
        ("**.png", "c.png", True),
        ("*.json", "package.json", True),
        ("*.json", "a/package.json", False),
        ("a?c", "abc", False),
        ("a\\*c", "a*c", True),
        ("a\\*c", "abc", False),
        ("a/**/b/*/c*.x", "a/1/2/b/3/c4.x", True),
        ("a/**/b/*/c*.x", "a/1/2/b/3/4/c4.x", False),
        ("README.md", "README.md", True),
        ("README.md", "docs/README.md", False),
        ("a.c", "abc", False),
    ],
)
def test_patterns_of_reuse(pattern: str, path: str, matches: bool) -> None:
    glob = reuse_glob(pattern)
    assert glob is not None
    assert glob.matches(path) is matches


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*", "a/b/c", True),
        ("po/*.po", "po/de/x.po", True),
        ("a?c", "abc", True),
        ("a?c", "ac", False),
        ("a?b?c?d", "axbycz", False),
    ],
)
def test_patterns_of_dep5(pattern: str, path: str, matches: bool) -> None:
    glob = dep5_glob(pattern)
    assert glob is not None
    assert glob.matches(path) is matches


@pytest.mark.parametrize("pattern", ["", "a" * 501])
def test_what_is_too_short_or_too_long_is_none(pattern: str) -> None:
    assert reuse_glob(pattern) is None


def test_patterns_made_to_be_slow_are_matched() -> None:
    """A regular expression takes 300 to the power of 60 steps for this."""
    glob = reuse_glob("**/a" * 60 + "b")
    assert glob is not None
    assert not glob.matches("/a" * 1_000)


def parts(pattern: str) -> Glob:
    glob = reuse_glob(pattern)
    assert glob is not None
    return glob


@given(st.text("ab/*", min_size=1, max_size=8), st.text("ab/", max_size=8))
def test_both_ways_to_match_agree(pattern: str, path: str) -> None:
    glob = parts(pattern)
    padded = Glob((*glob.parts, ("**", ""), ("**", ""), ("**", "")))
    ends = [parts(pattern).matches(path[:end]) for end in range(len(path) + 1)]
    assert padded.matches(path) is any(ends)
