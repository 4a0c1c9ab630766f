"""Groups under five people are not broken down, whatever page they stand on."""

from __future__ import annotations

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.metric import Label, Row
from folkmoot.views.small_groups import ABOUT_PEOPLE, BANDS, LEAST, too_small, without_small

METRICS = all_metrics()


@pytest.mark.parametrize("name", sorted(ABOUT_PEOPLE))
def test_what_people_are_like_is_told_of_five_or_more(name: str) -> None:
    metric = METRICS[name]
    assert too_small(metric, LEAST) == ""
    assert "Fewer than 5" in str(too_small(metric, LEAST - 1))
    assert too_small(metric, 0) == "", "of nobody, another sentence is true"


def test_what_was_done_is_told_of_anybody() -> None:
    assert too_small(METRICS["commits"], 1) == ""


def test_bands_with_few_people_say_neither_value_nor_n() -> None:
    metric = METRICS["utc-offset-bands"]
    rows = [Row(0, 4.0, 90, "UTC-1 to +3"), Row(0, 5.0, 50, "UTC+4 to +6"), Row(0, 0.0, 0, "UTC+7 to +10")]
    assert [(row.value, row.n) for row in without_small(metric, rows)] == [(None, 0), (5.0, 50), (0.0, 0)]
    assert without_small(METRICS["commits"], rows) == rows


def test_no_metric_of_hours_and_offsets_is_forgotten() -> None:
    """Whatever reads the author's own time of day or offset is about what people are like."""
    words = ("offset_minutes", "local_hour", "local_weekday")
    assert {one.id for one in METRICS.values() if any(word in one.text() for word in words)} == ABOUT_PEOPLE
    assert BANDS <= ABOUT_PEOPLE


def test_none_of_them_is_told_by_person() -> None:
    assert not [name for name in ABOUT_PEOPLE if METRICS[name].label is Label.PERSON]
