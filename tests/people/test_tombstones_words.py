"""Which words of an erased person are taken out of texts, which are left, and how their list is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.errors import StoreError
from folkmoot.people.pseudonyms import load_key
from folkmoot.people.tombstones import (
    ERASED,
    FILE,
    KEY_FILE,
    MOST_BYTES,
    Tombstones,
    add,
    key_mark,
    lines_of,
    of_lines,
    read,
    stand_in,
)

KEY = b"k" * 32
BUNDLE = "0123456789ab"
ADA = ("Ada Lovelace", "ada@lovelace.example")


def known(*who: tuple[str, str], logins: tuple[str, ...] = ()) -> Tombstones:
    """Give the list of one erased person; accounts are those of github.com."""
    return of_lines(KEY, lines_of(KEY, BUNDLE, who, [("github.com", login) for login in logins]))


@pytest.mark.parametrize(
    ("text", "less"),
    [
        ("ask @al!", f"ask {ERASED}!"),
        ("@AL knows", f"{ERASED} knows"),
        ("Reported-by: al", f"Reported-by: {ERASED}"),
        ("ask @alan", "ask @alan"),
        ("ask @bob", "ask @bob"),
        ("al", "al"),
    ],
)
def test_an_account_with_a_short_name_goes_where_it_is_meant(text: str, less: str) -> None:
    assert known(logins=("al",)).scrub(text) == less


def test_an_account_with_an_unusual_name_goes_everywhere() -> None:
    assert known(logins=("adalove",)).scrub("adalove, then @adalove") == f"{ERASED}, then {ERASED}"


def test_an_account_of_two_words_is_not_the_account_of_the_first() -> None:
    erased = known(logins=("ada-l",))
    assert erased.scrub("ask @ada-l") == f"ask {ERASED}"
    assert erased.scrub("ask @ada") == "ask @ada"


def test_a_single_letter_is_nobody_s_first_name() -> None:
    erased = known(logins=("x",))
    assert erased.scrub("Thanks to x") == "Thanks to x"
    assert erased.scrub("Thanks to @x") == f"Thanks to {ERASED}"


@pytest.mark.parametrize("text", ["Reported-by: root", "run it as root", "root"])
def test_what_templates_call_people_stays_in_texts(text: str) -> None:
    assert known(("root", "root@lovelace.example")).scrub(text) == text


@pytest.mark.parametrize(("name", "is_taken_out"), [("Quux", True), ("Qux", False), ("David", False)])
def test_a_name_of_one_word_goes_when_it_is_long_enough_and_unusual(name: str, is_taken_out: bool) -> None:
    text = f"{name} wrote this"
    assert (known((name, "q@lovelace.example")).scrub(text) != text) is is_taken_out


def test_who_is_known_by_a_first_name_alone_goes_where_texts_credit_them() -> None:
    """Al left neither an address nor an account: no word of theirs is looked for anywhere else."""
    erased = known(("Al", ""))
    assert erased.scrub("Reported-by: Al") == f"Reported-by: {ERASED}"
    assert erased.scrub("et al agree") == "et al agree"
    assert erased.named_in("Reported-by: Al") == BUNDLE


def test_of_a_whole_name_and_a_part_of_it_the_longest_goes() -> None:
    """Of "Ada Quux Lovelace" nothing is left where both it and "Ada Quux" are known."""
    erased = known(("Ada Quux", "q@x.example"), ("Ada Quux Lovelace", "q@y.example"))
    assert erased.scrub("by Ada Quux Lovelace, 1843") == f"by {ERASED}, 1843"


def test_several_people_in_one_text_all_go() -> None:
    bob = lines_of(KEY, "ba9876543210", [("Bob Babbage", "bob@babbage.example")], [])
    erased = of_lines(KEY, [*lines_of(KEY, BUNDLE, [ADA], []), *bob])
    assert erased.scrub("Bob Babbage, Ada Lovelace and Cleo") == f"{ERASED}, {ERASED} and Cleo"
    assert erased.bundles == {BUNDLE, "ba9876543210"}
    assert erased.named_in("by Bob Babbage for Ada Lovelace") == "ba9876543210"


@pytest.mark.parametrize("text", ["Ada Lovelace", "ask ada@lovelace.example", "Thanks to Ada", "@adal"])
def test_whom_a_text_names_is_known_by_any_of_their_names(text: str) -> None:
    assert known(ADA, logins=("adal",)).named_in(text) == BUNDLE


def test_the_words_that_stand_in_are_those_that_were_chosen() -> None:
    erased = known(ADA)
    other = Tombstones(erased.key, erased.kinds, erased.lengths, shown="[gone]")
    assert other.scrub("by Ada Lovelace") == "by [gone]"
    assert other.sub("Whatever", "by Ada Lovelace") == "by [gone]"


def test_a_text_that_names_nobody_is_given_back_as_it_was_written() -> None:
    """Not even brought into another form of the same letters."""
    assert known(ADA).scrub("Zoe\u0308 wrote") == "Zoe\u0308 wrote"


def test_who_left_neither_name_nor_address_is_nobody() -> None:
    assert lines_of(KEY, BUNDLE, [("", ""), (" ", "")], []) == []
    assert known(ADA).bundle_of("", "") == ""


def test_an_address_that_many_have_is_somebody_where_it_stands_without_a_name() -> None:
    """Whoever is called nothing and commits as ada@localhost is known again, and no other without a name."""
    nameless = known(("", "ada@localhost"))
    assert nameless.bundle_of("", "ADA@localhost")
    assert nameless.bundle_of("", "bob@localhost") == ""
    assert nameless.bundle_of("Ada King", "ada@localhost") == ""


def test_a_login_that_only_looks_like_a_stand_in_is_none() -> None:
    erased = known(ADA)
    assert erased.bundle_of("", "", "x.example", stand_in(BUNDLE)) == BUNDLE
    assert erased.bundle_of("", "", "x.example", stand_in(BUNDLE) + "0") == ""
    assert erased.bundle_of("", "", "x.example", "erased-me") == ""


def test_another_key_knows_nobody() -> None:
    lines = lines_of(KEY, BUNDLE, [ADA], [])
    other = of_lines(b"o" * 32, lines)
    assert other.bundle_of(*ADA) == ""
    assert other.scrub("Ada Lovelace") == "Ada Lovelace"


def test_the_mark_tells_who_is_listed_and_not_in_which_order() -> None:
    lines = lines_of(KEY, BUNDLE, [ADA], [])
    assert of_lines(KEY, lines).mark == of_lines(KEY, lines[::-1]).mark
    assert of_lines(KEY, lines[1:]).mark != of_lines(KEY, lines).mark


def test_a_list_is_written_under_the_mark_of_its_key(tmp_path: Path) -> None:
    add(tmp_path, ["0123456789ab address " + "0" * 64])
    head, key, line = (tmp_path / FILE).read_text().splitlines()
    assert head.startswith("#")
    assert key == f"key {key_mark(load_key(tmp_path / KEY_FILE))}"
    assert line == "0123456789ab address " + "0" * 64
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE, KEY_FILE]


def test_what_was_listed_before_stays(tmp_path: Path) -> None:
    key = load_key(tmp_path / KEY_FILE)
    add(tmp_path, lines_of(key, BUNDLE, [ADA], []))
    add(tmp_path, lines_of(key, "ba9876543210", [("Bob Babbage", "bob@babbage.example")], []))
    assert read(tmp_path).bundles == {BUNDLE, "ba9876543210"}
    assert read(tmp_path).bundle_of(*ADA) == BUNDLE


def test_a_list_of_another_key_is_left_as_it_is(tmp_path: Path) -> None:
    add(tmp_path, lines_of(load_key(tmp_path / KEY_FILE), BUNDLE, [ADA], []))
    before = (tmp_path / FILE).read_bytes()
    (tmp_path / KEY_FILE).unlink()
    with pytest.raises(StoreError, match="made with a key") as caught:
        add(tmp_path, ["0123456789ab address " + "0" * 64])
    assert (tmp_path / FILE).read_bytes() == before
    assert "put that key back" in caught.value.hint


def test_reading_makes_no_key(tmp_path: Path) -> None:
    add(tmp_path, lines_of(load_key(tmp_path / KEY_FILE), BUNDLE, [ADA], []))
    (tmp_path / KEY_FILE).unlink()
    with pytest.raises(StoreError, match="made with a key"):
        read(tmp_path)
    assert not (tmp_path / KEY_FILE).exists()


def test_a_list_longer_than_is_read_is_damaged(tmp_path: Path) -> None:
    add(tmp_path, lines_of(load_key(tmp_path / KEY_FILE), BUNDLE, [ADA], []))
    with (tmp_path / FILE).open("a") as file:
        file.write("#" * MOST_BYTES)
    with pytest.raises(StoreError, match="damaged"):
        read(tmp_path)


def test_what_cannot_be_read_or_written_says_why(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(StoreError, match=r"cannot be read: .*directory"):
        read(tmp_path)


def test_a_list_that_was_half_written_is_in_nobody_s_way(tmp_path: Path) -> None:
    (tmp_path / f"{FILE}.next").write_text("half")
    add(tmp_path, [])
    assert not (tmp_path / f"{FILE}.next").exists()
    assert not read(tmp_path)
