"""What of a store's texts names somebody who opted out: where words go, what stays, and what comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from folkmoot.people.opting_out import FILE, add
from folkmoot.store.database import connect
from folkmoot.store.people import resolve_people
from folkmoot.store.withheld import DOMAIN, LIST, NAME, beside, words_of
from folkmoot.store.writer import refresh, writing

ADA = ("Ada Lovelace", "ada@lovelace.example")
BOB = ("Bob Babbage", "bob@babbage.example")
ROBOT = ("loom[bot]", "loom@robots.example")
MAILMAP = "# Ada Lovelace founded it.\nBob Babbage <bob@babbage.example>\n"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "folkmoot"


@pytest.fixture
def store(tmp_path: Path, settings: Path) -> Path:  # noqa: ARG001 - a list of the test's own
    """Give a store in which Ada is named in every kind of text."""
    path = tmp_path / "x.duckdb"
    with writing(path) as connection:
        run = connection.execute
        for number, who in enumerate((ADA, BOB, ROBOT), start=1):
            run("insert into identity values (?, 'git', ?, ?)", [number, *who])
        run("insert into account values (1, 'forge.test', 'adal', 0)")
        run("insert into account values (2, 'forge.test', 'bobb', 0)")
        run("insert into path_fact values (1, 1, 'notes/ada-lovelace.md')")
        run("insert into path_fact values (2, 1, 'people/Ada Lovelace.md')")
        run("insert into path_fact values (3, 1, 'people/adaline.md')")
        run("insert into document values (1, '.mailmap', ?)", [MAILMAP.encode()])
        run("insert into act_fact values (1, 'fork:adal', 'test', 'fork', 1, 5, 'adal/loom')")
        for turn, actor, asked in ((1, 2, "adal"), (2, 1, "bobb")):
            values = [f"turn:{turn}", actor, asked]
            run("insert into turn_fact values (1, 0, 1, ?, 'test', 'assigned', ?, 5, ?)", values)
        resolve_people(connection)
    return path


def asked(store: Path, question: str) -> list[object]:
    """Give the first column of an answer."""
    with connect(store, read_only=True) as connection:
        return [row[0] for row in connection.execute(question).fetchall()]


def leave_out(store: Path, settings: Path, *words: str) -> None:
    add(settings / FILE, settings, words)
    refresh(store)


def test_an_address_is_replaced_by_one_that_leads_nowhere(store: Path, settings: Path) -> None:
    leave_out(store, settings, ADA[1])
    assert asked(store, "select name from identity order by identity") == [NAME, BOB[0], ROBOT[0]]
    assert asked(store, "select email from identity order by identity") == [
        f"person-1@{DOMAIN}",
        BOB[1],
        ROBOT[1],
    ]


def test_an_account_has_no_login_left(store: Path, settings: Path) -> None:
    leave_out(store, settings, "@adal")
    assert asked(store, "select login from account order by identity") == ["", "bobb"]


def test_a_kept_file_loses_the_name_and_nothing_else(store: Path, settings: Path) -> None:
    leave_out(store, settings, ADA[0])
    (content,) = asked(store, "select content from document")
    assert content == f"# {NAME} founded it.\nBob Babbage <bob@babbage.example>\n".encode()


def test_names_of_files_lose_it_too_and_stay_apart(store: Path, settings: Path) -> None:
    """A login of the same letters within a word is another word."""
    leave_out(store, settings, ADA[0])
    assert asked(store, "select name from path_fact order by path") == [
        "notes/ada-lovelace.md",
        f"people/{NAME}.md~0",
        "people/adaline.md",
    ]


def test_what_others_were_asked_to_do_stays(store: Path, settings: Path) -> None:
    leave_out(store, settings, ADA[1])
    assert asked(store, "select detail from turn_fact order by event") == [NAME, "bobb"]
    assert asked(store, "select subject from act_fact") == [f"{NAME}/loom"]


def test_every_number_stays(store: Path, settings: Path) -> None:
    """Who is not named is counted: not one row less in any of the tables."""
    tables = ("identity", "account", "path_fact", "document", "act_fact", "turn_fact", "person")
    before = [asked(store, f"select count(*) from {table}") for table in tables]
    leave_out(store, settings, ADA[1])
    assert [asked(store, f"select count(*) from {table}") for table in tables] == before


def test_a_writer_sees_everybody_and_leaves_nobody_named(store: Path, settings: Path) -> None:
    leave_out(store, settings, ADA[1])
    with writing(store) as connection:
        names = connection.execute("select name, email from identity order by identity").fetchall()
        (content,) = connection.execute("select content from document").fetchone() or (b"",)
        paths = connection.execute("select name from path_fact order by path").fetchall()
        logins = connection.execute("select login from account order by identity").fetchall()
        assert names == [ADA, BOB, ROBOT]
        assert content == MAILMAP.encode()
        assert paths[1] == ("people/Ada Lovelace.md",)
        assert logins == [("adal",), ("bobb",)]
    assert asked(store, "select name from identity where identity = 1") == [NAME]
    assert asked(store, "select name from path_fact where path = 2") == [f"people/{NAME}.md~0"]


def test_who_takes_their_word_back_is_named_again(store: Path, settings: Path) -> None:
    """Nothing stays beside the store either."""
    leave_out(store, settings, ADA[1])
    assert beside(store).exists()
    (settings / FILE).unlink()
    refresh(store)
    assert asked(store, "select name from person order by person") == [ADA[0], BOB[0], ROBOT[0]]
    assert asked(store, "select content from document") == [MAILMAP.encode()]
    assert not beside(store).exists()


def test_who_stays_on_the_list_stays_unnamed_when_another_goes(store: Path, settings: Path) -> None:
    leave_out(store, settings, ADA[1], BOB[1])
    assert asked(store, "select name from person order by person") == [NAME, NAME, ROBOT[0]]
    (settings / FILE).unlink()
    leave_out(store, settings, BOB[1])
    assert asked(store, "select name from person order by person") == [ADA[0], NAME, ROBOT[0]]


def test_a_firm_called_after_its_founder_is_named_again_with_them(store: Path, settings: Path) -> None:
    with writing(store) as connection:
        connection.execute("insert into organisation values (7, 'Ada Lovelace Ltd'), (8, 'Loom Ltd')")
    leave_out(store, settings, ADA[0])
    assert asked(store, "select name from organisation order by organisation") == [f"{NAME} Ltd", "Loom Ltd"]
    (settings / FILE).unlink()
    refresh(store)
    assert asked(store, "select name from organisation order by organisation") == [
        "Ada Lovelace Ltd",
        "Loom Ltd",
    ]


def test_only_its_owner_may_read_what_is_kept_for_writers(store: Path, settings: Path) -> None:
    leave_out(store, settings, ADA[1])
    assert beside(store).stat().st_mode & 0o777 == 0o600
    assert json.loads(beside(store).read_text())["identity"] == [[1, *ADA]]


def test_a_robot_is_named_whatever_a_list_says(store: Path, settings: Path) -> None:
    """Else nobody could look up which rule called it a robot."""
    leave_out(store, settings, ROBOT[1])
    assert asked(store, "select name from person order by person") == [ADA[0], BOB[0], ROBOT[0]]
    assert not beside(store).exists()


def test_a_project_may_keep_the_list_itself(store: Path, settings: Path) -> None:
    """The list in the repository holds, and stays as it is: it names nobody."""
    kept = settings / "of-the-project"
    add(kept, settings, [BOB[1]])
    with writing(store) as connection:
        connection.execute("insert into document values (1, ?, ?)", [LIST, kept.read_bytes()])
    assert asked(store, "select name from person order by person") == [ADA[0], NAME, ROBOT[0]]
    assert asked(store, f"select content from document where name = '{LIST}'") == [kept.read_bytes()]


def test_a_list_of_another_key_leaves_every_person_unnamed(store: Path, tmp_path: Path) -> None:
    """Better nobody named than one who asked not to be; robots are no persons."""
    other = tmp_path / "other"
    add(other / FILE, other, [BOB[1]])
    with writing(store) as connection:
        connection.execute("insert into document values (1, ?, ?)", [LIST, (other / FILE).read_bytes()])
    assert asked(store, "select name from person order by person") == [NAME, NAME, ROBOT[0]]


def test_the_words_that_must_stand_nowhere_are_known_to_whoever_writes_texts(
    store: Path, settings: Path
) -> None:
    leave_out(store, settings, ADA[1])
    with connect(store, read_only=True) as connection:
        pattern = words_of(connection)
    assert pattern is not None
    assert pattern.sub("*", "ADA LOVELACE, ada@lovelace.example, adal and _adal_") == "*, *, * and _*_"
    assert pattern.sub("*", "adaline, Bob Babbage, xada@lovelace.example") == (
        "adaline, Bob Babbage, xada@lovelace.example"
    )
