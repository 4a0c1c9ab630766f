"""When names are the same, and when they prove nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.people import names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Lovelace", "ada lovelace"),
        ("Ada Lovelace", "ada.lovelace"),
        ("Ada Lovelace", "Lovelace, Ada"),
        ("Ada Lovelace", "Ada B. Lovelace"),
        ("Ada Lovelace", "A. Ada Lovelace"),
        ("Ada Lovelace", "AdaLovelace"),
        ("Ada Lovelace", "Ada Lovelace (Analytical Ltd)"),
        ("Ada Lovelace", "Ada Lovelace [engine]"),
        ("Ada Lovelace", "Ada Lovelace via Letters"),
        ("Ada Lovelace", "  Ada   Lovelace "),
        ("Łucja Żółć", "Lucja Zolc"),
        ("Zoë Ångström", "Zoe Angstrom"),
        ("Søren Bjørk", "Soren Bjork"),
        ("Conan O’Brian", "Conan O'Brian"),
    ],
)
def test_one_full_name_in_many_spellings(one: str, other: str) -> None:
    assert names.full_name(one) == names.full_name(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada Lovelace", "Ada Byron"), ("Ada Lovelace", "Ida Lovelace"), ("Ada Lovelace", "Lovelace Ada")],
)
def test_other_names_stay_other_names(one: str, other: str) -> None:
    assert names.full_name(one) != names.full_name(other)


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "Ada",
        "root",
        "unknown",
        "Your Name",
        "your full name",
        "John Doe",
        "no author",
        "(no author)",
        "A B",
        "X Y",
        "Not Committed Yet",
        "-",
        "...",
        "System Administrator",
        "Ubuntu",
        "test test",
    ],
)
def test_names_that_prove_nothing(name: str) -> None:
    assert names.full_name(name) == ""


def test_scripts_without_spaces_have_full_names_of_one_word() -> None:
    assert names.full_name("王小明") == "王小明"
    assert names.full_name("王明") == ""


def test_marks_of_other_scripts_do_not_break_a_name_apart() -> None:
    assert len(names.words("अनीता देवी")) == 2


@pytest.mark.parametrize("name", ["Wei Wang", "David Kim", "Amit Kumar", "maria garcia", "Wang Wei"])
def test_names_that_strangers_share(name: str) -> None:
    assert names.is_common(name)


@pytest.mark.parametrize("name", ["Ada Lovelace", "Wei Lovelace", "Ada Kim Wang Example", "David Peter Kim"])
def test_names_that_strangers_rarely_share(name: str) -> None:
    assert not names.is_common(name)


@pytest.mark.parametrize(
    ("name", "word"), [("adalove", "adalove"), ("ada-love", "adalove"), ("ada7", "ada7")]
)
def test_unusual_single_words_are_handles(name: str, word: str) -> None:
    assert names.handle(name) == word


@pytest.mark.parametrize(
    "name", ["ada", "Adalove", "michael", "root", "12345678", "Ada Lovelace", "王小明", ""]
)
def test_first_names_and_templates_are_no_handles(name: str) -> None:
    assert names.handle(name) == ""


@given(st.text(max_size=300))
def test_no_text_breaks_them(text: str) -> None:
    assert names.full_name(text) == names.full_name(f" {text} ")
    assert all(word and not word.isspace() for word in names.words(text))
    assert isinstance(names.handle(text), str)
