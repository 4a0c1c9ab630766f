"""People by band of UTC offset, worked by hand."""

import pytest

from folkmoot.metrics.utc_offset_bands import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

HISTORY = """
    when                   | who             | also
    2025-01-01 12:00 +0900 | Dora            |
    2026-01-01 12:00 +0100 | Ada             |
    2026-01-02 12:00 +0200 | Ada             |
    2026-01-03 12:00 -0700 | Ada             |
    2026-01-01 12:00 -0500 | Bob             |
    2026-04-01 12:00 -0400 | Bob             |
    2026-01-01 12:00 +0530 | Cleo            |
    2026-01-01 12:00 -0500 | Cleo            |
    2026-01-02 12:00 +0530 | Eve             | merge
    2026-01-02 12:00 +0530 | dependabot[bot] |
"""


def test_each_person_counts_once_where_most_commits_are() -> None:
    """Last 12 months: Ada is in Europe (2 of 3), Bob on the American east coast in winter and summer, Cleo
    has one commit in each of two bands and goes to the western one. All time adds Dora.

    Whoever only merged, and bots, are nowhere.
    """
    assert values(example(HISTORY), METRIC) == {
        (0, "UTC-8 to -4"): 2,
        (0, "UTC-1 to +3"): 1,
        (0, "UTC+7 to +10"): 1,
        (1, "UTC-8 to -4"): 2,
        (1, "UTC-1 to +3"): 1,
    }


def test_n_and_events_are_the_commits_of_those_people() -> None:
    """Bob and Cleo have four commits, Ada three, Dora one: eight over all time, seven in the last year."""
    store = example(HISTORY)
    assert [(row.period, row.n) for row in answer(store, METRIC)] == [(0, 4), (0, 3), (0, 1), (1, 4), (1, 3)]
    assert drilled(store, METRIC) == {0: 8, 1: 7}


@pytest.mark.parametrize(
    ("offset", "band"),
    [
        ("-1200", "UTC-12 to -9"),
        ("-0900", "UTC-12 to -9"),
        ("-0800", "UTC-8 to -4"),
        ("-0400", "UTC-8 to -4"),
        ("-0330", "UTC-3 to -2"),
        ("-0200", "UTC-3 to -2"),
        ("-0100", "UTC-1 to +3"),
        ("+0000", "UTC-1 to +3"),
        ("+0300", "UTC-1 to +3"),
        ("+0330", "UTC+4 to +6"),
        ("+0545", "UTC+4 to +6"),
        ("+0630", "UTC+4 to +6"),
        ("+0700", "UTC+7 to +10"),
        ("+1030", "UTC+7 to +10"),
        ("+1100", "UTC+11 to +14"),
        ("+1400", "UTC+11 to +14"),
    ],
)
def test_limits_of_the_bands(offset: str, band: str) -> None:
    """Every offset in use has its band; the half hours go outwards, away from UTC, except at the far ends."""
    store = example(f"when | who\n2025-01-03 12:00 {offset} | Ada")
    assert values(store, METRIC) == {(0, band): 1}


def test_bands_go_from_west_to_east() -> None:
    """Two people: America before Asia, though the alphabet would have it the other way round."""
    store = example("""
        when                   | who
        2025-01-01 12:00 +0900 | Dora
        2025-01-01 12:00 -0500 | Bob
    """)
    assert [row.label for row in answer(store, METRIC)] == ["UTC-8 to -4", "UTC+7 to +10"]
