"""CSV: one row per point, for spreadsheets and notebooks.

Columns: page, panel, period, label, part, value, low, high, n, complete (1 or 0), unit, version (of the
definition). Values are plain numbers with a point; an empty cell cannot be said. Words that a spreadsheet
would run as a formula begin with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from folkmoot.model.page import Page, Panel, Point, Report
from folkmoot.render.figures import exact
from folkmoot.render.format import Format
from folkmoot.render.plain import plain

FORMAT = Format("csv", ".csv", "text/csv; charset=utf-8")
COLUMNS = (
    "page", "panel", "period", "label", "part", "value", "low", "high", "n", "complete", "unit", "version",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")
MOST_LETTERS = 1000


def render(report: Report, *, translate: Callable[[str], str] = str) -> str:
    """Write every point of a report; `translate` has nothing to do here, names are for machines."""
    del translate
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for page in report.pages:
        for panel in page.panels:
            writer.writerows(_row(page, panel, point) for point in panel.points)
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
    ]


def defused(words: str) -> str:
    """Give words that no spreadsheet takes for a formula."""
    kept = plain(words, MOST_LETTERS)
    return "'" + kept if kept.startswith(FORMULA_STARTS) else kept
