"""Far less lands than a year ago."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.quieter import raised
from views.looking import monthly, panel, told


def look(before: float, now: float, *, people: tuple[int, int] = (2, 2)):
    return told(
        panel("commits", monthly([before] * 12 + [now] * 12, label="commits")),
        panel("active-contributors", monthly([people[0]] * 12 + [people[1]] * 12)),
    )


def test_half_of_the_year_before_is_raised() -> None:
    finding = raised(look(4, 2))
    assert str(finding.title) == (
        "The project has become quieter: 24 commits by people in the 12 months to 2025-12, 48 in the 12 "
        "months before."
    )
    assert "README" in str(finding.remedy)
    assert "busier again" in str(finding.why)


def test_a_single_commit_is_one() -> None:
    values = [3.0] * 12 + [0.0] * 11 + [1.0]
    people = panel("active-contributors", monthly([2] * 24))
    finding = raised(told(panel("commits", monthly(values, label="commits")), people))
    assert str(finding.title).startswith("The project has become quieter: one commit by people")


@pytest.mark.parametrize(("before", "now"), [(4, 3), (4, 8), (1, 0), (0, 0)])
def test_a_little_less_more_and_hardly_any_are_not(before: float, now: float) -> None:
    assert raised(look(before, now)) is None


def test_where_people_are_fewer_that_says_more() -> None:
    assert raised(look(9, 2, people=(8, 2))) is None


def test_merges_are_no_commits_of_their_own() -> None:
    assert raised(told(panel("commits", monthly([9] * 12 + [1] * 12, label="merges")))) is None


@pytest.mark.parametrize(("so_far", "is_raised"), [(24, True), (25, False)])
def test_commits_of_the_month_that_is_not_over_may_turn_it(so_far: int, is_raised: bool) -> None:
    points = monthly([8.0] * 12 + [2.0] * 12, label="commits")
    points.append(Point("2026-01", so_far, so_far, label="commits", complete=False))
    people = panel("active-contributors", monthly([2] * 24))
    assert (raised(told(panel("commits", points), people)) is not None) is is_raised


@pytest.mark.parametrize(
    ("before", "now", "is_raised"), [(2, 0, True), (2, 1, False), (10, 5, True), (10, 5.1, False)]
)
def test_half_of_two_dozen_is_quieter_where_it_is_not_chance(
    before: float, now: float, is_raised: bool
) -> None:
    """12 after 24 differ by 12, which two deviations of 36 are too: that is chance."""
    assert (raised(look(before, now)) is not None) is is_raised


def test_months_that_a_clone_has_not_seen_are_not_quiet() -> None:
    seen = 1_767_225_600 - 86_400  # 2025-12-31
    shown = [
        panel("commits", monthly([9] * 25 + [0] * 8, first="2023-12", label="commits")),
        panel("active-contributors", monthly([2] * 33, first="2023-12")),
    ]
    assert raised(told(*shown)) is not None
    assert raised(told(*shown, last_seen=seen, as_of=seen + 86_400 * 240)) is None
