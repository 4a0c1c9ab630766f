"""Formats are found by discovery, and say the same."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hostile_report import hostile_report
from reading import Key, PageReader, markdown_tables

from folkmoot.model.errors import UsageError
from folkmoot.model.metric import Shape
from folkmoot.model.page import Panel, Point, Report
from folkmoot.render import formats, ready, render
from folkmoot.render.figures import brief, exact, is_month, period_name
from folkmoot.render.formats.html_page import YEARS
from folkmoot.render.voice import Voice

VOICE = Voice()
NAMES = ("csv", "html", "json", "markdown", "text")


def test_every_format_is_found() -> None:
    assert tuple(formats()) == NAMES
    assert {one.suffix for one in formats().values()} == {".csv", ".html", ".json", ".md", ".txt"}


def test_an_unknown_format_is_refused_by_name(report: Report) -> None:
    with pytest.raises(UsageError, match="'pdf'"):
        render(report, "pdf")


@pytest.mark.parametrize("name", NAMES)
def test_two_renderings_are_the_same(report: Report, name: str) -> None:
    assert render(report, name) == render(report, name)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_got_ready_before_is_written_as_ever(report: Report, name: str) -> None:
    written = render(report, name)
    ready(name)
    assert render(report, name) == written


def test_nothing_is_got_ready_for_a_format_that_nobody_knows() -> None:
    """Who asks for it is told when it is written, and not before."""
    ready("pdf")
    assert "pdf" not in formats()


@pytest.mark.parametrize("name", NAMES)
def test_a_report_without_pages_is_rendered(name: str) -> None:
    assert render(Report("empty", "2026-06-15T09:00:00Z", ()), name)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_reports_are_rendered_as_storable_text(name: str) -> None:
    written = render(hostile_report(), name)
    assert written.encode().decode() == written
    assert "\0" not in written


@pytest.mark.parametrize("name", NAMES)
def test_aliases_are_announced(name: str) -> None:
    page = render(Report("empty", "2026-06-15T09:00:00Z", (), pseudonymous=True), name)
    assert name == "csv" or "aliases" in page or '"pseudonymous": true' in page


def panels_of(report: Report) -> list[tuple[str, Panel]]:
    return [(page.slug, panel) for page in report.pages for panel in page.panels]


def cell(panel: Panel, point: Point) -> Key:
    """Give where a page puts a point, told from the rules of the design and not from the code."""
    named = " · ".join(part for part in (point.label, point.part) if part)
    if panel.shape is Shape.SERIES and is_month(point.period):
        return point.label, point.period[:4], period_name(point.period, VOICE)[:3]
    if panel.shape in {Shape.MATRIX, Shape.GRID, Shape.CURVE}:
        return "", point.label, point.part
    if panel.shape is Shape.SERIES or not any(one.label or one.part for one in panel.points):
        return "", point.period, named or "Value"
    return "", named or "All", point.period


def test_ids_are_the_same_in_every_format(report: Report) -> None:
    expected = [(slug, panel.id) for slug, panel in panels_of(report)]
    ids = [identifier for _, identifier in expected]
    assert len(set(ids)) == len(ids)
    data = json.loads(render(report, "json"))
    assert [(page["slug"], panel["id"]) for page in data["pages"] for panel in page["panels"]] == expected
    seen = PageReader(render(report, "html"))
    assert [panel.id for panel in seen.panels] == ids
    assert seen.pages == [page.slug for page in report.pages]
    assert re.findall(r'<a id="([^"]+)">', render(report, "markdown")) == ids
    assert re.findall(r"#(\S+)$", render(report, "text"), re.MULTILINE) == ids
    rows = csv.DictReader(io.StringIO(render(report, "csv")))
    with_rows = [
        (slug, panel.id)
        for slug, panel in panels_of(report)
        if panel.points or panel.findings or panel.entries
    ]
    assert list(dict.fromkeys((row["page"], row["panel"]) for row in rows)) == with_rows


def test_entries_say_the_same_in_every_format(report: Report) -> None:
    options: dict[str, Any] = {"text": {"width": 100}}
    texts = {name: render(report, name, **options.get(name, {})) for name in NAMES}
    told = 0
    for shown, entry in ((panel, entry) for _, panel in panels_of(report) for entry in panel.entries):
        for said in (entry.title, entry.state, *entry.facts, *entry.details):
            words = VOICE(said)
            assert words in texts["html"]
            assert words in texts["csv"]
            assert words in texts["markdown"].replace("\\", "")
            # A terminal has no room for what stands in the last column of a table that is handed over.
            assert words in texts["text"] or (shown.columns and said in entry.details)
            assert str(said) in texts["json"]
            told += 1
        assert all(entry.address in text for text in texts.values())
    assert told == 22
    assert all("3 more are not shown here." in texts[name] for name in ("html", "markdown", "text"))
    assert '"more": 3' in texts["json"]


def test_what_a_finding_names_is_linked_in_every_format_that_has_findings(report: Report) -> None:
    links = [link for _, panel in panels_of(report) for finding in panel.findings for link in finding.links]
    assert [link.address for link in links] == ["https://forge.test/harbour/boats/pull/41", ""]
    for name in ("html", "json", "markdown", "text"):
        text = render(report, name).replace("\\", "")
        assert all(str(link.text) in text and link.address in text for link in links)


def test_hostile_addresses_lead_nowhere() -> None:
    seen = PageReader(render(hostile_report(), "html"))
    targets = [value for name, value in seen.attributes if name == "href"]
    assert all(target.startswith(("#", "https://", "http://")) for target in targets)
    page = re.sub(r"(?ms)^(```+)sql$.*?^\1$", "", render(hostile_report(), "markdown"))
    assert re.findall(r"(?<!\\)\]\(([^)]*)\)", page) == []


def is_shown(panel: Panel, key: Key) -> bool:
    """Tell whether HTML has this cell in a table: of months, those of the newest years only."""
    years = sorted({point.period[:4] for point in panel.points if is_month(point.period)})[-YEARS:]
    return not years or not key[1].isdecimal() or key[1] >= years[0]


def test_values_are_the_same_in_every_format(report: Report) -> None:
    data = {
        panel["id"]: panel for page in json.loads(render(report, "json"))["pages"] for panel in page["panels"]
    }
    rows = list(csv.DictReader(io.StringIO(render(report, "csv"))))
    html = {panel.id: panel for panel in PageReader(render(report, "html")).panels}
    markdown: dict[str, set[str]] = {}
    for identifier, table in markdown_tables(render(report, "markdown")):
        markdown.setdefault(identifier, set()).update(
            words.split(",")[0] for row in table for words in row[1:]
        )
    text = render(report, "text")
    compared = 0
    for _, panel in panels_of(report):
        values = [exact(point.value, panel.unit) for point in panel.points]
        assert [point["value"] for point in data[panel.id]["points"]] == values
        assert [row["value"] for row in rows if row["panel"] == panel.id and row["n"]] == [
            "" if value is None else str(value) for value in values
        ]
        places = {cell(panel, point): value for point, value in zip(panel.points, values, strict=True)}
        shown = {key: value for key, value in places.items() if is_shown(panel, key)}
        assert html[panel.id].values == {key: value for key, value in shown.items() if value is not None}
        assert html[panel.id].gaps == {key for key, value in shown.items() if value is None}
        for point in panel.points[-1:]:
            if point.value is not None and panel.shape is not Shape.MATRIX:
                assert brief(point.value, panel.unit) in text
        compared += len(values)
    assert compared > 800
    assert {"812", "1\\,204", "0"} & markdown["commits-yearly"]


def test_text_is_translated_everywhere(report: Report) -> None:
    def pseudo(text: str) -> str:
        return f"⟦{text}⟧"

    page = render(report, "html", translate=pseudo)
    body = re.sub(r"(?s)<(style|pre).*?</\1>", "", page)
    words = [one.strip() for one in re.findall(r">([^<>]+)<", body)]
    left = [one for one in words if re.search(r"[a-z]{3}", one) and "⟦" not in one and "⟧" not in one]
    assert left == []
