"""The pieces of SQL that metrics share give the same windows, shares, middles and fates everywhere."""

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
