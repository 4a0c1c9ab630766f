"""The CHAOSS starter model as far as git knows it."""

import pytest

from folkmoot.model.metric import Shape
from folkmoot.model.page import Point
from folkmoot.views.starter import starter_panels
from views.looking import ALL_TIME, LAST_YEAR, monthly, panel, told


def starter(*panels, **outline):
    """Give the starter panels by id."""
    return {shown.id: shown for shown in starter_panels(told(*panels, **outline))}


def test_the_model_is_complete_whatever_is_known() -> None:
    assert list(starter()) == [
        "starter-first-response",
        "starter-merged",
        "starter-absence",
        "starter-releases",
        "starter-contributors",
    ]


def test_first_response_says_what_git_does_not_know() -> None:
    first = starter()["starter-first-response"]
    assert first.points == ()
    assert first.missing


def test_first_response_is_cut_from_its_metric_where_a_forge_is_known() -> None:
    points = [Point(LAST_YEAR, 7, 30, label="median"), Point("2025", 9, 30, label="median")]
    first = starter(panel("time-to-first-response", points))["starter-first-response"]
    assert first.points == (points[0],)


def test_the_closure_ratio_takes_the_place_of_what_git_can_tell() -> None:
    shown = starter(panel("change-closure-ratio", [Point(LAST_YEAR, 0.9, 30), Point("2025-03", 1, 3)]))
    assert [point.value for point in shown["starter-closure"].points] == [0.9]
    assert "starter-merged" not in shown


def test_the_special_periods_are_cut_out_with_the_numbers_unchanged() -> None:
    points = [Point(ALL_TIME, 5, 100), Point(LAST_YEAR, 2, 50)]
    cut = starter(panel("contributor-absence-factor", points))["starter-absence"]
    assert cut.points == tuple(points)
    assert cut.shape is Shape.SINGLE


def test_yearly_metrics_show_their_newest_three_years() -> None:
    points = [Point(str(year), year, 9, label=label) for year in range(2020, 2027) for label in ("a", "b")]
    cut = starter(panel("release-frequency", points))["starter-releases"]
    assert [(p.period, p.label) for p in cut.points] == [
        (year, label) for year in ("2024", "2025", "2026") for label in ("a", "b")
    ]


def test_years_of_which_nothing_can_be_said_are_passed_over() -> None:
    years = {"2021": (3, 9), "2022": (4, 11), "2023": (None, 0), "2024": (None, 2), "2025": (None, 0)}
    points = [Point(year, value, n, label="median") for year, (value, n) in years.items()]
    first = starter(panel("time-to-first-response", points))["starter-first-response"]
    assert [(point.period, point.value) for point in first.points] == [
        ("2021", 3),
        ("2022", 4),
        ("2024", None),
    ]


def test_releases_are_shown_without_pre_releases_and_not_named_twice() -> None:
    points = [Point(y, 3, 3, label=label) for y in ("2024", "2025") for label in ("releases", "pre-releases")]
    cut = starter(panel("release-frequency", points))["starter-releases"]
    assert [(point.period, point.label) for point in cut.points] == [
        ("2024", ""),
        ("2025", ""),
    ]


def test_what_is_missing_stays_missing() -> None:
    assert starter()["starter-merged"].missing


@pytest.mark.parametrize("metric", ["new-contributors", "returning-contributors", "lost-contributors"])
def test_comings_and_goings_are_sums_of_twelve_complete_months(metric: str) -> None:
    shown = starter(panel(metric, monthly([9] * 12 + [1] * 12)))["starter-contributors"]
    values = {point.label: point for point in shown.points}
    label = {"new-contributors": "new", "returning-contributors": "came back"}.get(metric, "went silent")
    assert values[label].value == 12
    assert values[label].period == "2025-01/2025-12"


def test_less_than_two_years_say_so() -> None:
    short = [panel(name, monthly([1] * 9)) for name in ("new-contributors", "returning-contributors")]
    shown = starter(*short, panel("lost-contributors", []))["starter-contributors"]
    assert shown.points == ()
    assert shown.missing


def test_comings_and_goings_say_what_stands_behind_them() -> None:
    """They are counted as contributors new are: with its SQL, of its days, with what is said of its data."""
    source = panel(
        "new-contributors", monthly([1] * 24), sql="select 1", coverage_notes=("The clone is shallow.",),
    )  # fmt: skip
    shown = starter(source)["starter-contributors"]
    assert (shown.sql, shown.coverage_notes) == ("select 1", ("The clone is shallow.",))
    assert (shown.data_until, shown.freshness) == (source.data_until, source.freshness)
    assert shown.parameters == {"months": 12}


def test_a_closure_ratio_that_says_nothing_gives_way_to_what_git_can_tell() -> None:
    assert "starter-closure" not in starter(panel("change-closure-ratio", []))
