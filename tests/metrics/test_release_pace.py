"""Time since the last release against the usual, worked by hand."""

from dataclasses import replace

import pytest

from folkmoot.metrics.release_pace import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

RELEASES = """
    tag    | when       | also
    v1.0   | 2025-01-01 |
    v1.1   | 2026-01-01 |
    v1.2   | 2026-01-11 |
    v1.1.1 | 2026-01-11 |
    v1.3   | 2026-01-31 |
    v1.4   | 2026-02-10 |
    v1.5   | 2026-03-02 |
    v2.0b1 | 2026-06-01 | pre
"""


def test_days_since_divided_by_the_usual_gap() -> None:
    """Gaps: 365, 10, 20, 10, 20 days: 85 on average. From 2 March to 15 June are 105 days."""
    store = example(releases=RELEASES)
    assert values(store, METRIC) == {0: pytest.approx(105 / 85)}
    assert [row.n for row in answer(store, METRIC)] == [5]


def test_the_releases_that_ended_those_gaps() -> None:
    """Five release days, one of them with two tags."""
    assert drilled(example(releases=RELEASES), METRIC) == {0: 6}


def test_only_the_last_gaps_make_the_habit() -> None:
    """The last three gaps are 20, 10 and 20: 50 days; the last two, 10 and 20: 15 each, so 105 / 15 = 7."""
    store = example(releases=RELEASES)
    assert values(store, replace(METRIC, parameters={"gaps": 3})) == {0: pytest.approx(105 * 3 / 50)}
    assert values(store, replace(METRIC, parameters={"gaps": 2})) == {0: 7}


def test_without_a_gap_there_is_no_habit() -> None:
    assert values(example(releases="tag | when\nv1 | 2025-01-01"), METRIC) == {}
    assert values(example(), METRIC) == {}


def test_a_burst_of_mending_is_no_habit_of_releasing_daily() -> None:
    """Gaps of 60, 60, 1, 1, 1 and 1 days: 124 in 6. Since 4 May 42 days, 2 times as long; not 42 times."""
    days = ("2025-12-31", "2026-03-01", "2026-04-30", "2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04")
    told = "\n".join(f"v{number} | {day}" for number, day in enumerate(days))
    store = example(releases=f"tag | when\n{told}")
    assert values(store, METRIC) == {0: pytest.approx(42 * 6 / 124)}


def test_a_pre_release_of_the_same_day_is_not_behind_it() -> None:
    store = example(
        releases="tag | when | also\nv1 | 2026-01-01 |\nv2 | 2026-02-01 |\nv3b1 | 2026-02-01 | pre"
    )
    assert drilled(store, METRIC) == {0: 1}
