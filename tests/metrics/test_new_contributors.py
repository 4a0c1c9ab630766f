"""New contributors, worked by hand."""

from folkmoot.metrics.new_contributors import METRIC
from worked_example import drilled, example, values


def test_only_the_first_contribution_ever_is_new() -> None:
    """Ada is new in January 2024 and again here after two years, but not new; Bob is new as a co-author."""
    store = example("""
        when       | who | also
        2024-01-03 | Ada |
        2026-03-03 | Ada | co: Bob
        2026-04-03 | Bob |
    """)
    assert values(store, METRIC) == {202401: 1, 202603: 1}
    assert drilled(store, METRIC) == {202401: 1, 202603: 1}


def test_the_month_is_in_utc() -> None:
    """23:30 on 31 January at -0500 is already 1 February in UTC."""
    store = example("""
        when                   | who
        2026-01-31 23:30 -0500 | Ada
    """)
    assert values(store, METRIC) == {202602: 1}


def test_bots_and_people_who_only_merge_are_not_new() -> None:
    store = example("""
        when       | who             | also
        2026-01-03 | dependabot[bot] |
        2026-01-04 | Cleo            | merge
        2026-01-05 | Ada             |
    """)
    assert values(store, METRIC) == {202601: 1}
    assert drilled(store, METRIC) == {202601: 1}


def test_two_people_new_with_one_commit_each_have_a_line_of_it() -> None:
    store = example("""
        when       | who | also
        2026-01-03 | Ada | co: Bob
    """)
    assert values(store, METRIC) == {202601: 2}
    assert drilled(store, METRIC) == {202601: 2}
