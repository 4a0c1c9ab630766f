"""Releases per month, worked by hand."""

from folkmoot.metrics.releases_monthly import METRIC
from worked_example import drilled, example, values


def test_months_with_prereleases_apart() -> None:
    """January: 1.0 and 1.0.1, and one candidate apart. March: 1.1 at its first minute."""
    store = example(
        releases="""
        tag     | when             | also
        v1.0rc1 | 2026-01-02       | pre
        v1.0    | 2026-01-09       |
        v1.0.1  | 2026-01-31 23:59 |
        v1.1    | 2026-03-01 00:00 |
        """
    )
    assert values(store, METRIC) == {
        (202601, "pre-releases"): 1,
        (202601, "releases"): 2,
        (202603, "releases"): 1,
    }
    assert drilled(store, METRIC) == {202601: 3, 202603: 1}


def test_a_month_without_a_release_is_zero() -> None:
    """No tag is knowable from git: nothing was released."""
    assert METRIC.gap == "zero"
