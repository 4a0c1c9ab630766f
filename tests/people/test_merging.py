"""Each rule that joins identities, and each guard that keeps people apart."""

from __future__ import annotations

import pytest

from folkmoot.people.merging import Groups
from folkmoot.people.resolution import Link
from people.crowds import crowd


def test_the_same_mailbox_joins() -> None:
    found = crowd("Ada Lovelace <ada@lovelace.example>", "countess <ADA+git@lovelace.example>")
    assert found.is_one_person
    assert found.rules == {"same e-mail"}


def test_an_address_written_as_a_name_joins() -> None:
    assert crowd("Ada Lovelace <ada@lovelace.example>", "ada@lovelace.example <>").is_one_person
    assert crowd("Ada Lovelace <ada@lovelace.example>", "A ada@lovelace.example <qsRf9s>").is_one_person


def test_the_same_account_joins() -> None:
    found = crowd("Ada <7+adal@users.noreply.github.com>", "Countess <adal@users.noreply.github.com>")
    assert found.is_one_person
    assert found.rules == {"same account"}


def test_an_account_keeps_its_number_when_its_login_changes() -> None:
    assert crowd(
        "A <7+adal@users.noreply.github.com>", "B <7+countess@users.noreply.github.com>"
    ).is_one_person


def test_a_login_of_another_forge_is_another_account() -> None:
    assert crowd("A <ada@users.noreply.github.com>", "B <ada@noreply.codeberg.org>").are_strangers


def test_the_same_full_name_joins() -> None:
    found = crowd("Ada Lovelace <ada@lovelace.example>", "lovelace, ada <al@engine.example>")
    assert found.is_one_person
    assert found.rules == {"same name"}


def test_the_same_unusual_handle_joins() -> None:
    found = crowd("adalove <ada@lovelace.example>", "adalove <al@engine.example>")
    assert found.is_one_person
    assert found.rules == {"same handle"}


def test_a_handle_joins_the_login_it_is() -> None:
    found = crowd("adalove <ada@lovelace.example>", "Ada Lovelace <3+AdaLove@users.noreply.github.com>")
    assert found.is_one_person


def test_merges_add_up() -> None:
    found = crowd(
        "Ada Lovelace <ada@lovelace.example>",
        "Ada Lovelace <9+adalove@users.noreply.github.com>",
        "countess <9+countess@users.noreply.github.com>",
    )
    assert found.is_one_person
    assert found.rules == {"same name", "same account"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("root <root@localhost>", "root <root@localhost.localdomain>"),
        ("Ada Lovelace <devnull@localhost>", "Bob Babbage <devnull@localhost>"),
        ("unknown <ada@lovelace.example>", "unknown <bob@babbage.example>"),
        ("Your Name <you@example.com>", "your name <you@example.org>"),
        ("Alex <alex@lovelace.example>", "Alex <alex@babbage.example>"),
        ("alex <alex@lovelace.example>", "Alex <a@babbage.example>"),
        (" <>", "Ada Lovelace <>"),
        (" <none@none>", "Ada Lovelace <none@none>"),
        ("David <david@david-pc.(none)>", "unknown <david@david-pc.(none)>"),
        ("Ada Lovelace <noreply@github.com>", "Bob Babbage <noreply@github.com>"),
        ("Ada Lovelace <a@x.example>", "Ada Byron <b@x.example>"),
        ("Wei Wang <wei@lovelace.example>", "Wei Wang <wang@babbage.example>"),
        ("John Doe <j@lovelace.example>", "John Doe <d@babbage.example>"),
        ("Ada <ada@lovelace.example>", "Ada Lovelace <ada@babbage.example>"),
        ("ubuntu <ubuntu@ip-10-0-0-1>", "ubuntu <ubuntu@ip-10-0-0-2>"),
        ("Ada L <info@lovelace.example>", "Bob B <info@babbage.example>"),
    ],
)
def test_strangers_stay_strangers(one: str, other: str) -> None:
    assert crowd(one, other).are_strangers


def test_a_common_name_joins_when_the_employer_fits_too() -> None:
    assert crowd("Wei Wang <wei@analytical.example>", "wei wang <wwang@analytical.example>").is_one_person


def test_a_common_name_joins_when_the_login_fits_too() -> None:
    assert crowd(
        "Wei Wang <engine77@gmail.com>", "Wei Wang <5+engine77@users.noreply.github.com>"
    ).is_one_person


def test_a_name_at_very_many_companies_is_several_people() -> None:
    many = [f"Ada Lovelace <ada@company{number}.example>" for number in range(14)]
    assert crowd(*many[:3]).is_one_person
    assert crowd(*many).are_strangers


def test_the_mailmap_joins_what_nothing_else_would() -> None:
    written = ("countess <c@x.example>", "Ada Lovelace <ada@lovelace.example>")
    line = b"Ada Lovelace <ada@lovelace.example> <c@x.example>\n"
    assert crowd(*written).are_strangers
    found = crowd(*written, mailmap=line)
    assert found.is_one_person
    assert found.names == ["Ada Lovelace"]
    assert crowd(*written, mailmap=None).are_strangers


def test_two_identities_the_mailmap_gives_one_address_are_one_by_the_mailmap() -> None:
    lines = b"<ada@lovelace.example> <c@x.example>\n<ada@lovelace.example> <d@y.example>\n"
    found = crowd("Countess <c@x.example>", "Duchess <d@y.example>", mailmap=lines)
    assert found.is_one_person
    assert found.rules == {"mailmap"}


def test_groups_are_led_by_their_smallest_identity() -> None:
    groups = Groups([1, 2, 3, 4])
    groups.join(4, 3, "same name", "ada")
    groups.join(2, 4, "same e-mail", "a@x")
    assert groups.by_leader() == {1: [1], 2: [2, 3, 4]}
    assert groups.links == [Link(3, 4, "same name", "ada"), Link(2, 4, "same e-mail", "a@x")]


def test_joining_what_is_one_already_leaves_no_second_link() -> None:
    groups = Groups([1, 2])
    groups.join(1, 2, "same e-mail", "a@x")
    groups.join(2, 1, "same name", "ada")
    assert len(groups.links) == 1


def test_who_must_stay_apart_stays_apart_in_whatever_group() -> None:
    groups = Groups([1, 2, 3, 4], apart=[(1, 4)])
    groups.join(1, 2, "same name", "ada")
    groups.join(3, 4, "same name", "bob")
    groups.join(2, 3, "same e-mail", "a@x")
    assert groups.by_leader() == {1: [1, 2], 3: [3, 4]}
    assert groups.must_stay_apart(2, 3)


def test_two_labels_never_meet() -> None:
    groups = Groups([1, 2, 3])
    groups.label(1, "one")
    groups.label(3, "three")
    groups.join(1, 2, "same name", "ada")
    groups.join(2, 3, "same name", "ada")
    assert groups.by_leader() == {1: [1, 2], 3: [3]}
