"""One writer at a time, all or nothing, readers never disturbed, whatever kills the writer."""

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from folkmoot.model.errors import StoreBusyError, StoreError, StoreVersionError
from folkmoot.store.database import connect
from folkmoot.store.writer import catch_up, writing
from sources.git.repositories import small_history
from store.stores import ask, bring, contents, same_as_fresh, value

SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "s.duckdb"


def put(store: Path, name: str) -> None:
    with writing(store) as connection:
        connection.execute("insert into organisation values (1, ?)", [name])


def names(store: Path) -> list[str]:
    return [name for (name,) in ask(store, "select name from organisation")]


def test_what_was_written_is_there(store: Path) -> None:
    put(store, "A")
    put(store, "B")
    assert names(store) == ["A", "B"]


def test_an_error_leaves_the_store_as_it_was(store: Path) -> None:
    put(store, "A")
    before = store.read_bytes()
    with pytest.raises(RuntimeError):
        _change_and_fail(store)
    assert store.read_bytes() == before
    assert sorted(path.name for path in store.parent.iterdir()) == ["s.duckdb", "s.duckdb.lock"]


def _change_and_fail(store: Path) -> None:
    with writing(store) as connection:
        connection.execute("delete from organisation")
        raise RuntimeError


def test_the_disk_is_waited_for_once_and_before_a_store_takes_its_place(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, "A")
    until_then: list[list[str]] = []
    wait = os.fsync

    def watched(file: int) -> None:
        wait(file)
        until_then.append(names(store))

    monkeypatch.setattr(os, "fsync", watched)
    with writing(store) as connection:
        assert connection.execute("select upper(current_setting('fsync_mode'))").fetchall() == [("NONE",)]
        connection.execute("insert into organisation values (1, 'B')")
    assert until_then == [["A"]]
    assert names(store) == ["A", "B"]


def test_a_reader_keeps_what_it_opened(store: Path) -> None:
    put(store, "A")
    with connect(store, read_only=True) as reader:
        other = SPAWN.Process(target=put, args=(store, "B"))
        other.start()
        other.join()
        assert other.exitcode == 0
        assert reader.execute("select name from organisation").fetchall() == [("A",)]
    assert names(store) == ["A", "B"]


def test_a_reader_can_open_while_somebody_writes(store: Path) -> None:
    put(store, "A")
    with writing(store) as connection:
        connection.execute("insert into organisation values (2, 'B')")
        assert names(store) == ["A"]


def hold(store: Path, is_held: object, is_done: object) -> None:
    with writing(store):
        is_held.set()  # type: ignore[attr-defined]
        is_done.wait(300)  # type: ignore[attr-defined]


def test_a_second_writer_is_told_who_holds_the_store(store: Path) -> None:
    is_held, is_done = SPAWN.Event(), SPAWN.Event()
    other = SPAWN.Process(target=hold, args=(store, is_held, is_done))
    other.start()
    assert is_held.wait(300)
    told: list[str] = []
    with pytest.raises(StoreBusyError, match=f"process {other.pid} on") as caught:  # noqa: SIM117
        with writing(store, wait=0.1, waiting=told.append):
            pass
    assert "reading is possible" in caught.value.hint
    assert str(other.pid) in told[0]
    is_done.set()
    other.join()
    put(store, "A")
    assert names(store) == ["A"]


def test_a_second_writer_waits_for_the_first(store: Path) -> None:
    is_held, is_done = SPAWN.Event(), SPAWN.Event()
    other = SPAWN.Process(target=hold, args=(store, is_held, is_done))
    other.start()
    assert is_held.wait(300)
    with writing(store, waiting=lambda _: is_done.set()) as connection:
        connection.execute("insert into organisation values (1, 'A')")
    other.join()
    assert names(store) == ["A"]


def test_whatever_a_killed_writer_left_is_cleared(store: Path) -> None:
    put(store, "A")
    for leftover in ("s.duckdb.next", "s.duckdb.next.wal", "s.duckdb.holder"):
        (store.parent / leftover).write_bytes(b"half a file")
    put(store, "B")
    assert names(store) == ["A", "B"]
    assert sorted(path.name for path in store.parent.iterdir()) == ["s.duckdb", "s.duckdb.lock"]


SYNC = """
    import sys
    from pathlib import Path
    from folkmoot.sources.git.repository import Options
    from folkmoot.store.sync import sync_origin
    print("begun", flush=True)
    sync_origin(Path(sys.argv[1]), sys.argv[2], Options())
"""


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.12, 0.2, 0.3, 0.45])
def test_a_sync_killed_at_any_moment_leaves_the_last_good_state(
    tmp_path: Path, store: Path, moment: float
) -> None:
    made = small_history(tmp_path / "r")
    bring(store, made.place)
    good = contents(store)
    for number in range(60):
        made.commit(files={f"f{number % 9}": f"{number}\n"})
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SYNC), str(store), str(made.place)],
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as victim:
        assert victim.stdout is not None
        victim.stdout.readline()
        time.sleep(moment)
        os.kill(victim.pid, signal.SIGKILL)
    is_done = value(store, "select count(*) from commit_fact") == 66
    assert is_done or contents(store) == good
    bring(store, made.place)
    assert same_as_fresh(store, made.place)


def test_a_link_to_a_store_stays_a_link(store: Path, tmp_path: Path) -> None:
    put(store, "A")
    link = tmp_path / "link.duckdb"
    link.symlink_to(store)
    put(link, "B")
    assert link.is_symlink()
    assert names(store) == ["A", "B"]


def test_who_may_read_a_store_stays_as_it_was(store: Path) -> None:
    put(store, "A")
    store.chmod(0o600)
    put(store, "B")
    assert store.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be") as caught, writing(tmp_path / "file" / "s.duckdb"):
        pass
    assert "--store" in caught.value.hint
    assert caught.value.exit_code == 2


def test_a_statement_that_fails_is_told_as_a_store_error(store: Path) -> None:
    with pytest.raises(StoreError, match="nothing_such"), writing(store) as connection:
        connection.execute("insert into nothing_such values (1)")


def test_who_does_not_wait_for_the_views_of_a_new_store_leaves_them_there(
    store: Path, tmp_path: Path
) -> None:
    question = "select view_name, sql from duckdb_views() where not internal order by view_name"
    put(tmp_path / "at once.duckdb", "A")
    with writing(store, reads_views=False) as connection:
        connection.execute("insert into organisation values (1, 'A')")
    assert names(store) == ["A"]
    assert ask(store, question) == ask(tmp_path / "at once.duckdb", question)


def test_an_error_while_views_are_written_leaves_nothing(store: Path) -> None:
    with pytest.raises(ValueError, match="spoilt"), writing(store, reads_views=False):
        raise ValueError("spoilt")
    assert [path.name for path in store.parent.iterdir()] == [f"{store.name}.lock"]


@pytest.mark.parametrize(
    "statement",
    [
        "create or replace view commits as select 1 as another_version",
        "delete from meta where name = 'views'",
    ],
)
def test_a_store_with_views_of_another_version_catches_up(store: Path, statement: str) -> None:
    """Who reads without a sync before it would else be answered by views that nobody asks any more."""
    with connect(store) as connection:
        connection.execute("update meta set value = 'another' where name = 'views'")
        connection.execute(statement)
    catch_up(store)
    with connect(store, read_only=True) as connection:
        assert connection.execute("select commit, month_id from commits").fetchall() == []
    before = store.stat()
    catch_up(store)
    assert (store.stat().st_mtime_ns, store.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_a_newer_version_wrote_is_left_alone(store: Path) -> None:
    with connect(store) as connection:
        connection.execute("update meta set value = '999' where name = 'schema'")
    before = store.read_bytes()
    with pytest.raises(StoreVersionError):
        catch_up(store)
    assert store.read_bytes() == before
