"""Time between releases, worked by hand."""

from folkmoot.metrics.time_between_releases import METRIC
from folkmoot.store.answer import answer
from folkmoot.store.scope import look_at
from worked_example import drilled, example, moment, values

RELEASES = """
    tag    | when             | also
    v1.0   | 2024-12-22       |
    v1.1   | 2025-01-01       |
    v1.0.1 | 2025-01-01 18:00 |
    v2.0b1 | 2025-01-05       | pre
    v1.2   | 2025-01-05 06:00 |
    v1.3   | 2025-02-04       |
    v2.0   | 2026-01-01       |
    v2.1   | 2026-01-21       |
"""


def test_median_of_days_between_release_days() -> None:
    """2025: 10 days (over new year), 4, and 30: median 10. 2026: 331 and 20: median 175.5.

    All five: 4, 10, 20, 30, 331: median 20. Two tags of one day are one, and the beta is none.
    """
    store = example(releases=RELEASES)
    assert values(store, METRIC) == {2025: 10, 2026: 175.5, 0: 20}
    assert {row.period: row.n for row in answer(store, METRIC)} == {2025: 3, 2026: 2, 0: 5}


def test_the_releases_that_ended_a_gap() -> None:
    """2025: both tags of New Year's Day, v1.2 and v1.3 = 4. 2026: 2. All time: 6; v1.0 ended no gap."""
    assert drilled(example(releases=RELEASES), METRIC) == {2025: 4, 2026: 2, 0: 6}


def test_one_release_has_no_gap() -> None:
    assert values(example(releases="tag | when\nv1 | 2025-01-01"), METRIC) == {}


def test_few_gaps_are_withheld() -> None:
    """A median of fewer than five is no habit."""
    assert METRIC.min_n == 5
    assert METRIC.gap == "unknown"


def test_a_pre_release_parts_no_gap() -> None:
    """From 1 to 31 January are 30 days, though there was a beta on the 11th."""
    store = example(
        releases="tag | when | also\nv1 | 2026-01-01 |\nv2b1 | 2026-01-11 | pre\nv2 | 2026-01-31 |"
    )
    assert values(store, METRIC) == {2026: 30, 0: 30}
    assert drilled(store, METRIC) == {2026: 1, 0: 1}


def test_each_project_has_gaps_of_its_own() -> None:
    """The other project releases 5 days after each release of the first: all gaps are 10 days, none is 5."""
    store = example(releases="tag | when\nv1 | 2026-01-01\nv2 | 2026-01-11")
    store.execute("insert into project values (2, 'other', 'made for a test')")
    store.execute(
        "insert into release_fact "
        "select * replace (2 as project, released_at + ? as released_at) from release_fact",
        [5 * 86400],
    )
    look_at(store, as_of=moment("2026-06-15")[0])
    assert values(store, METRIC) == {2026: 10, 0: 10}
    assert {row.period: row.n for row in answer(store, METRIC)} == {2026: 2, 0: 2}
    assert drilled(store, METRIC) == {2026: 2, 0: 2}
