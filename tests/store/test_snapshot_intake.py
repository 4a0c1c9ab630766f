"""Daily counts: one per project and day, and days are looked at up to the last count."""

from __future__ import annotations

from folkmoot.model.event import DAY
from folkmoot.model.forge import Snapshot
from folkmoot.store.database import Connection
from folkmoot.store.scope import look_at
from folkmoot.store.snapshot_intake import Count, keep_counts
from fresh_store import fresh_store
from store.archives import rows


def count(day: int, stars: int, project: str = "moot/hall", source: str = "github") -> Count:
    return Count(f"https://github.com/{project}", project, source, "github.com", Snapshot(day, stars=stars))


def kept(*times: list[Count]) -> Connection:
    store = fresh_store()
    for counts in times:
        keep_counts(store, counts, counts[-1].snapshot.day_id * DAY + 600)
    look_at(store)
    return store


def test_the_last_count_of_a_day_is_kept() -> None:
    store = kept([count(100, 5)], [count(100, 6)], [count(101, 4)])
    assert rows(store, "select day_id, stars, forks from snapshots order by 1") == [
        (100, 6, -1),
        (101, 4, -1),
    ]


def test_reach_grows_with_every_count() -> None:
    store = kept([count(101, 5)], [count(100, 5), count(102, 5)])
    assert rows(store, "select source, since, until, quality from coverage") == [
        ("snapshot", 100 * DAY, 102 * DAY + 600, "complete")
    ]


def test_what_the_same_source_said_otherwise_stays() -> None:
    store = fresh_store()
    store.execute("insert into project values (1, 'moot/hall', 'https://github.com/moot/hall')")
    store.execute("insert into coverage values (1, 'github', 0, 50, 'complete', '')")
    assert keep_counts(store, [count(100, 5), count(100, 7, "moot/shed")], 100 * DAY) == 2
    assert (1, "github", 0, 50, "complete", "") in rows(store, "from coverage")
