"""Importing archives: counts, coverage, damage, and what is left when a file breaks off."""

from __future__ import annotations

import errno
import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError, StoreError
from folkmoot.sources.archives import stream
from folkmoot.sources.archives.wanted import wanted
from folkmoot.store import archive_intake
from folkmoot.store.archive_intake import import_archives
from folkmoot.store.database import connect
from sources.archives.public_events import event, written
from store.archives import meaning, rows

STARS = [event(n, "WatchEvent", {"action": "started"}, actor=f"person-{n}") for n in range(1, 6)]
MOOT = wanted(["moot/*"], [])


def test_hours_of_a_folder_become_one_store(tmp_path: Path) -> None:
    places = [
        str(written(tmp_path / f"2024-05-01-{hour}.json.gz", STARS[hour : hour + 2])) for hour in (0, 1, 3)
    ]
    seen: list[tuple[str, int, int]] = []
    imported = import_archives(tmp_path / "a.duckdb", places, MOOT, progress=lambda *told: seen.append(told))
    assert (imported.files, imported.lines, imported.types["WatchEvent"]) == (3, 6, 6)
    assert imported.rows["act_fact"] == 5
    assert seen[-1] == ("reading hours", 3, 3)
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        assert rows(store, "select count(*) from act_fact") == [(5,)]
        assert rows(store, "select count(*) from person") == [(5,)]


def test_writing_beside_reading_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hours that are written one by one, while others are read, become what they become together."""
    hours = [
        [*STARS, event(10 + hour, "ForkEvent", {"forkee": {"full_name": "ada/x"}}, repo=f"moot/room-{hour}",
         repo_id=hour + 20, actor=f"guest-{hour % 3}")]
        for hour in range(5)
    ]  # fmt: skip
    places = [str(written(tmp_path / f"2024-05-01-{hour}.json", events)) for hour, events in enumerate(hours)]
    told = []
    for kept in (1_000, 1):
        monkeypatch.setattr(archive_intake, "ROWS", kept)
        imported = import_archives(tmp_path / f"{kept}.duckdb", places, MOOT)
        assert (imported.lines, imported.new_projects, imported.rows["act_fact"]) == (30, 6, 10)
        with connect(tmp_path / f"{kept}.duckdb", read_only=True) as store:
            told.append(meaning(store))
    assert told[0] == told[1]


def test_a_change_merged_twice_is_the_same_however_hours_are_put_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The later merge counts, also where the first one had entered the store before it was read."""
    steps = [
        ("opened", "ada"),
        ("merged", "bob"),
        ("reopened", "ada"),
        ("merged", "cleo"),
        ("labeled", "ada"),
    ]
    hours = [
        [event(hour + 1, "PullRequestEvent", {"action": action, "number": 3, "pull_request": {"number": 3}},
         actor=actor, at=f"2026-01-01T{hour:02}:30:00Z")]
        for hour, (action, actor) in enumerate(steps)
    ]  # fmt: skip
    places = [str(written(tmp_path / f"2026-01-01-{hour}.json", events)) for hour, events in enumerate(hours)]
    told = []
    for kept in (1_000, 1):
        monkeypatch.setattr(archive_intake, "ROWS", kept)
        import_archives(tmp_path / f"{kept}.duckdb", places, MOOT)
        with connect(tmp_path / f"{kept}.duckdb", read_only=True) as store:
            told.append(meaning(store))
            assert rows(
                store,
                """select merged_at - opened_at, closed_at - opened_at, login
                from item_fact join account on identity = merged_by""",
            ) == [(3 * 3600, 3 * 3600, "cleo")]
    assert told[0] == told[1]


def test_who_is_who_follows_also_where_commits_are_known(tmp_path: Path) -> None:
    """What a change holds tells whose account it is; so that waits until changes are written."""
    store = tmp_path / "a.duckdb"
    with connect(store) as made:
        made.execute(
            """insert into project values (1, 'room', 'https://github.com/moot/room');
            insert into identity values (7, 'git', 'Ada Stone', 'ada@example.org')"""
        )
        columns = [name for name, *_ in rows(made, "describe commit_fact")]
        known = {"project": 1, "commit": 1, "sha": "'" + "a" * 40 + "'", "author": 7, "committer": 7}
        types = {name: kind for name, kind, *_ in rows(made, "describe commit_fact")}
        values = [str(known.get(name, "''" if types[name] == "VARCHAR" else 0)) for name in columns]
        made.execute(f"insert into commit_fact values ({', '.join(values)})")
    imported = import_archives(store, [str(written(tmp_path / "x.json", STARS))], MOOT)
    assert imported.rows["act_fact"] == 5
    with connect(store, read_only=True) as made:
        assert rows(made, "select count(*) from person") == [(6,)]
        assert rows(made, "select count(*) from coverage where source = 'gharchive'") != [(0,)]


def test_what_goes_wrong_while_writing_beside_ends_the_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise OSError(28, "no room is left")

    monkeypatch.setattr(archive_intake, "ROWS", 1)
    monkeypatch.setattr(archive_intake, "write_facts", refuse)
    places = [str(written(tmp_path / f"2024-05-01-{hour}.json", STARS)) for hour in range(3)]
    with pytest.raises(StoreError, match="cannot be written"):
        import_archives(tmp_path / "a.duckdb", places, MOOT)
    assert not (tmp_path / "a.duckdb").exists()


def test_threads_take_turns_as_ever_once_an_import_is_over_or_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, seen = sys.getswitchinterval(), list[float]()

    def refuse(_: object) -> None:
        seen.append(sys.getswitchinterval())
        raise OSError(28, "no room is left")

    place = str(written(tmp_path / "2024-05-01-0.json", STARS))
    import_archives(tmp_path / "a.duckdb", [place], MOOT)
    assert sys.getswitchinterval() == before
    monkeypatch.setattr(archive_intake, "write_facts", refuse)
    with pytest.raises(StoreError):
        import_archives(tmp_path / "b.duckdb", [place], MOOT)
    assert seen[0] < before == sys.getswitchinterval()


def test_a_full_temporary_folder_is_told_and_is_no_bad_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    temporary = tmp_path / "Ada's (own) + temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setattr("folkmoot.sources.archives.pieces._reopened", refuse)
    with pytest.raises(
        StoreError, match=f"{re.escape(str(temporary))} has no room to unpack .*x.json"
    ) as caught:
        import_archives(tmp_path / "a.duckdb", [str(written(tmp_path / "x.json", STARS))], MOOT)
    assert "TMPDIR" in caught.value.hint
    assert not (tmp_path / "a.duckdb").exists()


def test_no_temporary_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "Ada's (own) + temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    import_archives(tmp_path / "a.duckdb", [str(written(tmp_path / "x.json", STARS))], MOOT)
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("between", ["\n", "", "\r\n"])
def test_objects_may_stand_end_to_end(tmp_path: Path, between: str) -> None:
    imported = import_archives(
        tmp_path / "a.duckdb", [str(written(tmp_path / "x.json", STARS, between))], MOOT
    )
    assert (imported.rows["act_fact"], imported.damaged) == (5, 0)


def test_a_file_that_breaks_off_gives_what_was_there(tmp_path: Path) -> None:
    noise = os.urandom(400_000).hex()
    text = "".join(json.dumps(one) + "\n" for one in STARS) + json.dumps({"noise": noise}) + "\n"
    broken = tmp_path / "2024-05-01-12.json.gz"
    broken.write_bytes(gzip.compress(text.encode())[:-50_000])
    whole = written(tmp_path / "2024-05-01-13.json.gz", [event(9, "WatchEvent", {})])
    imported = import_archives(tmp_path / "a.duckdb", [str(broken), str(whole)], MOOT)
    assert imported.rows["act_fact"] == 6
    assert "ends too early" in str(imported.unread[0])
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        assert rows(store, "select quality, until - since from coverage order by since") == [
            ("lower bound", 3600), ("complete", 3600),
        ]  # fmt: skip


def test_when_nothing_can_be_read_it_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "FREE", 1_000_000)
    bomb = tmp_path / "x.json.gz"
    bomb.write_bytes(gzip.compress(b" " * 300_000_000))
    with pytest.raises(SourceError, match="more than 100 times its size"):
        import_archives(tmp_path / "a.duckdb", [str(bomb)], MOOT)


BOUNDED = r"""
import re, sys
from pathlib import Path
from folkmoot.sources.archives.wanted import wanted
from folkmoot.store import archive_intake
from folkmoot.store.archive_intake import import_archives
imported = import_archives(Path(sys.argv[1]), [sys.argv[2]], wanted(["moot/*"], []))
print(imported.rows["act_fact"], imported.damaged, imported.damages[0].line, imported.damages[0].problem)
# The peak of this very program: what getrusage tells begins with that of whoever started it.
print(int(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells a program's own peak")
def test_a_line_of_200_mb_costs_neither_the_others_nor_the_memory(tmp_path: Path) -> None:
    place = tmp_path / "x.json"
    with place.open("w") as file:
        file.write(json.dumps(STARS[0]) + '\n{"id":"')
        for _ in range(200):
            file.write("x" * 1_000_000)
        file.write('"}\n' + json.dumps(STARS[1]) + "\n")
    ran = subprocess.run(
        [sys.executable, "-c", BOUNDED, tmp_path / "a.duckdb", place],
        capture_output=True,
        text=True,
        check=True,
    )
    told, memory = ran.stdout.splitlines()
    assert told == "2 1 2 it is longer than 16 MB"
    assert 0 < int(memory) < 500
