"""The pieces of SQL that metrics share give the same windows, shares, middles and fates everywhere."""

import pytest

from folkmoot.metrics import _periods
from folkmoot.store.database import connect

COUNTED = """
    with clock as (select 1000 as as_of_ts, 500 as year_ago_ts),
    counted as (
        select 2020 as year_id, 100 as ts, 'a' as event, 1 as hit, 4 as wait, 'kept' as fate union all
        select 2020, 200, 'b', 0, 2, 'lost' union all
        select 2021, 600, 'c', 1, 9, 'kept'
    ),"""


def asked(sql: str) -> list[tuple[object, ...]]:
    """Give the rows of a piece over three counted things, the last of them within the last 12 months."""
    return sorted(connect(None).execute(COUNTED + sql).fetchall())


def test_a_share_by_year_and_for_the_last_12_months() -> None:
    assert asked(_periods.SHARE) == [(1, 1.0, 1), (2020, 0.5, 2), (2021, 1.0, 1)]


def test_a_middle_and_a_90th_percentile() -> None:
    rows = asked(_periods.summarised(2))
    assert [row for row in rows if row[0] == 2020] == [(2020, "median", 1.5, 2), (2020, "p90", 2.0, 2)]


def test_every_fate_is_told_even_where_nobody_met_it() -> None:
    rows = asked(_periods.fates(("kept", "lost", "sold")))
    assert [row for row in rows if row[0] == 2020] == [
        (2020, "kept", 0.5, 2), (2020, "lost", 0.5, 2), (2020, "sold", 0.0, 2),
    ]  # fmt: skip


def test_events_follow_the_same_windows() -> None:
    assert asked(_periods.EVENTS) == [(1, "c"), (2020, "a"), (2020, "b"), (2021, "c")]
    assert len(asked(_periods.SUMMARISED_EVENTS)) == 8
    assert (2020, "b", "lost") in asked(_periods.FATE_EVENTS)


@pytest.mark.parametrize(("waits", "median", "p90"), [(10, 30.5, 81), (11, 36, 100), (12, 42.5, 121)])
def test_the_middle_is_by_place_and_nine_in_ten_do_not_exceed_the_90th(
    waits: int, median: float, p90: float
) -> None:
    """Squares from 1 on: of 10 the middles are 25 and 36, and the 9th is 81; of 11, 36 and the 10th, 100.

    Of 12 they are 36 and 49, and 9 in 10 are 10.8 of them, thus the 11th, 121.
    """
    counted = f"""
        with clock as (select 1000 as as_of_ts, 500 as year_ago_ts),
        counted as (
            select 2020 as year_id, 100 as ts, n as event, n * n as wait from range({waits}, 0, -1) t(n)
        ),"""
    rows = connect(None).execute(counted + _periods.summarised(1)).fetchall()
    assert sorted(rows) == [(2020, "median", median, waits), (2020, "p90", p90, waits)]
