"""What daily counts gained and lost, of whichever count is asked for."""

from __future__ import annotations

from folkmoot.metrics._from_day_to_day import pairs
from worked_example import day, example

COUNTS = """
    day | forks | stars
    2026-03-01 | 5 | 10
    2026-03-02 | 9 | 7
    2026-03-04 | 9 | 8
"""


def days(field: str) -> list[tuple[int, int, int]]:
    store = example(snapshots=COUNTS, as_of="2026-03-05")
    return store.execute(f"{pairs(field)} select day_seen, more, fewer from days").fetchall()


def test_each_count_is_told_by_its_own_field() -> None:
    """On 2 March four forks more and three stars fewer; the day before 4 March was not counted."""
    second = day("2026-03-02") // 86400
    assert days("forks") == [(second, 4, 0)]
    assert days("stars") == [(second, 0, 3)]


def test_a_count_of_none_is_a_count() -> None:
    """Forks went from none to 2, stars stayed at none: both days were counted."""
    store = example(
        snapshots="day | forks | stars\n2026-03-01 | 0 | 0\n2026-03-02 | 2 | 0", as_of="2026-03-05"
    )
    found = {
        field: store.execute(f"{pairs(field)} select more, fewer from days").fetchall()
        for field in ("forks", "stars")
    }
    assert found == {"forks": [(2, 0)], "stars": [(0, 0)]}
