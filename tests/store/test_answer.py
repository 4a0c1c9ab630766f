"""Asking a store: types are settled, order is told, mistakes name the metric."""

from __future__ import annotations

from dataclasses import replace

import pytest

from folkmoot.metrics.active_contributors import METRIC
from folkmoot.model.errors import QueryError
from folkmoot.model.metric import Better, Row, Shape
from folkmoot.store.answer import answer, events
from worked_example import example

BARS = replace(
    METRIC,
    shape=Shape.BREAKDOWN,
    sql="""
        select 1 as period, directory as label, count(*) as value, count(*) as n
        from touches group by directory
    """,
)
FILES = """
    when       | who | files
    2026-01-03 | Ada | a/x; b/x; b/y; c/x
    2026-01-04 | Ada | b/x; c/y
"""


def labels(better: Better, **changes: object) -> list[str]:
    metric = replace(BARS, better=better, **changes)
    return [row.label for row in answer(example(FILES), metric)]


@pytest.mark.parametrize("better", [Better.LOWER, Better.NEITHER])
def test_bars_begin_with_the_largest(better: Better) -> None:
    """b was touched three times, c twice, a once."""
    assert labels(better) == ["b", "c", "a"]


def test_where_more_is_better_bars_begin_with_the_least() -> None:
    assert labels(Better.HIGHER) == ["a", "c", "b"]


def test_labels_with_an_order_of_their_own_keep_it() -> None:
    assert labels(Better.LOWER, labels=("c", "a", "b")) == ["c", "a", "b"]


def test_parts_that_are_numbers_are_ordered_as_numbers() -> None:
    curve = replace(METRIC, shape=Shape.CURVE, sql="""
        select 0 as period, 'x' as label, month_id as part, 1 as value, 1 as n from months
    """)  # fmt: skip
    parts = [row.part for row in answer(example(FILES, as_of="2026-11-15"), curve)]
    assert parts == [str(202600 + month) for month in range(1, 12)]


def test_finish_sees_the_rows_and_has_the_last_word() -> None:
    last = replace(METRIC, finish=lambda rows: [Row(0, float(len(rows)), 1)])
    assert answer(example(FILES), last) == [Row(0, 1.0, 1)]


def test_a_value_that_cannot_be_said_is_none() -> None:
    unknown = replace(METRIC, sql="select 0 as period, null as value, 0 as n")
    assert answer(example(FILES), unknown) == [Row(0, None, 0)]


def test_a_mistake_names_the_metric() -> None:
    with pytest.raises(QueryError, match="active-contributors"):
        answer(example(FILES), replace(METRIC, sql="select nonsense"))


def test_a_mistake_in_the_events_names_the_metric() -> None:
    with pytest.raises(QueryError, match="active-contributors"):
        events(example(FILES), replace(METRIC, events="select nonsense"))


def test_events_come_with_their_period_and_label() -> None:
    metric = replace(METRIC, events="select month_id as period, 'x' as label, event from commits")
    assert [(period, label) for period, label, _ in events(example(FILES), metric)] == [(202601, "x")] * 2
