"""Far more changes arrive than a year ago, and are not merged."""

from dataclasses import replace

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.more_arrives import raised
from views.looking import LAST_YEAR, monthly, panel, told


def look(before: float, now: float, *, merged_before: float = 5, merged: float = 8):
    """Two years of so many changes opened and merged in every month."""
    return told(
        panel("changes-opened", monthly([before] * 12 + [now] * 12)),
        panel("changes-merged", monthly([merged_before] * 12 + [merged] * 12)),
        panel("direct-pushes", [Point(LAST_YEAR, 0.0, 999)]),
        as_of=1_769_904_000, last_seen=1_769_904_000,
    )  # fmt: skip


def test_a_flood_is_raised_with_what_became_of_it() -> None:
    finding = raised(look(9, 47))
    assert str(finding.title) == (
        "564 changes were opened in the 12 months to 2025-12, after 108 in the 12 months before."
    )
    assert str(finding.evidence[0]) == "96 are seen to have been merged in those months, after 60."


@pytest.mark.parametrize(("alone", "is_raised"), [(467, True), (468, False)])
def test_commits_without_a_change_may_be_what_is_left(alone: int, is_raised: bool) -> None:
    """468 of 564 are not seen merged; where as many came by themselves, git cannot tell. A forge can."""
    seen = look(9, 47)
    seen._panels["direct-pushes"] = panel("direct-pushes", [Point(LAST_YEAR, 0.5, 2 * alone)])
    assert (raised(seen) is not None) is is_raised
    seen.outline = replace(seen.outline, told=frozenset({"change.merged"}))
    assert "were merged" in str(raised(seen).evidence[0])


@pytest.mark.parametrize(
    ("before", "now", "merged"),
    [(9, 17, 8), (1, 47, 8), (3, 8, 0), (9, 47, 40), (9, 47, 47)],
    ids=["less than twice", "hardly any before", "few", "as many left over as came before", "all merged"],
)
def test_less_is_not(before: float, now: float, merged: float) -> None:
    assert raised(look(before, now, merged=merged)) is None


def test_where_twice_as_much_is_left_as_before_all_the_same_it_is() -> None:
    """Nine of ten were merged before and are now; of 240 opened 24 are left, fewer than came a year ago."""
    assert raised(look(10, 20, merged_before=9, merged=18)) is None
    assert raised(look(10, 20, merged_before=5, merged=10)) is not None


def test_what_is_not_visible_is_not_raised() -> None:
    assert raised(told()) is None
    assert raised(told(panel("changes-opened", monthly([9] * 12 + [47] * 12)))) is None


def test_a_hundred_in_a_year_are_many() -> None:
    """102 and 99, after 27."""
    assert raised(look(2.25, 8.5, merged_before=1, merged=2)) is not None
    assert raised(look(2.25, 8.25, merged_before=1, merged=2)) is None


def test_twice_as_many_have_to_be_left_as_were_left_before() -> None:
    """Of 120 before 96 were left; of 288 now 168 are, which is more than came before, and not twice 96."""
    assert raised(look(10, 24, merged_before=2, merged=10)) is None
    assert raised(look(10, 24, merged_before=2, merged=8)) is not None


def test_years_that_end_in_different_months_are_not_compared() -> None:
    shown = [
        panel("changes-opened", monthly([9] * 12 + [47] * 12)),
        panel("changes-merged", monthly([5] * 12 + [8] * 11, first="2023-12")),
    ]
    assert raised(told(*shown)) is None
