"""Share of self-merged changes, worked by hand."""

from folkmoot.metrics.self_merged import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

COMMITS = """
    when       | who
    2024-01-01 | Ada
"""


def test_only_changes_with_a_known_merger_count() -> None:
    """2025: Ada merged her #1, Bob merged Ada's #2: 1 of 2. 2026: Bob merged Cleo's #3: 0 of 1.

    #4 (merger unknown), #5 (author unknown), #6 (bot) and #7 (not merged) are no part of it. The last 12
    months begin on 2025-06-15: #2 and #3, 0 of 2.
    """
    store = example(COMMITS, changes="""
        number | who             | opened     | merged     | merger
        #1     | Ada             | 2025-01-01 | 2025-01-02 | Ada
        #2     | Ada             | 2025-09-01 | 2025-09-02 | Bob
        #3     | Cleo            | 2026-01-01 | 2026-01-03 | Bob
        #4     | Cleo            | 2026-01-01 | 2026-01-04 |
        #5     |                 | 2026-01-01 | 2026-01-05 | Bob
        #6     | dependabot[bot] | 2026-01-01 | 2026-01-05 | Bob
        #7     | Ada             | 2026-01-01 |            |
    """)  # fmt: skip
    assert values(store, METRIC) == {1: 0, 2025: 0.5, 2026: 0}
    assert {row.period: row.n for row in answer(store, METRIC)} == {1: 2, 2025: 2, 2026: 1}
    assert drilled(store, METRIC) == {1: 2, 2025: 2, 2026: 1}


def test_no_known_merger_gives_no_rows() -> None:
    """A project that squashes names the forge as committer: nothing is known of who merged."""
    store = example(COMMITS, changes="""
        number | who | opened     | merged     | merger
        #1     | Ada | 2025-01-01 | 2025-01-02 |
    """)  # fmt: skip
    assert values(store, METRIC) == {}


def test_a_robot_or_a_button_tells_nothing_about_who_decided() -> None:
    """#1 was merged by a merging robot: unknown, not somebody else. #2 by Bob: 0 of 1."""
    store = example(COMMITS, changes="""
        number | who | opened     | merged     | merger
        #1     | Ada | 2025-01-01 | 2025-01-02 | bors[bot]
        #2     | Ada | 2025-01-01 | 2025-01-02 | Bob
    """)  # fmt: skip
    assert values(store, METRIC) == {2025: 0}
    assert drilled(store, METRIC) == {2025: 1}


def test_the_year_is_that_of_the_merge() -> None:
    """Merged in the last second of 2024 and the first of 2025; only the last 12 months are left out."""
    changes = """
        number | who | opened     | merged              | merger
        #1     | Ada | 2024-12-01 | 2024-12-31 23:59:59 | Ada
        #2     | Ada | 2024-12-01 | 2025-01-01 00:00:00 | Bob
    """
    assert values(example(COMMITS, changes=changes), METRIC) == {2024: 1, 2025: 0}


def test_twelve_months_begin_after_the_second_a_year_ago() -> None:
    changes = """
        number | who | opened     | merged              | merger
        #1     | Ada | 2025-01-01 | 2025-06-15 12:00:00 | Ada
        #2     | Ada | 2025-01-01 | 2025-06-15 12:00:01 | Bob
    """
    assert values(example(COMMITS, changes=changes, as_of="2026-06-15"), METRIC) == {2025: 0.5, 1: 0}


def test_a_merge_that_has_not_come_yet_is_none() -> None:
    """As of New Year, Ada's change is still open."""
    changes = "number | who | opened | merged | merger\n#1 | Ada | 2025-12-01 | 2026-02-01 | Ada"
    assert values(example(COMMITS, changes=changes, as_of="2026-01-01"), METRIC) == {}


def test_every_change_somebody_merged_themselves_counts() -> None:
    """Ada merged her #1 and Bob his #2; Ada merged Bob's #3: two of three."""
    store = example(COMMITS, changes="""
        number | who | opened     | merged     | merger
        #1     | Ada | 2024-01-01 | 2024-01-02 | Ada
        #2     | Bob | 2024-01-01 | 2024-01-02 | Bob
        #3     | Bob | 2024-01-01 | 2024-01-03 | Ada
    """)  # fmt: skip
    assert values(store, METRIC) == {2024: 2 / 3}
