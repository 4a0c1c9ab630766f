"""Time to merge, worked by hand."""

from folkmoot.metrics.time_to_merge import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

COMMITS = """
    when       | who
    2024-01-01 | Ada
"""
CHANGES = """
    number | who             | opened     | merged
    #1     | Ada             | 2024-12-30 | 2025-01-01
    #2     | Ada             | 2025-01-01 | 2025-01-05
    #3     | Bob             | 2025-01-03 | 2025-01-02
    #4     | Bob             | 2026-01-01 | 2026-01-11
    #5     | Bob             | 2026-01-01 | 2026-01-21
    #6     | dependabot[bot] | 2026-01-01 | 2026-01-02
    #7     | Cleo            | 2026-01-01 |
    #8     | Cleo            |            | 2026-01-02
"""


def test_median_and_ninetieth_percentile() -> None:
    """2025: 2 and 4 days (#3 was rewritten, its opening is not known): median 3, p90 the second = 4.

    2026: 10 and 20 days: median 15, p90 the second = 20. The last 12 months are the same two. The bot, the
    open change and the one without opening are not counted.
    """
    assert values(example(COMMITS, changes=CHANGES), METRIC) == {
        (1, "median"): 15,
        (1, "p90"): 20,
        (2025, "median"): 3,
        (2025, "p90"): 4,
        (2026, "median"): 15,
        (2026, "p90"): 20,
    }


def test_p90_is_the_smallest_that_nine_in_ten_do_not_exceed() -> None:
    """Ten changes waiting 1 to 10 days: median (5 + 6) / 2 = 5.5, and nine of ten wait 9 days at most."""
    lines = [f"#{day} | Ada | 2026-03-01 | 2026-03-{day + 1:02d}" for day in range(1, 11)]
    store = example(COMMITS, changes="number | who | opened | merged\n" + "\n".join(lines))
    assert values(store, METRIC)[2026, "median"] == 5.5
    assert values(store, METRIC)[2026, "p90"] == 9


def test_n_and_the_changes_behind_it() -> None:
    """Two changes in 2025 and two in 2026 (those of the last 12 months), each under both labels."""
    store = example(COMMITS, changes=CHANGES)
    counts = {row.period: row.n for row in answer(store, METRIC)}
    assert counts == {1: 2, 2025: 2, 2026: 2}
    assert drilled(store, METRIC) == {1: 4, 2025: 4, 2026: 4}


def test_small_numbers_are_not_shown_and_missing_is_unknown() -> None:
    """A median of fewer than five is withheld by every page; a year without one is a gap, not 0."""
    assert METRIC.min_n == 5
    assert METRIC.gap == "unknown"


def test_an_opening_in_the_second_of_the_merge_is_not_known() -> None:
    """#1's first commit was written anew as it was merged; #2 waited for one second."""
    changes = """
        number | who | opened              | merged
        #1     | Ada | 2026-01-01 12:00:00 | 2026-01-01 12:00:00
        #2     | Ada | 2026-01-01 11:59:59 | 2026-01-01 12:00:00
    """
    store = example(COMMITS, changes=changes)
    assert values(store, METRIC)[2026, "median"] == 1 / 86400
    assert drilled(store, METRIC)[2026] == 2


def test_the_year_is_that_of_the_merge_and_twelve_months_leave_out_their_first_second() -> None:
    """Merged a year ago to the second: of 2025, though opened in 2024, and not of the last 12 months."""
    changes = """
        number | who | opened     | merged
        #1     | Ada | 2024-12-31 | 2025-06-15 12:00:00
    """
    store = example(COMMITS, changes=changes, as_of="2026-06-15")
    assert set(values(store, METRIC)) == {(2025, "median"), (2025, "p90")}


def test_what_a_forge_closed_unmerged_is_no_merge() -> None:
    items = """
        item | who | opened     | closed     | merged
        !1   | Ada | 2026-01-01 | 2026-01-02 |
        !2   | Ada | 2026-01-01 |            | 2026-01-04
    """
    store = example(items=items)
    assert values(store, METRIC)[2026, "median"] == 3
    assert drilled(store, METRIC)[2026] == 2
