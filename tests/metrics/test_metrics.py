"""Metrics are found by discovery, once each, and described by their docstrings."""

from pathlib import Path

import pytest

from folkmoot import metrics
from folkmoot.model.errors import UsageError
from folkmoot.model.template import SECTIONS

FILES = [path.stem for path in Path(metrics.__path__[0]).glob("[!_]*.py")]


def test_every_file_is_one_metric() -> None:
    found = metrics.all_metrics()
    assert len(found) == len(FILES)
    assert {identifier.replace("-", "_") for identifier in found} == set(FILES)


def test_metrics_come_in_the_order_of_their_pages() -> None:
    places = [(metric.page, metric.order, metric.id) for metric in metrics.all_metrics().values()]
    assert places == sorted(places)


def test_a_metric_is_found_by_its_id() -> None:
    assert metrics.metric("active-contributors").title == "Active contributors"


def test_a_slip_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError) as error:
        metrics.metric("active-contributor")
    assert "active-contributors" in error.value.hint


def test_nonsense_is_answered_with_where_the_list_is() -> None:
    with pytest.raises(UsageError) as error:
        metrics.metric("!!")
    assert "folkmoot explain" in error.value.hint


@pytest.mark.parametrize("identifier", sorted(metrics.all_metrics()))
def test_a_metric_is_described_in_the_template(identifier: str) -> None:
    told = metrics.description(identifier)
    assert [name for name in SECTIONS if not told.get(name)] == []
    assert told["Question"].endswith("?")
