"""Text for a terminal: within its width, without colour unless asked, harmless."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import example_report as example
import pytest
from hostile_report import hostile_report

from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Entry, Page, Point, Report
from folkmoot.render import render
from folkmoot.render.formats.terminal_text import wants_colour
from folkmoot.render.strokes import bar, charted, padded, shown_width, sparkline
from folkmoot.render.voice import Voice

VOICE = Voice()


@pytest.mark.parametrize("width", [40, 80, 100])
@pytest.mark.parametrize("which", ["example", "hostile"])
def test_no_line_is_wider_than_the_terminal(report: Report, which: str, width: int) -> None:
    text = render(report if which == "example" else hostile_report(), "text", width=width)
    assert [line for line in text.splitlines() if shown_width(line) > width] == []


def test_the_width_of_the_terminal_is_asked_for(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert render(report, "text") == render(report, "text", width=50)


def test_there_is_no_colour_unless_asked_for(report: Report) -> None:
    assert "\x1b" not in render(report, "text")
    assert "\x1b[1m" in render(report, "text", colour=True)


def test_colour_changes_no_word(report: Report) -> None:
    assert re.sub(r"\x1b\[\d*m", "", render(report, "text", colour=True)) == render(report, "text")


def test_nothing_reaches_the_terminal_but_words() -> None:
    text = render(hostile_report(), "text")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_what_is_known_in_part_is_said_once_on_a_page(report: Report) -> None:
    page = report.pages[0]
    noted = [replace(panel, coverage_notes=("Two of 9 were not read.",)) for panel in page.panels[:3]]
    pages = (replace(page, panels=tuple(noted)), replace(page, slug="again", panels=tuple(noted)))
    assert render(replace(report, pages=pages), "text").count("  Two of 9 were not read.\n") == 2


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_that_want_it() -> None:
    assert wants_colour(Terminal(), {})
    assert not wants_colour(Terminal(), {"NO_COLOR": "1"})
    assert not wants_colour(Terminal(), {"TERM": "dumb"})
    assert not wants_colour(io.StringIO(), {})


def test_a_sparkline_rises_from_zero() -> None:
    assert sparkline([0, 1, 4, 8], 10) == " ▁▄█"


def test_a_sparkline_shows_gaps() -> None:
    assert sparkline([8, None, 8], 10) == "█·█"


def test_a_long_sparkline_is_averaged() -> None:
    assert sparkline([0, 8, 4, 4, None, None], 3) == "██·"


def test_small_values_are_not_drawn_as_nothing() -> None:
    assert sparkline([1, 1000], 10) == "▁█"


@pytest.mark.parametrize(("share", "drawn"), [(0, ""), (0.5, "██"), (0.53, "██▏"), (1, "████"), (7, "████")])
def test_bars_are_drawn_in_eighths(share: float, drawn: str) -> None:
    assert bar(share, 4) == drawn


def test_wide_letters_take_two_columns() -> None:
    assert (shown_width("李"), shown_width("é"), shown_width("e\u0301")) == (2, 1, 1)
    assert padded("李李李", 5) == "李李…"
    assert padded("ab", 4) == "ab  "


def test_several_series_are_named() -> None:
    lines = charted(example.FLOW, 76, VOICE)
    assert [line.split()[0] for line in lines] == ["new", "returning", "lost"]


def test_the_current_period_is_called_so_far() -> None:
    assert charted(example.COMMITS_BY_YEAR, 76, VOICE)[-1].endswith("655 so far")


def test_a_curve_that_has_not_begun_to_fall_is_not_drawn() -> None:
    begun = [Point("all time", value, 9, label="2024", part=str(at)) for at, value in enumerate((1.0, 0.5))]
    young = Point("all time", 1.0, 9, label="2025", part="0")
    panel = replace(example.SECOND, shape=Shape.CURVE, points=(*begun, young))
    assert [line.split()[0] for line in charted(panel, 60, VOICE)] == ["2024"]
    assert charted(replace(panel, points=(young,)), 60, VOICE) == []


def test_what_stands_under_a_line_goes_over_lines_and_loses_nothing() -> None:
    for width in (30, 44, 60, 76):
        lines = charted(example.MERGE_TIME, width, VOICE)
        assert all(shown_width(line) <= width for line in lines)
        assert "…" not in "".join(lines)
        assert lines[-1].endswith("so far")


def test_a_name_too_long_for_its_place_stands_above_its_bar() -> None:
    long = "in a role, not known by any account"
    points = (Point("all time", 4.0, 9, label="short"), Point("all time", 2.0, 9, label=long))
    lines = charted(replace(example.OWNERS, points=points, unit=Unit.PEOPLE), 40, VOICE)
    assert [line.split("█")[0].rstrip() for line in lines] == ["short 4", long, "      2"]


def test_the_last_value_is_the_last_that_can_be_said() -> None:
    points = (Point("2024-01", 3.0, 9), Point("2024-02", None, 2), Point("2024-03", None, 0, complete=False))
    lines = charted(replace(example.MERGE_TIME, points=points), 76, VOICE)
    assert lines == ["█·  3, n = 9 in January 2024 · highest 3 · since January 2024"]


def test_a_single_number_of_the_current_period_is_called_so_far() -> None:
    points = (Point("2026", 1.0, 1, complete=False), Point("2025", 4.0, 4))
    assert charted(replace(example.ABSENCE, points=points), 76, VOICE) == [
        "1 person so far  2026",
        "4 people  2025",
    ]


def test_too_few_is_said() -> None:
    assert any("too few (n = 3)" in line for line in charted(example.SECOND, 76, VOICE))


def test_panels_without_points_draw_nothing() -> None:
    assert charted(example.FILES, 76, VOICE) == []


def test_a_day_has_something_on_it_and_a_month_in_it() -> None:
    for periods, said in (
        (("2026-09-28", "2026-09-29"), "on 29 September"),
        (("2026-08", "2026-09"), "in September"),
    ):
        points = tuple(Point(period, 3, 3) for period in periods)
        assert said in " ".join(charted(replace(example.COMMITS_BY_YEAR, points=points), 76, VOICE))


def sheet(*entries: Entry) -> str:
    page = Page("compliance", "Compliance", "", (replace(example.SHEET, entries=entries),))
    return render(replace(example.example_report(), pages=(page,)), "text", width=60)


def test_rows_of_a_table_are_gathered_by_what_would_settle_them() -> None:
    asked = [Entry(f"HR-{n}", f"HR-{n} Rule {n}", "Unknown", ("Ask it.",), group="To ask") for n in (5, 6)]
    text = sheet(*asked, Entry("HR-7", "HR-7 Rule 7", "Unknown", group="To ask"), example.SHEET.entries[1])
    assert "  ? To ask: 3\n    - HR-5 Rule 5\n    - HR-6 Rule 6\n    HR-7\n" in text
    assert "  · No: HR-2 Every light is tended\n    lights.toml:3: nobody\n" in text
    assert "Ask it." not in text


def test_what_other_catalogues_say_is_left_to_formats_with_room() -> None:
    assert "Found: LIST.md" in sheet(example.SHEET.entries[0])
    assert "Pilots 2.1" not in sheet(example.SHEET.entries[0])
