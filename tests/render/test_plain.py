"""Hostile text becomes harmless, and honest text stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.render.plain import block, plain, whole


@pytest.mark.parametrize(
    "honest", ["Ada", "Müller", "李小龍", "أدا", "नमस्ते", "👩‍💻 Cleo", "Z̧̈ürich", "a <b> & 'c'"]
)
def test_honest_text_stays(honest: str) -> None:
    assert plain(honest) == honest


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("a\x00b\x07c", "abc"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x9b31mred", "red"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\u2066a\u2069\u200e", "a"),
        ("a\nb\tc\u2028d", "a b c d"),
        ("a\U000e0041b", "ab"),
        ("\ud800", "\ufffd"),
        ("Z" + "\u0301" * 90, "Z" + "\u0301" * 4),
    ],
)
def test_hostile_text_is_cleaned(hostile: str, harmless: str) -> None:
    assert plain(hostile) == harmless


def test_long_text_ends_in_an_ellipsis() -> None:
    assert plain("x" * 10_000, 20) == "x" * 19 + "…"


def test_text_of_exactly_the_limit_is_whole() -> None:
    assert plain("x" * 20, 20) == "x" * 20


def test_text_hidden_behind_invisible_characters_is_marked_as_cut() -> None:
    assert plain("\u200b" * 5000 + "x", 20) == "…"


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_every_text_fits_on_one_line_of_any_file(text: str, limit: int) -> None:
    clean = plain(text, limit)
    assert len(clean) <= limit
    assert len(clean.splitlines()) <= 1
    clean.encode()


def test_a_block_keeps_its_lines() -> None:
    assert block("select 1\n\tfrom \u202ex") == "select 1\n    from x"


def test_whole_text_is_only_made_storable() -> None:
    assert whole("a\u202eb\ud800") == "a\u202eb\ufffd"


def test_spaces_at_both_ends_and_before_a_cut_are_left_out() -> None:
    assert plain("  a b  ") == "a b"
    assert plain("abc  defgh", 6) == "abc d…"
    assert plain("abcd efgh", 6) == "abcd…"


def test_a_text_that_is_long_only_by_its_spaces_is_whole_up_to_four_times_the_limit() -> None:
    """What stands behind was not looked at, so it is marked as cut."""
    assert plain("ab".ljust(40), 10) == "ab"
    assert plain("ab".ljust(41), 10) == "ab…"


def test_lines_of_a_block_end_without_spaces() -> None:
    assert block("select 1  \n\tfrom x \n") == "select 1\n    from x\n"


@pytest.mark.parametrize(("marks", "kept"), [(4, 4), (5, 4), (50, 4)])
def test_a_letter_keeps_four_marks(marks: int, kept: int) -> None:
    assert plain("e" + "\u0301" * marks + "x") == "e" + "\u0301" * kept + "x"
