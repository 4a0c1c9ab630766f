"""Tables hold every point once."""

from dataclasses import replace

import example_report as example
import pytest

from folkmoot.model.metric import Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.html_table import html_table
from folkmoot.render.tables import Table, cell_words, tables_of
from folkmoot.render.voice import Voice

VOICE = Voice()
PANELS = [panel for page in example.example_report().pages for panel in page.panels if panel.points]


def only(panel: Panel) -> Table:
    (table,) = tables_of(panel, VOICE)
    return table


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.id)
def test_every_point_is_in_one_cell(panel: Panel) -> None:
    table = only(panel)
    cells = [cell for group in table.groups for line in group.lines for cell in line.cells if cell]
    assert sorted(map(id, cells)) == sorted(map(id, panel.points))
    assert all(len(line.cells) == len(table.columns) for group in table.groups for line in group.lines)


def test_months_are_a_grid_of_years() -> None:
    table = only(example.ACTIVE)
    assert table.columns[0] == "Jan"
    assert [line.name for line in table.groups[0].lines] == [str(year) for year in range(2017, 2027)]


def test_only_the_newest_years_are_told_where_a_page_must_stay_small() -> None:
    (table,) = tables_of(example.ACTIVE, VOICE, 3)
    assert [line.name for line in table.groups[0].lines] == ["2024", "2025", "2026"]
    assert "since 2024, all in CSV" in table.caption
    assert tables_of(example.ACTIVE, VOICE, 40) == tables_of(example.ACTIVE, VOICE)


def test_where_it_must_be_smaller_still_the_newest_twelve_months_are_columns() -> None:
    mill = [Point(f"{2025 + at // 12}-{at % 12 + 1:02d}", float(at), 9, label="mill") for at in range(18)]
    loom = [Point("2020-01", 7.0, 9, label="loom"), Point("all time", 3.0, 9, label="loom")]
    table, rest = tables_of(example.panel("p", "T", "Q?", points=(*loom, *mill)), VOICE, 1)
    assert (table.columns[0], table.columns[-1]) == ("Jul 2025", "Jun 2026")
    assert "T since Jul 2025, all in CSV" in table.caption
    ended, going = table.groups[0].lines
    assert (ended.name, any(ended.cells)) == ("loom", False), "named all the same"
    assert (going.name, list(going.cells)) == ("mill", mill[6:])
    assert [point for line in rest.groups[0].lines for point in line.cells] == loom[1:]


def test_where_it_must_be_smaller_still_years_are_columns_too() -> None:
    points = [Point(str(year), float(year), 9, label=label) for label in "ab" for year in range(2010, 2027)]
    (table,) = tables_of(example.panel("p", "T", "Q?", points=tuple(points)), VOICE, 1)
    assert table.columns == ("2021", "2022", "2023", "2024", "2025", "2026")
    assert "since 2021, all in CSV" in table.caption
    assert [line.name for line in table.groups[0].lines] == ["a", "b"]


def test_a_history_of_less_than_a_year_is_told_whole() -> None:
    points = tuple(Point(f"2026-{month:02d}", float(month), 9) for month in range(1, 5))
    (table,) = tables_of(example.panel("p", "T", "Q?", points=points), VOICE, 1)
    assert (table.caption, table.groups[0].lines[0].cells) == ("T (people)", points)


def test_months_and_other_periods_have_a_table_each() -> None:
    points = (Point("last 12 months", 7.0, 9), Point("2026-01", 1.0, 9), Point("2026-02", 2.0, 9))
    months, rest = tables_of(example.panel("p", "T", "Q?", points=points), VOICE)
    assert months.groups[0].lines[0].cells[:2] == points[1:]
    assert rest.groups[0].lines[0].cells == points[:1]


def test_points_of_the_same_name_keep_a_row_each() -> None:
    panel = example.panel("p", "T", "Q?", points=(Point("2026", 1.0, 1), Point("2026", 2.0, 1)))
    table = only(panel)
    assert [line.name for line in table.groups[0].lines] == ["2026", "2026"]


def test_no_points_no_table() -> None:
    assert tables_of(example.FILES, VOICE) == ()


def test_cells_say_n_interval_and_so_far() -> None:
    table = only(example.SECOND)
    first, second = (line.cells for line in table.groups[0].lines)
    assert cell_words(first[0], table, VOICE) == "22% (12% to 37%), n = 41"
    assert cell_words(second[1], table, VOICE) == "too few (n = 3)"
    assert cell_words(second[0], table, VOICE) == ""


@pytest.mark.parametrize("unit", [Unit.PEOPLE, Unit.SHARE])
def test_what_is_not_there_is_not_so_far(unit: Unit) -> None:
    points = (Point("2025-12", 3.0, 9), Point("2026-01", None, 0, complete=False))
    table = only(example.panel("p", "T", "Q?", points=points, unit=unit))
    assert "so far" not in cell_words(points[1], table, VOICE)
    assert "so far" not in html_table(table, VOICE)


def test_a_caption_names_the_unit() -> None:
    captions = [only(panel).caption for panel in (example.ACTIVE, example.RETENTION)]
    assert captions == ["Active contributors (people)", "Who stays, in percent"]


def test_a_large_table_is_read_in_few_digits() -> None:
    """What is exact stands in JSON and CSV; "51.02 (44% to 58%)" is for nobody to read."""
    shares = Table("Work, in percent", "", (), (), Unit.SHARE, is_bare=True, with_n=True)
    assert (
        cell_words(Point("2026-05", 0.51024, 98, low=0.44, high=0.58), shares, VOICE)
        == "51 (44 to 58), n = 98"
    )
    assert cell_words(Point("2026-05", 0.083, 36), shares, VOICE) == "8.3, n = 36"
    lines = replace(shares, unit=Unit.LINES, with_n=False)
    assert cell_words(Point("2026-05", 13055.0, 9), lines, VOICE) == "13,055"
    assert cell_words(Point("2026-05", None, 0), lines, VOICE) == ""


def test_long_counts_behind_a_number_are_grouped_in_html_too() -> None:
    table = only(example.panel("p", "T", "Q?", points=(Point("all time", 1.0, 10332),)))
    assert "<td>1<i>10,332</i>" in html_table(table, VOICE)
