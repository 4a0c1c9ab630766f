"""Accounts join the authors of commits that their forge knows to be theirs."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import say
from folkmoot.model.fact import AccountFact, IdentityFact, ProofFact
from folkmoot.people.resolution import Resolution
from folkmoot.people.resolve import resolve
from folkmoot.people.verified import RULE
from folkmoot.people.why import sentence
from people.crowds import facts_of

ADA, COUNTESS = "Ada Lovelace <ada@lovelace.example>", "Countess of L <c@work.example>"
SHA = "ab" * 20


def found(
    proofs: Sequence[tuple[int, int]], *authors: str,
    accounts: Sequence[tuple[str, str]] = (("x9", "github.com"),),
    apart: Sequence[tuple[int, int]] = (), names: Sequence[str] = (),
) -> tuple[set[frozenset[int]], Resolution]:  # fmt: skip
    """Give the persons of more than one identity: authors from 1 in the order given, accounts from 101."""
    known = [AccountFact(number, host, login) for number, (login, host) in enumerate(accounts, start=101)]
    facts = facts_of(authors)
    facts += [
        IdentityFact(one.identity, one.host, name or one.login, f"{one.login}@users.noreply.{one.host}")
        for one, name in zip(known, [*names, *[""] * len(known)], strict=False)
    ]
    told = [ProofFact(account, author, SHA) for account, author in proofs]
    resolution = resolve(facts, {}, accounts=known, proofs=told, rejected=apart)
    groups: dict[int, set[int]] = {}
    for row in resolution.assignments:
        groups.setdefault(row.person, set()).add(row.identity)
    return {frozenset(group) for group in groups.values() if len(group) > 1}, resolution


def test_one_commit_is_enough_and_is_named_as_the_reason() -> None:
    groups, resolution = found([(101, 1)], ADA)
    assert groups == {frozenset({1, 101})}
    assert [(link.rule, link.because) for link in resolution.links] == [(RULE, SHA[:10])]
    said = say(sentence(resolution.links[0], "Ada", "x9"))
    assert said.startswith("Ada and x9: the forge says that commit ababababab is this account's, ")


def test_all_addresses_of_an_account_are_one_person() -> None:
    assert found([(101, 1), (101, 2)], ADA, COUNTESS)[0] == {frozenset({1, 2, 101})}


def test_an_address_that_moved_to_another_account_proves_nothing() -> None:
    assert found([(101, 1), (102, 1)], ADA, accounts=[("x9", "github.com"), ("y8", "github.com")])[0] == set()


def test_accounts_at_two_forges_may_be_one_person() -> None:
    groups, _ = found([(101, 1), (102, 1)], ADA, accounts=[("x9", "github.com"), ("y8", "git.example")])
    assert groups == {frozenset({1, 101, 102})}


def test_whoever_has_an_account_there_already_gets_no_second_one() -> None:
    """Ada's name is that of the second account; a commit of hers under the first is for a human to judge."""
    accounts = [("x9", "github.com"), ("y8", "github.com")]
    groups, _ = found([(101, 1)], ADA, accounts=accounts, names=("", "Ada Lovelace"))
    assert groups == {frozenset({1, 102})}


def test_what_somebody_told_apart_stays_apart() -> None:
    assert found([(101, 1)], ADA, apart=[(1, 101)])[0] == set()


def test_one_person_s_two_addresses_do_not_bring_two_accounts_of_one_forge() -> None:
    """Both are Ada's by her name; the first account is hers, and so the second is for a human to judge."""
    both = ("Ada Lovelace <ada@lovelace.example>", "Ada Lovelace <ada@mill.example>")
    accounts = [("x9", "github.com"), ("y8", "github.com")]
    assert found([(101, 1), (102, 2)], *both, accounts=accounts)[0] == {frozenset({1, 2, 101})}


def test_the_account_of_a_program_is_nobody_s() -> None:
    assert found([(101, 1)], ADA, accounts=[("ci[bot]", "github.com")])[0] == set()


def test_programs_and_strangers_prove_nothing() -> None:
    assert found([(101, 1), (101, 77), (99, 1)], "ci[bot] <ci@x.example>")[0] == set()
