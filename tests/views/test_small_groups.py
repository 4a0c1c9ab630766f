"""Groups under five people are not broken down, whatever page they stand on."""

from __future__ import annotations

import pytest

from folkmoot.i18n import say
from folkmoot.metrics import all_metrics
from folkmoot.model.metric import ALL_TIME, LAST_YEAR, Label, Row
from folkmoot.model.page import Panel
from folkmoot.views.report import build_report
from folkmoot.views.small_groups import (
    ABOUT_PEOPLE,
    BANDS,
    LEAST,
    left_out,
    none_left,
    too_small,
    without_small,
)
from views.looking import LAST_YEAR as YEAR
from views.looking import look_of
from worked_example import example

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
    assert [(row.value, row.n) for row in without_small(metric, rows, {})] == [(None, 0), (5.0, 50), (0.0, 0)]
    assert without_small(METRICS["commits"], rows, {0: 1}) == rows


def test_no_metric_of_hours_and_offsets_is_forgotten() -> None:
    """Whatever reads the author's own time of day or offset is about what people are like."""
    words = ("offset_minutes", "local_hour", "local_weekday")
    assert {one.id for one in METRICS.values() if any(word in one.text() for word in words)} == ABOUT_PEOPLE
    assert BANDS <= ABOUT_PEOPLE


def test_none_of_them_is_told_by_person() -> None:
    assert not [name for name in ABOUT_PEOPLE if METRICS[name].label is Label.PERSON]


@pytest.mark.parametrize("name", sorted(ABOUT_PEOPLE))
def test_a_month_of_four_has_no_row_and_one_of_five_has(name: str) -> None:
    rows = [Row(202601, 0.5, 90), Row(202602, 0.4, 90), Row(1, 9.0, 90)]
    kept = without_small(METRICS[name], rows, {202601: 4, 202602: 5, 1: 9})
    assert [row.period for row in kept] == [202602, 1]


def test_how_many_months_were_left_out_is_told() -> None:
    """The last 12 months, which stand beside the months, are no month."""
    rows = [Row(LAST_YEAR, 0.4, 180), Row(202601, 0.5, 90), Row(202602, 0.4, 90)]
    assert say(left_out(rows, rows[2:])).endswith("committed then, or one nearly alone: 1 of 2.")
    assert left_out(rows, rows) == ""


@pytest.mark.parametrize(
    ("gone", "said"), [(LAST_YEAR, "The last 12 months are left out"), (ALL_TIME, "All time is left out")]
)
def test_which_period_was_left_out_is_told_where_none_is_a_month(gone: int, said: str) -> None:
    rows = [Row(ALL_TIME, 30.0, 30), Row(LAST_YEAR, 9.0, 9)]
    note = left_out(rows, [row for row in rows if row.period != gone])
    assert say(note).startswith(said)


def months(count: int) -> list[Row]:
    """Give rows of months in a row, from 2020 on."""
    return [Row((2020 + month // 12) * 100 + month % 12 + 1, 0.5, 90) for month in range(count)]


def test_fewer_than_a_tenth_of_the_months_show_no_course() -> None:
    assert say(none_left(months(31), months(3))).startswith("In only 3 of 31 months did 5 people commit")
    assert none_left(months(30), months(3)) == ""
    assert none_left(months(30), months(30)) == ""


def test_the_last_year_together_is_worth_a_look() -> None:
    kept = [Row(LAST_YEAR, 0.4, 180), *months(1)]
    assert none_left([Row(LAST_YEAR, 0.4, 180), *months(40)], kept) == ""


CROWD = ("Ada", "Bob", "Cleo", "Dan", "Eve")


def shown(name: str, *rows: str) -> Panel:
    panel = look_of(example("\n".join(["when | who", *rows]))).panel(name)
    assert panel is not None
    return panel


@pytest.mark.parametrize("name", ["off-hours", "weekend-work"])
def test_a_month_in_which_one_person_worked_is_not_told(name: str) -> None:
    """Five in May; only Ada in June: her evenings and weekends are nobody's business."""
    panel = shown(
        name, *[f"2026-05-0{day} 12:00 | {who}" for who in CROWD for day in (4, 5)],
        *[f"2026-06-{day} 22:00 | Ada" for day in range(10, 20)],
    )  # fmt: skip
    values = {point.period: (point.value, point.n) for point in panel.points}
    assert values["2026-05"][0] is not None
    assert values["2026-06"] == (None, 0)
    assert any("1 of 2" in say(note) for note in panel.coverage_notes)


def test_a_last_year_of_few_people_is_not_told() -> None:
    panel = shown(
        "working-hours", *[f"2020-05-04 12:00 | {who}" for who in CROWD],
        *[f"2026-06-{day} 22:00 | Ada" for day in range(10, 20)],
    )  # fmt: skip
    assert {point.period for point in panel.points} == {"all time"}


def test_where_no_month_has_five_it_is_said_once() -> None:
    panel = shown(
        "off-hours",
        *[
            f"202{year}-05-{day} 12:00 +0100 | {who}"
            for year, who in enumerate(CROWD)
            for day in range(10, 16)
        ],
    )
    assert panel.points == ()
    assert "In no month did 5 people commit" in say(panel.missing)


def test_hours_of_a_whole_year_say_that_one_person_made_nearly_all() -> None:
    """A month in which five committed evenly is there; over all time Ada made nearly everything."""
    rows = [f"2026-05-0{day} 12:00 | {who}" for who in CROWD for day in (4, 5)]
    panel = shown("working-hours", *rows, *[f"2026-06-10 {hour}:{minute} | Ada" for hour in range(10, 20)
                                            for minute in range(10, 20)])  # fmt: skip
    assert panel.points == ()
    assert "or one of them makes nearly all" in say(panel.missing)
    assert "In no month" not in say(panel.missing), "in May five did commit"


def test_a_comparison_leaves_small_groups_out_too() -> None:
    """Five committed to one project by day; the nights of the four of the other are not told."""
    rows = [f"2026-05-0{day} 12:00 | {who} | 1" for who in CROWD for day in (4, 5)]
    rows += [f"2026-05-0{day} 22:00 | {who} | 2" for who in CROWD[:4] for day in (4, 5)]
    store = example("\n".join(["when | who | project", *rows]))
    made = build_report(store, subject="both", made_at="", projects=[(1, "one"), (2, "other")])
    (told,) = [panel for page in made.pages for panel in page.panels if panel.id == "off-hours"]
    values = {(point.period, point.label): point.value for point in told.points if point.value is not None}
    assert values == {("2026-05", "one"): 0.0, (YEAR, "one"): 0.0}
