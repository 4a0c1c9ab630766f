"""How few made half of what there is."""

import pytest

from folkmoot.model.coverage import Quality
from folkmoot.model.page import Point
from folkmoot.views.headlines.half_of_the_work import MORE, ONE, tell
from views.looking import ALL_TIME, LAST_YEAR, panel


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (1, "At least half of the last 12 months' 40 commits came from one person."),
        (7, "Half of the last 12 months' 40 commits came from 7 people."),
    ],
)
def test_one_and_several_have_their_own_sentence(people: int, said: str) -> None:
    points = [Point(ALL_TIME, 3, 999), Point(LAST_YEAR, people, 40)]
    assert str(tell(panel("contributor-absence-factor", points))) == said


@pytest.mark.parametrize("metric", sorted(ONE))
def test_every_panel_has_both_sentences(metric: str) -> None:
    one, more = (str(tell(panel(metric, [Point(LAST_YEAR, value, 40)]))) for value in (1, 2))
    assert "one" in one
    assert " 2 " in more
    assert set(ONE) == set(MORE)


def test_a_single_commit_has_no_half() -> None:
    assert tell(panel("contributor-absence-factor", [Point(LAST_YEAR, 1, 1)])) == ""


def test_a_year_without_commits_has_none() -> None:
    assert tell(panel("contributor-absence-factor", [Point(ALL_TIME, 1, 100)])) == ""


def test_of_a_handful_of_commits_no_half_is_told() -> None:
    """Of two commits, half always come from one person or from two."""
    assert tell(panel("contributor-absence-factor", [Point(LAST_YEAR, 1, 4)])) == ""
    assert tell(panel("contributor-absence-factor", [Point(LAST_YEAR, 1, 5)])) != ""


def test_the_part_of_one_label_is_not_the_whole() -> None:
    points = [Point(LAST_YEAR, 9, 40, label="docs"), Point(LAST_YEAR, None, 40), Point(LAST_YEAR, 3, 40)]
    assert "came from 3 people" in str(tell(panel("contributor-absence-factor", points)))


def test_a_history_of_less_than_a_year_is_told_as_a_whole() -> None:
    said = [
        str(tell(panel("contributor-absence-factor", [Point(ALL_TIME, n, 40), Point(LAST_YEAR, n, 40)])))
        for n in (1, 3)
    ]
    assert said == [
        "At least half of the 40 commits so far came from one person.",
        "Half of the 40 commits so far came from 3 people.",
    ]


def test_what_a_shallow_clone_lacks_may_be_older() -> None:
    points = [Point(ALL_TIME, 1, 40), Point(LAST_YEAR, 1, 40)]
    shown = panel("contributor-absence-factor", points, coverage=Quality.LOWER_BOUND)
    assert "last 12 months" in str(tell(shown))


def test_lines_of_a_young_history_are_those_so_far() -> None:
    points = [Point(ALL_TIME, 2, 40), Point(LAST_YEAR, 2, 40)]
    shown = panel("contributor-absence-factor-lines", points)
    assert str(tell(shown)) == "Half of the lines changed so far came from 2 people."
