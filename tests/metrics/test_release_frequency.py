"""Releases per year, worked by hand."""

from folkmoot.metrics.release_frequency import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

RELEASES = """
    tag     | when                   | who             | also
    v1.0rc1 | 2024-12-20             | Ada             | pre
    v1.0    | 2024-12-31 23:30 -0500 | Ada             |
    v1.1    | 2025-03-01             | dependabot[bot] |
    v1.2    | 2025-04-01             |                 |
    v2.0b1  | 2026-01-01             | Bob             | pre
    v3.0    | 2026-07-01             | Bob             |
"""


def test_prereleases_stand_apart() -> None:
    """v1.0 was tagged on New Year's Eve in New York, which is 2025 in UTC: three in 2025, whoever tagged
    them.

    v3.0 comes after the moment the numbers are for (2026-06-15).
    """
    store = example(releases=RELEASES)
    assert values(store, METRIC) == {
        (2024, "pre-releases"): 1,
        (2025, "releases"): 3,
        (2026, "pre-releases"): 1,
    }
    assert drilled(store, METRIC) == {2024: 1, 2025: 3, 2026: 1}


def test_releases_come_before_prereleases() -> None:
    """Both in one year: the label that matters comes first."""
    store = example(releases="tag | when | also\nv1b1 | 2025-01-01 | pre\nv1 | 2025-01-02 |")
    assert [row.label for row in answer(store, METRIC)] == ["releases", "pre-releases"]


def test_no_tags_give_no_rows() -> None:
    assert values(example("when | who\n2026-01-03 | Ada"), METRIC) == {}
