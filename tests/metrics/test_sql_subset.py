"""Every metric's two texts keep to the portable subset, and its parameters are those it prints."""

from inspect import signature
from string import Formatter

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.metric import Metric
from folkmoot.store.database import connect
from folkmoot.store.schema import VIEW_ORDER
from house.tree import tool

METRICS = list(all_metrics().values())
objections = tool("portable_sql").objections


@pytest.fixture(scope="session")
def view_columns() -> frozenset[str]:
    store = connect(None)
    rows = store.execute(
        "select table_name, column_name from information_schema.columns where table_schema = 'main'"
    ).fetchall()
    return frozenset(column for table, column in rows if table in VIEW_ORDER)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_the_value_is_portable(metric: Metric, view_columns: frozenset[str]) -> None:
    assert [str(objection) for objection in objections(metric.text(), view_columns)] == []


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_the_events_are_portable(metric: Metric, view_columns: frozenset[str]) -> None:
    assert [str(objection) for objection in objections(metric.events_text(), view_columns)] == []


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_every_printed_parameter_is_read(metric: Metric) -> None:
    """A parameter that nothing reads would be a lie beside the number: what no text names, `finish` takes."""
    named = {
        field for text in (metric.sql, metric.events) for _, field, _, _ in Formatter().parse(text) if field
    }
    taken = set(signature(metric.finish).parameters) - {"rows"} if metric.finish else set()
    assert named | taken == set(metric.parameters)
    assert named & taken == set()
