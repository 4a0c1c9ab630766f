"""Metrics are found by discovery, once each, and described by their docstrings."""

import re
from pathlib import Path

import pytest

from folkmoot import metrics
from folkmoot.model.errors import UsageError
from folkmoot.model.metric import Gap, Label, Shape, Unit
from folkmoot.model.template import SECTIONS

TOLD = [
    (metric.id, name, told[1])
    for metric in metrics.all_metrics().values()
    for name in metric.parameters
    for told in re.finditer(rf"`{name}` \(([^)]*)\)", metrics.description(metric.id)["How it is counted"])
]
"""Every parameter whose value a description tells, as in `days` (90) or `least_share` (5 %)."""
OF_SEVERAL = {Unit.SHARE, Unit.HOURS, Unit.DAYS, Unit.ROUNDS, Unit.INDEX}
"""Units of shares, middles and quotients, which say little of few and nothing of none."""
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


@pytest.mark.parametrize(("identifier", "name", "told"), TOLD)
def test_a_description_tells_the_value_that_is_counted_with(identifier: str, name: str, told: str) -> None:
    number, _, percent = told.partition(" ")
    counted_with = metrics.metric(identifier).parameters[name]
    assert float(number) / (100 if percent == "%" else 1) == counted_with


def test_many_descriptions_tell_the_values_of_their_parameters() -> None:
    """The test before this one would be silent if none of them did."""
    assert len(TOLD) > 20


def test_only_sums_scores_and_single_spans_are_shown_of_fewer_than_five() -> None:
    """A share or a middle of one would read as if it were a habit."""
    assert {one.id for one in metrics.all_metrics().values() if one.unit in OF_SEVERAL and one.min_n < 5} == {
        "attention", "unusual-attention", "stars-unusual-days",
        "days-since-release", "longest-silence",
    }  # fmt: skip


def test_only_sums_are_nought_where_nothing_happened() -> None:
    """The share or middle of nothing cannot be said."""
    assert {
        one.id
        for one in metrics.all_metrics().values()
        if one.unit in OF_SEVERAL and one.shape is Shape.SERIES and one.gap is Gap.ZERO
    } == {"attention"}


@pytest.mark.parametrize(
    ("label", "told_by"),
    [
        (Label.PERSON, {"collaboration-people"}),
        (Label.ORGANISATION, {"collaboration-organisations", "top-organisations"}),
        (Label.PROJECT, {"hard-forks"}),
    ],
)
def test_which_metrics_tell_people_organisations_and_projects_apart(label: Label, told_by: set[str]) -> None:
    """Their labels are numbers that are replaced by names, or by aliases; nothing else may name anybody."""
    assert {one.id for one in metrics.all_metrics().values() if label in (one.label, one.part)} == told_by
