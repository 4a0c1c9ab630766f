"""What resolving gives fits the tables it is written to, and says which domains are an organisation's."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.people.resolution import (
    AffiliationRow,
    Assignment,
    Ground,
    OrganisationRow,
    PersonRow,
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
