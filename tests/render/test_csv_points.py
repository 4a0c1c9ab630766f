"""CSV: a row per point that no spreadsheet runs."""

from __future__ import annotations

import csv
import io

import pytest
from hostile_report import hostile_report

from folkmoot.model.page import Report
from folkmoot.render import render
from folkmoot.render.formats.csv_points import COLUMNS, FORMULA_STARTS, defused, guarded


def rows_of(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(report, "csv"), newline="")))


def test_there_is_a_row_per_point_per_finding_and_per_entry(report: Report) -> None:
    rows = rows_of(report)
    panels = [panel for page in report.pages for panel in page.panels]
    assert tuple(rows[0]) == COLUMNS
    assert len([row for row in rows if row["n"]]) == sum(len(panel.points) for panel in panels)
    assert len([row for row in rows if not row["n"]]) == sum(
        len(panel.findings) + len(panel.entries) for panel in panels
    )


def test_an_entry_has_words_and_no_number(report: Report) -> None:
    row = next(row for row in rows_of(report) if row["label"] == "Cleo becomes a maintainer")
    assert (row["part"], row["value"], row["n"], row["complete"]) == ("open", "", "", "")
    assert row["text"].startswith("Closes on 20 June 2026, in 5 days. 1 voted yes; needed: 2.")


def test_a_finding_has_its_outcome_what_shows_it_and_what_to_do(report: Report) -> None:
    row = next(
        row for row in rows_of(report) if row["label"] == "Nobody can tell how to report a hole in private"
    )
    assert (row["panel"], row["part"], row["value"], row["n"]) == ("agenda", "no", "", "")
    assert row["text"].startswith("There is no SECURITY.md. Add a SECURITY.md with one address")


def test_a_row_says_everything_about_its_point(report: Report) -> None:
    row = next(row for row in rows_of(report) if row["panel"] == "second-contribution")
    assert row == {
        "page": "people", "panel": "second-contribution", "period": "last 12 months", "label": "", "part": "",
        "value": "0.2195", "low": "0.1213", "high": "0.3661", "n": "41", "complete": "1", "unit": "share",
        "version": "1", "text": "",
    }  # fmt: skip


def test_gaps_are_empty_and_the_current_period_is_incomplete(report: Report) -> None:
    rows = [row for row in rows_of(report) if row["panel"] == "time-to-merge"]
    assert [row["value"] for row in rows if row["n"] == "3"] == ["", "", ""]
    assert [row["complete"] for row in rows[-2:]] == ["1", "0"]


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_formulas_are_defused(start: str) -> None:
    assert defused(start + "1+1") == "'" + start + "1+1"


@pytest.mark.parametrize("hidden", ["\t=1+1", "\r=1+1", "\u202e=1+1", " =1+1", "\x00=1+1"])
def test_hidden_formulas_are_defused(hidden: str) -> None:
    assert defused(hidden) == "'=1+1"


def test_honest_words_stay() -> None:
    assert defused("src/a-b=c") == "src/a-b=c"


def test_no_cell_of_a_hostile_report_is_a_formula_or_spans_lines() -> None:
    for row in rows_of(hostile_report()):
        for column, cell in row.items():
            assert not cell.startswith(FORMULA_STARTS) or column == "value"
            assert "\n" not in cell
            assert "\r" not in cell


@pytest.mark.parametrize("words", ["=1+1", "\t=1+1", "  @SUM(A1)", "\n-1"])
def test_what_must_stay_whole_is_guarded_as_it_is(words: str) -> None:
    assert guarded(words) == "'" + words
    assert guarded(f"a{words}") == f"a{words}"
