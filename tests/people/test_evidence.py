"""What an identity shows, and when an address or a word shows nothing."""

from __future__ import annotations

from folkmoot.people.evidence import gather
from folkmoot.people.mailmap import parse
from people.crowds import crowd, facts_of


def test_every_clue_of_an_identity_is_read_once() -> None:
    (one,) = gather(facts_of(["Ada Lovelace <ada.lovelace+git@analytical.co.uk>"]), parse(None), {})
    assert one.mailboxes == ("ada.lovelace@analytical.co.uk",)
    assert one.full_name == one.spelled == "adalovelace"
    assert one.workplace == "analytical.co.uk"
    assert (one.accounts, one.login, one.handle, one.proper) == ((), "", "", "")


def test_the_clues_are_those_the_mailmap_gives() -> None:
    mailmap = parse(b"Ada Lovelace <ada@new.example> <countess@old.example>")
    (one,) = gather(facts_of(["Countess <countess@old.example>"]), mailmap, {})
    assert one.full_name == "adalovelace"
    assert one.proper == "ada@new.example"
    assert set(one.mailboxes) == {"ada@new.example", "countess@old.example"}


def test_an_address_that_many_people_write_under_joins_nobody() -> None:
    team = ["Ada Lovelace", "Bob Babbage", "Cleo Curie", "Dora Darwin"]
    assert crowd(*(f"{name} <all@lovelace.example>" for name in team)).are_strangers
    assert crowd(*(f"{name} <all@lovelace.example>" for name in team[:2])).is_one_person


def test_relayed_mail_tells_the_name_but_not_the_address() -> None:
    found = crowd(
        "Ada Lovelace via Letters <letters@relay.example>",
        "Bob Babbage via Letters <letters@relay.example>",
        "Ada Lovelace <ada@lovelace.example>",
    )
    assert {len(group) for group in found.groups} == {1, 2}
    assert found.rules == {"same name"}


def test_a_name_that_slipped_onto_anothers_address_joins_nobody_to_them() -> None:
    found = crowd(
        "Ada Lovelace <ada@lovelace.example>",
        "Bob Babbage <bob@babbage.example>",
        "Bob Babbage <ada@lovelace.example>",
        commits=[5000, 40, 1],
    )
    assert found.groups == {
        frozenset({"Ada Lovelace <ada@lovelace.example>"}),
        frozenset({"Bob Babbage <bob@babbage.example>", "Bob Babbage <ada@lovelace.example>"}),
    }


def test_a_new_name_at_ones_own_address_is_still_oneself() -> None:
    found = crowd("Ada Byron <ada@x.example>", "Ada Lovelace <ada@x.example>", "Ada Lovelace <al@y.example>",
                  commits=[5000, 1, 40])  # fmt: skip
    assert found.is_one_person


def test_a_first_name_that_somebody_has_in_full_is_no_handle() -> None:
    found = crowd("kaustu <k@x.example>", "kaustu <ka@y.example>", "Kaustu Example <third@z.example>")
    assert found.are_strangers


def test_the_mailmap_can_tell_people_apart_who_share_an_address() -> None:
    lines = b"Ada <ada@x.example> ada <team@x.example>\nBob <bob@x.example> bob <team@x.example>\n"
    written = ("ada <team@x.example>", "bob <team@x.example>")
    assert crowd(*written).is_one_person
    assert crowd(*written, mailmap=lines).are_strangers


def test_what_the_mailmap_leaves_as_it_is_still_joins() -> None:
    line = b"Ada Lovelace <ada@new.example> <ada@old.example>\n"
    assert crowd("A <ada@old.example>", "B <ada@new.example>", "C <c+x@c.example>", mailmap=line).groups == {
        frozenset({"A <ada@old.example>", "B <ada@new.example>"}), frozenset({"C <c+x@c.example>"}),
    }  # fmt: skip
