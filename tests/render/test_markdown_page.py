"""Markdown: what comes from data stays text."""

from __future__ import annotations

import re

import pytest
from hostile_report import hostile_report
from reading import markdown_tables

from folkmoot.model.metric import Better, Shape
from folkmoot.model.page import Page, Panel, Point, Report
from folkmoot.render import render
from folkmoot.render.formats.markdown_page import escaped


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("<script>", "\\<script\\>"),
        ("[a](b)", "\\[a\\](b)"),
        ("a | b", "a \\| b"),
        ("# no heading", "\\# no heading"),
        ("- no list", "\\- no list"),
        ("1. no list", "1\\. no list"),
        ("2.", "2\\."),
        ("8.3% (n = 40)", "8.3% (n = 40)"),
        ("@ada", "\\@ada"),
        ("https://evil.test", "https&#58;//evil.test"),
        ("www.evil.test", "www&#46;evil.test"),
        ("src/a.py", "src/a.py"),
        ("&amp;", "\\&amp;"),
        ("run `git fetch --tags`, *then*", "run `git fetch --tags`, \\*then\\*"),
        ("`@ada` and 1. no list", "`@ada` and 1. no list"),
        ("an odd ` one", "an odd \\` one"),
        ("``two``", "\\`\\`two\\`\\`"),
        ("`a|b`", "\\`a\\|b\\`"),
        ("`<b>`", "\\`\\<b\\>\\`"),
    ],
)
def test_words_mean_nothing_to_markdown(words: str, safe: str) -> None:
    assert escaped(words) == safe


def test_hostile_data_makes_no_markup_of_its_own() -> None:
    page = re.sub(r"(?s)(`{3,})sql\n.*?\n\1\n", "", render(hostile_report(), "markdown"))
    tags = set(re.findall(r"(?<!\\)<(/?\w+)", page))
    assert tags == {"a", "/a", "sub", "/sub", "details", "/details", "summary", "/summary"}
    assert re.findall(r"(?<!\\)\]\(", page) == []


def test_sql_cannot_leave_its_fence() -> None:
    sql = "select 1\n```\n# Out\n`````\n"
    panel = Panel("a", "A", "What?", None, Better.NEITHER, Shape.SINGLE, (Point("all time", 1, 9),), sql=sql)
    text = render(Report("x", "2026-01-01", (Page("a", "A", "", (panel,)),)), "markdown")
    assert f"\n``````sql\n{sql}``````\n" in text


def test_rows_of_a_table_have_as_many_cells_as_its_head(report: Report) -> None:
    tables = [table for _, table in markdown_tables(render(report, "markdown"))]
    assert len(tables) > 10
    assert all(len({len(row) for row in table if not row[0].startswith("---")}) == 1 for table in tables)


def test_findings_say_status_why_evidence_remedy_and_effort(report: Report) -> None:
    page = render(report, "markdown")
    start = page.index("- ✗ **No: A code of conduct**")
    assert page[start:].splitlines()[:3] == [
        "- ✗ **No: A code of conduct**",
        "  Without one, people who were hurt somewhere else stay away.",
        "  - **What to do:** Add CODE\\_OF\\_CONDUCT.md, and name two people to write to. (an hour)",
    ]


def test_a_definition_is_a_link_only_when_it_is_an_address(report: Report) -> None:
    assert "[Definition](https://example.test/definitions/retention)" in render(report, "markdown")
    assert "[Definition]" not in render(hostile_report(), "markdown")
