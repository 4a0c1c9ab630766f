"""Fewer people are active than a year ago."""

import pytest

from folkmoot.views.agenda.fewer_people import raised
from views.looking import monthly, panel, told


def look(before: int, now: int):
    return told(
        panel("active-contributors", monthly([before] * 12 + [now] * 12)),
        panel("commits", monthly([40] * 12 + [50] * 12, label="commits")),
    )


def test_a_fall_is_raised_beside_the_work() -> None:
    finding = raised(look(10, 6))
    assert str(finding.title) == (
        "Fewer contributors in a typical month: 6 in the year to 2025-12, 10 in the year before."
    )
    assert str(finding.evidence[0]) == "Commits in the same two years: 600, after 480."


@pytest.mark.parametrize(("before", "now"), [(10, 8), (4, 1), (10, 12), (0, 0)])
def test_what_stays_grows_or_was_small_is_not(before: int, now: int) -> None:
    assert raised(look(before, now)) is None


@pytest.mark.parametrize(
    ("commits", "said"), [(25, "carry more"), (24, "less as well"), (20, "less as well")]
)
def test_overload_is_spoken_of_only_where_those_who_stayed_do_more(commits: int, said: str) -> None:
    """Six people after ten: 24 commits a month after 40 are as many for each of them."""
    shown = told(
        panel("active-contributors", monthly([10] * 12 + [6] * 12)),
        panel("commits", monthly([40] * 12 + [commits] * 12, label="commits")),
    )
    assert said in str(raised(shown).why)


def test_two_years_are_needed() -> None:
    assert raised(told(panel("active-contributors", monthly([9] * 12 + [1] * 11)))) is None


def test_the_work_may_be_unknown() -> None:
    shown = panel("active-contributors", monthly([10] * 12 + [5] * 12))
    assert raised(told(shown, panel("commits", []))).evidence == ()


@pytest.mark.parametrize(
    ("before", "now", "is_raised"),
    [(20, 15, True), (20, 16, False), (8, 6, False), (5, 1, True), (4, 0, False)],
    ids=["a quarter less", "a fifth less", "chance", "five in a month", "four in a month"],
)
def test_a_quarter_less_than_five_or_more_is_raised_where_it_is_not_chance(
    before: int, now: int, is_raised: bool
) -> None:
    """72 after 96 differ by 24, two deviations of 168 are 25.9; 180 after 240 by 60, those of 420 are 41."""
    assert (raised(look(before, now)) is not None) is is_raised


def test_months_that_were_never_fetched_are_no_fall() -> None:
    seen = 1_767_225_600  # 2026-01-01
    old = monthly([10] * 24 + [0] * 12)
    assert raised(told(panel("active-contributors", old))) is not None
    stale = told(panel("active-contributors", old), last_seen=seen, as_of=seen + 86_400 * 365)
    assert raised(stale) is None
