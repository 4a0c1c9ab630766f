"""The gauge: a needle only where there is a value, bands by word and thickness, the interval drawn."""

from dataclasses import replace

import pytest

from folkmoot.model.metric import Better, Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.badge import panel_badge
from folkmoot.render.charts.gauge import draw, gauge_words, main_point
from folkmoot.render.description import described
from folkmoot.render.panel_file import panel_svg
from folkmoot.render.strokes import charted
from folkmoot.render.voice import Voice

VOICE = Voice()


def gauge(*points: Point) -> Panel:
    return Panel("c", "Confidence", "?", Unit.SHARE, Better.HIGHER, Shape.GAUGE, points=points)


KNOWN = Point("last 365 days", 0.1235, 243, low=0.088, high=0.17)
TOO_FEW = Point("last 365 days", None, 4)


def test_band_value_interval_and_n_are_written() -> None:
    body = draw(gauge(KNOWN), VOICE).body()
    for words in ("12%", "some return", "95% interval 8.8% to 17%", "n = 243", "last 365 days"):
        assert words in body
    assert body.count('class="held"') == 1
    assert body.count('class="needle"') == 1
    assert body.count('class="ends"') == 3


def test_too_little_is_insufficient_and_never_zero() -> None:
    body = draw(gauge(TOO_FEW), VOICE).body()
    assert "insufficient data" in body
    assert "n = 4, and it takes 10" in body
    assert "needle" not in body
    assert "held" not in body
    assert body.count("0%") == 4  # marks of the scale: 0, 10, 30 and 50


def test_a_formula_that_asks_about_a_whole_forge_takes_fewer() -> None:
    seen = replace(gauge(TOO_FEW), id="contributor-confidence-opensauced-2024-06")
    assert "n = 4, and it takes 5" in draw(seen, VOICE).body()


def test_many_who_came_lately_are_not_called_too_few() -> None:
    body = draw(gauge(Point("last 365 days", None, 85), Point("last 7 days", None, 80)), VOICE).body()
    assert "insufficient data" in body
    assert "n = 85, too lately to tell" in body
    assert "insufficient data: too soon to tell, n = 80" in body
    assert "it takes" not in body
    assert "needle" not in body


def test_nobody_returned_is_zero_and_not_insufficient() -> None:
    body = draw(gauge(Point("last 365 days", 0.0, 40, low=0.0, high=0.09)), VOICE).body()
    assert "needle" in body
    assert "hard to get into, few return" in body


def test_the_bands_grow_thicker() -> None:
    from folkmoot.render.charts.gauge import RADIUS, STEP, THINNEST

    marks = [mark for mark in draw(gauge(TOO_FEW), VOICE).marks if 'class="band"' in mark]
    assert len(marks) == 4
    for place, mark in enumerate(marks):
        assert f"A{RADIUS - THINNEST - STEP * place} " in mark


def test_beyond_the_scale_the_needle_stands_at_its_end() -> None:
    assert "80%" in draw(gauge(Point("last 365 days", 0.8, 40)), VOICE).body()


@pytest.mark.parametrize(
    ("points", "period"),
    [
        ((Point("last 7 days", 0.2, 12), KNOWN), "last 365 days"),
        ((Point("last 7 days", 0.2, 12), Point("last 90 days", 0.1, 40), TOO_FEW), "last 90 days"),
        ((Point("last 7 days", None, 1), TOO_FEW), "last 365 days"),
        ((Point("2026", 0.2, 40),), "2026"),
    ],
)
def test_the_longest_period_that_can_be_said_is_shown(points: tuple[Point, ...], period: str) -> None:
    assert main_point(gauge(*points)).period == period


def test_words_stand_beside_every_number() -> None:
    assert gauge_words(KNOWN, gauge(), VOICE) == "12% (8.8% to 17%), some return, n = 243"
    assert gauge_words(Point("x", 0.4, 12), gauge(), VOICE) == "40%, very welcoming, n = 12"
    assert gauge_words(TOO_FEW, gauge(), VOICE) == "insufficient data, n = 4"


def test_badge_listener_and_terminal_say_the_same() -> None:
    said = "12% (8.8% to 17%), some return, n = 243"
    assert said in panel_badge(gauge(KNOWN))
    assert described(gauge(KNOWN), VOICE) == f"Confidence: {said}, last 365 days."
    assert f"last 365 days: {said}" in charted(gauge(KNOWN), 76, VOICE)
    assert "insufficient data" in panel_badge(gauge(TOO_FEW))
    assert "insufficient data" in panel_badge(gauge())
    assert "insufficient data" in panel_svg(gauge(TOO_FEW))


def test_a_lower_bound_is_in_no_band() -> None:
    bound = replace(
        gauge(Point("last 365 days", 0.092, 450), Point("last 90 days", 0.034, 95)),
        id="contributor-confidence-opensauced-2024-06",
    )
    body = draw(bound, VOICE).body()
    assert "or more" in body
    assert "last 90 days: at least 3.4%, n = 95" in body
    assert "needle" in body
    assert "held" not in body
    assert "few return" not in body + " ".join(charted(bound, 80, VOICE)) + described(bound, VOICE)
