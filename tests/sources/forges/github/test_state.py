"""How far a reading of GitHub came, and where the next one begins and stops."""

from __future__ import annotations

import json

import pytest

from folkmoot.sources.forges.github.queries import LISTS, Rest
from folkmoot.sources.forges.github.state import AGAIN, MARK, ListState, State

NOW = 1_700_000_000


def test_what_is_written_is_read_again() -> None:
    kept = State(
        "R_1", 1000, events={"etag": "W/1", "newest": "9"}, has_runs=True,
        rest=[Rest("turns", True, 7, "I_1", "c1")], waiting=[Rest("runs", True, 8, "I_2", "")],
        has_gaps=True,
    )  # fmt: skip
    kept.lists["stars"] = ListState(5, 9, "c2")
    assert State.of({MARK: kept.written()}) == kept


def test_nothing_written_is_the_beginning() -> None:
    begun = State.of({})
    assert begun == State()
    assert set(begun.lists) == set(LISTS)
    assert not any(each.until or each.started or each.cursor for each in begun.lists.values())


@pytest.mark.parametrize(
    "mark",
    ["", "7", "null", "[]", "{}", '{"lists": []}', '{"lists": {"stars": {"moon": 1}}, "rest": []}'],
)
def test_a_mark_of_another_form_is_the_beginning(mark: str) -> None:
    assert State.of({MARK: mark}) == State()


def test_a_mark_from_before_runs_were_asked_for_holds() -> None:
    """Older versions wrote neither `has_runs` nor `waiting`; what they knew is known still."""
    kept = State("R_1", 1000)
    kept.lists["issues"].until = NOW
    older = {
        name: value
        for name, value in json.loads(kept.written()).items()
        if name not in {"has_runs", "waiting"}
    }
    assert State.of({MARK: json.dumps(older)}) == kept


def test_a_list_that_older_marks_do_not_know_is_read_whole() -> None:
    kept = json.loads(State("R_1", 1000).written())
    del kept["lists"]["stars"]
    assert State.of({MARK: json.dumps(kept)}).lists["stars"] == ListState()


def test_readings_overlap() -> None:
    """What ended at noon is read again from a minute before: machines do not all know a thing at once."""
    reading = ListState()
    reading.begin(NOW)
    assert reading.started == NOW - AGAIN
    reading.end()
    assert (reading.until, reading.started, reading.cursor) == (NOW - AGAIN, 0, "")


def test_a_reading_under_way_is_not_begun_again() -> None:
    """Else what changed between its first page and its last would be taken for known."""
    reading = ListState(started=NOW, cursor="c1")
    reading.begin(NOW + 5000)
    assert reading.started == NOW


def test_a_list_is_done_when_it_was_begun_and_has_no_more_pages() -> None:
    assert not ListState().is_done
    assert not ListState(started=NOW, cursor="c1").is_done
    assert ListState(started=NOW).is_done


def test_a_first_reading_goes_from_the_oldest_and_stops_nowhere() -> None:
    assert ListState().order("issues") == {"field": "CREATED_AT", "direction": "ASC"}
    assert ListState().order("stars") == {"field": "STARRED_AT", "direction": "ASC"}
    assert ListState().stops_at("issues") == 0


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("issues", "UPDATED_AT"),
        ("changes", "UPDATED_AT"),
        ("discussions", "UPDATED_AT"),
        ("forks", "CREATED_AT"),
        ("stars", "STARRED_AT"),
    ],
)
def test_a_later_reading_goes_from_the_newest_to_what_is_known(name: str, field: str) -> None:
    known = ListState(until=NOW)
    assert known.order(name) == {"field": field, "direction": "DESC"}
    assert known.stops_at(name) == NOW


def test_releases_are_read_whole_every_time() -> None:
    """Their list cannot be ordered by when they were published."""
    known = ListState(until=NOW)
    assert known.order("releases") == {"field": "CREATED_AT", "direction": "ASC"}
    assert known.stops_at("releases") == 0
