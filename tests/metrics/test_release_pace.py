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
    """Gaps: 365, 10, 20, 10, 20 days: the median is 20. From 2 March to 15 June are 105 days: 5.25 times."""
    store = example(releases=RELEASES)
    assert values(store, METRIC) == {0: 5.25}
    assert [row.n for row in answer(store, METRIC)] == [5]


def test_the_releases_that_ended_those_gaps() -> None:
    """Five release days, one of them with two tags."""
    assert drilled(example(releases=RELEASES), METRIC) == {0: 6}


def test_only_the_last_gaps_make_the_habit() -> None:
    """The last three gaps are 20, 10 and 20: still 20; the last two, 10 and 20: 15, so 105 / 15 = 7."""
    store = example(releases=RELEASES)
    assert values(store, replace(METRIC, parameters={"gaps": 3})) == {0: 5.25}
    assert values(store, replace(METRIC, parameters={"gaps": 2})) == {0: 7}


def test_without_a_gap_there_is_no_habit() -> None:
    assert values(example(releases="tag | when\nv1 | 2025-01-01"), METRIC) == {}
    assert values(example(), METRIC) == {}


@pytest.mark.parametrize(
    ("days", "value"),
    [
        (("2026-01-01", "2026-01-11", "2026-01-31", "2026-05-06"), 2),
        (("2026-01-01", "2026-01-11", "2026-01-31", "2026-03-02", "2026-04-26"), 2),
    ],
    ids=["odd", "even"],
)
def test_the_usual_gap_is_the_middle_one_or_between_the_two_middle_ones(
    days: tuple[str, ...], value: float
) -> None:
    """Gaps of 10, 20 and 95 days: 20, and 40 days since. Of 10, 20, 30 and 55: 25, and 50 days since."""
    told = "\n".join(f"v{number} | {day}" for number, day in enumerate(days))
    assert values(example(releases=f"tag | when\n{told}"), METRIC) == {0: value}


def test_a_pre_release_of_the_same_day_is_not_behind_it() -> None:
    store = example(
        releases="tag | when | also\nv1 | 2026-01-01 |\nv2 | 2026-02-01 |\nv3b1 | 2026-02-01 | pre"
    )
    assert drilled(store, METRIC) == {0: 1}
