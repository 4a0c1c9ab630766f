"""The last 12 months begin a second after the same second of the year before, in every metric with such."""

from __future__ import annotations

from functools import cache

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.store.answer import answer
from folkmoot.store.database import Connection
from worked_example import drilled, example

WINDOWED = sorted(
    identifier for identifier, metric in all_metrics().items() if "year_ago_ts" in metric.events_text()
)


@cache
def history(moment: str) -> Connection:
    """Give a project in which everything happened in one second, as of noon of 15 June 2026."""
    return example(
        f"""
        when     | who            | files                       | also
        {moment} | Ada @a/company | src/a.py +1; po/de.po +1 -1 | co: Bob @globex
        {moment} | Bob @globex    | src/a.py +2; po/de.po +1    |
        """,
        items=f"""
            item | who            | opened     | closed   | merged   | merger | role | also
            !2   | Ada @a/company | 2025-01-01 |          | {moment} | Ada    | NONE | +1 -1; ran: ci success
            !3   | Ada @a/company | {moment}   |          |          |        | NONE | +1 -1
            #4   | Ada @a/company | {moment}   | {moment} |          |        | NONE | label: good first issue
            #5   | Eve            | 2025-01-01 |          |          |        | NONE |
            !6   | Eve            | {moment}   |          | {moment} |        | NONE |
            #7   | Fay            | {moment}   |          |          |        | NONE |
        """,
        remarks=f"""
            item | who         | when     | kind
            !2   | Bob @globex | {moment} | review approved
            #4   | Bob @globex | {moment} | comment
        """,
        acts=f"who | when | kind\nCleo | {moment} | star\nCleo | {moment} | fork",
        as_of="2026-06-15",
    )


@pytest.mark.parametrize("identifier", WINDOWED)
def test_a_year_ago_to_the_second_is_out_and_a_second_later_is_in(identifier: str) -> None:
    metric = all_metrics()[identifier]
    before, after = history("2025-06-15 12:00:00"), history("2025-06-15 12:00:01")
    assert drilled(before, metric).get(1, 0) == 0
    assert [row for row in answer(before, metric) if row.period == 1 and row.n] == []
    assert drilled(after, metric).get(1, 0) > 0
    assert [row for row in answer(after, metric) if row.period == 1 and row.n] != []
