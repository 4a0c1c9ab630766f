"""What an HTML page shows and what it leaves out: to stay small, as said before, or as there is nothing."""

from __future__ import annotations

import re
from dataclasses import replace

import example_report as example
import pytest
from reading import PageReader
from test_html_page import LEFT_OUT, large_report, years_of_months

from folkmoot.model.page import Page, Panel, Report
from folkmoot.render import render
from folkmoot.render.formats import html_page
from folkmoot.render.formats.html_page import FORMS, LARGEST, YEARS


def shown(*panels: Panel) -> str:
    return render(Report("x", "2026-01-01T00:00:00Z", (Page("p", "P", "", panels),)), "html")


def test_each_form_is_taken_as_soon_as_it_fits_to_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    """First fewer years, then no queries, then two years of months, then one: nothing is given up early."""
    forms = {}
    for count in range(1, len(FORMS) + 1):
        with monkeypatch.context() as patch:
            patch.setattr(html_page, "FORMS", FORMS[:count])
            patch.setattr(html_page, "LARGEST", 1)
            forms[count] = render(large_report(), "html")
    sizes = [len(forms[count].encode()) for count in forms]
    assert sizes == sorted(sizes, reverse=True)
    for count, html in forms.items():
        monkeypatch.setattr(html_page, "LARGEST", len(html.encode()))
        assert render(large_report(), "html") == html, count
    told = [(len(years_of_months(html)), LEFT_OUT in html) for html in forms.values()]
    assert told == [(6, False), (3, False), (3, True), (2, True), (0, True)]
    assert (YEARS, LARGEST) == (6, 298_000)


def test_what_was_said_before_is_a_place_to_link_to_and_nothing_more() -> None:
    first = replace(example.ACTIVE, points=(), missing="Connect a forge.")
    second = replace(first, id="second", title="Another title", missing="Connect a forge.")
    html = shown(first, second)
    assert [panel.id for panel in PageReader(html).panels] == [first.id]
    assert html.count("Connect a forge.") == 1
    assert html.count('id="second"') == 1
    assert "Another title" in html, "the first names whom it speaks for"


@pytest.mark.parametrize(
    ("changes", "is_shown"),
    [
        ({}, True),
        ({"points": (), "missing": "Connect a forge."}, False),
        ({"missing": "Some of it is not known."}, True),
        ({"points": ()}, True),
    ],
)
def test_the_query_is_shown_unless_there_is_nothing_that_it_told(
    changes: dict[str, object], is_shown: bool
) -> None:
    assert ("<pre" in shown(replace(example.ACTIVE, **changes))) == is_shown


def test_a_query_keeps_half_of_its_indentation_and_all_else() -> None:
    sql = "\n    select month_id,\n        'four    spaces' as said\n      from commits\n"
    assert html_page._narrow(sql) == "select month_id,\n  'four    spaces' as said\n from commits"


def test_the_name_of_a_group_of_rows_stands_over_the_whole_table(report: Report) -> None:
    tables = re.findall(r"<table.*?</table>", render(report, "html"), re.DOTALL)
    grouped = [table for table in tables if "scope=rowgroup" in table]
    assert grouped
    for table in grouped:
        columns = len(re.findall(r"<th scope=col", table.partition("<tbody>")[0]))
        assert {int(found) for found in re.findall(r"rowgroup colspan=(\d+)", table)} == {columns}


def test_only_bare_percentages_are_marked_as_such(report: Report) -> None:
    """A program that reads a table multiplies by what is marked; `<data>` tells the share itself."""
    tables = re.findall(r"<table.*?</table>", render(report, "html"), re.DOTALL)
    marked = [table for table in tables if "data-unit" in table]
    assert marked
    assert all('data-unit="share"' in table and "<data " not in table for table in marked)
