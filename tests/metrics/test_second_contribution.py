"""Newcomers who come a second time, worked by hand."""

import pytest

from folkmoot.metrics.second_contribution import METRIC, finish
from folkmoot.model.metric import Row
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_the_second_time_is_another_day_within_90_days() -> None:
    """2025: Ada came again the next day, Bob on day 90: yes. Cleo twice on one day, Dan on day 91: no. 2/4.

    Behind the number: two of Ada, two of Bob, two of Cleo and the first of Dan.
    """
    store = example("""
        when             | who
        2025-01-01       | Ada
        2025-01-02       | Ada
        2025-01-01       | Bob
        2025-04-01       | Bob
        2025-01-01 08:00 | Cleo
        2025-01-01 18:00 | Cleo
        2025-01-01       | Dan
        2025-04-02       | Dan
    """)
    assert values(store, METRIC) == {2025: 0.5}
    assert [row.n for row in answer(store, METRIC)] == [4]
    assert drilled(store, METRIC) == {2025: 7}


def test_newcomers_whose_90_days_are_not_over_are_left_out() -> None:
    """As of 15 June: 90 days after 16 March is 14 June, over; after 17 March it is 15 June, not over.

    Bob has already come back, and is left out all the same: counting only those would flatter.
    """
    store = example("""
        when       | who
        2026-03-16 | Ada
        2026-03-17 | Bob
        2026-03-18 | Bob
    """)
    assert values(store, METRIC) == {2026: 0}
    assert drilled(store, METRIC) == {2026: 1}


def test_a_person_belongs_to_the_year_of_the_first_contribution_whatever_it_was() -> None:
    """Ada came as a co-author in December 2024 and returned in January 2025: a success of 2024."""
    store = example("""
        when       | who     | also
        2024-12-20 | ci[bot] | co: Ada
        2025-01-20 | Ada     |
    """)
    assert values(store, METRIC) == {2024: 1}


def test_the_interval_is_wilsons() -> None:
    """Newcombe 1998: 81 of 263 lies within 0.2553 and 0.3662."""
    (row,) = finish([Row(2025, 81 / 263, 263)])
    assert (row.low, row.high) == pytest.approx((0.2553, 0.3662), abs=5e-5)


def test_any_kind_of_contribution_is_a_second_one() -> None:
    """Ada wrote once and was credited for a test a week later; that Cleo wrote the commit changes nothing."""
    store = example("""
        when       | who  | also
        2025-01-01 | Ada  |
        2025-01-08 | Cleo | tested: Ada
    """)
    assert values(store, METRIC) == {2025: 0.5}


def test_bots_are_no_newcomers() -> None:
    store = example("""
        when       | who     | also
        2025-01-01 | ci[bot] |
        2025-01-08 | ci[bot] | reviewed: ci[bot]
    """)
    assert values(store, METRIC) == {}


def test_each_year_has_its_interval() -> None:
    """1 of 2 came back: Wilson's interval is from 0.095 to 0.905."""
    (row,) = answer(example("when | who\n2025-01-01 | Ada\n2025-01-02 | Ada\n2025-01-01 | Bob"), METRIC)
    assert (row.low, row.high) == pytest.approx((0.0945, 0.9055), abs=5e-5)


def test_one_commit_that_its_author_signed_off_is_one_event() -> None:
    store = example("when | who | also\n2025-01-01 | Ada | signed-off: Ada")
    assert drilled(store, METRIC) == {2025: 1}
