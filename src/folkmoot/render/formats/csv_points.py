"""CSV: one row per point, finding or entry, for spreadsheets and notebooks.

Columns: page, panel, period, label, part, value, low, high, n, complete (1 or 0), unit, version (of the
definition), text. Values are plain numbers with a point; an empty cell cannot be said. An entry of a list is
no number: its title stands under label, its state under part, what is said about it under text, and its
numbers are empty. So is a finding, with its outcome under part, and what shows it and what to do under text.
Words that a spreadsheet would run as a formula begin with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from itertools import chain

from folkmoot.model.check import Finding
from folkmoot.model.page import Entry, Page, Panel, Point, Report
from folkmoot.render.figures import exact
from folkmoot.render.format import Format
from folkmoot.render.lists import address, linked, sentences, shown_entries
from folkmoot.render.plain import plain
from folkmoot.render.voice import Voice

FORMAT = Format("csv", ".csv", "text/csv; charset=utf-8")
COLUMNS = (
    "page", "panel", "period", "label", "part", "value", "low", "high", "n", "complete", "unit", "version",
    "text",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")
MOST_LETTERS = 1000
MOST_TEXT = 10_000


def render(report: Report, *, translate: Callable[[str], str] = str) -> str:
    """Write every point and entry of a report; only sentences are translated, names are for machines."""
    voice = Voice(translate)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for page in report.pages:
        for panel in page.panels:
            writer.writerows(_row(page, panel, point) for point in panel.points)
            writer.writerows(_finding_row(page, panel, finding, voice) for finding in panel.findings)
            entries, _ = shown_entries(panel)
            writer.writerows(_entry_row(page, panel, entry, voice) for entry in entries)
    return file.getvalue()


def _row(page: Page, panel: Panel, point: Point) -> list[str]:
    numbers = (exact(number, panel.unit) for number in (point.value, point.low, point.high))
    return [
        *map(defused, (page.slug, panel.id, point.period, point.label, point.part)),
        *("" if number is None else str(number) for number in numbers),
        str(point.n),
        str(int(point.complete)),
        panel.unit.value if panel.unit else "",
        str(panel.version),
        "",
    ]


def _finding_row(page: Page, panel: Panel, finding: Finding, voice: Voice) -> list[str]:
    named = (page.slug, panel.id, "", voice(finding.title), finding.outcome.value)
    links = (f"{words} {place}".rstrip() for words, place in linked(finding.links, voice))
    said = " ".join(filter(None, chain(map(voice, finding.evidence), links, (voice(finding.remedy),))))
    return [*map(defused, named), "", "", "", "", "", "", str(panel.version), defused(said, MOST_TEXT)]


def _entry_row(page: Page, panel: Panel, entry: Entry, voice: Voice) -> list[str]:
    named = (page.slug, panel.id, "", voice(entry.title), voice(entry.state))
    said = " ".join(filter(None, chain(*sentences(entry, voice), (address(entry),))))
    return [*map(defused, named), "", "", "", "", "", "", str(panel.version), defused(said, MOST_TEXT)]


def defused(words: str, limit: int = MOST_LETTERS) -> str:
    """Give words on one line that no spreadsheet takes for a formula."""
    return guarded(plain(words, limit))


def guarded(words: str) -> str:
    """Give words as they are, behind an apostrophe where a spreadsheet would take them for a formula."""
    return "'" + words if words.lstrip().startswith(FORMULA_STARTS) else words
