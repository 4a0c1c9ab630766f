"""A metric fills its parameters into both of its texts."""

from dataclasses import replace

import pytest

from folkmoot.metrics.active_contributors import METRIC
from folkmoot.model.metric import Row

ASKED = replace(
    METRIC,
    parameters={"days": 90, "share": 0.5},
    sql="\n    select 1 as period, {share} as value, {days} as n\n    ",
    events="select 1 as period, event from commits where ts > {days}",
)


def test_parameters_are_filled_into_both_texts() -> None:
    assert ASKED.text() == "select 1 as period, 0.5 as value, 90 as n"
    assert ASKED.events_text() == "select 1 as period, event from commits where ts > 90"


def test_what_no_text_names_is_given_to_finish() -> None:
    """And it is the value that is printed, an adapted one too."""

    def finish(rows: list[Row], most: int) -> list[Row]:
        return rows[:most]

    rows = [Row(202600 + month, 1, 1) for month in range(1, 6)]
    metric = replace(ASKED, parameters={**ASKED.parameters, "most": 2}, finish=finish)
    assert metric.finished(rows) == rows[:2]
    assert metric.adapted({"most": 3}).finished(rows) == rows[:3]


def test_rows_stay_as_they_are_without_a_finish() -> None:
    rows = [Row(202601, 1, 1)]
    assert ASKED.finished(rows) == rows


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
