"""The invented report in every format, held against pages a person has looked at.

`FOLKMOOT_UPDATE_GOLDEN=1 pytest tests/render/test_golden.py` writes them anew; look at the difference before
you commit it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import example_report as example
import pytest

from folkmoot.model.page import Page, Report
from folkmoot.render import formats, render
from folkmoot.render.badge import badge_svg
from folkmoot.render.panel_file import panel_svg

GOLDEN = Path(__file__).parent / "golden"


def short(report: Report) -> Report:
    """Keep two years of months and three curves, so that golden pages can be read."""
    pages = []
    for page in report.pages:
        panels = [
            replace(
                panel,
                points=tuple(
                    point
                    for point in panel.points
                    if not ("2000" < point.period < "2024-12") or len(point.period) == len("2000")
                ),
            )
            if panel.id in {"active-contributors", "commits-by-project"}
            else panel
            for panel in page.panels
        ]
        pages.append(Page(page.slug, page.title, page.lede, tuple(panels)))
    return replace(report, pages=tuple(pages))


def golden(name: str, text: str) -> str:
    """Give what the golden file holds; when asked to, `text` is written into it before."""
    path = GOLDEN / name
    if os.environ.get("FOLKMOOT_UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    return path.read_bytes().decode()


@pytest.mark.parametrize("name", ["csv", "html", "json", "markdown", "text"])
def test_reports_are_golden(report: Report, name: str) -> None:
    options = {"width": 80} if name == "text" else {}
    assert render(short(report), name, **options) == golden(
        f"report{formats()[name].suffix}", render(short(report), name, **options)
    )


@pytest.mark.parametrize(
    "panel",
    [
        example.COMMITS_BY_YEAR,
        example.FLOW,
        example.MERGE_TIME,
        example.ABSENCE,
        example.KINDS,
        example.CONFIDENCE,
        example.DOUBT,
        example.TOGETHER,
    ],
    ids=lambda panel: panel.id,
)
def test_panels_are_golden(panel: example.Panel) -> None:
    text = panel_svg(panel)
    assert text == golden(f"{panel.id}.svg", text)


def test_the_badge_is_golden() -> None:
    assert badge_svg("absence factor", "2 people") == golden(
        "badge.svg", badge_svg("absence factor", "2 people")
    )
