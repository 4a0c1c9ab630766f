"""The clock, and the months and years up to it: every series on a page has as many points as these tell."""

from __future__ import annotations

import pytest

from folkmoot.store.database import Connection
from folkmoot.store.scope import look_at
from store.views.seen import second, seen
from worked_example import example

COMMIT = "when | who\n2025-11-30 23:59:59 | Ada"


def test_a_year_ago_is_the_same_second_of_the_day() -> None:
    store = example(COMMIT, as_of="2026-06-15 18:30")
    assert seen(store, "as_of_month_id, as_of_year_id, year_ago_ts", "clock") == [
        (202606, 2026, second("2025-06-15 18:30"))
    ]


def test_a_year_before_the_leap_day_is_the_day_before_march() -> None:
    """29 February 2024 less a year is 28 February 2023: 366 days, so that no day is asked twice."""
    store = example("when | who\n2023-01-01 | Ada", as_of="2024-02-29")
    assert seen(store, "year_ago_ts", "clock") == [second("2023-02-28")]


def test_the_clock_is_the_newest_of_what_the_sources_cover() -> None:
    store = example(COMMIT, as_of="2026-06-15")
    store.execute("insert into coverage values (1, 'git', 0, ?, 'complete', '')", [second("2026-06-20")])
    store.execute("insert into coverage values (1, 'test', 0, ?, 'complete', '')", [second("2026-06-18")])
    look_at(store)
    assert seen(store, "as_of_ts", "clock") == [second("2026-06-20")]


def test_months_without_anything_are_there_too() -> None:
    """From the month of the first commit to that of the clock, over the turn of a year."""
    store = example(COMMIT, as_of="2026-02-10")
    assert seen(store, "month_id, is_complete", "months") == [
        (202511, 1),
        (202512, 1),
        (202601, 1),
        (202602, 0),
    ]
    assert seen(store, "month_index", "months") == [2025 * 12 + 10, 2025 * 12 + 11, 2026 * 12, 2026 * 12 + 1]


def test_a_first_second_of_a_month_begins_no_month_before_it() -> None:
    """The clock stands at such a second too."""
    store = example("when | who\n2025-12-01 00:00:00 | Ada", as_of="2026-02-01 00:00:00")
    assert seen(store, "month_id, start_ts, end_ts", "months") == [
        (202512, second("2025-12-01 00:00:00"), second("2026-01-01 00:00:00")),
        (202601, second("2026-01-01 00:00:00"), second("2026-02-01 00:00:00")),
        (202602, second("2026-02-01 00:00:00"), second("2026-03-01 00:00:00")),
    ]


def test_a_month_is_over_when_its_last_second_is() -> None:
    """The clock is the last second that was looked at, as `--until` gives it."""
    store = example(COMMIT, as_of="2025-12-31 23:59:58")
    assert seen(store, "month_id, is_complete", "months") == [(202511, 1), (202512, 0)]
    look_at(store, as_of=second("2025-12-31 23:59:59"))
    assert seen(store, "month_id, is_complete", "months") == [(202511, 1), (202512, 1)]
    look_at(store, as_of=second("2026-01-01 00:00:00"))
    assert seen(store, "month_id, is_complete", "months") == [(202511, 1), (202512, 1), (202601, 0)]


def test_a_year_is_over_when_its_december_is() -> None:
    store = example(COMMIT, as_of="2025-12-31 23:59:58")
    assert seen(store, "year_id, is_complete", "years") == [(2025, 0)]
    look_at(store, as_of=second("2025-12-31 23:59:59"))
    assert seen(store, "year_id, is_complete", "years") == [(2025, 1)]
    look_at(store, as_of=second("2026-01-01 00:00:00"))
    assert seen(store, "year_id, is_complete, start_ts, end_ts", "years") == [
        (2025, 1, second("2025-11-01 00:00"), second("2026-01-01 00:00")),
        (2026, 0, second("2026-01-01 00:00"), second("2026-02-01 00:00")),
    ]


@pytest.mark.parametrize("first", ["issue", "star", "count"])
def test_without_commits_the_first_thing_a_forge_tells_of_begins(first: str) -> None:
    """A star, an issue and counts of a day in May, one of them moved to March."""
    when = dict.fromkeys(("issue", "star", "count"), "2026-05-02") | {first: "2026-03-31"}
    store = example(
        items=f"item | who | opened\n#1 | Ada | {when['issue']}",
        acts=f"who | when | kind\nBob | {when['star']} 23:59:59 | star",
        snapshots=f"day | stars\n{when['count']} | 3",
    )
    every = [202603, 202604, 202605, 202606]
    assert seen(store, "month_id, has_history", "months") == [(month, 1) for month in every]


def test_months_before_the_first_commit_are_those_of_the_forge_alone() -> None:
    """An issue is older than the first commit: it was moved here, or the clone is shallow."""
    store = example(
        "when | who\n2026-05-31 23:59:59 | Ada", items="item | who | opened\n#1 | Ada | 2026-03-01"
    )
    assert seen(store, "month_id, has_history", "months") == [
        (202603, 0),
        (202604, 0),
        (202605, 1),
        (202606, 1),
    ]
    assert seen(store, "year_id, start_ts", "years") == [(2026, second("2026-05-01 00:00"))]


def test_an_empty_project_has_the_month_of_the_clock_alone() -> None:
    store = example(as_of="2026-06-15")
    assert seen(store, "month_id, is_complete", "months") == [(202606, 0)]
    assert seen(store, "year_id, is_complete", "years") == [(2026, 0)]


def told_by_webhooks(column: str, when: str) -> Connection:
    """Give two issues of 1 March, with words, turns and stars of that day, one of them moved to `when`."""
    store = example(
        items="item | who | opened\n#1 | Ada | 2026-03-01\n#2 | Ada | 2026-03-01",
        remarks="item | who | when\n#1 | Bob | 2026-03-01\n#1 | Bob | 2026-03-01",
        turns="item | who | when | kind\n#1 | Bob | 2026-03-01 | closed\n#1 | Bob | 2026-03-01 | reopened",
        acts="who | when | kind\nCleo | 2026-03-01 | star\nDan | 2026-03-01 | star",
    )
    store.execute("delete from coverage")
    table, _, name = column.partition(".")
    store.execute(
        f"update {table} set {name} = ? where event = (select min(event) from {table})", [second(when)]
    )
    look_at(store)
    return store


@pytest.mark.parametrize(
    "column",
    [
        "item_fact.opened_at",
        "item_fact.updated_at",
        "remark_fact.made_at",
        "turn_fact.made_at",
        "act_fact.made_at",
    ],
)
def test_where_nothing_was_read_the_newest_that_was_delivered_is_the_clock(column: str) -> None:
    assert seen(told_by_webhooks(column, "2026-04-01"), "as_of_ts", "clock") == [second("2026-04-01")]


def test_a_store_without_anything_stands_at_the_beginning_of_time() -> None:
    store = example()
    store.execute("delete from coverage")
    look_at(store)
    assert seen(store, "as_of_ts, as_of_month_id", "clock") == [(0, 197001)]
