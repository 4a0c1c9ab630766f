"""Twelve complete months beside the twelve before."""

import pytest

from folkmoot.views.headlines.year_against_year import KNOWN_LATER, SENTENCES, tell
from views.looking import monthly, panel

OLD = {"data_until": "2026-01-09", "freshness": "2026-07-01"}


@pytest.mark.parametrize("metric", sorted(SENTENCES))
def test_every_panel_gets_both_sums_and_the_month_they_end_in(metric: str) -> None:
    label, _ = SENTENCES[metric]
    said = str(tell(panel(metric, monthly([2] * 12 + [3] * 12, label=label))))
    assert all(part in said for part in ("36", "24", "2025-12"))


def test_the_current_month_is_left_out() -> None:
    from dataclasses import replace

    points = monthly([2] * 12 + [3] * 12 + [999])
    points[-1] = replace(points[-1], complete=False)
    assert ": 36, after 24" in str(tell(panel("new-contributors", points)))


def test_months_of_silence_before_the_clock_count_as_such() -> None:
    """The clock stops at the last fetch: what lies before it was seen, and nobody came."""
    shown = panel("new-contributors", monthly([2] * 12 + [3] * 12 + [0] * 6), **OLD)
    assert ": 18, after 30" in str(tell(shown))


@pytest.mark.parametrize("metric", sorted(KNOWN_LATER))
def test_what_is_known_later_is_not_compared_in_an_old_clone(metric: str) -> None:
    assert tell(panel(metric, monthly([2] * 24), **OLD)) == ""


def test_nothing_in_two_years_is_not_worth_a_sentence() -> None:
    assert tell(panel("returning-contributors", monthly([0] * 24))) == ""


def test_a_young_project_is_not_compared() -> None:
    assert tell(panel("new-contributors", monthly([2] * 23))) == ""
