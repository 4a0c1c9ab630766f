"""A lone series: what is written beside its end."""

from __future__ import annotations

import re
from dataclasses import replace

import example_report as example
import pytest

from folkmoot.model.page import Point
from folkmoot.render.charts import draw
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


def test_what_is_not_over_alone_is_called_so_far() -> None:
    said = words(Point("2026", 4, 4, complete=False))
    assert {"2026", "so far"} <= set(said)
