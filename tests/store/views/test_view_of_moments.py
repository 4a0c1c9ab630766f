"""The second, day, month and year of everything done, on both sides of midnight in UTC."""

from __future__ import annotations

import pytest

from store.views.seen import second, seen
from worked_example import example

MIDNIGHT = [
    pytest.param("2025-12-31 23:59:59", 202512, 2025, id="before"),
    pytest.param("2026-01-01 00:00:00", 202601, 2026, id="after"),
]
"""The last second of a day, month and year, and the first of the next."""


@pytest.mark.parametrize(("when", "month", "year"), MIDNIGHT)
def test_everything_done_is_of_its_second_and_its_day_in_utc(when: str, month: int, year: int) -> None:
    store = example(
        f"when | who | files\n{when} | Ada | src/a.py +1",
        items=f"item | who | opened | merged | merger\n!1 | Ada | {when} | {when} | Bob",
        remarks=f"item | who | when\n!1 | Bob | {when}",
        turns=f"item | who | when | kind\n!1 | Bob | {when} | closed",
        acts=f"who | when | kind\nBob | {when} | star",
        releases=f"tag | when\nv1 | {when}",
    )
    told = (second(when), second(when) // 86400, month, year)
    for view in ("commits", "contributions", "touches", "interactions", "turns", "acts", "releases"):
        assert seen(store, "ts, day_id, month_id, year_id", view) == [told], view
    assert seen(store, "opened_ts, opened_day_id, opened_month_id, opened_year_id", "items") == [told]
    assert seen(store, "kind, ts, day_id, month_id, year_id", "activities") == [
        (kind, *told) for kind in ("change.merged", "change.opened", "comment", "commit")
    ]


@pytest.mark.parametrize(("when", "month", "year"), MIDNIGHT)
def test_the_clock_is_of_its_day_in_utc(when: str, month: int, year: int) -> None:
    store = example(as_of=when)
    assert seen(store, "as_of_ts, as_of_day_id, as_of_month_id, as_of_year_id", "clock") == [
        (second(when), second(when) // 86400, month, year)
    ]


@pytest.mark.parametrize(("when", "month"), [("2025-12-31", 202512), ("2026-01-01", 202601)])
def test_a_count_is_of_its_day(when: str, month: int) -> None:
    midnight = second(f"{when} 00:00:00")
    assert seen(example(snapshots=f"day | stars\n{when} | 3"), "ts, day_id, month_id", "snapshots") == [
        (midnight, midnight // 86400, month)
    ]


def test_a_tag_is_of_its_moment_in_utc_wherever_it_was_made() -> None:
    """Half past midnight an hour east of UTC is still last year."""
    store = example(releases="tag | when\nv1 | 2026-01-01 00:30 +0100")
    assert seen(store, "ts, month_id", "releases") == [(second("2025-12-31 23:30"), 202512)]
