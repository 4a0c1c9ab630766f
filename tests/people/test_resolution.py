"""What resolving gives fits the tables it is written to, and says which domains are an organisation's."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.people.resolution import (
    AffiliationRow,
    Assignment,
    Ground,
    Link,
    OrganisationRow,
    PersonRow,
    Proposal,
    Resolution,
    SectorRow,
)
from folkmoot.store.database import connect


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("person", PersonRow),
        ("identity_person", Assignment),
        ("organisation", OrganisationRow),
        ("sector", SectorRow),
        ("affiliation", AffiliationRow),
    ],
)
def test_rows_have_the_columns_of_their_tables_in_order(table: str, row: Any) -> None:
    """Rows are appended by place, so a field in another order would change people's organisations."""
    columns = connect(None).execute(f"describe {table}").fetchall()
    assert [column[0] for column in columns] == list(row._fields)


@pytest.mark.parametrize(
    ("ground", "is_organisation"),
    [
        (Ground.STATED, True),
        (Ground.LISTED, True),
        (Ground.INSTITUTION, True),
        (Ground.SEVERAL, True),
        (Ground.OWN_NAME, False),
        (Ground.ONE_PERSON, False),
    ],
)
def test_a_domain_of_one_person_is_no_organisation(ground: Ground, is_organisation: bool) -> None:
    assert ground.is_organisation is is_organisation


def test_every_ground_was_thought_of() -> None:
    assert sum(ground.is_organisation for ground in Ground) == 4
    assert len(Ground) == 6


def test_two_resolutions_share_no_list() -> None:
    first, second = Resolution(), Resolution()
    first.persons.append(PersonRow(1, "Ada", 0, 0, ""))
    assert second.persons == []


# Ada writes as identities 1 and 3, Bob as 2; the store calls 1, 2 and 3 by 40, 10 and 30.
COUNTED = Resolution(
    persons=[PersonRow(1, "Ada", 0, 0, ""), PersonRow(2, "Bob", 0, 0, "")],
    assignments=[
        Assignment(1, 1, "alone", 0),
        Assignment(2, 2, "alone", 7),
        Assignment(3, 1, "same name", 0),
    ],
    organisations=[OrganisationRow(7, "Acme")],
    affiliations=[AffiliationRow(1, 7, 0, 10), AffiliationRow(2, 0, 0, 10)],
    proposals=[Proposal(1, 2, "initials")],
    links=[Link(1, 3, "same name", "ada")],
)
NUMBERS = (40, 10, 30)


def test_a_person_has_the_smallest_of_the_new_numbers() -> None:
    """Ada has 40 and 30, so she is 30; Bob is 10 and now comes first."""
    found = COUNTED.numbered(NUMBERS, {})
    assert [(row.person, row.name) for row in found.persons] == [(10, "Bob"), (30, "Ada")]


def test_identities_and_their_persons_are_numbered_alike() -> None:
    found = COUNTED.numbered(NUMBERS, {})
    assert found.assignments == [
        Assignment(10, 10, "alone", 7), Assignment(30, 30, "same name", 0), Assignment(40, 30, "alone", 0),
    ]  # fmt: skip


def test_employers_follow_their_persons_and_organisations_keep_their_numbers() -> None:
    found = COUNTED.numbered(NUMBERS, {})
    assert found.affiliations == [AffiliationRow(10, 0, 0, 10), AffiliationRow(30, 7, 0, 10)]
    assert found.organisations == [OrganisationRow(7, "Acme")]


def test_pairs_go_from_the_smaller_of_the_new_numbers_to_the_greater() -> None:
    found = COUNTED.numbered(NUMBERS, {})
    assert found.proposals == [Proposal(10, 40, "initials")]
    assert found.links == [Link(30, 40, "same name", "ada")]


def test_only_who_has_no_named_identity_is_called_what_is_given() -> None:
    every = COUNTED.numbered(NUMBERS, {40: "erased-1", 30: "erased-1"})
    assert [row.name for row in every.persons] == ["Bob", "erased-1"]
    one = COUNTED.numbered(NUMBERS, {40: "erased-1"})
    assert [row.name for row in one.persons] == ["Bob", "Ada"]


def test_who_has_no_named_identity_is_called_by_the_smallest_of_them() -> None:
    found = COUNTED.numbered(NUMBERS, {40: "erased-b", 30: "erased-a"})
    assert {row.name for row in found.persons} == {"Bob", "erased-b"}
