"""`folkmoot advisories` as a user calls it."""

import json
import sqlite3
from pathlib import Path

import pytest

from folkmoot.cli._advisories import age, default_advisories, existing_advisories
from sources.git.repositories import Repository
from supply.advisories.records import archive, folder, record

from .conftest import Call


def test_advisories_are_read_in_and_told(call: Call, tmp_path: Path) -> None:
    source = archive(
        tmp_path / "all.zip", record(), record("HALL-2030-2", ecosystem="PyPI"), record("HALL-2030-3")
    )
    updated = call("advisories", "update", "--from", source)
    assert (updated.code, updated.out.splitlines()[0][:13]) == (0, "3 advisories;")
    told = call("advisories", "status", "--format", "json")
    assert told.code == 0
    about = json.loads(told.out)
    assert about["advisories"] == 3
    assert [(each["name"], each["advisories"]) for each in about["ecosystems"]] == [("PyPI", 1), ("npm", 2)]
    assert about["origin"] == str(source)


def test_where_there_are_none_the_way_to_some_is_told(call: Call) -> None:
    told = call("advisories", "status")
    assert (told.code, told.out) == (1, "")
    assert "hint: `folkmoot advisories update --from" in told.err
    assert call("advisories", "status", "--format", "json").out == "null\n"


def test_old_ones_say_so(call: Call, tmp_path: Path) -> None:
    call("advisories", "update", "--from", folder(tmp_path / "a", record(modified="2001-01-01T00:00:00Z")))
    told = call("advisories", "status")
    assert "They are old" in told.err
    assert "read in today" in told.out


def test_records_that_make_no_sense_are_named(call: Call, tmp_path: Path) -> None:
    source = folder(tmp_path / "a", record(), *({"id": f"\x1b[3{number}m"} for number in range(9)))
    told = call("advisories", "update", "--from", source)
    assert told.err.count("left out:") == 6
    assert "left out: 4 more." in told.err
    assert "\x1b" not in told.err


def test_a_source_that_is_not_there_is_said_and_nothing_is_lost(call: Call, tmp_path: Path) -> None:
    call("advisories", "update", "--from", folder(tmp_path / "a", record()))
    failed = call("advisories", "update", "--from", tmp_path / "nowhere")
    assert failed.code == 3
    assert "no folder or archive" in failed.err
    assert call("advisories", "status").out.startswith("1 advisories;")


def test_a_file_of_ones_own_can_be_named(call: Call, tmp_path: Path) -> None:
    own = tmp_path / "own" / "file.sqlite"
    call("advisories", "update", "--from", folder(tmp_path / "a", record()), "--advisories", own)
    assert own.is_file()
    assert call("advisories", "status").code == 1
    assert call("advisories", "status", "--advisories", own).code == 0


def test_a_check_names_the_line_and_the_update(call: Call, tmp_path: Path, project: Repository) -> None:
    lock = '[[package]]\nname = "moot"\nversion = "1.0.0"\nsource = "registry+https://index.example.org"\n'
    project.commit(files={"Cargo.lock": lock})
    before = call("check", project.place, "--all")
    assert "There are no advisories on this machine" in before.out
    call("advisories", "update", "--from", folder(tmp_path / "a", record(ecosystem="crates.io")))
    told = call("check", project.place, "--all")
    assert told.code == 1
    assert "Cargo.lock:2: moot 1.0.0: update to 1.2.0, which closes HALL-2030-1" in told.out
    assert "cargo update -p moot --precise 1.2.0" in " ".join(told.out.split())


def test_a_broken_file_is_an_error_with_the_way_out(call: Call, tmp_path: Path) -> None:
    own = tmp_path / "file.sqlite"
    sqlite3.connect(own).close()
    told = call("advisories", "status", "--advisories", own)
    assert told.code == 2
    assert "advisories update" in told.err


@pytest.mark.parametrize(
    ("then", "words"),
    [(99_000, "today"), (200_000, "today"), (13_000, "a day ago"), (100_000 - 9 * 86_400, "9 days ago")],
)
def test_an_age_is_told_in_days(then: int, words: str) -> None:
    assert age(then, 100_000) == words


def test_only_a_file_that_is_there_is_looked_into() -> None:
    assert existing_advisories() is None
    file = default_advisories()
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    assert existing_advisories() == file
