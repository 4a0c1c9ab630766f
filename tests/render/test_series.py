"""A lone series: what is written beside its end."""

from __future__ import annotations

import re
from dataclasses import replace

import example_report as example
import pytest

from folkmoot.model.page import Point
from folkmoot.render.charts import draw
from folkmoot.render.charts.series import tracks_of
from folkmoot.render.voice import Voice


def words(*points: Point) -> list[str]:
    """Give every text of the chart of these points."""
    drawing = draw(replace(example.COMMITS_BY_YEAR, points=points), Voice())
    assert drawing is not None
    return re.findall(r">([^<]+)<", drawing.body())


@pytest.mark.parametrize(
    ("periods", "parts"),
    [
        (("2026-08", "2026-09"), ("September", "2026")),
        (("2026-09-28", "2026-09-29"), ("29 September", "2026")),
        (("2026-03", "2026-04"), ("April 2026",)),
    ],
)
def test_no_date_is_cut(periods: tuple[str, str], parts: tuple[str, ...]) -> None:
    said = words(*(Point(period, 3, 3) for period in periods))
    assert not [one for one in said if "…" in one]
    assert set(parts) <= set(said)


def test_a_single_period_is_a_number_and_no_chart() -> None:
    """A young project has one month: a lone box or dot shows no course."""
    said = words(Point("2026-11", 572, 572, complete=False, label="commits"))
    assert said == ["572", "commits", "November 2026 so far"]


def test_a_single_one_is_counted_by_its_unit() -> None:
    said = words(Point("2026-11", 1, 9, label="merges"))
    assert said == ["1", "commit · merges", "November 2026"]


def test_a_lone_series_is_named_where_its_name_is_not_the_unit() -> None:
    """A project that has only ever made pre-releases must not seem to have made releases."""

    def ends(label: str) -> list[str]:
        return words(*(Point(year, 3, 3, label=label) for year in ("2024", "2025")))

    assert "merges" in ends("merges")
    assert ends("commits") == ends("")


def test_two_months_of_many_years_are_numbers() -> None:
    """Most months had too few people to be told: two lone dots would look like a broken chart."""
    known = {"2022-06": 30.0, "2026-02": 32.0}
    months = [f"{year}-{month:02d}" for year in range(2022, 2027) for month in range(1, 13)]
    said = words(*(Point(month, known.get(month), 0 if month not in known else 40) for month in months))
    assert said == ["30", "commits", "June 2022", "32", "commits", "February 2026"]


def test_a_course_with_gaps_stays_a_chart() -> None:
    points = [Point(f"{year}", 9.0 if year % 2 else None, 9) for year in range(2014, 2026)]
    assert "2014" in words(*points), "a year without a value has its place on the line"


def test_two_series_of_one_period_are_two_numbers() -> None:
    said = words(Point("2026", 7, 7, label="added"), Point("2026", 1, 1, label="deleted"))
    assert said == ["7", "commits · added", "2026", "1", "commit · deleted", "2026"]


def test_many_series_of_one_period_are_bars_that_name_it() -> None:
    said = words(*(Point("2026", at, at, label=f"part {at}", complete=False) for at in range(1, 6)))
    assert said[0] == "2026 so far"
    assert {"part 1", "part 5", "5"} <= set(said)


def test_what_is_not_over_alone_is_called_so_far() -> None:
    said = words(Point("2026", 4, 4, complete=False), Point("last 12 months", 9, 9))
    assert "2026 so far" in said
    assert "9" not in said, "the last 12 months have no place on a line of years"


def test_a_course_begins_where_something_can_be_said() -> None:
    """Ten years of months before the first value would push the rest into a corner."""
    silent = [Point(f"{year}-{month:02d}", None, 0) for year in range(2016, 2026) for month in range(1, 13)]
    told = [Point(f"2026-{month:02d}", month / 10, 20) for month in range(1, 9)]
    (track,) = tracks_of(replace(example.COMMITS_BY_YEAR, points=(*silent, *told)))
    assert (track.points[0][1].period, track.points[-1][1].period) == ("2025-08", "2026-08")
    early = (*silent[:12], Point("2017-01", 0.5, 20), *silent[13:], *told)
    assert tracks_of(replace(example.COMMITS_BY_YEAR, points=early))[0].points[0][1].period == "2017-01"


def test_series_begin_together_with_the_first_of_them() -> None:
    points = [Point(f"{year}", 1.0 if year > first else None, 9, label=name)
              for name, first in (("a", 2003), ("b", 2008)) for year in range(2000, 2027)]  # fmt: skip
    tracks = tracks_of(replace(example.COMMITS_BY_YEAR, points=tuple(points)))
    assert {track.points[0][1].period for track in tracks} == {"2004"}


def test_numbers_beside_several_series_say_of_when_they_are() -> None:
    """The last dot is of a year that is not over; the number beside it is of the year before."""
    points = [
        Point(str(year), 5 + year % 3, 9, label=name, complete=year < 2026)
        for name in ("known", "unknown")
        for year in range(2021, 2027)
    ]
    said = words(*points)
    assert "2025" in said
    assert not [one for one in said if one.endswith("in 2025")]


def test_series_that_ended_together_name_the_year_once() -> None:
    points = [
        Point(str(year), 5.0 if year < 2024 else None, 9, label=name)
        for name in ("known", "unknown")
        for year in range(2019, 2026)
    ]
    assert words(*points).count("2023") == 1
    assert not [one for one in words(*points) if "in 2023" in one]
