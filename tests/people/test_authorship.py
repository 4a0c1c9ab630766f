"""Accounts join the authors of their changes when enough agrees and nothing contradicts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from folkmoot.model.fact import AccountFact, IdentityFact, WorkFact
from folkmoot.people.authorship import RULE
from folkmoot.people.resolution import Resolution
from folkmoot.people.resolve import resolve
from people.crowds import facts_of

ADA, BOB, CLEO = "Ada Lovelace <ada@lovelace.example>", "Bob Babbage <bob@b.example>", "Cleo K <c@k.example>"
Change = tuple[str, str]


def found(
    changes: Sequence[Change], *authors: str, host: str = "github.com", apart: Sequence[tuple[int, int]] = (),
    names: dict[str, str] | None = None,
) -> tuple[set[frozenset[str]], Resolution]:  # fmt: skip
    """Give the persons of more than one identity, and all that was made of changes (login, "1" or "1 2").

    Authors are numbered from 1 in the order given; an account is shown by its login.
    """
    facts = facts_of(authors)
    logins = list(dict.fromkeys(login for login, _ in changes))
    accounts = [AccountFact(100 + place, host, login) for place, login in enumerate(logins)]
    facts += [
        IdentityFact(one.identity, host, (names or {}).get(one.login, one.login),
                     f"{one.login}@users.noreply.{host}")
        for one in accounts
    ]  # fmt: skip
    works = [
        WorkFact(100 + logins.index(login), 1, number, tuple(int(one) for one in written.split()))
        for number, (login, written) in enumerate(changes, start=1)
    ]
    resolution = resolve(facts, {}, accounts=accounts, works=works, rejected=apart)
    shown = {fact.identity: fact.name for fact in facts}
    members: dict[int, set[str]] = {}
    for row in resolution.assignments:
        members.setdefault(row.person, set()).add(shown[row.identity])
    return {frozenset(group) for group in members.values() if len(group) > 1}, resolution


def test_two_changes_join_an_account_that_has_no_commits() -> None:
    groups, resolution = found([("xyz", "1"), ("xyz", "1")], ADA)
    assert groups == {frozenset({"Ada Lovelace", "xyz"})}
    assert [(link.rule, link.because) for link in resolution.links] == [(RULE, "#1, #2")]


def test_one_change_is_not_enough_for_a_login_that_says_nothing() -> None:
    groups, resolution = found([("xyz", "1")], ADA)
    assert groups == set()
    assert resolution.proposals == []


@pytest.mark.parametrize("login", ["lovelace-a", "Ada", "adalovelace"])
def test_one_change_is_enough_for_a_login_like_the_name(login: str) -> None:
    assert found([(login, "1")], ADA)[0] == {frozenset({"Ada Lovelace", login})}


def test_somebody_else_in_a_change_of_the_account_contradicts_and_is_proposed() -> None:
    groups, resolution = found([("xyz", "1"), ("xyz", "1"), ("xyz", "1"), ("xyz", "2")], ADA, BOB)
    assert groups == set()
    assert [(one.identity_a, one.identity_b) for one in resolution.proposals] == [(1, 100)]
    assert resolution.proposals[0].why == "both stand behind #1, #2, #3"


def test_the_author_in_somebody_elses_change_contradicts() -> None:
    assert found([("xyz", "1"), ("xyz", "1"), ("qrs", "1")], ADA)[0] == set()


def test_what_is_explained_by_another_account_does_not_contradict() -> None:
    """Bob's own account is known, so the change in which the other account landed his work is explained."""
    changes = [("xyz", "1")] * 3 + [("babbage", "2"), ("babbage", "2"), ("xyz", "2")]
    groups, _ = found([*changes, ("babbage", "2")], ADA, BOB, "babbage <babbage@users.noreply.github.com>")
    assert frozenset({"Ada Lovelace", "xyz"}) not in groups  # nothing says yet whose babbage is
    mail = "Bob Babbage <babbage@users.noreply.github.com>"
    groups, _ = found(changes, ADA, BOB, mail)
    assert groups == {frozenset({"Ada Lovelace", "xyz"}), frozenset({"Bob Babbage", "babbage"})}


def test_changes_with_several_authors_say_nothing() -> None:
    assert found([("xyz", "1 2"), ("xyz", "1 2"), ("xyz", "1 2")], ADA, BOB)[0] == set()


def test_an_account_with_commits_of_its_own_is_not_joined_to_whom_it_lands() -> None:
    own = "Cleo <xyz@users.noreply.github.com>"
    groups, _ = found([("xyz", "2"), *[("xyz", "1")] * 5], ADA, own)
    assert groups == {frozenset({"Cleo", "xyz"})}


def test_one_change_with_commits_of_the_account_itself_keeps_it_from_others() -> None:
    """The login is like Ada's name and five changes hold her work alone, but one holds Cleo's own."""
    own = "Cleo <lovelace@users.noreply.github.com>"
    groups, resolution = found([("lovelace", "2"), *[("lovelace", "1")] * 5], ADA, own)
    assert groups == {frozenset({"Cleo", "lovelace"})}
    assert [(one.identity_a, one.identity_b) for one in resolution.proposals] == [(1, 100)]


def test_a_reason_names_five_changes_and_counts_the_others() -> None:
    def because(changes: int) -> list[str]:
        return [link.because for link in found([("xyz", "1")] * changes, ADA)[1].links]

    assert because(5) == ["#1, #2, #3, #4, #5"]
    assert because(7) == ["#1, #2, #3, #4, #5 and 2 more"]


def test_a_person_with_an_account_does_not_get_a_second_one() -> None:
    mail = "Ada Lovelace <ada@users.noreply.github.com>"
    groups, resolution = found([("ada", "1"), ("xyz", "1"), ("xyz", "1")], ADA, mail)
    assert groups == {frozenset({"Ada Lovelace", "ada"})}
    assert [(one.identity_a, one.identity_b) for one in resolution.proposals] == [(1, 101)]


def test_a_quite_different_name_at_the_forge_keeps_them_apart() -> None:
    changes = [("xyz", "1")] * 4
    assert found(changes, ADA, names={"xyz": "Cleo Katt"})[0] == set()
    assert found(changes, ADA, names={"xyz": "Ada King"})[0] == {frozenset({"Ada Lovelace", "Ada King"})}


def test_a_nick_is_no_quite_different_name() -> None:
    assert found([("xyz", "1")] * 4, "countess <ada@lovelace.example>", names={"xyz": "Ada King"})[0] == {
        frozenset({"countess", "Ada King"})
    }


def test_programs_are_left_out() -> None:
    robot = "helper[bot] <49+helper[bot]@users.noreply.github.com>"
    assert found([("xyz", "1")] * 4, robot)[0] == set()
    assert found([("helper[bot]", "1")] * 4, ADA)[0] == set()


def test_whom_somebody_told_apart_stays_apart() -> None:
    groups, resolution = found([("xyz", "1")] * 4, ADA, apart=[(1, 100)])
    assert (groups, resolution.proposals) == (set(), [])


def test_the_login_a_forge_told_outranks_what_the_made_address_looks_like() -> None:
    """At a GitLab, 12-ada@users.noreply... would be the account ada with the number 12."""
    groups, _ = found([("12-ada", "2")], ADA, CLEO, "Ada King <77-ada@users.noreply.gitlab.com>",
                      host="gitlab.com")  # fmt: skip
    assert groups == set()


@pytest.mark.parametrize(
    ("host", "email"),
    [
        ("github.com", "ada@users.noreply.github.com"),
        ("github.com", "7+Ada@users.noreply.github.com"),
        ("gitlab.com", "7-ada@users.noreply.gitlab.com"),
        ("codeberg.org", "ada@noreply.codeberg.org"),
        ("git.lovelace.example", "ada@noreply.git.lovelace.example"),
        ("git.lovelace.example", "7-ada@users.noreply.git.lovelace.example"),
    ],
)
def test_noreply_addresses_of_every_forge_meet_the_account(host: str, email: str) -> None:
    groups, resolution = found([("ada", "2")], f"Countess Ada <{email}>", CLEO, host=host)
    assert groups == {frozenset({"Countess Ada", "ada"})}
    assert {link.rule for link in resolution.links} == {"same account"}
