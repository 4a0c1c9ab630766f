"""A sync with a forge ends in the same store however often it was broken off, and asks for nothing twice.

Long because each way in which a sync may be broken off has a test of its own, over one forge.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folkmoot.model.event import Kind
from folkmoot.model.forge import Account, Act, Item, Mark, Reach, Record, Remark, Snapshot
from folkmoot.model.source import Access, Estimate, ForgeSource, Standing
from folkmoot.sources.forges import open_forge
from folkmoot.store.database import connect, one, reading
from folkmoot.store.forge_sync import ForgeSynced, forge_until, sync_forge
from sources.forges.forge_at_hand import TODAY, Talk, fake, needs_schema

TABLES = ("project", "account", "identity", "item_fact", "remark_fact", "turn_fact", "label_fact", "act_fact",
          "head_fact", "run_fact", "snapshot_fact", "coverage", "person", "identity_person")  # fmt: skip
ORIGIN = "https://example.org/ada/loom"


class Killed(BaseException):
    """The end of a process, at a place of the test's choosing."""


class Told:
    """A source that tells what it was given, page by page, and dies after `alive` records."""

    name, host, project, shown = "github", "example.org", "ada/loom", ORIGIN

    def __init__(self, pages: list[list[Record]], alive: int = 10**9) -> None:
        self.pages = pages
        self.alive = alive
        self.told = 0
        self.problems: list[Any] = []

    def estimate(self, since: Mapping[str, str]) -> Estimate | None:
        del since
        return Estimate(len(self.pages), 60)

    def records(self, since: Mapping[str, str]) -> Iterator[Record]:
        for place, page in enumerate(self.pages):
            if place < int(since.get("page", "0")):
                continue
            for record in [*page, Mark("page", str(place + 1))]:
                if self.told == self.alive:
                    raise Killed
                self.told += 1
                yield record

    def vanished(self, items: Sequence[Standing]) -> list[Standing]:
        del items
        return []

    def close(self) -> None:
        pass


def issue(number: int, closed_at: int = 0) -> Item:
    return Item(False, number, f"i{number}", Account("ada"), "NONE", "Why", 1000 + number, closed_at, 2000,
                labels=("bug",))  # fmt: skip


def comment(number: int) -> Remark:
    return Remark(False, number, f"c{number}", Kind.COMMENT, Account("bob"), "MEMBER", 1500, length=20)


PAGES: list[list[Record]] = [
    [issue(1), comment(1), issue(2)],
    [issue(3), comment(3), Act("s", Kind.STAR, Account("cleo"), 1400)],
    [issue(1, 1900), Snapshot(3, stars=4), Reach(1001, 5000, "complete")],
]


def sync(store: Path, source: ForgeSource, **more: Any) -> ForgeSynced:
    return sync_forge(store, ORIGIN, source, **more)


def content(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    with reading(store) as connection:
        found = {table: sorted(connection.execute(f"from {table}").fetchall(), key=str) for table in TABLES}
        found["forge_state"] = sorted(
            connection.execute("from forge_state where name <> 'synced'").fetchall()
        )
        return found


def test_what_a_forge_says_is_in_the_store(tmp_path: Path) -> None:
    synced = sync(tmp_path / "s.duckdb", Told(PAGES))
    assert synced.counts == {"item": 4, "remark": 2, "act": 1, "snapshot": 1, "reach": 1}
    assert synced.until == 5000
    assert [row[8:10] for row in content(tmp_path / "s.duckdb")["item_fact"]] == [
        (1001, 1900), (1002, 0), (1003, 0)
    ]  # fmt: skip


def test_nothing_is_left_beside_the_store(tmp_path: Path) -> None:
    sync(tmp_path / "s.duckdb", Told(PAGES))
    assert {path.suffix for path in tmp_path.iterdir()} <= {".duckdb", ".lock"}


def test_the_cost_is_told_before_the_reading(tmp_path: Path) -> None:
    told: list[Estimate] = []
    source = Told(PAGES)
    sync(
        tmp_path / "s.duckdb",
        source,
        announce=lambda estimate: told.append(estimate._replace(quota=source.told)),
    )
    assert told == [Estimate(3, 60, quota=0)]


@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(deaths=st.lists(st.integers(0, 12), max_size=4), cut=st.integers(0, 400))
def test_broken_off_anywhere_it_ends_in_the_same_store(
    tmp_path_factory: pytest.TempPathFactory, deaths: list[int], cut: int
) -> None:
    """Each death leaves its page half written, too; whole pages are not told again."""
    room = tmp_path_factory.mktemp("sync")
    whole, store = room / "whole.duckdb", room / "s.duckdb"
    sync(whole, Told(PAGES))
    for alive in deaths:
        try:
            sync(store, Told(PAGES, alive))
        except Killed:
            for spool in room.glob("s.duckdb.*.spool"):
                with spool.open("ab") as file:
                    file.write(b'["Item",true,3,"half"'[:cut])
    last = Told(PAGES)
    sync(store, last)
    assert content(store) == content(whole)
    if any(alive >= 12 for alive in deaths):
        assert last.told == 0


def test_a_whole_page_is_not_asked_for_again(tmp_path: Path) -> None:
    with pytest.raises(Killed):
        sync(tmp_path / "s.duckdb", Told(PAGES, 4 + 2))
    last = Told(PAGES)
    sync(tmp_path / "s.duckdb", last)
    assert last.told == 4 + 4


def test_until_all_is_there_the_store_is_what_it_was(tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    sync(store, Told(PAGES[:1]))
    before = store.read_bytes()
    with pytest.raises(Killed):
        sync(store, Told(PAGES, 6))
    assert store.read_bytes() == before


def test_a_second_sync_goes_on_from_the_marks(tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    sync(store, Told(PAGES))
    again = Told([*PAGES, [issue(9)]])
    assert sync(store, again).counts == {"item": 1}
    assert again.told == 2


def test_another_forge_takes_the_place_of_the_first(tmp_path: Path) -> None:
    """A project is not counted twice because a dump of it was read before; daily counts stay."""
    store = tmp_path / "s.duckdb"
    dump = Told(PAGES)
    dump.name, dump.host = "archive-dump", "github.com"
    sync(store, dump)
    sync(store, Told([[issue(1), comment(1), Reach(1, 6000, "complete")]]))
    held = content(store)
    assert {row[4] for row in held["item_fact"]} == {"github"}
    assert (len(held["item_fact"]), len(held["remark_fact"]), len(held["label_fact"])) == (1, 1, 1)
    assert len(held["snapshot_fact"]) == 1
    assert {row[1] for row in held["coverage"]} == {"github"}


def test_another_project_at_the_same_forge_begins_at_the_beginning(tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    sync(store, Told(PAGES))
    other = Told([[issue(1)]])
    other.shown = "https://example.org/ada/other"
    sync(store, other)
    held = content(store)
    assert [row[2] for row in held["item_fact"]] == [1]
    assert held["remark_fact"] == []


def test_how_far_a_forge_is_known_is_asked_by_project(tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    synced = sync(store, Told(PAGES))
    with connect(store) as connection:
        assert forge_until(connection, synced.project) == 5000
        assert forge_until(connection, synced.project + 1) == 0


def test_the_project_of_the_same_origin_is_joined(tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    with connect(store) as connection:
        connection.execute("insert into project values (4, 'loom', ?)", [ORIGIN])
    assert sync(store, Told(PAGES)).project == 4
    with reading(store) as connection:
        assert one(connection, "select count(*) from project") == (1,)


# -- with the fake forge ----------------------------------------------------------------------------------


@needs_schema
@settings(deadline=None, max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(deaths=st.lists(st.integers(0, 900), min_size=1, max_size=3))
def test_a_forge_is_read_to_the_same_store_through_any_deaths(
    tmp_path_factory: pytest.TempPathFactory, deaths: list[int]
) -> None:
    """Many pages, with rests; no page that was whole is asked for again."""
    from fake_forge.worlds import invented

    room, talk = tmp_path_factory.mktemp("forge"), Talk()
    forge = fake(invented(issues=230, changes=120))
    with forge.serving() as base:
        place = f"github+{base}/ada/loom"
        sync(room / "whole.duckdb", open_forge(place, talk.access))
        clean = forge.asked
        for alive in deaths:
            source = open_forge(place, talk.access)
            real = source.records

            def dying(since: Mapping[str, str], real: Any = real, alive: int = alive) -> Iterator[Record]:
                for count, record in enumerate(real(since)):
                    if count == alive:
                        raise Killed
                    yield record

            source.records = dying  # type: ignore[method-assign] # dies on the way
            try:
                sync(room / "s.duckdb", source)
            except Killed:
                source.close()
        sync(room / "s.duckdb", open_forge(place, talk.access))
        assert content(room / "s.duckdb") == content(room / "whole.duckdb")
        # A death loses the page it came in and the one asked for ahead of it.
        assert forge.asked <= 2 * clean + 2 * len(deaths)


@needs_schema
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_a_process_that_was_killed_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """kill -9, truly, while a forge is being read that answers four questions before, and then no more."""
    from fake_forge import serving
    from fake_forge.worlds import invented

    script = (
        "import sys, pathlib\n"
        "from folkmoot.model.source import Access\n"
        "from folkmoot.sources.forges import open_forge\n"
        "from folkmoot.store.forge_sync import sync_forge\n"
        "access = Access({'FOLKMOOT_GITHUB_TOKEN': 'x'}, named_by_user=True)\n"
        f"sync_forge(pathlib.Path(sys.argv[1]), {ORIGIN!r}, open_forge(sys.argv[2], access))\n"
    )
    forge = fake(invented(issues=700, changes=10))
    store = tmp_path / "s.duckdb"
    is_killed, real = threading.Event(), serving.answer

    def held(*arguments: Any, **more: Any) -> Any:
        if forge.asked > 4:
            is_killed.wait(60)
        return real(*arguments, **more)

    monkeypatch.setattr(serving, "answer", held)
    with forge.serving() as base:
        place = f"github+{base}/ada/loom"
        run = subprocess.Popen(
            [sys.executable, "-c", script, str(store), place], env=os.environ | {"HOME": str(tmp_path)}
        )
        while forge.asked < 5 and run.poll() is None:
            time.sleep(0.01)
        run.kill()
        run.wait()
        is_killed.set()
        assert not store.exists()
        asked = forge.asked
        access = replace(Talk().access)
        sync(store, open_forge(place, access))
        assert forge.asked < asked + 8
        sync(tmp_path / "whole.duckdb", open_forge(place, access))
    assert content(store) == content(tmp_path / "whole.duckdb")
    assert len(content(store)["item_fact"]) == 710
    assert {row[3] for row in content(store)["coverage"]} == {TODAY}


def test_no_source_reaches_the_store_with_a_token(tmp_path: Path) -> None:
    """The access a source holds shows neither environment nor token."""
    access = Access({"FOLKMOOT_GITHUB_TOKEN": "s3cret"}, named_by_user=True)
    assert "s3cret" not in repr(access)
    assert open_forge("https://github.com/ada/loom", access).shown == "https://github.com/ada/loom"
    assert list(tmp_path.iterdir()) == []
