"""Persons, their names and numbers, whatever the order of the input, and what humans say about them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.model.fact import IdentityFact
from folkmoot.people.overrides import parse_overrides
from folkmoot.people.resolution import PersonRow
from folkmoot.people.resolve import resolve
from people.crowds import crowd

WORDS = [
    "Ada Lovelace",
    "ada",
    "adalove",
    "Bob Babbage",
    "B. Babbage",
    "Wei Wang",
    "root",
    "",
    "helper[bot]",
    "Claude",
]
PLACES = [
    "ada@lovelace.example",
    "bob@analytical.example",
    "adalove@gmail.com",
    "root@localhost",
    "",
    "noreply@github.com",
    "3+adalove@users.noreply.github.com",
    "bob@users.noreply.github.com",
    "noreply@anthropic.com",
    "wei@analytical.example",
]
IDENTITIES = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(PLACES)), unique=True, max_size=30)
PAIRS = st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), max_size=3)
MAILMAP = b"Ada King <king@lovelace.example> <adalove@gmail.com>\nBob <bob@analytical.example>\n"


@settings(max_examples=150)
@given(identities=IDENTITIES, accepted=PAIRS, rejected=PAIRS, data=st.data())
def test_the_order_of_the_input_changes_nothing(
    identities: list[tuple[str, str]],
    accepted: list[tuple[int, int]],
    rejected: list[tuple[int, int]],
    data: st.DataObject,
) -> None:
    facts = [IdentityFact(n, "git", *who) for n, who in enumerate(identities, start=1)]
    activity = {fact.identity: fact.identity * 7 % 11 for fact in facts}
    shuffled = data.draw(st.permutations(facts))
    one = resolve(facts, activity, mailmap=MAILMAP, accepted=accepted, rejected=rejected)
    other = resolve(
        shuffled,
        dict(reversed(activity.items())),
        mailmap=MAILMAP,
        accepted=accepted[::-1],
        rejected=[(b, a) for a, b in rejected],
    )
    assert one == other


@given(IDENTITIES)
def test_everybody_belongs_to_one_person_numbered_by_the_smallest_identity(
    identities: list[tuple[str, str]],
) -> None:
    facts = [IdentityFact(n, "git", *who) for n, who in enumerate(identities, start=1)]
    found = resolve(facts, {})
    assert [row.identity for row in found.assignments] == [fact.identity for fact in facts]
    members: dict[int, list[int]] = {}
    for row in found.assignments:
        members.setdefault(row.person, []).append(row.identity)
    assert {person: min(group) for person, group in members.items()} == {p: p for p in members}
    assert [person.person for person in found.persons] == sorted(members)
    assert all(person.name for person in found.persons)
    assert all(person.is_bot for person in found.persons if person.is_ai)


def test_nobody_gives_nobody() -> None:
    assert resolve([], {}).persons == []


def test_a_person_is_called_what_they_use_most() -> None:
    found = crowd(
        "countess <a@x.example>", "Ada Lovelace <a@x.example>", "root <a@x.example>", commits=[3, 5, 9]
    )
    assert found.resolution.persons == [PersonRow(1, "Ada Lovelace", 0, 0, "")]


def test_somebody_without_a_name_is_said_to_have_none() -> None:
    assert crowd(" <ada@x.example>").names == ["(no name)"]


def test_people_state_who_they_are() -> None:
    written = ("countess <c@x.example>", "Ada <ada@localhost>", "Ada <a@y.example>")
    stated = parse_overrides(
        {
            ".folkmoot/people/ada.toml": b'name = "Ada King"\n'
            b'identities = ["c@x.example", "Ada <ada@localhost>"]'
        }
    )
    found = crowd(*written, overrides=stated)
    assert found.groups == {frozenset(written[:2]), frozenset(written[2:])}
    assert found.names == ["Ada King", "Ada"]
    assert found.rules == {"stated"}


def test_a_pair_at_a_shared_machine_is_none_of_the_two() -> None:
    """`dev+ada@` says that Ada sat there alone; `dev+ada+grace@`, and the machine's own name, are not her."""
    found = crowd(
        "Workstation <dev@shop.example>",
        "Ada Lovelace <dev+ada@shop.example>",
        "Ada Lovelace <ada@lovelace.example>",
        "Ada Lovelace and Grace Hopper <dev+ada+grace@shop.example>",
    )
    assert sorted(len(group) for group in found.groups) == [1, 1, 2]


def test_two_statements_keep_two_people_apart() -> None:
    written = ("Ada Lovelace <ada@x.example>", "Ada Lovelace <ada@y.example>")
    stated = parse_overrides(
        {
            "a.toml": b'identities = ["ada@x.example"]',
            "b.toml": b'identities = ["ada@y.example"]',
        }
    )
    assert crowd(*written).is_one_person
    assert crowd(*written, overrides=stated).are_strangers


def test_a_statement_names_an_account_by_its_noreply_address() -> None:
    stated = parse_overrides({"a.toml": b'identities = ["ada@x.example", "adal@users.noreply.github.com"]'})
    found = crowd("A <ada@x.example>", "B <44+adal@users.noreply.github.com>", overrides=stated)
    assert found.is_one_person


def test_an_accepted_pair_becomes_one_person() -> None:
    written = ("Ada <ada@x.example>", "Countess <c@y.example>")
    found = crowd(*written, accepted=[(2, 1)])
    assert found.is_one_person
    assert found.rules == {"confirmed"}


def test_a_rejected_pair_stays_apart_whatever_leads_to_it() -> None:
    written = (
        "Ada Lovelace <a@x.example>",
        "Ada Lovelace <b@y.example>",
        "C <c@z.example>",
        "D <c@z.example>",
    )
    assert crowd(*written[:2], rejected=[(1, 2)]).are_strangers
    found = crowd(*written, accepted=[(1, 3), (2, 4)], rejected=[(1, 2)])
    assert len(found.groups) == 2
    assert frozenset(written[:2]) not in {group & frozenset(written[:2]) for group in found.groups}


@pytest.mark.parametrize("pair", [(1, 99), (98, 99)])
def test_answers_about_identities_that_are_gone_are_passed_over(pair: tuple[int, int]) -> None:
    assert crowd("Ada <a@x.example>", "Bob <b@y.example>", accepted=[pair], rejected=[pair]).are_strangers


def test_each_identity_keeps_the_rule_that_joined_it() -> None:
    found = crowd("Ada Lovelace <a@x.example>", "ada <a@x.example>", "Bob <b@y.example>")
    assert [row.rule for row in found.resolution.assignments] == ["same e-mail", "same e-mail", "alone"]
