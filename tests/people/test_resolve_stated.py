"""What people and reviewers state outranks what lists and rules say."""

from __future__ import annotations

import pytest

from folkmoot.people.overrides import parse_overrides
from folkmoot.people.resolution import PersonRow
from people.crowds import Crowd, crowd


def stating(*written: str, **files: str) -> Crowd:
    """Resolve a crowd about which these files, by their names, state something."""
    return crowd(*written, overrides=parse_overrides({f"{k}.toml": v.encode() for k, v in files.items()}))


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("bot", PersonRow(1, "Helper", 1, 0, "stated in a.toml")),
        ("ai", PersonRow(1, "Helper", 1, 1, "stated in a.toml")),
        ("person", PersonRow(1, "Helper", 0, 0, "")),
        ("", PersonRow(1, "Helper", 0, 0, "")),
    ],
)
def test_a_file_says_what_somebody_is(kind: str, row: PersonRow) -> None:
    found = stating("Helper <h@x.example>", a=f'kind = "{kind}"\nidentities = ["h@x.example"]')
    assert found.resolution.persons == [row]


def test_who_states_to_be_a_person_is_one_whatever_they_are_called() -> None:
    written = "helper[bot] <h@x.example>"
    assert crowd(written).bots == {written}
    assert stating(written, a='kind = "person"\nidentities = ["h@x.example"]').bots == set()
    assert stating(written, a='identities = ["h@x.example"]').bots == set()


def test_a_reviewer_makes_a_program_and_a_person() -> None:
    """A pair of an identity with itself says whether it is a program."""
    helper, ada = "helper[bot] <h@x.example>", "Ada <ada@x.example>"
    assert crowd(helper, ada, rejected=[(1, 1)], accepted=[(2, 2)]).bots == {ada}
    found = crowd(ada, accepted=[(1, 1)])
    assert found.resolution.persons == [PersonRow(1, "Ada", 1, 0, "confirmed in review")]


def test_a_file_outranks_a_reviewer() -> None:
    found = crowd(
        "Ada <ada@x.example>",
        accepted=[(1, 1)],
        overrides=parse_overrides({"a.toml": b'identities = ["ada@x.example"]'}),
    )
    assert found.bots == set()


def test_a_program_and_a_person_are_never_joined_by_a_reviewer() -> None:
    assert crowd("helper[bot] <h@x.example>", "Ada <ada@x.example>", accepted=[(1, 2)]).are_strangers


def test_two_identities_of_a_program_may_be_joined_by_a_reviewer() -> None:
    written = ("helper[bot] <h@x.example>", "other[bot] <o@y.example>")
    assert crowd(*written).are_strangers
    assert crowd(*written, accepted=[(1, 2)]).is_one_person


@pytest.mark.parametrize(
    ("stated", "seen"),
    [
        ("ada+list@x.example", "Ada <Ada@x.example>"),
        ("ADA@localhost", "Ada <ada@localhost>"),
        ("Lovelace, Ada <ada@x.example>", "Ada Lovelace <ada@x.example>"),
    ],
    ids=["mailbox", "an address that proves nothing", "name in another order"],
)
def test_an_identity_is_meant_however_it_is_written(stated: str, seen: str) -> None:
    assert stating(seen, a=f'name = "Countess"\nidentities = ["{stated}"]').names == ["Countess"]


def test_of_a_shared_address_only_the_named_identity_is_meant() -> None:
    ada, bob = "Ada Lovelace <all@x.example>", "Bob Babbage <all@x.example>"
    found = stating(ada, bob, a='name = "Countess"\nidentities = ["Bob Babbage <all@x.example>"]')
    assert "Countess" in found.names
    assert stating(ada, a='name = "Countess"\nidentities = ["Bob Babbage <all@x.example>"]').names == [
        "Ada Lovelace"
    ]


def test_the_first_file_in_alphabetical_order_wins() -> None:
    said = 'name = "{}"\nidentities = ["ada@x.example"]'
    found = stating("x <ada@x.example>", b=said.format("Second"), a=said.format("First"))
    assert found.names == ["First"]


def test_a_statement_without_a_name_leaves_the_usual_one() -> None:
    assert stating("Ada <ada@x.example>", a='identities = ["ada@x.example"]').names == ["Ada"]


def test_the_name_of_the_mailmap_counts_before_the_usual_one_and_after_the_stated() -> None:
    written = ("countess <ada@x.example>", "countess2 <ada@x.example>")
    mailmap = b"Ada King <ada@x.example>\n"
    assert crowd(*written, commits=[9, 9], mailmap=mailmap).names == ["Ada King"]
    stated = parse_overrides({"a.toml": b'name = "Ada"\nidentities = ["ada@x.example"]'})
    assert crowd(*written, mailmap=mailmap, overrides=stated).names == ["Ada"]


def test_of_names_used_alike_the_first_in_the_alphabet_is_shown() -> None:
    assert crowd("Zoe <a@x.example>", "Ada <a@x.example>", commits=[4, 4]).names == ["Ada"]


def test_a_placeholder_is_shown_where_there_is_no_other_name() -> None:
    assert crowd("root <a@x.example>", " <a@x.example>", commits=[9, 1]).names == ["root"]
    assert crowd("root <a@x.example>", "Ada <a@x.example>", commits=[9, 0]).names == ["Ada"]


def test_a_name_that_was_never_used_in_a_commit_is_a_name_all_the_same() -> None:
    assert crowd("Ada <a@x.example>", commits=[0]).names == ["Ada"]


def test_employers_in_a_file_become_ranges_of_the_person() -> None:
    said = 'identities = ["ada@x.example"]\n[[employers]]\norganisation = "Acme"\nsince = 1970-01-02'
    found = stating("Ada <ada@x.example>", a=said)
    (row,) = found.resolution.affiliations
    assert (row.person, row.since) == (1, 86_400)
    assert [one.name for one in found.resolution.organisations if one.organisation == row.organisation] == [
        "Acme"
    ]
