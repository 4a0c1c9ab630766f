"""A metric fills its parameters into both of its texts."""

from dataclasses import replace

import pytest

from folkmoot.metrics.active_contributors import METRIC

ASKED = replace(
    METRIC,
    parameters={"days": 90, "share": 0.5},
    sql="\n    select 1 as period, {share} as value, {days} as n\n    ",
    events="select 1 as period, event from commits where ts > {days}",
)


def test_parameters_are_filled_into_both_texts() -> None:
    assert ASKED.text() == "select 1 as period, 0.5 as value, 90 as n"
    assert ASKED.events_text() == "select 1 as period, event from commits where ts > 90"


def test_a_parameter_nobody_gave_is_an_error() -> None:
    with pytest.raises(KeyError, match="days"):
        replace(ASKED, parameters={"share": 0.5}).text()


def test_metrics_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        METRIC.version = 2  # type: ignore[misc]


def test_only_parameters_it_has_are_adapted() -> None:
    from folkmoot.metrics.weekend_work import METRIC

    friday = METRIC.adapted({"rest_days": "5", "of another": 3})
    assert friday.parameters == {"rest_days": "5"}
    assert "local_weekday in (5)" in friday.text()
    assert METRIC.adapted({"of another": 3}) is METRIC
