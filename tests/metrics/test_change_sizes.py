"""Sizes of what lands, worked by hand."""

import pytest

from folkmoot.metrics.change_sizes import METRIC
from folkmoot.store.answer import answer
from folkmoot.store.database import Connection
from folkmoot.store.scope import look_at
from worked_example import day, drilled, example, values


def test_what_lands_together_is_one() -> None:
    """All time: commit 1 has 5 lines (XS); commit 2 has 40 (M); 5 lines of a second direct commit (XS).

    Bob's merge, the bot, and the commit without counts are left out: XS 2 of 3, M 1 of 3. In the last 12
    months (since 2025-06-15) only the last two are left: one half each.
    """
    store = example("""
        when       | who             | files        | also
        2025-01-03 | Ada             | a.py +3 -2   |
        2026-01-04 | Ada             | a.py +30 -10 | #7
        2026-01-05 | Ada             | b.py +5      |
        2026-01-06 | Bob             | a.py +600    | merge
        2026-01-07 | dependabot[bot] | lock +900    |
        2026-01-08 | Cleo            | a.py         |
    """, changes="""
        number | who | opened     | merged
        #7     | Ada | 2026-01-03 | 2026-01-04
    """)  # fmt: skip
    assert values(store, METRIC) == {
        (0, "XS"): pytest.approx(2 / 3),
        (0, "M"): pytest.approx(1 / 3),
        (1, "XS"): 0.5,
        (1, "M"): 0.5,
    }
    assert [row.n for row in answer(store, METRIC)] == [3, 3, 2, 2]
    assert drilled(store, METRIC) == {0: 3, 1: 2}


def test_commits_of_one_change_are_added_up() -> None:
    """Three commits of 6 lines brought in by the merge of change 4 are one landing of 18 lines: S, not XS."""
    store = example("""
        when       | who | files   | also
        2026-01-04 | Ada | a.py +6 | off-main
        2026-01-05 | Bob | a.py -6 | off-main
        2026-01-06 | Ada | a.py +6 | off-main
        2026-01-07 | Bob |         | merge; #4
    """, changes="""
        number | who | opened     | merged     | merger
        #4     | Ada | 2026-01-04 | 2026-01-07 | Bob
    """)  # fmt: skip
    store.execute("update place set landed_by = 4")
    look_at(store, as_of=day("2026-06-15"))
    assert values(store, METRIC) == {(0, "S"): 1, (1, "S"): 1}
    assert drilled(store, METRIC) == {0: 3, 1: 3}


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        (9, "XS"),
        (10, "S"),
        (29, "S"),
        (30, "M"),
        (99, "M"),
        (100, "L"),
        (499, "L"),
        (500, "XL"),
        (999, "XL"),
        (1000, "XXL"),
    ],
)
def test_limits(lines: int, size: str) -> None:
    """The limits are < 10 XS, < 30 S, < 100 M, < 500 L, < 1000 XL, else XXL."""
    store = example(f"when | who | files\n2025-01-03 | Ada | a.py +{lines}")
    assert values(store, METRIC) == {(0, size): 1}


def test_sizes_come_from_small_to_large() -> None:
    """XS before L before XXL, which is not the order of the alphabet."""
    store = example("""
        when       | who | files
        2025-01-03 | Ada | a.py +2000
        2025-01-04 | Ada | a.py +200
        2025-01-05 | Ada | a.py +2
    """)
    assert [row.label for row in answer(store, METRIC)] == ["XS", "L", "XXL"]


def landed_in_change_one(*rows: str) -> Connection:
    """Give a store whose commits, one to a row and the last one apart, all landed in change 1."""
    store = example("\n".join(["when | who | files | also", *rows]), changes="number | who\n#1 | Ada")
    store.execute("update place set landed_by = (select max(commit) from place)")
    store.execute("update change_fact set landing = (select max(commit) from place)")
    look_at(store, as_of=day("2026-06-15"))
    return store


def test_a_bots_commits_of_a_change_are_not_of_its_size() -> None:
    """Change 1 has 5 lines by Ada and 90 by a robot: XS, and one commit stands behind it."""
    store = landed_in_change_one("2026-01-04 | Ada | a.py +5 |", "2026-01-05 | fix[bot] | a.py +90 |")
    assert values(store, METRIC) == {(0, "XS"): 1, (1, "XS"): 1}
    assert drilled(store, METRIC) == {0: 1, 1: 1}


def test_a_change_with_a_commit_that_was_not_counted_is_left_out() -> None:
    """One of the two commits of change 1 has no line counts, so the size of the whole is unknown."""
    store = landed_in_change_one("2026-01-04 | Ada | a.py +5 |", "2026-01-05 | Bob | a.py |")
    assert values(store, METRIC) == {}


@pytest.mark.parametrize(
    ("clock", "periods"), [("2025-06-15 12:00:00", {0: 1}), ("2025-06-15 12:00:01", {0: 1, 1: 1})]
)
def test_a_change_lands_with_its_last_commit(clock: str, periods: dict[int, int]) -> None:
    """The first commit is of 2024, the last of the second a year ago (out), or of the next one (in)."""
    store = landed_in_change_one("2024-01-04 | Ada | a.py +5 |", f"{clock} | Bob | a.py +6 |")
    assert {row.period: row.n for row in answer(store, METRIC)} == periods
    assert drilled(store, METRIC) == dict.fromkeys(periods, 2)


def test_changes_of_one_number_in_two_projects_are_two() -> None:
    """Project 2 has a change 1 as well, of as many commits: two landings of 11 lines, and four commits."""
    store = landed_in_change_one("2026-01-04 | Ada | a.py +5 |", "2026-01-05 | Bob | a.py +6 |")
    store.execute("insert into project values (2, 'other', 'made for a test')")
    for table, changed in {
        "commit_fact": "commit + 100 as commit, 2 as project, 'f' || substr(sha, 2) as sha",
        "place": "commit + 100 as commit, landed_by + 100 as landed_by",
        "line_fact": "commit + 100 as commit",
        "line_state": "commit + 100 as commit",
        "change_fact": "2 as project, landing + 100 as landing",
    }.items():
        store.execute(f"insert into {table} select * replace ({changed}) from {table}")
    look_at(store, as_of=day("2026-06-15"))
    assert [(row.period, row.label, row.n) for row in answer(store, METRIC)] == [(0, "S", 2), (1, "S", 2)]
    assert drilled(store, METRIC) == {0: 4, 1: 4}
