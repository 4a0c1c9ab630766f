"""Tables that are handed over: every cell harmless, nothing that is empty, the same in HTML and Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

from example_report import SHEET

from folkmoot.model.page import Entry, Page, Report
from folkmoot.render import render
from folkmoot.render.html_sheet import html_sheet
from folkmoot.render.voice import Voice

HOSTILE = "</table><script>alert(1)</script> | \x1b[2J"


def rows(html: str) -> list[list[str]]:
    """Give the cells of every row as they stand in the markup."""
    return [re.split(r"<t[hd](?: scope=\w+)?>", row)[1:] for row in html.split("<tr>")[1:]]


def test_a_row_has_the_question_its_answer_what_it_rests_on_and_what_it_maps_to() -> None:
    head, first, *_ = rows(html_sheet(SHEET, Voice()))
    assert [cell.partition("<")[0] for cell in head] == list(SHEET.columns)
    assert first == [
        "HR-1 Boats are listed | by name",
        "Yes",
        "Found: LIST.md",
        "<p>Lights-4<p>Pilots 2.1",
    ]


def test_a_column_that_is_empty_everywhere_is_left_out() -> None:
    bare = replace(SHEET, entries=(Entry("a", "A", "Yes"), Entry("b", "B", "")))
    assert [len(row) for row in rows(html_sheet(bare, Voice()))] == [2, 2, 2]


def test_words_of_strangers_are_words() -> None:
    entry = Entry(
        "a", HOSTILE, HOSTILE, (HOSTILE,), details=(HOSTILE, HOSTILE), address="javascript:alert(1)"
    )
    html = html_sheet(replace(SHEET, entries=(entry,)), Voice())
    assert "<script" not in html
    assert "javascript" not in html
    assert "\x1b" not in html
    assert html.count("</table>") == 1


def test_in_markdown_it_is_a_table_whose_cells_stay_in_their_row() -> None:
    entry = Entry("a", HOSTILE, "Yes", (HOSTILE, "two"))
    page = Page("compliance", "Compliance", "", (replace(SHEET, entries=(entry,)),))
    text = render(Report("x", "2026-01-01", (page,)), "markdown")
    (line,) = [line for line in text.splitlines() if "alert" in line]
    assert len(re.findall(r"(?<!\\)\|", line)) == 4
    assert "<script" not in line.replace("\\<", "")
    assert line.endswith("<br>two |")


def test_a_page_folds_it_and_lets_a_keyboard_scroll_it() -> None:
    page = Page("compliance", "Compliance", "", (SHEET,))
    html = render(Report("x", "2026-01-01", (page,)), "html")
    assert '<details class="sheet"><summary>All the answers' in html
    assert 'class="scroll" tabindex="0"' in html
    assert 'class="panel wide"' in html


def test_rows_that_say_nothing_but_their_state_are_named_together() -> None:
    silent = tuple(Entry(f"q-{n}", f"Question {n}", "Unknown") for n in range(1, 6))
    shown = replace(SHEET, entries=(*silent, SHEET.entries[0], Entry("q-9", "Question 9", "No")))
    cells = rows(html_sheet(shown, Voice()))
    assert [row[0].partition(" ")[0] for row in cells[1:]] == ["HR-1", "Question", "And"]
    assert cells[-1][0] == "And 5 more, with nothing to show: q-1, q-2, q-3, q-4, q-5"
    assert cells[-1][1] == "Unknown"


def test_a_few_such_rows_stand_by_themselves() -> None:
    few = tuple(Entry(f"q-{n}", f"Question {n}", "Unknown") for n in range(3))
    assert len(rows(html_sheet(replace(SHEET, entries=few), Voice()))) == 4


def test_four_silent_rows_are_named_together_and_none_that_says_something() -> None:
    silent = tuple(Entry(f"q-{n}", f"Question {n}", "Unknown") for n in range(4))
    telling = (
        Entry("fact", "Fact", "Unknown", ("Found.",)),
        Entry("detail", "Detail", "Unknown", details=("Lights-4",)),
        Entry("place", "Place", "Unknown", address="https://forge.test/1"),
    )
    cells = rows(html_sheet(replace(SHEET, entries=(*silent, *telling)), Voice()))
    assert [re.sub("<[^>]+>", "", row[0]) for row in cells[1:]] == [
        "Fact", "Detail", "Place", "And 4 more, with nothing to show: q-0, q-1, q-2, q-3",
    ]  # fmt: skip
    assert '<a href="https://forge.test/1"' in cells[3][0]
