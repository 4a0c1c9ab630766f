"""HTML: the whole report as one file that needs no script, no network and no second file.

Its content security policy allows one style sheet, by its hash, and nothing else: even markup that slipped
through every escape could not run or call home.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from functools import cache
from html import escape
from textwrap import dedent
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from folkmoot.model.check import Finding, Outcome
from folkmoot.model.metric import Unit
from folkmoot.model.page import Entry, Page, Panel, Report
from folkmoot.render.charts import WIDTH, draw
from folkmoot.render.coded import coded
from folkmoot.render.description import described
from folkmoot.render.figures import PLURAL, day_name
from folkmoot.render.format import Format
from folkmoot.render.html_sheet import html_sheet
from folkmoot.render.html_table import html_table
from folkmoot.render.lists import address, linked, sentences, shown_entries
from folkmoot.render.palette import DARK, LIGHT, custom_properties, raw_properties
from folkmoot.render.plain import block
from folkmoot.render.sentences import (
    compared,
    footer,
    is_agenda,
    parameters,
    reason,
    repeats_page,
    said_missing,
    shape_of_missing,
    status,
    told_as_of,
    unfinished,
)
from folkmoot.render.tables import tables_of
from folkmoot.render.voice import Voice

FORMAT = Format("html", ".html", "text/html; charset=utf-8")
LARGEST = 298_000
"""Bytes of a file that is small enough to mail."""
YEARS = 6
"""Years whose months a table holds; the chart has them all."""
FORMS = ((YEARS, True), (YEARS // 2, True), (YEARS // 2, False), (2, False), (1, False))
"""(years of months in tables, whether queries are shown): the first that is small enough, else the last."""
TEMPLATES = ("report.html", "panel.html")
_PLACE = re.compile(r'="(\d+)"(?= )')
IN_ORDER = (Outcome.NO, Outcome.UNKNOWN, Outcome.ERROR, Outcome.YES, Outcome.NOT_APPLICABLE)


def ready() -> None:
    """Read the templates, which takes as long as filling them in."""
    style_sheet()
    for name in TEMPLATES:
        _environment().get_template(name)


def render(report: Report, *, translate: Callable[[str], str] = str, lang: str = "en") -> str:
    """Write a report as one HTML file. `lang` is the language `translate` gives, as a BCP 47 tag."""
    voice = Voice(translate, lang)
    sheet = style_sheet()
    digest = b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    pages = [_page(page, voice) for page in report.pages]
    template = _environment().get_template(TEMPLATES[0])
    text = ""
    for years, with_sql in FORMS:
        if text:
            _shorten(report, pages, voice, years, with_sql=with_sql)
        text = template.render(
            voice=voice,
            report=report,
            made=day_name(report.made_at, voice),
            as_of=told_as_of(report, voice),
            pages=pages,
            style=Markup(sheet),  # noqa: S704 - our own file
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        )
        if len(text.encode()) <= LARGEST:
            break
    return text


@cache
def style_sheet() -> str:
    """Give the style sheet of a page: the colours of both themes, the page, the charts."""
    environment = _environment()
    colours = (
        f":root{{color-scheme:light dark;{raw_properties(LIGHT)};{custom_properties()}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{raw_properties(DARK)}}}}}\n"
        f"@media print{{:root{{color-scheme:light;{raw_properties(LIGHT)}}}}}\n"
    )
    sheets = (environment.get_template(name).render() for name in ("page.css", "chart.css"))
    return colours + "".join(sheets)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("folkmoot.render", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["coded"] = coded
    return environment


def _page(page: Page, voice: Voice) -> dict[str, Any]:
    return {
        "slug": page.slug,
        "title": voice(page.title),
        "lede": voice(page.lede),
        "panels": [_panel(page, panel, voice) for panel in page.panels if not repeats_page(page, panel)],
        "silent": [panel.id for panel in page.panels if repeats_page(page, panel)],
    }


def _shorten(
    report: Report, pages: list[dict[str, Any]], voice: Voice, years: int, *, with_sql: bool
) -> None:
    """Write the tables of a report anew with fewer years, and name its queries instead of showing them."""
    panels = {panel.id: panel for page in report.pages for panel in page.panels}
    for shown in (each for page in pages for each in page["panels"]):
        tables = tables_of(panels[shown["id"]], voice, years)
        shown["table"] = Markup("".join(html_table(table, voice) for table in tables))  # noqa: S704 - escaped where written
        if shown["sql"] and not with_sql:
            shown["sql"], shown["is_explained"] = "", True


def _panel(page: Page, panel: Panel, voice: Voice) -> dict[str, Any]:
    """Give everything the template needs to know of a panel, as plain text and finished markup."""
    tables = tables_of(panel, voice, YEARS)
    entries, more = shown_entries(panel)
    unit = voice(PLURAL[panel.unit]) if panel.unit and panel.unit is not Unit.INDEX else ""
    question = voice(panel.question)
    return {
        "id": panel.id,
        "title": voice(panel.title),
        "question": question,
        "unit": unit if tables and unit not in question.lower() else "",
        "headline": voice(panel.headline),
        "missing": said_missing(page, panel, voice),
        "missing_shape": shape_of_missing(panel),
        "chart": _chart(panel, voice),
        "table": Markup("".join(html_table(table, voice) for table in tables)),  # noqa: S704 - escaped where written
        "compared": [*filter(None, (*compared(panel, voice), unfinished(panel, voice)))],
        "caveat": voice(panel.caveat),
        "footer": footer(panel, voice),
        "definition": panel.definition if panel.definition.startswith(("https://", "http://")) else "",
        "version": panel.version,
        "read_on": day_name(panel.freshness, voice),
        "parameters": parameters(panel, voice),
        "notes": [voice(note) for note in panel.coverage_notes],
        "sql": "" if panel.missing and not panel.points else _narrow(panel.sql),
        "is_explained": False,
        "is_agenda": is_agenda(panel),
        "findings": [_finding(panel, finding, voice) for finding in panel.findings],
        "tally": _tally(panel, voice),
        "states": any(entry.state for entry in entries),
        "entries": [] if panel.columns else [_entry(entry, voice) for entry in entries],
        "sheet": Markup(html_sheet(panel, voice)) if panel.columns else "",  # noqa: S704 - escaped where written
        "more": more,
    }


def _chart(panel: Panel, voice: Voice) -> Markup | str:
    drawing = draw(panel, voice)
    if drawing is None:
        return ""
    label = escape(described(panel, voice))
    start = f'<svg class="chart" role="img" viewBox="0 0 {WIDTH} {drawing.height}" aria-label="{label}">'
    # Two bytes less at each place of a mark, which HTML allows, are some kilobytes of a page.
    body = _PLACE.sub(r"=\1", drawing.body())
    return Markup(f"{start}{body}</svg>")  # noqa: S704 - escaped where written


def _narrow(sql: str) -> str:
    """Give SQL with half its indentation, which on a page of sixty queries is some kilobytes."""
    kept = re.sub("^ +", lambda found: found[0][: len(found[0]) // 2], dedent(sql), flags=re.MULTILINE)
    return block(kept.strip("\n"))


def _finding(panel: Panel, finding: Finding, voice: Voice) -> dict[str, Any]:
    shape, word = status(panel, finding.outcome, voice)
    return {
        "shape": shape,
        "word": word,
        "title": voice(finding.title),
        "evidence": [voice(one) for one in finding.evidence],
        "links": linked(finding.links, voice),
        "why": voice(reason(panel, finding)),
        "why_not_asked": "" if reason(panel, finding) else voice(finding.why),
        "remedy": voice(finding.remedy),
        "effort": voice(finding.effort),
    }


def _entry(entry: Entry, voice: Voice) -> dict[str, Any]:
    facts, details = sentences(entry, voice)
    return {
        "title": voice(entry.title),
        "state": voice(entry.state),
        "facts": facts,
        "ask": voice(entry.ask),
        "details": details,
        "address": address(entry),
    }


def _tally(panel: Panel, voice: Voice) -> list[dict[str, Any]]:
    """Count the findings of a panel by outcome, what needs doing first."""
    counts = Counter(finding.outcome for finding in panel.findings)
    shown = ((outcome, *status(panel, outcome, voice)) for outcome in IN_ORDER if counts[outcome])
    return [{"shape": shape, "word": word, "count": counts[outcome]} for outcome, shape, word in shown]
