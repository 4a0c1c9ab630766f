"""What the words about roles mean."""

from __future__ import annotations

from folkmoot.model.role import Change, Holder, Listing, Role, Roster, Term


def test_a_holder_is_known_by_handle_then_address_then_name() -> None:
    assert Holder("Ada", "Ada L", "a@x.example").key == "ada"
    assert Holder("", "Ada L", "A@x.example").key == "a@x.example"
    assert Holder("", "Ada L").key == "ada l"
    assert Holder("", "Ada L", "a@x.example").shown == "Ada L"


def test_a_role_is_shown_with_its_scope() -> None:
    assert Role("approver", "pkg").shown == "approver of pkg"
    assert Role("approver").shown == "approver"
    assert Role("emeritus approver").is_past


def test_a_term_lasts_until_it_ended() -> None:
    term = Term(Role("x"), Holder("ada"), "OWNERS", 1, Change("a", 100))
    assert term.seconds is None
    assert Term(Role("x"), Holder("ada"), "OWNERS", 1, Change("a", 100), Change("b", 160)).seconds == 60


def test_a_roster_finds_people_whatever_the_case() -> None:
    listing = Listing(Role("x"), Holder("Ada"), "OWNERS")
    assert Roster("c", (listing,)).of(["ADA"]) == (listing,)


def test_what_is_shown_is_the_handle_then_the_name_then_the_address() -> None:
    assert Holder("ada", "Ada L", "a@x.example").shown == "ada"
    assert Holder("", "", "a@x.example").shown == "a@x.example"
    assert Holder().shown == ""


def test_a_term_that_ends_before_it_began_lasted_no_time() -> None:
    """Committers' clocks differ: an end a minute before the beginning is none of -60 seconds."""
    term = Term(Role("x"), Holder("ada"), "OWNERS", 1, Change("a", 160), Change("b", 100))
    assert term.seconds == 0


def test_a_role_that_only_mentions_the_past_is_not_past() -> None:
    assert not Role("approver", "emeritus").is_past
    assert not Role("approver").is_past


def test_a_roster_gives_nobody_else_s_roles() -> None:
    ada, bob = (Listing(Role("x"), Holder(handle), "OWNERS") for handle in ("ada", "bob"))
    assert Roster("c", (ada, bob)).of(["bob", "cleo"]) == (bob,)
    assert Roster("c", (ada, bob)).of([]) == ()
    assert Roster("c", (bob, ada)).of(["ada", "bob"]) == (bob, ada)
