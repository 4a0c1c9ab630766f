"""Of what people offer, clearly less is merged."""

from dataclasses import replace

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.fewer_merged import raised
from views.looking import panel, told

MAY = 1_777_593_600
"""The first of May 2026."""


def look(before: float, now: float, *, n: int = 100, newest: int = 2025, as_of: int = MAY):
    points = [
        Point(str(newest - 1), before, n),
        Point(str(newest), now, n),
        Point("2026", 0.0, 90, complete=False),
    ]
    return told(panel("changes-merge-share", points), direct(0), as_of=as_of)


def direct(alone: int, of: int = 100):
    """So many commits of both years belong to no change."""
    return panel("direct-pushes", [Point(year, alone / of, of) for year in ("2024", "2025")])


def test_a_large_fall_is_raised() -> None:
    finding = raised(look(0.5, 0.21))
    assert str(finding.title) == (
        "Of the 100 changes opened in 2025, 21% have been merged; of those of 2024 it was 50%."
    )
    assert "landed in a way that git does not show" in str(finding.evidence[1])


@pytest.mark.parametrize(("before", "now"), [(0.5, 0.36), (0.5, 0.5), (0.2, 0.9)])
def test_a_small_fall_and_a_rise_are_not(before: float, now: float) -> None:
    assert raised(look(before, now)) is None


def test_a_year_is_judged_when_its_last_changes_had_their_time() -> None:
    """Until April the year before the last is the newest: half of December may be merged in March."""
    assert raised(look(0.5, 0.21, as_of=MAY - 32 * 86_400)) is None
    assert raised(look(0.5, 0.21, newest=2024, as_of=MAY - 32 * 86_400)) is not None
    assert raised(look(0.5, 0.21, as_of=MAY - 30 * 86_400)) is not None


def test_a_fall_within_chance_is_not() -> None:
    """Of 30 each, 50% and 30% differ by 20 points; two deviations are 25."""
    assert raised(look(0.5, 0.3, n=30)) is None
    assert raised(look(0.5, 0.3, n=300)) is not None


@pytest.mark.parametrize(("alone", "is_raised"), [(28, True), (30, False)])
def test_commits_without_a_change_may_be_what_is_missed(alone: int, is_raised: bool) -> None:
    """29 of 100 fewer were merged; where as many came by themselves, git cannot tell. A forge can."""
    seen = look(0.5, 0.21)
    seen._panels["direct-pushes"] = direct(alone)
    assert (raised(seen) is not None) is is_raised
    seen.outline = replace(seen.outline, told=frozenset({"change.merged"}))
    assert "git" not in str(raised(seen).evidence[1])


@pytest.mark.parametrize(("landings", "is_raised"), [(20, False), (21, True)])
def test_what_lands_on_another_branch_is_not_judged_by_this_one(landings: int, is_raised: bool) -> None:
    """21 of 100 are merged, and less came to the main line: they came to another one."""
    seen = look(0.5, 0.21)
    seen._panels["direct-pushes"] = direct(0, landings)
    assert (raised(seen) is not None) is is_raised


def test_where_nothing_came_to_the_main_line_silence_says_so() -> None:
    seen = look(0.5, 0.21)
    seen._panels["direct-pushes"] = panel("direct-pushes", [])
    assert raised(seen) is None


def test_few_changes_and_old_news_are_not() -> None:
    assert raised(look(0.9, 0.1, n=29)) is None
    assert raised(look(0.9, 0.1, newest=2024)) is None


def test_what_is_not_visible_is_not_raised() -> None:
    assert raised(told()) is None


def test_fifteen_points_less_are_a_fall() -> None:
    """Two deviations of 50% and 35% of 100 each are 13.8 points."""
    assert raised(look(0.5, 0.35)) is not None
    assert raised(look(0.5, 0.352)) is None


def test_chance_is_two_deviations_of_both_years() -> None:
    """50% and 30% differ by 20 points: of 60 each two deviations are 17.5, of 45 each 20.2."""
    assert raised(look(0.5, 0.3, n=60)) is not None
    assert raised(look(0.5, 0.3, n=45)) is None


def test_few_changes_in_one_of_the_years_are_not() -> None:
    years = [Point("2024", 0.9, 300), Point("2025", 0.1, 29)]
    assert raised(told(panel("changes-merge-share", years))) is None
