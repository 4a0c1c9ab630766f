"""A panel as a file of its own, and badges."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import example_report as example
import pytest
from hostile_report import PAYLOADS, hostile_report

from folkmoot.model.metric import Better, Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.badge import badge_svg, panel_badge
from folkmoot.render.palette import LIGHT
from folkmoot.render.panel_file import panel_svg
from folkmoot.render.sentences import footer
from folkmoot.render.voice import Voice

SVG = "{http://www.w3.org/2000/svg}"
PANELS = [panel for page in example.example_report().pages for panel in page.panels]


def tree(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - drawn here


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.id)
def test_every_panel_is_a_picture_with_a_name(panel: Panel) -> None:
    root = tree(panel_svg(panel))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert str(panel.title) in root.get("aria-label", "")
    assert str(panel.title) in [text.text for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.id)
def test_a_file_needs_no_other(panel: Panel) -> None:
    svg = panel_svg(panel)
    assert "var(" not in svg
    assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert LIGHT.ink in svg


def test_findings_are_written_out() -> None:
    words = [text.text or "" for text in tree(panel_svg(example.FILES)).iter(f"{SVG}text")]
    assert "No: A code of conduct" in words


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.id)
def test_source_and_coverage_are_not_cut_short(panel: Panel) -> None:
    words = " ".join(text.text or "" for text in tree(panel_svg(panel)).iter(f"{SVG}text"))
    assert footer(panel, Voice()) in words


def test_what_is_missing_is_written_out() -> None:
    words = [text.text or "" for text in tree(panel_svg(example.RESPONSE)).iter(f"{SVG}text")]
    assert any("cannot be known from git alone" in one for one in words)


def test_hostile_panels_stay_pictures() -> None:
    for page in hostile_report().pages:
        for panel in page.panels:
            root = tree(panel_svg(panel))
            assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
                "svg", "style", "rect", "text", "g", "path", "circle",
            }  # fmt: skip
            assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]


def test_a_badge_says_its_words_to_everybody() -> None:
    root = tree(badge_svg("absence factor", "2 people"))
    assert root.get("aria-label") == "absence factor: 2 people"
    assert [text.text for text in root.iter(f"{SVG}text")] == ["absence factor", "2 people"]


def test_a_longer_badge_is_wider() -> None:
    widths = [int(tree(badge_svg("a", "b" * count)).get("width", 0)) for count in (1, 5, 60, 600)]
    assert widths[0] < widths[1] < widths[2] == widths[3]


@pytest.mark.parametrize("bad", PAYLOADS, ids=range(len(PAYLOADS)))
def test_hostile_badges_stay_badges(bad: str) -> None:
    svg = badge_svg(bad, bad)
    assert len(list(tree(svg).iter(f"{SVG}text"))) == 2
    assert not re.search("[\x00-\x09\u202e]", svg)


def badge_of(*points: Point) -> str:
    panel = Panel("x", "Newcomers", "How many?", Unit.PEOPLE, Better.HIGHER, Shape.SERIES, points)
    return re.search(r'aria-label="([^"]*)"', panel_badge(panel))[1]


def test_a_badge_shows_the_newest_period_that_is_over() -> None:
    points = [Point("2026-01", 4, 4), Point("2026-02", 1, 1), Point("2026-03", 9, 9, complete=False)]
    assert badge_of(*points) == "Newcomers: 1 person"


def test_a_badge_prefers_the_last_year_to_all_time() -> None:
    assert badge_of(Point("all time", 90, 90), Point("last 12 months", 7, 7)) == "Newcomers: 7 people"


def test_a_badge_of_nothing_says_so() -> None:
    assert badge_of() == badge_of(Point("2026-01", None, 2)) == "Newcomers: unknown"
