"""Panels on decisions: what is open, what was decided, and how much came on record each year."""

from __future__ import annotations

from typing import Any

from folkmoot.govern.audit.written_rules import WrittenRules
from folkmoot.i18n import say
from folkmoot.model.ballot import Answer, Ballot, Poll
from folkmoot.model.event import DAY
from folkmoot.model.role import Change
from folkmoot.views.governing.decision_panels import (
    MOST_CLOSED,
    MOST_OPEN,
    NOTHING_OPEN,
    by_year,
    closed_ones,
    known_day,
    open_ones,
)
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.panels import NO_CONTENTS
from folkmoot.views.governing.records import Announced, Recorded
from folkmoot.views.governing.telling import Names
from views.governing.written_down import NOW, known

NAMES = Names({}, None, None)
YEAR = 366 * DAY


def knowing(**more: Any) -> Known:
    """Give a repository without files of its own in which this is known."""
    usual = {"own": None, "has_own": False, "announced": [], "records": [], "written": WrittenRules()}
    return known(**(usual | more))


def election(number: int, ends: int = DAY) -> Announced:
    return Announced(f"e{number}/election.yaml", f"E{number}", 0, NOW + ends, "")


def record(number: int, when: int | None = 0, *, is_empty: bool = False) -> Recorded:
    ballots = () if is_empty else (Ballot(voter="ada", answer=Answer.YES),)
    landed = None if when is None else Change("c" * 40, when)
    return Recorded(f"votes/{number:03}.md", Poll("plain", f"Vote {number}", ballots), landed)


def test_where_nothing_is_open_that_is_said_with_what_is_not_seen() -> None:
    shown = open_ones(knowing(), None)
    assert (shown.missing, shown.entries) == (NOTHING_OPEN, ())
    assert say(shown.caveat) == "As of 1975-06-24, when this clone last learned something."


def test_files_without_contents_are_not_called_without_decisions() -> None:
    assert open_ones(knowing(has_own=True), None).missing == NO_CONTENTS


def test_elections_to_come_are_open_the_first_to_end_first() -> None:
    """They are known with the one that ends last first; what is over is not open."""
    shown = open_ones(knowing(announced=[election(3, 9 * DAY), election(2, DAY), election(1, 0)]), None)
    assert [say(entry.title) for entry in shown.entries] == ["E2", "E3"]


def test_elections_that_a_long_list_leaves_out_are_counted() -> None:
    shown = open_ones(knowing(announced=[election(n) for n in range(MOST_OPEN + 3)]), None)
    assert (len(shown.entries), shown.more) == (MOST_OPEN, 3)
    assert open_ones(knowing(announced=[election(1)]), None).more == 0


def test_what_was_decided_stands_in_the_order_of_the_records() -> None:
    shown = closed_ones(knowing(records=[record(2), record(1)]), None, NAMES)
    assert [say(entry.title) for entry in shown.entries] == ["Vote 2", "Vote 1"]
    assert (shown.headline, shown.more) == ("", 0)


def test_records_without_a_result_are_counted_where_there_are_any() -> None:
    shown = closed_ones(knowing(records=[record(1), record(2, is_empty=True)]), None, NAMES)
    assert say(shown.headline) == "Votes on record: 2; records that hold no result: 1."


def test_a_long_list_of_what_was_decided_ends() -> None:
    shown = closed_ones(knowing(records=[record(n) for n in range(MOST_CLOSED + 2)]), None, NAMES)
    assert (len(shown.entries), shown.more) == (MOST_CLOSED, 2)


def test_where_nothing_was_decided_that_is_said() -> None:
    for shown in (closed_ones(knowing(), None, NAMES), by_year(knowing(), None)):
        assert shown.missing == "No decision is on record yet."


def test_every_year_from_the_first_to_this_one_is_counted_and_this_one_is_unfinished() -> None:
    """Two records came in 1972 and one in 1974; when the fourth came the clone does not show."""
    records = [record(1, 2 * YEAR), record(2, 2 * YEAR), record(3, 4 * YEAR), record(4, None)]
    shown = by_year(knowing(records=records), None)
    assert [(point.period, point.value, point.n, point.complete) for point in shown.points] == [
        ("1972", 2, 2, True), ("1973", 0, 0, True), ("1974", 1, 1, True), ("1975", 0, 0, False),
    ]  # fmt: skip


def test_a_record_from_a_clock_that_is_ahead_is_in_its_own_year() -> None:
    shown = by_year(knowing(records=[record(1, NOW + YEAR)]), None)
    assert [point.period for point in shown.points] == ["1976"]


def test_the_day_of_a_record_is_that_of_its_commit() -> None:
    assert known_day(record(1, 31 * DAY)) == "1970-02-01"
    assert known_day(record(1, None)) == ""
