"""The HTML page: one file, no script, no request, small, and harmless whatever the data says."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace

import example_report as example
import pytest
from hostile_report import PAYLOADS, hostile_report
from reading import PageReader

from folkmoot.model.check import Finding, Outcome
from folkmoot.model.page import Entry, Page, Panel, Point, Report
from folkmoot.render import render
from folkmoot.render.formats import html_page
from folkmoot.render.formats.html_page import style_sheet

SMALL = 300_000


@pytest.fixture(scope="module")
def page(report: Report) -> PageReader:
    return PageReader(render(report, "html"))


@pytest.fixture(scope="module")
def hostile() -> PageReader:
    return PageReader(render(hostile_report(), "html"))


def test_a_page_that_was_got_ready_reads_no_template_again(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    html_page._environment.cache_clear()
    html_page.style_sheet.cache_clear()
    html_page.ready()

    def read(*_: object) -> None:
        raise AssertionError("a template was read")

    monkeypatch.setattr("jinja2.PackageLoader.load", read)
    assert render(report, "html")


def test_ids_are_unique(page: PageReader) -> None:
    assert len(set(page.ids)) == len(page.ids)


def test_every_reference_inside_the_page_leads_somewhere(page: PageReader) -> None:
    wanted = {value[1:] for name, value in page.attributes if name == "href" and value.startswith("#")}
    wanted |= {value for name, value in page.attributes if name in {"aria-labelledby", "aria-describedby"}}
    assert wanted
    assert wanted <= set(page.ids)


def test_there_is_one_first_heading_and_each_landmark(page: PageReader) -> None:
    assert [page.tags.count(tag) for tag in ("h1", "main", "nav", "header")] == [1, 1, 1, 1]


def test_every_chart_is_a_named_picture_in_a_figure_with_its_table(report: Report) -> None:
    html = render(report, "html")
    figures = re.findall(r"(?s)<figure>(.*?)</figure>", html)
    with_chart = [figure for figure in figures if '<svg class="chart"' in figure]
    assert len(with_chart) == sum(bool(panel.points) for page in report.pages for panel in page.panels)
    for figure in with_chart:
        assert re.match(r'\s*<svg class="chart" role="img" viewBox="[\d ]+" aria-label="[^"]{20,}">', figure)
        assert "<figcaption>" in figure
        assert re.search(r"<details><summary>.*<table[^>]*><caption>", figure, re.DOTALL)
        assert len(re.findall("<th(?![a-z])", figure)) == len(re.findall("<th scope=", figure))


def test_nothing_is_loaded_from_anywhere(page: PageReader) -> None:
    assert {"script", "link", "img", "iframe", "object", "embed", "base", "form"}.isdisjoint(page.tags)
    assert {"src", "srcset", "style", "background"}.isdisjoint(name for name, _ in page.attributes)
    assert "url(" not in style_sheet()
    assert "@import" not in style_sheet()


def test_the_policy_allows_this_style_sheet_and_nothing_else(report: Report) -> None:
    html = render(report, "html")
    style = re.search(r"(?s)<style>(.*?)</style>", html)
    assert style
    digest = b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_hostile_data_becomes_no_tag_and_no_attribute(hostile: PageReader) -> None:
    assert {"script", "img", "iframe", "textarea"}.isdisjoint(hostile.tags)
    assert not [name for name, _ in hostile.attributes if name.startswith("on")]
    assert hostile.tags.count("style") == 1


def test_hostile_links_are_no_links(hostile: PageReader) -> None:
    links = [value for name, value in hostile.attributes if name in {"href", "xlink:href"}]
    assert links
    assert all(link.startswith("#") for link in links)


def test_hostile_characters_are_not_on_the_page() -> None:
    html = render(hostile_report(), "html")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


def test_long_texts_are_cut() -> None:
    assert "x" * 700 not in render(hostile_report(), "html").replace(PAYLOADS[13], "", 0).split("<pre")[0]


def test_the_language_and_its_direction_are_named(report: Report) -> None:
    assert '<html lang="ar" dir="rtl">' in render(report, "html", lang="ar")
    assert '<html lang="en" dir="ltr">' in render(report, "html")


def test_findings_have_a_word_and_a_shape(report: Report) -> None:
    html = render(report, "html")
    said = re.findall(r'<p class="status"><svg [^>]*><use href="#shape-(\w+)"/></svg>([^<]+)<', html)
    assert set(said) == {
        ("circle", "To do"), ("question", "To find out"), ("check", "Going well"),
        ("check", "Yes"), ("cross", "No"), ("question", "Unknown"),
        ("circle", "Not required"), ("question", "Could not be checked"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "panel", "is_folded"),
    [
        (Outcome.YES, "community-files", True),
        (Outcome.YES, "agenda", False),
        (Outcome.NO, "community-files", False),
    ],
)
def test_why_something_in_place_matters_is_folded_away(outcome: Outcome, panel: str, is_folded: bool) -> None:
    """What is missing, and good news on the agenda, say it openly; nothing leaves it out."""
    finding = Finding("licence", "Licence", outcome, why="Nobody may use what has none.")
    one = replace(example.FILES, id=panel, findings=(finding,))
    html = render(Report("x", "2026-01-01T00:00:00+00:00", (Page("p", "P", "", (one,)),)), "html")
    folded = re.findall(r"(?s)<details><summary>Why it matters.*?</details>", html)
    assert html.count("Nobody may use what has none.") == 1
    assert bool(folded) is is_folded
    assert all("Nobody may use what has none." in one for one in folded)


def test_the_agenda_comes_first(page: PageReader) -> None:
    assert page.panels[0].id == "agenda"


def test_what_is_missing_is_a_sentence_and_no_chart(report: Report) -> None:
    html = render(report, "html")
    section = html[html.index('id="first-response"') :]
    section = section[: section.index("</article>")]
    assert "Connect one to see it." in section
    assert "chart" not in section


def test_style_is_logical_so_that_it_reads_from_right_to_left() -> None:
    physical = (
        r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?<![-\w])(?:left|right|width|height):"
    )
    rules = re.sub(r"@media[^{]*", "", style_sheet())
    assert re.findall(physical, rules) == []
    assert "prefers-reduced-motion" in style_sheet()
    assert "@media print" in style_sheet()


def large_report() -> Report:
    """Give sixty panels as a large old project has them: twenty with 250 months, forty of other shapes."""
    spans = list(example.months(2005, "2025-10"))
    months = tuple(
        replace(
            example.ACTIVE,
            id=f"months-{number}",
            sql=example.SQL * 4,
            points=tuple(
                Point(month, float(at * (37 + number) % 900), at % 70, complete=month != spans[-1])
                for at, month in enumerate(spans)
            ),
        )
        for number in range(12)
    )
    medians = tuple(
        replace(
            example.MERGE_TIME,
            id=f"medians-{number}",
            sql=example.SQL * 4,
            points=tuple(Point(month, at * 37 % 900 / 7, 5 + at) for at, month in enumerate(spans)),
        )
        for number in range(8)
    )
    usual = (
        example.KINDS,
        example.OWNERS,
        example.FLOW,
        example.COMMITS_BY_YEAR,
        example.ABSENCE,
        example.SECOND,
    )
    others = tuple(
        replace(usual[number % len(usual)], id=f"other-{number}", sql=example.SQL * 4) for number in range(37)
    )
    rest = (example.AGENDA, replace(example.RETENTION, id="curves"), replace(example.HOURS, id="hours"))
    return Report(
        "large", example.MADE_AT, (Page("overview", "Overview", "", rest + months + medians + others),)
    )


def test_sixty_panels_with_250_months_stay_small() -> None:
    report = large_report()
    panels: tuple[Panel, ...] = report.pages[0].panels
    assert len(panels) == 60
    assert max(len(panel.points) for panel in panels) == 250
    assert len(render(report, "html").encode()) < SMALL


LEFT_OUT = "the query is left out"


def years_of_months(html: str) -> set[str]:
    """Give the years whose months some table tells."""
    tables = [each for each in re.findall(r"<table.*?</table>", html, re.DOTALL) if ">Jan<" in each]
    return {year for table in tables for year in re.findall(r"<th scope=row>(\d{4})", table)}


def at_most(size: int, patch: pytest.MonkeyPatch) -> str:
    """Write the large report where a file may have so many bytes."""
    patch.setattr(html_page, "LARGEST", size)
    return render(large_report(), "html")


def test_a_file_that_is_small_enough_shows_its_queries_and_six_years_of_months() -> None:
    html = render(large_report(), "html")
    assert len(html.encode()) <= html_page.LARGEST
    assert LEFT_OUT not in html
    assert len(years_of_months(html)) == html_page.YEARS


def test_a_file_that_is_a_little_too_long_tells_fewer_years(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = len(render(large_report(), "html").encode())
    html = at_most(whole - 1, monkeypatch)
    assert len(html.encode()) < whole
    assert len(years_of_months(html)) == html_page.YEARS // 2
    assert LEFT_OUT not in html


def test_a_file_that_is_far_too_long_names_where_its_queries_are(monkeypatch: pytest.MonkeyPatch) -> None:
    queries = render(large_report(), "html").count("<pre")
    html = at_most(1, monkeypatch)
    assert "<pre" not in html
    assert html.count(LEFT_OUT) == queries
    assert "folkmoot explain" in html


def test_what_does_not_fit_takes_no_chart_and_no_source_away(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, short = render(large_report(), "html"), at_most(1, monkeypatch)
    for kept in ('<svg class="chart"', "<figcaption>", '<p class="source">', "<table"):
        assert short.count(kept) == whole.count(kept)


def test_a_file_that_is_still_too_long_tells_two_years_of_months(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_page, "FORMS", html_page.FORMS[:-1])
    assert len(years_of_months(at_most(1, monkeypatch))) == 2


def test_a_file_too_long_for_that_tells_the_newest_twelve_months(monkeypatch: pytest.MonkeyPatch) -> None:
    html = at_most(1, monkeypatch)
    assert years_of_months(html) == set()
    heads = re.findall(r"<thead>.*?<tbody>", html, re.DOTALL)
    assert {len(re.findall(r"<th scope=col>[A-Z][a-z]{2} \d{4}", head)) for head in heads} == {0, 12}


def alone(panel: Panel) -> str:
    return render(Report("x", "2026-01-01T00:00:00Z", (Page("p", "P", "", (panel,)),)), "html")


def test_a_list_in_which_nothing_has_a_state_keeps_no_column_for_it() -> None:
    entry = Entry("fuzzing", "Fuzzing", facts=("No file shows fuzzing.",))
    listed = replace(example.ACTIVE, shape=None, points=(), entries=(entry,))
    shown = {state: alone(replace(listed, entries=(replace(entry, state=state),))) for state in ("", "open")}
    assert 'class="findings entries bare"' in shown[""]
    assert '<p class="status"></p>' not in shown[""]
    assert 'class="findings entries"' in shown["open"]


def test_links_to_definitions_can_be_told_apart_by_who_hears_them_in_a_list() -> None:
    html = alone(example.ACTIVE)
    assert '>Definition<span class="hidden">: Active contributors</span></a>' in html
