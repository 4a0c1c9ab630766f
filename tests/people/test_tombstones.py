"""Who was erased is known again by keyed hashes, and taken out of texts."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.errors import StoreError
from folkmoot.people.pseudonyms import load_key
from folkmoot.people.tombstones import (
    ERASED,
    FILE,
    KEY_FILE,
    MOST_BYTES,
    Tombstones,
    add,
    lines_of,
    new_bundle,
    of_lines,
    read,
    stand_in,
)

ADA = [("Ada Lovelace", "ada@lovelace.example"), ("adal", "7+AdaLove@users.noreply.github.com")]


def erased(folder: Path, *who: tuple[str, str], logins: tuple[tuple[str, str], ...] = ()) -> Tombstones:
    add(folder, lines_of(load_key(folder / KEY_FILE), new_bundle(), who, logins))
    return read(folder)


def test_nobody_is_erased_without_a_list(tmp_path: Path) -> None:
    known = read(tmp_path)
    assert not known
    assert known.mark == ""
    assert known.scrub("Ada Lovelace") == "Ada Lovelace"
    assert known.bundle_of(*ADA[0]) == ""


@pytest.mark.parametrize(
    ("name", "email", "host", "login"),
    [
        ("Somebody Else", "Ada+git@Lovelace.example", "", ""),
        ("LOVELACE, Ada", "new@work.example", "", ""),
        ("x", "adalove@users.noreply.github.com", "", ""),
        ("", "", "github.com", "ADALOVE"),
    ],
    ids=["mailbox", "name", "noreply address", "account"],
)
def test_whoever_was_erased_is_known_again(
    tmp_path: Path, name: str, email: str, host: str, login: str
) -> None:
    known = erased(tmp_path, *ADA)
    assert {known.bundle_of(name, email, host, login)} == known.bundles


@pytest.mark.parametrize(
    ("name", "email"), [("Bob Babbage", "bob@x.example"), ("Ada", "a@x.example"), ("", "")]
)
def test_nobody_else_is(tmp_path: Path, name: str, email: str) -> None:
    assert erased(tmp_path, *ADA).bundle_of(name, email) == ""


def test_of_strangers_with_a_common_name_only_one_goes(tmp_path: Path) -> None:
    known = erased(tmp_path, ("John Smith", "john@one.example"))
    assert known.bundle_of("John Smith", "john@other.example") == ""
    assert known.bundle_of("J", "john@one.example")


def test_an_address_that_proves_nothing_needs_the_name_too(tmp_path: Path) -> None:
    known = erased(tmp_path, ("ada", "root@localhost"))
    assert known.bundle_of("ada", "root@localhost")
    assert known.bundle_of("bob", "root@localhost") == ""


def test_a_stand_in_is_its_own_bundle(tmp_path: Path) -> None:
    known = erased(tmp_path, *ADA)
    (bundle,) = known.bundles
    assert known.bundle_of("", "", "any.example", stand_in(bundle)) == bundle


@pytest.mark.parametrize(
    ("text", "less"),
    [
        ("Thanks to ada lovelace!", f"Thanks to {ERASED}!"),
        ("Reported-by: Ada  Lovelace <ada@lovelace.example>", f"Reported-by: {ERASED} <{ERASED}>"),
        ("ping @adalove, @ADALOVE", f"ping {ERASED}, {ERASED}"),
        ("Ada writes to Lovelace", "Ada writes to Lovelace"),
        ("adaloves", "adaloves"),
        ("", ""),
    ],
)
def test_whole_words_are_taken_out_of_texts(tmp_path: Path, text: str, less: str) -> None:
    assert erased(tmp_path, *ADA).scrub(text) == less


def test_names_without_spaces_between_words_are_found(tmp_path: Path) -> None:
    known = erased(tmp_path, ("张三丰", "z@x.example"))
    assert known.scrub("由张三丰修复") == f"由{ERASED}修复"


def test_accents_may_be_written_in_two_ways(tmp_path: Path) -> None:
    known = erased(tmp_path, ("Zoe\u0308 Quux", "z@x.example"))
    assert known.scrub("by Zo\u00eb Quux") == f"by {ERASED}"


def test_a_usual_word_is_left_in_texts(tmp_path: Path) -> None:
    known = erased(tmp_path, ("David", "d@x.example"))
    assert known.scrub("David and Goliath") == "David and Goliath"


@pytest.mark.parametrize(
    ("text", "less"),
    [
        ("Lovelace, Ada wrote it", f"{ERASED} wrote it"),
        ("by Lovelace Ada", f"by {ERASED}"),
        ("Reported-by: Ada", f"Reported-by: {ERASED}"),
        ("Thanks to Ada!", f"Thanks to {ERASED}!"),
        ("Merge Ada's branch", f"Merge {ERASED}'s branch"),
        ("Lovelace's patch", f"{ERASED}'s patch"),
        ("Ada Lovelace's loom", f"{ERASED}'s loom"),
        ("Thanks to Bob, Ada and Cleo", f"Thanks to Bob, {ERASED} and Cleo"),
        ("Add Ada bindings", "Add Ada bindings"),
        ("Thanks to Ada Byron", "Thanks to Ada Byron"),
    ],
)
def test_first_names_go_where_somebody_is_credited(tmp_path: Path, text: str, less: str) -> None:
    assert erased(tmp_path, *ADA).scrub(text) == less


def test_a_short_login_goes_as_a_mention_and_as_the_owner_of_a_branch(tmp_path: Path) -> None:
    known = erased(tmp_path, ("x", "7+al@users.noreply.github.com"), logins=(("github.com", "al"),))
    assert known.scrub("Merge pull request #3 from al/main") == f"Merge pull request #3 from {ERASED}/main"
    assert known.scrub("cc @al") == f"cc {ERASED}"
    assert known.scrub("et al agree") == "et al agree"


def test_whom_a_text_credits_is_known(tmp_path: Path) -> None:
    known = erased(tmp_path, *ADA)
    assert {known.named_in("Thanks to Ada")} == known.bundles
    assert known.named_in("Ada bindings") == ""


def test_the_list_holds_no_word_of_anybody(tmp_path: Path) -> None:
    erased(tmp_path, *ADA, logins=(("github.com", "adalove"),))
    _, key, *lines = (tmp_path / FILE).read_text().splitlines()
    assert re.fullmatch(r"key [0-9a-f]{16}", key)
    form = r"[0-9a-f]{12} (address|login|name|word|begins|credited) [0-9a-f]{64}( \d{1,2})?"
    assert [line for line in lines if not re.fullmatch(form, line)] == []
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_another_key_stops_everything(tmp_path: Path) -> None:
    erased(tmp_path, *ADA)
    (tmp_path / KEY_FILE).unlink()
    with pytest.raises(StoreError, match="made with a key"):
        read(tmp_path)
    with pytest.raises(StoreError, match="made with a key"):
        erased(tmp_path, ("Bob Babbage", "bob@x.example"))


@pytest.mark.parametrize("place", [2, 3, 99], ids=["first", "second", "last"])
def test_a_damaged_list_is_said(tmp_path: Path, place: int) -> None:
    """Below the head and the line of the key."""
    erased(tmp_path, *ADA)
    lines = (tmp_path / FILE).read_text().splitlines()
    (tmp_path / FILE).write_text("\n".join([*lines[:place], "nonsense", *lines[place:], ""]))
    with pytest.raises(StoreError, match="damaged"):
        read(tmp_path)


def test_the_mark_changes_with_the_list(tmp_path: Path) -> None:
    first = erased(tmp_path, *ADA).mark
    assert erased(tmp_path, ("Bob Babbage", "bob@x.example")).mark != first


def test_a_login_of_no_host_is_known_at_every_host(tmp_path: Path) -> None:
    known = erased(tmp_path, logins=(("", "al"),))
    assert known.bundle_of("", "", "github.com", "Al")
    assert known.bundle_of("x", "7+al@users.noreply.github.com")
    assert known.bundle_of("", "", "github.com", "ali") == ""


def test_a_login_of_a_host_is_nobody_at_another(tmp_path: Path) -> None:
    known = erased(tmp_path, logins=(("github.com", "al"),))
    assert known.bundle_of("", "", "gitlab.com", "al") == ""


def test_the_mark_is_the_same_in_whatever_order_the_list_is() -> None:
    lines = lines_of(b"k" * 32, "0" * 12, ADA, [])
    assert of_lines(b"k" * 32, lines[::-1]).mark == of_lines(b"k" * 32, lines).mark != ""


@pytest.mark.parametrize(("login", "less"), [("qzyx", ERASED), ("qzy", "qzy")], ids=["four", "three"])
def test_a_single_word_of_four_letters_is_taken_out_everywhere(tmp_path: Path, login: str, less: str) -> None:
    assert (
        erased(tmp_path, logins=(("github.com", login),)).scrub(f"see {login} there") == f"see {less} there"
    )


def test_a_mention_is_a_credit_to_a_first_name_too(tmp_path: Path) -> None:
    known = erased(tmp_path, *ADA)
    assert {known.named_in("Thanks to @Ada")} == known.bundles


@pytest.mark.parametrize("login", ["qz", "qz-y"], ids=["short", "with a hyphen"])
def test_a_mention_is_taken_out_wherever_it_stands(tmp_path: Path, login: str) -> None:
    assert (
        erased(tmp_path, logins=(("github.com", login),)).scrub(f"see @{login} there")
        == f"see {ERASED} there"
    )


def test_the_number_of_words_is_kept_of_what_is_looked_for_in_texts_alone() -> None:
    """Ada Lovelace is two words in texts; her address is none."""
    lines = lines_of(b"k" * 32, "0" * 12, [("Ada Lovelace", "ada@lovelace.example")], [])
    counts = {(line.split()[1], len(line.split()) == 4) for line in lines}
    assert counts == {
        ("address", False), ("name", False), ("word", True), ("begins", False), ("credited", False),
    }  # fmt: skip


@pytest.mark.parametrize("login", ["q", "root"], ids=["a letter", "a placeholder"])
def test_what_names_nobody_is_left_where_somebody_is_credited(tmp_path: Path, login: str) -> None:
    thanks = f"Thanks to {login.upper()}"
    assert erased(tmp_path, logins=(("github.com", login),)).scrub(thanks) == thanks


def test_an_address_that_proves_nothing_is_the_same_in_capitals(tmp_path: Path) -> None:
    known = erased(tmp_path, ("Ada", "root@localhost"))
    assert {known.bundle_of("ADA", "Root@LocalHost")} == known.bundles


def test_half_a_name_proves_nothing_of_an_account(tmp_path: Path) -> None:
    known = erased(tmp_path, ("ada", ""))
    assert {known.bundle_of("ada", "")} == known.bundles
    assert known.bundle_of("ada", "", "github.com", "somebody-else") == ""


def test_of_nobody_there_is_no_line() -> None:
    assert lines_of(b"k" * 32, "0" * 12, [(" ", " ")], []) == []


def test_a_list_may_be_as_long_as_it_may_be_and_no_longer(tmp_path: Path) -> None:
    """A list that was cut short would let somebody come back."""
    known = erased(tmp_path, *ADA)
    with (tmp_path / FILE).open("a") as file:
        file.write("#".ljust(MOST_BYTES - file.tell(), "x"))
    assert read(tmp_path).mark == known.mark
    with (tmp_path / FILE).open("a") as file:
        file.write("x")
    with pytest.raises(StoreError, match="damaged"):
        read(tmp_path)


PIECES = (
    "Ada", "Lovelace", "ada@lovelace.example", "@adalove", "thanks to ", "Reported-by: ", "'s patch", ", ",
    " ", "\n", "Byron", "<", ">", "/", "\u0308", "\ud800", "x",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=12))
def test_whatever_a_text_is_made_of_nothing_strong_is_left_in_it(parts: list[str]) -> None:
    """Full names in either order, the address and the mention go; cleaning twice is cleaning once."""
    known = of_lines(b"k" * 32, lines_of(b"k" * 32, "0" * 12, ADA, [("github.com", "adalove")]))
    less = known.scrub("".join(parts))
    assert known.scrub(less) == less
    composed = unicodedata.normalize("NFC", less)
    assert not re.search(r"(?i)(?<!\w)(ada\s+lovelace|lovelace\s+ada|ada@lovelace\.example)(?!\w)", composed)
