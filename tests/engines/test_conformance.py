"""Every metric, found by discovery, gives the same answer on every engine and for every order of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from engines.checksums import checksum, settled
from engines.expectations import marks_for, strangers
from folkmoot.metrics import all_metrics
from folkmoot.model.metric import Row
from folkmoot.store.answer import answer, events
from folkmoot.store.schema import VIEW_ORDER
from worked_example import example

if TYPE_CHECKING:
    from engines.chdb_engine import ChdbEngine
    from folkmoot.model.metric import Metric
    from folkmoot.store.database import Connection

METRICS = list(all_metrics().values())
COLUMNS = {"period", "value", "n", "label", "part", "low", "high"}


def on(engine: str) -> list[Any]:
    """Give every metric as a parameter, those known to disagree marked to fail."""
    return [pytest.param(metric, id=metric.id, marks=marks_for(metric.id, engine)) for metric in METRICS]


def row_from(columns: dict[str, Any]) -> Row:
    """Settle the types of one row by column name."""
    value, low, high = (
        None if number is None else float(number)
        for number in (columns["value"], columns.get("low"), columns.get("high"))
    )
    label, part = str(columns.get("label", "")), str(columns.get("part", ""))
    return Row(int(columns["period"]), value, int(columns["n"] or 0), label, part, low, high)


def drilled(rows: list[dict[str, Any]]) -> list[tuple[int, str, str]]:
    """Give the events behind a metric from rows by column name."""
    return sorted((int(row["period"]), str(row.get("label", "")), str(row["event"])) for row in rows)


@pytest.fixture(scope="module")
def shuffled(store: Connection) -> Connection:
    """The same store with the rows of every laid-down table in another order."""
    other = store.cursor()
    for name in VIEW_ORDER:
        other.execute(f"create temp table {name} as select * from {name} order by hash({name}::varchar)")
    return other


@pytest.fixture(scope="module")
def empty() -> Connection:
    """A store of a project without a single commit."""
    return example()


@pytest.mark.engines
@pytest.mark.parametrize("metric", on("chdb"))
def test_chdb_gives_the_same_values(metric: Metric, store: Connection, chdb: ChdbEngine) -> None:
    rows = [row_from(row) for row in chdb.ask(metric.text())]
    theirs = settled(metric.finished(rows))
    ours = settled(answer(store, metric))
    assert theirs == ours
    assert checksum(theirs) == checksum(ours)


@pytest.mark.engines
@pytest.mark.parametrize("metric", on("chdb"))
def test_chdb_drills_down_to_the_same_events(metric: Metric, store: Connection, chdb: ChdbEngine) -> None:
    assert drilled(chdb.ask(metric.events_text())) == events(store, metric)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_the_order_of_rows_does_not_matter(metric: Metric, store: Connection, shuffled: Connection) -> None:
    """Ties that nothing breaks show here before they show between engines."""
    assert settled(answer(shuffled, metric)) == settled(answer(store, metric))
    assert events(shuffled, metric) == events(store, metric)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_the_columns_are_the_agreed_ones(metric: Metric, store: Connection) -> None:
    cursor = store.execute(metric.text())
    names = [column[0] for column in cursor.description or ()]
    assert {"period", "value", "n"} <= set(names) <= COLUMNS
    assert len(names) == len(set(names))


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_one_row_per_period_label_and_part(metric: Metric, store: Connection) -> None:
    keys = [(row.period, row.label, row.part) for row in answer(store, metric)]
    assert len(keys) == len(set(keys))
    if store.execute("select 1 from project where name = 'example'").fetchone():
        assert keys, "the invented community has something to say about everything"


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_every_value_has_its_events(metric: Metric, store: Connection) -> None:
    """A period that has no events cannot be drilled down into, and so cannot be believed."""
    behind = {period for period, _, _ in events(store, metric)}
    assert {row.period for row in answer(store, metric) if row.value and row.n} <= behind


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_an_empty_history_is_answered_without_numbers(metric: Metric, empty: Connection) -> None:
    """Nothing is known, so nothing but zero counts and gaps may be said."""
    assert [row for row in answer(empty, metric) if row.value and row.n] == []
    assert events(empty, metric) == []


def test_expectations_name_metrics_there_are() -> None:
    assert strangers(all_metrics()) == []
