"""What a listener hears of a chart."""

from dataclasses import replace

import example_report as example

from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Point
from folkmoot.render.description import described
from folkmoot.render.voice import Voice

VOICE = Voice()


def test_a_series_is_described_by_last_lowest_highest_and_dates() -> None:
    assert described(example.COMMITS_BY_YEAR, VOICE) == (
        "Commits: 1,398 commits in 2025; lowest 0 in 2023, highest 1,733 in 2024, since 2021."
    )


def test_several_series_are_each_described() -> None:
    said = described(example.FLOW, VOICE)
    assert said.startswith("Coming and going, 3 series. new: 29 people in 2025")


def test_series_that_are_not_listened_to_are_counted() -> None:
    points = tuple(Point(str(year), 1.0, 9, label=name) for name in "abcdef" for year in (2024, 2025))
    said = described(replace(example.FLOW, points=points), VOICE)
    assert said.startswith("Coming and going, 6 series.")
    assert said.endswith("; 2 more in the table.")


def test_what_never_changed_has_no_lowest_and_highest() -> None:
    points = tuple(Point(str(year), 0.0, 9) for year in (2023, 2024, 2025))
    said = described(replace(example.COMMITS_BY_YEAR, points=points), VOICE)
    assert said == "Commits: 0 commits in 2025, never anything else since 2023."


def test_a_lone_value_has_no_lowest_and_highest() -> None:
    one = replace(example.COMMITS_BY_YEAR, points=(Point("2026-11", 572.0, 572, complete=False),))
    assert described(one, VOICE).endswith(": 572 commits in November 2026 so far.")


def test_a_single_value_is_described_with_its_period_and_its_n() -> None:
    assert described(example.SECOND, VOICE) == "Coming back: 22% (n = 41), last 12 months."


def test_every_number_stands_with_its_own_period() -> None:
    points = (Point("all time", 2.0, 913), Point("last 12 months", 1.0, 20))
    several = replace(example.SECOND, unit=Unit.PEOPLE, points=points)
    assert described(several, VOICE) == "Coming back: 1 person, last 12 months; 2 people, all time."


def test_bars_are_named_in_the_order_in_which_they_are_drawn() -> None:
    assert described(example.KINDS, VOICE) == (
        "What is worked on: code 61%, tests 33%, docs 19%, CI 5.2%, translation 0%, last 12 months."
    )


def test_of_many_bars_those_are_named_that_tell_most() -> None:
    points = tuple(Point("all time", float(size), size, label=f"folder {size}") for size in range(1, 10))
    said = described(replace(example.KINDS, unit=Unit.PEOPLE, points=points), VOICE)
    assert "folder 9 9 people, 3 more in the table." in said
    assert "folder 3 " not in said


def test_a_curve_is_described_by_where_it_ends() -> None:
    said = described(example.RETENTION, VOICE)
    assert said.startswith("Who stays: 2025: ")
    assert "2024: 34% after 24 months" in said
    assert "2020" not in said


def test_of_a_matrix_the_peak_is_named() -> None:
    points = (
        Point("all time", 2.0, 2, label="Mon", part="9"),
        Point("all time", 5.0, 5, label="Tue", part="22"),
    )
    said = described(replace(example.KINDS, shape=Shape.MATRIX, unit=Unit.COMMITS, points=points), VOICE)
    assert said == "What is worked on: the highest of 2 values is 5 commits, Tue, 22:00."


def test_nobody_is_named_as_the_one_who_works_most_with_whom() -> None:
    said = described(example.TOGETHER, VOICE)
    assert said == "Who works with whom: 4 pairs, the most between two of them 31 acts, last 12 months."


def test_no_value_is_said_and_not_called_zero() -> None:
    nothing = replace(example.ACTIVE, points=(Point("2026", None, 3),))
    assert described(nothing, VOICE) == "Active contributors: there is no value to show."
