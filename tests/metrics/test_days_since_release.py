"""Days since the last release, worked by hand."""

from folkmoot.metrics.days_since_release import METRIC
from folkmoot.store.answer import answer, events
from worked_example import example, values


def test_from_the_newest_release_to_the_clock() -> None:
    """v1.1 of 5 June at noon to 15 June at noon: 10 days. The candidate of 14 June is no release."""
    store = example(
        releases="""
        tag     | when       | also
        v1.1    | 2026-06-05 |
        v1.0    | 2025-06-05 |
        v2.0rc1 | 2026-06-14 | pre
        """
    )
    assert values(store, METRIC) == {0: 10}
    assert [row.n for row in answer(store, METRIC)] == [2]
    assert events(store, METRIC) == [(0, "", "git:tag:1:v1.1")]


def test_parts_of_a_day_count() -> None:
    """Six hours are a quarter of a day."""
    store = example(releases="tag | when\nv1 | 2026-06-15 06:00", as_of="2026-06-15 12:00")
    assert values(store, METRIC) == {0: 0.25}


def test_never_released_is_not_zero_days() -> None:
    """Only a pre-release: no value."""
    store = example(releases="tag | when | also\nv1rc1 | 2026-06-05 | pre")
    assert answer(store, METRIC) == []
    assert events(store, METRIC) == []


def test_a_candidate_of_the_same_second_does_not_stand_behind_it() -> None:
    store = example(releases="tag | when | also\nv1 | 2026-06-05 |\nv2rc1 | 2026-06-05 | pre")
    assert events(store, METRIC) == [(0, "", "git:tag:1:v1")]
