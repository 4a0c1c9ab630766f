"""Most of the tree was last changed by people who are gone."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.orphaned_files import raised
from views.looking import ALL_TIME, panel, told

DAY = 86_400


def look(share: float, count: int, *, silent: int = 3):
    shown = panel("orphaned-files", [Point(ALL_TIME, share, count)])
    return told(shown, last_commit=1000 * DAY, as_of=(1000 + silent) * DAY)


def test_a_large_share_of_a_living_project_is_raised() -> None:
    finding = raised(look(0.6, 50))
    assert str(finding.title) == (
        "For 60% of the 50 files, the last person who changed them has done nothing here for half a year."
    )
    assert "finished" in str(finding.why)
    assert f"`folkmoot events --metric {finding.panels[0]}`" in str(finding.remedy)


@pytest.mark.parametrize(("share", "count"), [(0.59, 500), (0.9, 49)])
def test_less_than_most_and_small_trees_are_not(share: float, count: int) -> None:
    assert raised(look(share, count)) is None


def test_in_a_silent_project_everybody_is_gone() -> None:
    assert raised(look(0.9, 500, silent=90)) is None
    assert raised(look(0.9, 500, silent=89)) is not None


def test_where_only_bots_still_work_everybody_is_gone() -> None:
    assert raised(look(1.0, 500)) is None
    assert raised(look(0.99, 500)) is not None


def test_without_files_nothing_is_orphaned() -> None:
    assert raised(told()) is None
