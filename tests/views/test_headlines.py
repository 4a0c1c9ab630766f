"""One sentence above a panel, where the numbers support one."""

from dataclasses import replace

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.page import Point
from folkmoot.views.headlines import Headline, all_headlines, headed
from views.looking import LAST_YEAR, monthly, panel


def test_the_kind_that_knows_the_panel_is_heard() -> None:
    shown = headed(panel("working-hours", [Point(LAST_YEAR, 100, 100, label="Mon", part="9")]))
    assert (
        str(shown.headline)
        == "Over the whole week, the hour with the most commits of the last 12 months began at 9:00, "
        "by the authors' own clocks."
    )


def test_a_panel_nobody_knows_keeps_silent() -> None:
    shown = panel("some-other-metric", monthly([1] * 30))
    assert headed(shown) is shown


def test_a_panel_that_has_a_headline_keeps_it() -> None:
    shown = replace(panel("working-hours", [Point(LAST_YEAR, 100, 100, part="9")]), headline="Said.")
    assert headed(shown) is shown


def test_nothing_is_said_of_nothing() -> None:
    shown = panel("working-hours", [])
    assert headed(shown) is shown


def test_panels_of_the_starter_model_are_not_told_twice() -> None:
    assert headed(panel("starter-absence", [Point(LAST_YEAR, 1, 100)])).headline == ""


@pytest.mark.parametrize("kind", all_headlines(), ids=lambda kind: kind.tell.__module__.rpartition(".")[2])
def test_every_kind_speaks_about_metrics_that_exist(kind: Headline) -> None:
    assert set(kind.about) <= set(all_metrics())
    assert kind.about


@pytest.mark.parametrize("kind", all_headlines(), ids=lambda kind: kind.tell.__module__.rpartition(".")[2])
def test_no_kind_speaks_where_no_value_is_known(kind: Headline) -> None:
    for metric in kind.about:
        gaps = [Point(LAST_YEAR, None, 3), *monthly([None] * 30)]
        assert kind.tell(panel(metric, gaps)) == ""


def test_no_two_kinds_speak_about_the_same_panel() -> None:
    about = [metric for kind in all_headlines() for metric in kind.about]
    assert len(set(about)) == len(about)
