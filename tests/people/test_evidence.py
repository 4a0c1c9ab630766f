"""What an identity shows, and when an address or a word shows nothing."""

from __future__ import annotations

import pytest

from folkmoot.model.fact import AccountFact, IdentityFact
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


NOREPLY = "7+AdaL@users.noreply.github.com"


def test_the_word_of_a_forge_about_an_account_counts_before_the_address() -> None:
    """The login may have changed since; the number in the address is the account's for ever."""
    told = {1: AccountFact(1, "github.com", "AdaQuux")}
    (one,) = gather([IdentityFact(1, "git", "x", NOREPLY)], parse(None), {}, told)
    assert one.accounts == ("github.com/adaquux", "github.com#7")
    assert one.login == "adaquux"


def test_the_port_of_a_forge_is_no_part_of_whom_an_account_is() -> None:
    told = {1: AccountFact(1, "forge.example:8443", "AdaL"), 2: AccountFact(2, "other.example", "bob")}
    found = gather(facts_of(["x <x@x.example>", "y <y@y.example>"]), parse(None), {}, told)
    assert [one.accounts for one in found] == [("forge.example/adal",), ("other.example/bob",)]


def test_two_forges_at_one_host_are_told_apart_by_their_ports() -> None:
    """The addresses name no port: whose account `ada@noreply.forge.example` is cannot be known then."""
    told = {1: AccountFact(1, "forge.example:8443", "ada"), 2: AccountFact(2, "forge.example:3000", "ada")}
    written = ["x <x@x.example>", "y <y@y.example>", "z <ada@noreply.forge.example>"]
    found = gather(facts_of(written), parse(None), {}, told)
    assert [one.accounts for one in found] == [
        ("forge.example:8443/ada",), ("forge.example:3000/ada",), ("forge.example/ada",),
    ]  # fmt: skip


def test_of_what_a_forge_saw_itself_the_login_is_enough() -> None:
    told = {1: AccountFact(1, "github.com", "AdaQuux")}
    (one,) = gather([IdentityFact(1, "github", "x", NOREPLY)], parse(None), {}, told)
    assert one.accounts == ("github.com/adaquux",)


@pytest.mark.parametrize("account", [AccountFact(2, "github.com", "bob"), AccountFact(1, "github.com", "")])
def test_without_a_word_about_it_an_account_is_what_the_address_says(account: AccountFact) -> None:
    (one,) = gather([IdentityFact(1, "git", "x", NOREPLY)], parse(None), {}, {account.identity: account})
    assert one.accounts == ("github.com/adal", "github.com#7")


def test_the_first_part_of_an_address_that_is_somebody_s_name_is_no_login() -> None:
    both = ["x <quuxley@x.example>", "Ada Quuxley <ada@y.example>"]
    assert gather(facts_of(both[:1]), parse(None), {})[0].local == "quuxley"
    assert gather(facts_of(both), parse(None), {})[0].local == ""


def test_a_name_that_is_nobody_s_in_full_stays_a_handle() -> None:
    found = gather(facts_of(["quuxley <q@x.example>", "Ada Lovelace <ada@y.example>"]), parse(None), {})
    assert found[0].handle == "quuxley"


def test_relayed_mail_proves_no_address_even_where_the_mailmap_gives_one() -> None:
    mailmap = parse(b"Ada Lovelace <ada@lovelace.example> <letters@relay.example>")
    (one,) = gather(facts_of(["Ada Lovelace via Letters <letters@relay.example>"]), mailmap, {})
    assert one.mailboxes == ()


def test_an_address_written_into_the_name_is_one_more() -> None:
    (one,) = gather(facts_of(["Ada Lovelace (ada@home.example) <ada@work.example>"]), parse(None), {})
    assert one.mailboxes == ("ada@work.example", "ada@home.example")
    assert one.full_name == "adalovelace"


def test_many_names_of_one_family_share_an_address_and_are_one_person() -> None:
    """All four have a word in common: somebody who writes her name in four ways."""
    names = ("Ada Lovelace", "Ada Byron", "Ada King", "Ada Noel")
    assert crowd(*(f"{name} <ada@lovelace.example>" for name in names)).is_one_person


def test_names_that_are_none_do_not_make_an_address_shared() -> None:
    names = ("Ada Lovelace", "Bob Babbage", "Cleo Curie", "x", "root")
    assert crowd(*(f"{name} <all@lovelace.example>" for name in names)).is_one_person


@pytest.mark.parametrize(
    ("usual", "slipped", "is_apart"),
    [(5000, 3, True), (5000, 4, False), (198, 2, True), (196, 2, False), (198, 3, False), (0, 0, False)],
)
def test_a_slip_is_at_most_three_commits_and_at_most_one_in_a_hundred(
    usual: int, slipped: int, is_apart: bool
) -> None:
    """Of 198 and 2 commits one in a hundred is 2, of 196 and 2 it is less; of none nothing is told."""
    found = crowd(
        "Ada Lovelace <ada@lovelace.example>",
        "Bob Babbage <bob@babbage.example>",
        "Bob Babbage <ada@lovelace.example>",
        commits=[usual, 40, slipped],
    )
    assert found.is_one_person is not is_apart


def test_next_to_a_name_that_is_none_nobody_has_slipped() -> None:
    found = crowd(
        "countess <ada@lovelace.example>",
        "Ada Lovelace <ada@lovelace.example>",
        "Ada Lovelace <al@y.example>",
        commits=[5000, 2, 40],
    )
    assert found.is_one_person


def test_who_has_no_address_of_their_own_has_not_slipped() -> None:
    found = crowd(
        "Ada Lovelace <ada@lovelace.example>", "Bob Babbage <ada@lovelace.example>", commits=[5000, 1]
    )
    assert found.is_one_person
