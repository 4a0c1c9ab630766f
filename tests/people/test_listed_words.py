"""Logins and addresses in quoted texts, held against the list of who opted out."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.people.listed_words import ListedWords
from folkmoot.people.opting_out import FILE, OptOut, add, read


def hidden(folder: Path, text: str, *words: str) -> str:
    add(folder / FILE, folder, words or ("@zelda", "ada@lovelace.example", "gitlab.com/bob"))
    return ListedWords(read([(folder / FILE).read_bytes()], folder)).sub("(-)", text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("* @zelda @quirk", "* (-) @quirk"),
        ("Ask @Zelda, or @zelda.", "Ask (-), or (-)."),
        ("(@zelda)", "((-))"),
        ("Ada <Ada+git@lovelace.example>", "Ada <(-)>"),
        ("mailto:ada@lovelace.example?subject=x", "mailto:(-)?subject=x"),
        ("docs/ @bob", "docs/ (-)"),
        ("@zelda/team and @zelda-two", "@zelda/team and @zelda-two"),
        ("uses: zelda@zelda", "uses: zelda@zelda"),
        ("bob@lovelace.example @ada", "bob@lovelace.example @ada"),
        ("Zelda wrote it", "Zelda wrote it"),
    ],
)
def test_what_looks_like_a_login_or_an_address_is_held_against_the_list(
    tmp_path: Path, text: str, left: str
) -> None:
    assert hidden(tmp_path, text) == left


def test_a_list_that_cannot_be_read_hides_every_login_and_address() -> None:
    words = ListedWords(OptOut(is_closed=True))
    assert words.sub("(-)", "@ada, bob@b.example: uses actions/checkout@v4") == (
        "(-), (-): uses actions/checkout@v4"
    )


def test_endless_words_take_no_time(tmp_path: Path) -> None:
    text = "a" * 200_000 + "@" + "a-" * 100_000
    assert hidden(tmp_path, text) == text
