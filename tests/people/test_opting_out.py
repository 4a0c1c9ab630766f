"""Lists of who opted out: keyed hashes that tell nobody, and that are never half believed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cli.test_writing import room_for
from folkmoot.model.errors import FolkmootError, StoreError
from folkmoot.model.fact import AccountFact, IdentityFact
from folkmoot.people.opting_out import FILE, HEAD, KEY_FILE, MOST_BYTES, OptOut, add, key_mark, read, words

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


@pytest.mark.parametrize(
    ("email", "name", "expected"),
    [
        ("ada@x.example", "Ada", ["ada@x.example", "ada@x.example", "Ada"]),
        ("7+AdaL@users.noreply.github.com", "Ada",
         ["7+AdaL@users.noreply.github.com", "github.com/adal", "@adal", "Ada"]),
        ("", " ", []),
    ],
    ids=["address", "noreply address", "nothing"],
)  # fmt: skip
def test_what_somebody_can_be_listed_by(email: str, name: str, expected: list[str]) -> None:
    assert words(IdentityFact(1, "git", name, email)) == expected


def test_the_word_of_a_forge_about_an_account_counts_before_the_address() -> None:
    fact = IdentityFact(1, "git", "", "7+old@users.noreply.github.com")
    assert words(fact, AccountFact(1, "github.com", "new")) == [
        "7+old@users.noreply.github.com", "github.com/new", "@new",
    ]  # fmt: skip
    assert "@old" in words(fact, AccountFact(1, "github.com", ""))


def test_an_account_of_one_host_is_another_person_at_another(tmp_path: Path) -> None:
    found = listed(tmp_path, "gitlab.com/adal")
    assert not found.names(ADA, ACCOUNT)
    assert found.names(ADA, AccountFact(1, "gitlab.com", "adal"))


def test_an_account_is_listed_with_the_port_of_its_forge_or_without(tmp_path: Path) -> None:
    account = AccountFact(1, "forge.example:8443", "adal")
    (tmp_path / "without").mkdir()
    assert listed(tmp_path, "forge.example:8443/adal").names(BOB, account)
    assert listed(tmp_path / "without", "forge.example/adal").names(BOB, account)


def test_a_name_is_not_the_account_of_the_same_letters(tmp_path: Path) -> None:
    found = listed(tmp_path, "adal")
    assert not found.names(IdentityFact(1, "git", "x", "x@x.example"), ACCOUNT)
    assert found.names(IdentityFact(1, "git", "adal", "x@x.example"))


def test_several_lists_hold_together(tmp_path: Path) -> None:
    """The community's list and the user's own, made with one key, both count."""
    add(tmp_path / "one", tmp_path, ["@adal"])
    add(tmp_path / "other", tmp_path, ["bob@babbage.example"])
    found = read([(tmp_path / "one").read_bytes(), b"", (tmp_path / "other").read_bytes()], tmp_path)
    assert found.names(ADA, ACCOUNT)
    assert found.names(BOB)
    assert not found.is_closed


def test_one_list_of_another_key_closes_them_all(tmp_path: Path) -> None:
    add(tmp_path / "one", tmp_path, ["@adal"])
    add(tmp_path / "other", tmp_path / "elsewhere", ["bob@babbage.example"])
    found = read([(tmp_path / "one").read_bytes(), (tmp_path / "other").read_bytes()], tmp_path)
    assert found.is_closed


def test_a_list_whose_key_is_not_at_hand_names_nobody(tmp_path: Path) -> None:
    listed(tmp_path, "@adal")
    found = read([(tmp_path / FILE).read_bytes()], tmp_path / "without")
    assert found.is_closed
    assert not (tmp_path / "without").exists()


def test_a_list_that_was_closed_has_another_mark_than_the_one_that_was_read(tmp_path: Path) -> None:
    known = listed(tmp_path, "@adal")
    closed = read([(tmp_path / FILE).read_bytes() + b"not a hash\n"], tmp_path)
    assert closed.tokens == known.tokens
    assert closed.mark != known.mark


def test_a_list_longer_than_is_read_closes_instead_of_forgetting_its_end(tmp_path: Path) -> None:
    """Lines of 65 bytes behind a comment that lets the limit fall between two of them."""
    listed(tmp_path, "@adal")
    content = (tmp_path / FILE).read_bytes()
    lines = (MOST_BYTES - len(content)) // 65
    comment = b"#" * (MOST_BYTES - len(content) - lines * 65 - 1) + b"\n"
    full = comment + content + (b"a" * 64 + b"\n") * lines
    assert len(full) == MOST_BYTES
    assert not read([full], tmp_path).is_closed
    assert read([full + b"b" * 64 + b"\n"], tmp_path).is_closed


def test_a_list_says_what_it_is_and_may_hold_remarks(tmp_path: Path) -> None:
    listed(tmp_path, "@adal")
    text = (tmp_path / FILE).read_text()
    assert text.startswith(HEAD)
    assert read([(text + "# asked in May\n\n").encode()], tmp_path).names(ADA, ACCOUNT)


@pytest.mark.parametrize(
    ("word", "email"),
    [
        ("ada+list@lovelace.example", "Ada+git@lovelace.example"),
        ("A+x@lovelace.example", "a@lovelace.example"),
        ("  a@lovelace.example ", "a@lovelace.example"),
    ],
)
def test_addresses_of_one_mailbox_are_one_address(tmp_path: Path, word: str, email: str) -> None:
    assert listed(tmp_path, word).names(IdentityFact(1, "git", "x", email))


def test_a_login_may_be_given_with_spaces_about_it(tmp_path: Path) -> None:
    assert listed(tmp_path, "  @adal ").names(ADA, ACCOUNT)


def test_names_of_signs_alone_are_told_apart(tmp_path: Path) -> None:
    found = listed(tmp_path, "~ ~")
    assert found.names(IdentityFact(1, "git", "~ ~", "x@x.example"))
    assert not found.names(IdentityFact(1, "git", "§", "x@x.example"))


def test_a_list_under_the_mark_of_no_key_is_not_believed(tmp_path: Path) -> None:
    """Anybody can work out the mark of an empty key: a list with it was made by a stranger."""
    assert read([f"key {key_mark(b'')}\n".encode()], tmp_path).is_closed


def test_a_closed_list_leaves_somebody_unnamed_even_when_it_is_empty(tmp_path: Path) -> None:
    assert read([b"nonsense"], tmp_path)


def test_spaces_about_the_lines_of_a_list_change_nothing(tmp_path: Path) -> None:
    listed(tmp_path, "@adal")
    text = (tmp_path / FILE).read_text()
    padded = "".join(f"{'' if line.startswith('#') else '  '}{line} \r\n" for line in text.splitlines())
    found = read([f"{padded}   \n".encode()], tmp_path)
    assert found.names(ADA, ACCOUNT)
    assert not found.is_closed


def test_the_folder_of_a_list_is_made(tmp_path: Path) -> None:
    path = tmp_path / "moot" / ".folkmoot" / FILE
    assert add(path, tmp_path, ["@adal"]) == 1
    assert read([path.read_bytes()], tmp_path).names(ADA, ACCOUNT)


def test_a_place_where_no_list_can_be_says_why(tmp_path: Path) -> None:
    with pytest.raises(FolkmootError, match=r"cannot be used: .*directory"):
        add(tmp_path, tmp_path, ["@adal"])


def test_a_disk_that_is_full_loses_nobody_who_was_listed(tmp_path: Path) -> None:
    listed(tmp_path, "@ada")
    before = (tmp_path / FILE).read_text()
    with room_for(len(before) + 10), pytest.raises(FolkmootError, match="File too large"):
        add(tmp_path / FILE, tmp_path, ["@bob"])
    assert (tmp_path / FILE).read_text() == before


def test_two_who_are_listed_at_once_are_both_listed(tmp_path: Path) -> None:
    listed(tmp_path, "@ada")
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: add(tmp_path / FILE, tmp_path, [f"@u{number}"]), range(16)))
    found = read([(tmp_path / FILE).read_bytes()], tmp_path)
    assert not found.is_closed
    assert all(found.has(f"@u{number}") for number in range(16))


def test_a_list_that_an_editor_of_windows_saved_is_read(tmp_path: Path) -> None:
    listed(tmp_path, "@ada")
    text = (tmp_path / FILE).read_text().rstrip("\n").replace("\n", "\r\n")
    (tmp_path / FILE).write_bytes(b"\xef\xbb\xbf" + text.encode())
    found = listed(tmp_path, "@bob")
    assert (found.is_closed, found.has("@adal"), found.has("@bob")) == (False, False, True)
    assert found.has("@ada")
