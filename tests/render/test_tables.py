"""Tables hold every point once."""

import example_report as example
import pytest

from folkmoot.model.page import Panel, Point
from folkmoot.render.tables import cell_words, table_of
from folkmoot.render.voice import Voice

VOICE = Voice()
PANELS = [panel for page in example.example_report().pages for panel in page.panels if panel.points]


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.id)
def test_every_point_is_in_one_cell(panel: Panel) -> None:
    table = table_of(panel, VOICE)
    assert table is not None
    cells = [cell for group in table.groups for line in group.lines for cell in line.cells if cell]
    assert sorted(map(id, cells)) == sorted(map(id, panel.points))
    assert all(len(line.cells) == len(table.columns) for group in table.groups for line in group.lines)


def test_months_are_a_grid_of_years() -> None:
    table = table_of(example.ACTIVE, VOICE)
    assert table is not None
    assert table.columns[0] == "Jan"
    assert [line.name for line in table.groups[0].lines] == [str(year) for year in range(2017, 2027)]


def test_points_of_the_same_name_keep_a_row_each() -> None:
    panel = example.panel("p", "T", "Q?", points=(Point("2026", 1.0, 1), Point("2026", 2.0, 1)))
    table = table_of(panel, VOICE)
    assert table is not None
    assert [line.name for line in table.groups[0].lines] == ["2026", "2026"]


def test_no_points_no_table() -> None:
    assert table_of(example.FILES, VOICE) is None


def test_cells_say_n_interval_and_so_far() -> None:
    table = table_of(example.SECOND, VOICE)
    assert table is not None
    first, second = (line.cells for line in table.groups[0].lines)
    assert cell_words(first[0], table, VOICE) == "22% (12% to 37%), n = 41"
    assert cell_words(second[1], table, VOICE) == "too few (n = 3)"
    assert cell_words(second[0], table, VOICE) == ""


def test_a_caption_names_the_unit() -> None:
    captions = [
        table.caption for panel in (example.ACTIVE, example.RETENTION) if (table := table_of(panel, VOICE))
    ]
    assert captions == ["Active contributors (people)", "Who stays, in percent"]
