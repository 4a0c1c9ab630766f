"""Strangers' words: short, on one line, and no names where there are aliases."""

from folkmoot.model.role import Holder, Listing, Role
from folkmoot.views.governing.telling import LONGEST, Names, day_of, days_until, short, told
from views.looking import Aliases

NAMES = Names({}, None, None)
HIDDEN = Names({}, None, Aliases())


def test_words_are_bounded_and_on_one_line() -> None:
    assert short("a\n b\t c") == "a b c"
    assert len(short("x" * 100_000)) == LONGEST
    assert str(told("")) == "–"


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
