"""Hours that touch are one stretch, and an hour without events was read all the same."""

from __future__ import annotations

from folkmoot.store.notes import read
from folkmoot.store.projects import project_of_clone
from fresh_store import fresh_store
from sources.archives.public_events import event
from store.archives import rows, store_with, take

COVERED = "select p.name, since, until, quality from coverage join project p using (project) order by all"
NOON = 1714564800
STAR = event(1, "WatchEvent", {})


def test_hours_that_touch_are_joined() -> None:
    store = fresh_store()
    for hour in (13, 12, 15):
        take(store, [STAR], name=f"2024-05-01-{hour}.json")
    assert rows(store, COVERED) == [
        ("moot/hall", NOON, NOON + 7200, "complete"), ("moot/hall", NOON + 10800, NOON + 14400, "complete"),
    ]  # fmt: skip


def test_reading_again_changes_nothing() -> None:
    assert rows(store_with([STAR], [STAR]), COVERED) == rows(store_with([STAR]), COVERED)


def test_an_hour_in_which_nothing_happened_is_covered_too() -> None:
    store = fresh_store()
    take(store, [STAR])
    take(store, [event(2, "WatchEvent", {}, repo="moot/shed", repo_id=8)], name="2024-05-01-13.json")
    assert ("moot/hall", NOON, NOON + 7200, "complete") in rows(store, COVERED)


def test_such_an_hour_covers_a_clone_of_the_repository_too() -> None:
    store = fresh_store()
    project_of_clone(store, "/home/ada/hall", "https://github.com/Moot/Hall", "moot/hall")
    take(store, [STAR])
    take(store, [event(2, "WatchEvent", {}, repo="moot/shed", repo_id=8)], name="2024-05-01-13.json")
    assert ("moot/hall", NOON, NOON + 7200, "complete") in rows(store, COVERED)


def test_a_project_that_was_not_asked_for_is_not_covered() -> None:
    store = fresh_store()
    take(store, [STAR])
    take(
        store,
        [event(2, "WatchEvent", {}, repo="ada/shed", repo_id=8)],
        repo="ada/*",
        name="2024-05-01-13.json",
    )
    assert ("moot/hall", NOON, NOON + 3600, "complete") in rows(store, COVERED)


def test_lower_bounds_say_why() -> None:
    store = store_with([event(1, "WatchEvent", {}, "2025-12-01T12:00:00Z")], name="2025-12-01-12.json")
    ((quality, note),) = rows(store, "select quality, note from coverage")
    assert quality == "lower bound"
    assert "not known, not zero" in str(read(note))
