"""What a store leaves out of people who opted out, and what it keeps for writers alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.errors import StoreError
from folkmoot.people.opting_out import FILE, add
from folkmoot.store.database import connect, one
from folkmoot.store.people import resolve_people
from folkmoot.store.withheld import NAME, beside, may_be_stale, words_of
from folkmoot.store.writer import refresh, writing


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "folkmoot"


@pytest.fixture
def store(tmp_path: Path, settings: Path) -> Path:  # noqa: ARG001 - a list of the test's own
    path = tmp_path / "x.duckdb"
    with writing(path) as connection:
        for number, who in enumerate(
            [("Ada Lovelace", "ada@x.example"), ("Bob B", "bob@x.example")], start=1
        ):
            connection.execute("insert into identity values (?, 'git', ?, ?)", [number, *who])
        connection.execute(
            "insert into commit_fact values (1, 1, 's', 2, 2, 1, 0, 1, 0, 1, 0, 'For Ada@x.example')"
        )
        connection.execute(
            "insert into commit_fact values (2, 1, 't', 2, 2, 1, 0, 1, 0, 1, 0, 'ADA LOVELACES')"
        )
        resolve_people(connection)
    return path


def named(store: Path) -> list[str]:
    with connect(store, read_only=True) as connection:
        return [name for (name,) in connection.execute("select name from person order by person").fetchall()]


def test_nothing_happens_without_a_list(store: Path) -> None:
    assert not may_be_stale(store)
    assert not beside(store).exists()
    with connect(store, read_only=True) as connection:
        assert words_of(connection) is None


def test_a_new_list_holds_from_the_next_use_on(store: Path, settings: Path) -> None:
    add(settings / FILE, settings, ["Ada Lovelace"])
    assert may_be_stale(store)
    refresh(store)
    assert named(store) == [NAME, "Bob B"]
    before = store.stat().st_mtime_ns
    refresh(store)
    assert store.stat().st_mtime_ns == before


def test_whole_words_are_taken_out_in_any_case(store: Path, settings: Path) -> None:
    add(settings / FILE, settings, ["ada@x.example"])
    refresh(store)
    with connect(store, read_only=True) as connection:
        subjects = connection.execute("select subject from commit_fact order by commit").fetchall()
    assert subjects == [(f"For {NAME}",), ("ADA LOVELACES",)]


def test_a_broken_file_beside_the_store_is_said(store: Path, settings: Path) -> None:
    add(settings / FILE, settings, ["ada@x.example"])
    refresh(store)
    beside(store).write_text("nonsense")
    with pytest.raises(StoreError, match="cannot be read"), writing(store):
        pass
    with connect(store, read_only=True) as connection:
        assert one(connection, "select name from identity where identity = 1") == (NAME,)


STATED = """name = "Countess Lovelace"
identities = [
    "Ada Lovelace <ada@x.example>", "countess@home.example", "7+thecountess@users.noreply.github.com",
]
"""


def test_what_the_file_of_a_person_calls_them_is_taken_out_too(store: Path, settings: Path) -> None:
    file, other = ".folkmoot/people/ada-countess.toml", ".folkmoot/people/bob.toml"
    with writing(store) as connection:
        connection.execute("insert into document values (1, ?, ?)", [file, STATED.encode()])
        connection.execute("insert into document values (1, ?, ?)", [other, b'name = "Bob B"'])
        connection.execute("insert into document values (1, ?, ?)", [".folkmoot/people/x.toml", b"name = ["])
        connection.execute("update commit_fact set subject = 'By @thecountess' where commit = 1")
    add(settings / FILE, settings, ["ada@x.example"])
    refresh(store)
    with connect(store, read_only=True) as connection:
        kept = dict(connection.execute("select name, content from document").fetchall())
        subjects = connection.execute("select subject from commit_fact order by commit").fetchall()
    text = " ".join([*kept, *(bytes(content).decode() for content in kept.values())]).casefold()
    assert "countess" not in text
    assert "lovelace" not in text
    assert bytes(kept[other]) == b'name = "Bob B"'
    assert subjects[0] == (f"By @{NAME}",)
    with writing(store) as connection:
        row = connection.execute("select content from document where name = ?", [file]).fetchone()
    assert row is not None
    assert bytes(row[0]).decode() == STATED


def test_a_name_of_two_letters_is_taken_out_and_one_letter_takes_nothing_out(
    store: Path, settings: Path
) -> None:
    """A single letter is everywhere, and would make every text unreadable."""
    with writing(store) as connection:
        connection.execute("insert into identity values (3, 'git', 'Li', 'li@x.example')")
        connection.execute("insert into identity values (4, 'git', 'Q', 'q@x.example')")
        connection.execute("update commit_fact set subject = 'Ask Li, not Lili or Q' where commit = 2")
        resolve_people(connection)
    add(settings / FILE, settings, ["li@x.example", "q@x.example"])
    refresh(store)
    with connect(store, read_only=True) as connection:
        subject = one(connection, "select subject from commit_fact where commit = 2")
    assert subject == (f"Ask {NAME}, not Lili or Q",)


def test_what_was_taken_out_is_in_no_byte_of_the_store(store: Path, settings: Path) -> None:
    add(settings / FILE, settings, ["ada@x.example"])
    assert b"Ada Lovelace" in store.read_bytes()
    refresh(store)
    assert b"Ada Lovelace" not in store.read_bytes()
