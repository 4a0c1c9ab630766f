"""Strangers' words: short, on one line, and no names where there are aliases."""

from pathlib import Path

import pytest

from folkmoot.govern.roles.activity import Activity, Seen
from folkmoot.model.role import Holder, Listing, Role
from folkmoot.people.opting_out import OptOut, add, read
from folkmoot.views.governing.telling import LONGEST, Names, day_of, days_until, quoted, short, told
from views.looking import Aliases

NAMES = Names({}, None, None)
HIDDEN = Names({}, None, Aliases())


def test_words_are_bounded_and_on_one_line() -> None:
    assert short("a\n b\t c") == "a b c"
    assert len(short("x" * 100_000)) == LONGEST
    assert str(told("")) == "–"


def test_options_that_end_in_a_full_stop_end_there() -> None:
    assert quoted(("Ship it.", "Do  not")) == "“Ship it.”, “Do not”"


def test_braces_in_a_title_stay_braces() -> None:
    assert str(told("{words} {0}")) == "{words} {0}"


def test_days_left_are_rounded_up() -> None:
    assert days_until(86_400 * 3, 0) == 3
    assert days_until(86_400 * 2 + 1, 0) == 3
    assert days_until(0, 86_400) == -1


def test_moments_no_calendar_has_are_empty() -> None:
    assert day_of(10**18) == ""
    assert day_of(0) == "1970-01-01"


def test_holders_are_named_or_hidden() -> None:
    listing = Listing(Role("approver", "x"), Holder("ada"), "OWNERS")
    assert str(NAMES.holding(listing)) == "ada, approver of x"
    assert "ada" not in str(HIDDEN.holding(listing))
    assert HIDDEN.handle("ada") == HIDDEN.handle("Ada")
    assert HIDDEN.employer("Acme") == HIDDEN.employer("acme") != "Acme"


def listing_of(tmp_path: Path, *wanted: str) -> Names:
    """Give what holders are called where these words are on the list of who opted out."""
    add(tmp_path / "opt-out", tmp_path, wanted)
    return Names({}, None, None, read([(tmp_path / "opt-out").read_bytes()], tmp_path))


@pytest.mark.parametrize("word", ["@Ada", "github.com/ada", "codeberg.org/ada"])
def test_who_opted_out_by_login_holds_a_role_unnamed(tmp_path: Path, word: str) -> None:
    """No commit need have told the store that such an account is there."""
    names = listing_of(tmp_path, word)
    assert names.of(Holder("ada")) == names.of(Holder("@ada")) == "(not named)"
    assert names.of(Holder("bob")) == "bob"


def test_who_opted_out_by_name_or_address_holds_a_role_unnamed(tmp_path: Path) -> None:
    names = listing_of(tmp_path, "Ada Lovelace", "bob@home.example")
    assert (
        names.of(Holder(name="Ada Lovelace")) == names.of(Holder(email="bob@home.example")) == "(not named)"
    )
    assert names.of(Holder(name="Cleo")) == "Cleo"


def test_with_a_list_that_cannot_be_read_no_holder_is_named() -> None:
    assert Names({}, None, None, OptOut(is_closed=True)).of(Holder("ada")) == "(not named)"


def test_an_address_alone_is_told_by_the_name_it_has_in_the_history_and_never_whole() -> None:
    activity = Activity(0, {1: Seen(1, "Ada Oak", (), 0, 0)}, {}, {"ada@oak.example": 1})
    names = Names({}, activity, None)
    assert names.of(Holder(email="ada@oak.example")) == "Ada Oak"
    assert names.of(Holder(email="bob@oak.example")) == "bob@…"
    assert names.of(Holder("ada-oak", email="ada@oak.example")) == "ada-oak"
