"""Nothing is held unseen: the list of what is held knows every table and column of a store."""

from __future__ import annotations

import re

from folkmoot.metrics import all_metrics
from folkmoot.model.privacy import Holds
from folkmoot.store.inventory import CLASSES, COLUMNS, columns_that_hold
from fresh_store import fresh_store

NEVER = re.compile(
    r"gender|sex\b|ethnic|race\b|religio|mood|sentiment|emotion|countr|nationalit|\bhealth|birth|politic"
)
"""What is never inferred about anybody (guarding: privacy by design)."""


def columns() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for table, column in fresh_store().execute(
        "select table_name, column_name from duckdb_columns() where internal = false "
        "and schema_name = 'main' and table_name in (select table_name from duckdb_tables())"
    ).fetchall():  # fmt: skip
        found.setdefault(table, set()).add(column)
    return found


def test_every_table_and_column_is_listed() -> None:
    assert {table: set(listed) for table, listed in COLUMNS.items()} == columns()


def test_identifiers_stand_apart_from_facts() -> None:
    """No table that holds a name, an address or a login holds a time, a trace or anything that was done."""
    for table in COLUMNS:
        if columns_that_hold(Holds.IDENTIFIER, table):
            assert not columns_that_hold(Holds.TRACE, table), table
            assert not table.endswith("_fact"), table


def test_every_class_says_why_it_is_held_and_how_it_goes() -> None:
    assert len({one.id for one in CLASSES}) == len(CLASSES)
    for one in CLASSES:
        assert one.title
        assert all(text.endswith(".") for text in (one.what, one.purpose, one.ends))


def test_nothing_of_a_protected_kind_is_kept() -> None:
    names = {f"{table}.{column}" for table, listed in COLUMNS.items() for column in listed}
    assert not [name for name in names if NEVER.search(name)]


def test_no_metric_infers_it_either() -> None:
    kept = {
        metric.id: found[0]
        for metric in all_metrics().values()
        if (found := NEVER.findall(f"{metric.id} {metric.title} {metric.text()}".lower()))
    }
    assert kept == {}
