"""The file of advisories: what goes in comes out, and what is no such file is told."""

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.model.errors import StoreError, StoreVersionError
from folkmoot.model.vulnerability import Covered
from folkmoot.supply.advisories import database as database_module
from folkmoot.supply.advisories.database import Advisories, Writer
from folkmoot.supply.advisories.record import read_record
from supply.advisories.records import TAKEN_AT, database, record


def test_what_was_written_is_found_by_its_package(tmp_path: Path) -> None:
    told = record(aliases=["CVE-2030-1"], versions=["1.0.0", "1.1.0"])
    with Advisories(database(tmp_path, told, record("HALL-2030-2", "other"))) as advisories:
        (kept,) = advisories.on("npm", "moot")
        assert list(advisories.on("npm", "nothing")) == list(advisories.on("PyPI", "moot")) == []
    read = read_record(told)
    assert kept.affected == read.affected[0]
    assert (kept.names, kept.summary, kept.modified) == (read.names, read.summary, read.modified)


def test_a_long_record_is_packed_and_comes_out_whole(tmp_path: Path) -> None:
    versions = tuple(f"1.{number}.0" for number in range(5000))
    path = database(tmp_path, record(versions=versions))
    with Advisories(path) as advisories:
        (kept,) = advisories.on("npm", "moot")
    assert kept.affected.versions == versions
    assert path.stat().st_size < 80_000


def test_what_is_there_is_counted_by_ecosystem(tmp_path: Path) -> None:
    both = record("HALL-2030-3")
    both["affected"] = (
        record(ecosystem="PyPI")["affected"] + record()["affected"] + record(events=())["affected"]
    )
    with Advisories(database(tmp_path, record(), record("HALL-2030-2"), both)) as advisories:
        about = advisories.about
        assert advisories.has("PyPI")
        assert not advisories.has("Go")
    assert (about.advisories, about.taken_at) == (3, TAKEN_AT)
    assert about.ecosystems == (Covered("PyPI", 1, 1872288000), Covered("npm", 3, 1872288000))


def test_the_newest_is_the_last_change_and_never_in_the_future(tmp_path: Path) -> None:
    early, late = (record(f"HALL-2030-{n}", modified=f"20{n}-01-01T00:00:00Z") for n in (28, 29))
    with Advisories(database(tmp_path / "a", early, late)) as advisories:
        assert advisories.about.newest == 1_861_920_000
    with Advisories(database(tmp_path / "b", record(modified="2999-01-01T00:00:00Z"))) as advisories:
        assert advisories.about.newest == TAKEN_AT


def test_of_two_with_one_id_the_later_counts(tmp_path: Path) -> None:
    old = record(events=[{"introduced": "0"}], modified="2028-01-01T00:00:00Z")
    new = record(events=[{"introduced": "0"}, {"fixed": "1.0.0"}], modified="2029-01-01T00:00:00Z")
    for place, records in {"a": (old, new), "b": (new, old)}.items():
        with Advisories(database(tmp_path / place, *records)) as advisories:
            (kept,) = advisories.on("npm", "moot")
        assert kept.affected.ranges[0].events[-1] == ("fixed", "1.0.0")


def test_what_was_withdrawn_is_not_found_nor_an_earlier_copy_of_it(tmp_path: Path) -> None:
    withdrawn = record(withdrawn="2029-02-01T00:00:00Z", modified="2029-02-01T00:00:00Z")
    earlier = record(modified="2028-01-01T00:00:00Z")
    with Advisories(database(tmp_path, withdrawn, earlier, record("HALL-2030-2", "other"))) as advisories:
        assert list(advisories.on("npm", "moot")) == []
        assert advisories.about.advisories == 1


def test_packages_of_distributions_take_no_room(tmp_path: Path) -> None:
    both = record("HALL-2030-2", modified="2029-06-01T00:00:00Z")
    both["affected"] += record(ecosystem="Debian:12")["affected"]
    debian = record("DSA-1", ecosystem="Debian:12", modified="2029-07-01T00:00:00Z")
    with Advisories(database(tmp_path, both, debian)) as advisories:
        assert [each.name for each in advisories.about.ecosystems] == ["npm"]
        assert (advisories.about.advisories, advisories.about.newest) == (1, 1874966400)
        assert list(advisories.on("Debian:12", "moot")) == []


def test_a_name_is_data_and_no_query(tmp_path: Path) -> None:
    name = "'; DROP TABLE affected; --"
    with Advisories(database(tmp_path, record(package=name))) as advisories:
        assert [kept.affected.package for kept in advisories.on("npm", name)] == [name]
        assert list(advisories.on("npm", "%")) == []


def test_the_file_is_only_read(tmp_path: Path) -> None:
    path = database(tmp_path, record())
    before = path.read_bytes()
    with Advisories(path) as advisories:
        list(advisories.on("npm", "moot"))
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            advisories._connection.execute("DELETE FROM advisory")
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_file_of_a_newer_version_says_so(tmp_path: Path) -> None:
    path = database(tmp_path, record())
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(StoreVersionError, match="newer"):
        Advisories(path)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_such_file_is_told_with_the_way_out(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "advisories.sqlite"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="advisories update"):
        Advisories(path)


def test_a_file_that_was_never_finished_holds_no_advisories(tmp_path: Path) -> None:
    path = tmp_path / "advisories.sqlite"
    writer = Writer(path)
    writer.add(read_record(record()))
    writer.close()
    with pytest.raises(StoreError, match="holds no advisories"):
        Advisories(path)


@settings(max_examples=40, deadline=None)
@given(place=st.floats(0, 1), length=st.integers(1, 400), seed=st.binary(min_size=1, max_size=4))
def test_a_file_with_holes_is_told_or_read_and_never_breaks(
    tmp_path_factory: pytest.TempPathFactory, place: float, length: int, seed: bytes
) -> None:
    folder = tmp_path_factory.mktemp("holes")
    path = database(
        folder, *(record(f"HALL-2030-{n}", f"moot{n % 5}", versions=["1.0.0"] * 99) for n in range(30))
    )
    content = bytearray(path.read_bytes())
    start = int(place * (len(content) - 1))
    content[start : start + length] = (seed * length)[:length]
    path.write_bytes(content)
    # Anything but an error of ours would come through.
    with suppress(StoreError), Advisories(path) as advisories:
        for number in range(5):
            assert all(
                kept.affected.package == f"moot{number}" for kept in advisories.on("npm", f"moot{number}")
            )


def test_a_piece_that_unpacks_without_end_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = database(tmp_path, record(versions=["1.0.0"] * 5000))
    monkeypatch.setattr(database_module, "LARGEST_PIECE", 100)
    with Advisories(path) as advisories, pytest.raises(StoreError):
        list(advisories.on("npm", "moot"))
