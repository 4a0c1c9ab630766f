"""Lists of who opted out: keyed hashes that tell nobody, and that are never half believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.errors import StoreError
from folkmoot.model.fact import AccountFact, IdentityFact
from folkmoot.people.opting_out import FILE, KEY_FILE, OptOut, add, read

ADA = IdentityFact(1, "git", "Ada Lovelace", "Ada+git@lovelace.example")
BOB = IdentityFact(2, "git", "Bob Babbage", "bob@babbage.example")
ACCOUNT = AccountFact(1, "github.com", "AdaL")


def listed(folder: Path, *words: str) -> OptOut:
    add(folder / FILE, folder, words)
    return read([(folder / FILE).read_bytes()], folder)


@pytest.mark.parametrize(
    "word", ["ada@lovelace.example", "ADA@Lovelace.example", "@adal", "github.com/AdaL", "lovelace, ada"]
)
def test_one_word_is_enough_however_it_is_written(tmp_path: Path, word: str) -> None:
    found = listed(tmp_path, word)
    assert found.names(ADA, ACCOUNT)
    assert not found.names(BOB)


def test_an_account_is_known_by_its_noreply_address(tmp_path: Path) -> None:
    fact = IdentityFact(3, "git", "x", "7+AdaL@users.noreply.github.com")
    assert listed(tmp_path, "@adal").names(fact)


def test_the_list_holds_no_word_and_nothing_without_the_key(tmp_path: Path) -> None:
    listed(tmp_path, "ada@lovelace.example")
    text = (tmp_path / FILE).read_text()
    assert "lovelace" not in text.casefold()  # letters no hexadecimal number has
    other = tmp_path / "other"
    add(other / FILE, other, ["ada@lovelace.example"])
    assert set(text.splitlines()[1:]).isdisjoint((other / FILE).read_text().splitlines()[1:])
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o077 == 0


def test_nobody_is_listed_twice(tmp_path: Path) -> None:
    assert add(tmp_path / FILE, tmp_path, ["@ada", "@Ada"]) == 1
    assert add(tmp_path / FILE, tmp_path, ["@ADA", "@bob"]) == 1


@pytest.mark.parametrize(
    "content", [b"nonsense", b"\xff\xfe", b"key 0000000000000000\n", b"key 0123456789abcdef\n" + b"a" * 64]
)
def test_a_list_that_cannot_be_read_names_nobody(tmp_path: Path, content: bytes) -> None:
    listed(tmp_path, "@ada")
    found = read([content], tmp_path)
    assert found.is_closed
    assert found.names(BOB)


def test_a_line_too_much_closes_a_list(tmp_path: Path) -> None:
    listed(tmp_path, "@ada")
    assert read([(tmp_path / FILE).read_bytes() + b"not a hash\n"], tmp_path).is_closed


def test_no_list_and_an_empty_one_leave_everybody_named(tmp_path: Path) -> None:
    assert not read([], tmp_path)
    assert not read([b"# nobody\n"], tmp_path)
    assert read([], tmp_path).mark == ""


def test_the_mark_changes_with_the_list(tmp_path: Path) -> None:
    assert listed(tmp_path, "@ada").mark != listed(tmp_path, "@bob").mark


def test_a_list_of_another_key_is_not_added_to(tmp_path: Path) -> None:
    listed(tmp_path, "@ada")
    with pytest.raises(StoreError, match="another key"):
        add(tmp_path / FILE, tmp_path / "elsewhere", ["@bob"])
