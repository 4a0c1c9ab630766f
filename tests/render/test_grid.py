"""Grids: every number is written, nothing is drawn for nothing, and too many cells are cut off."""

import re
from dataclasses import replace

import example_report as example

from folkmoot.model.page import Point
from folkmoot.render.charts import WIDTH, draw
from folkmoot.render.charts.grid import MOST_COLUMNS, MOST_ROWS
from folkmoot.render.voice import Voice

VOICE = Voice()


def drawn(points: tuple[Point, ...]) -> str:
    drawing = draw(replace(example.PIPELINE, points=points), VOICE)
    return drawing.body() if drawing else ""


def test_numbers_are_written_and_zero_is_not() -> None:
    body = drawn(example.PIPELINE.points)
    written = re.findall(r'class="strong">([^<]+)<', body)
    assert written == ["12", "31", "9", "4", "1,204", "118"]


def test_bars_are_as_long_as_their_share_of_the_largest() -> None:
    cells = (Point("all time", 10, 10, label="a", part="x"), Point("all time", 5, 5, label="a", part="y"))
    long, short = (int(width) for width in re.findall(r'width="(\d+)"[^>]*class="fill1"', drawn(cells)))
    assert abs(long - 2 * short) <= 1


def test_a_large_grid_is_cut_off_and_stays_inside() -> None:
    many = tuple(
        Point("all time", 1, 1, label=f"row {row}", part=f"column {column}")
        for row in range(40)
        for column in range(40)
    )
    body = drawn(many)
    assert body.count('class="fill1"') == MOST_ROWS * MOST_COLUMNS
    assert all(
        int(x) + int(width) <= WIDTH
        for x, width in re.findall(r'<rect x="(\d+)" y="\d+" width="(\d+)"', body)
    )


def test_hostile_names_are_escaped_and_fitted() -> None:
    body = drawn((Point("all time", 1, 1, label="<b>" * 50, part="<script>" * 50),))
    assert "<b>" not in body
    assert "<script>" not in body
    assert len(body) < 2000


def test_nothing_draws_nothing() -> None:
    assert drawn(()) == ""
