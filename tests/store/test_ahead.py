"""Metrics answered by a second thread: the same answers, whoever gives them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.errors import QueryError
from folkmoot.model.metric import Metric
from folkmoot.store.ahead import answering_ahead
from folkmoot.store.answer import answer
from folkmoot.store.database import Connection, connect, one
from folkmoot.store.scope import beside, look_at
from worked_example import example

HISTORY = """
    when       | who | files   | also
    2026-01-03 | Ada | a.py +1 | co: Bob
    2026-02-04 | Bob | b.py +2 |
    2026-03-05 | Ada | a.py +3 |
"""


@pytest.fixture
def store() -> Connection:
    made: Connection = example(HISTORY, as_of="2026-04-01")
    look_at(made)
    return made


def broken(name: str) -> Metric:
    return replace(all_metrics()["commits"], id=name, sql="select nothing from nowhere")


def test_every_answer_is_the_one_that_is_given_without(store: Connection) -> None:
    metrics = list(all_metrics().values())
    plain = {metric.id: answer(store, metric) for metric in metrics}
    with answering_ahead(store, metrics) as ahead:
        assert {metric.id: ahead.answer(metric) for metric in reversed(metrics)} == plain


def test_a_metric_is_answered_that_nobody_began(store: Connection) -> None:
    commits = all_metrics()["commits"]
    with answering_ahead(store, []) as ahead:
        assert ahead.answer(commits) == ahead.answer(commits) == answer(store, commits) != []


def test_a_metric_with_other_parameters_is_another(store: Connection) -> None:
    """One of two people made two of three commits: a half is hers, all of it both of theirs."""
    metric = all_metrics()["contributor-absence-factor"]
    other = replace(metric, parameters={**metric.parameters, "percent": 100})
    with answering_ahead(store, [metric]) as ahead:
        found = ahead.answer(other)
    assert found == answer(store, other) != answer(store, metric)


@pytest.mark.parametrize("place", range(4))
def test_what_cannot_be_answered_is_said_to_who_asks_for_it(store: Connection, place: int) -> None:
    metrics = [replace(all_metrics()["commits"], id=f"metric-{number}") for number in range(4)]
    metrics[place] = broken(f"metric-{place}")
    with answering_ahead(store, metrics) as ahead:
        for number, metric in enumerate(metrics):
            if number == place:
                with pytest.raises(QueryError, match=f"metric-{place}"):
                    ahead.answer(metric)
            else:
                assert len(ahead.answer(metric)) == 3


def test_a_store_that_nobody_looked_at_is_asked_by_one_thread() -> None:
    commits = all_metrics()["commits"]
    with connect(None) as plain:
        assert beside(plain) is None
        with answering_ahead(plain, [commits]) as ahead:
            assert ahead.answer(commits) == []


def test_another_connection_sees_what_is_looked_at(store: Connection) -> None:
    store.execute("insert into project values (2, 'second', 'made for a test')")
    store.execute("update commit_fact set project = 2 where commit = 3")
    look_at(store, [2])
    other = beside(store)
    assert other is not None
    with other:
        assert one(other, "select count(*) from commits") == (1,)


def test_another_connection_keeps_the_time_of_the_first(store: Connection) -> None:
    other = beside(store)
    assert other is not None
    with other:
        assert one(other, "select current_setting('timezone')") == ("UTC",)


def test_looking_again_leaves_nothing_behind(store: Connection) -> None:
    def laid() -> int:
        return int(
            one(store, "select count(*) from duckdb_databases() where starts_with(database_name, 'laid')")[0]
        )

    look_at(store)
    look_at(store)
    assert laid() == 1
