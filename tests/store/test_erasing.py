"""Whoever was erased is named nowhere in a store, whatever brought them there, and goes on being counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.event import Kind
from folkmoot.model.forge import Account, Item, Mark, Remark
from folkmoot.model.privacy import Holds
from folkmoot.people.pseudonyms import load_key
from folkmoot.people.tombstones import ERASED, KEY_FILE, STAND_IN, add, lines_of, new_bundle
from folkmoot.sources.archives.wanted import wanted
from folkmoot.store import archive_intake
from folkmoot.store.archive_intake import import_archives
from folkmoot.store.database import Connection, connect
from folkmoot.store.erasing import TEXTS, may_be_unerased, sweep
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.inventory import COLUMNS, columns_that_hold
from folkmoot.store.people import resolve_people
from folkmoot.store.spool import Spool
from folkmoot.store.withheld import NAME
from folkmoot.store.writer import refresh, writing
from fresh_store import fresh_store
from sources.archives.public_events import written
from store.archives import take
from store.test_archive_facts import STORY

ADA = ("Ada Lovelace", "ada@ibm.com")
OTHER = ("Ada Lovelace", "ada@home.example")
BOB = ("Bob Babbage", "bob@babbage.example")
ENGINES = b"""employers = [
    { email = "ada@home.example", organisation = "Engines" },
    { email = "bob@babbage.example", organisation = "Engines" },
]
[[organisations]]
name = "Engines"
"""


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "folkmoot"


def fill(connection: Connection) -> None:
    for number, who in enumerate((ADA, OTHER, BOB), start=1):
        connection.execute("insert into identity values (?, 'git', ?, ?)", [number, *who])
    connection.execute(
        "insert into identity values (4, 'github.com', 'adal', 'adal@users.noreply.github.com')"
    )
    connection.execute("insert into account values (4, 'github.com', 'adal', 0)")
    run = connection.execute
    run("insert into commit_fact values (1, 1, 's', 1, 3, 1, 0, 1, 0, 1, 0, 'For Ada Lovelace and @adal')")
    run("insert into commit_fact values (2, 1, 't', 2, 2, 1, 0, 1, 0, 1, 0, 'Ada and Lovelace')")
    run("insert into turn_fact values (1, 0, 1, 'github:1', 'github', 'assigned', 3, 1, 'adal')")
    run("insert into act_fact values (1, 'github:2', 'github', 'fork', 4, 1, 'adal/engine')")
    run("insert into run_fact values (1, 1, 'jenkins', 'preview for Ada Lovelace', 'success', 1)")
    run("insert into path_fact values (1, 1, 'authors/ada-lovelace.md')")
    mailmap = b"Ada Lovelace <ada@ibm.com> <old@x.example>\nBob Babbage <bob@babbage.example> <b@x.example>\n"
    run("insert into document values (1, '.mailmap', ?)", [mailmap])
    run("insert into document values (1, '.folkmoot/people/ada.toml', ?)", [
        b'name = "Ada Lovelace"\nidentities = ["ada@ibm.com", "ada@home.example"]'])  # fmt: skip
    run("insert into document values (1, '.folkmoot/organisations.toml', ?)", [ENGINES])
    resolve_people(connection)


@pytest.fixture
def store(tmp_path: Path, settings: Path) -> Path:
    path = tmp_path / "x.duckdb"
    with writing(path) as connection:
        fill(connection)
    lines = lines_of(load_key(settings / KEY_FILE), new_bundle(), [ADA, OTHER], [("github.com", "adal")])
    add(settings, lines)
    refresh(path)
    return path


def ask(store: Path, question: str) -> list[tuple[object, ...]]:
    with connect(store, read_only=True) as connection:
        return connection.execute(question).fetchall()


def test_names_go_and_numbers_stay(store: Path) -> None:
    rows = ask(store, "select identity, name, email from identity order by identity")
    assert rows == [(1, "", ""), (2, "", ""), (3, *BOB), (4, "", "")]
    assert ask(store, "select login from account") != [("adal",)]
    assert str(ask(store, "select login from account")[0][0]).startswith(STAND_IN)


def test_one_person_goes_on_being_one_person(store: Path) -> None:
    assert ask(store, "select person, name from person order by person") == [(1, NAME), (3, "Bob Babbage")]


def test_a_known_organisation_keeps_its_share(store: Path) -> None:
    rows = ask(store, "select identity, name from identity_person join organisation using (organisation)")
    assert rows == [(1, "IBM")]


def test_texts_lose_the_words(store: Path) -> None:
    subjects = ask(store, "select subject from commit_fact order by commit")
    assert subjects == [(f"For {ERASED} and {ERASED}",), ("Ada and Lovelace",)]
    assert ask(store, "select detail from turn_fact") == [(ERASED,)]
    assert ask(store, "select name from run_fact") == [(f"preview for {ERASED}",)]
    assert ask(store, "select subject from act_fact") == [(f"{ERASED}/engine",)]
    assert ask(store, "select name from path_fact") == [(f"authors/{ERASED}.md",)]


def test_kept_files_lose_the_lines(store: Path) -> None:
    assert ask(store, "select name, content from document") == [
        (".mailmap", b"Bob Babbage <bob@babbage.example> <b@x.example>\n"),
        (".folkmoot/organisations.toml", ENGINES.replace(ENGINES.splitlines(keepends=True)[1], b"")),
    ]


def test_a_file_that_makes_no_sense_without_its_lines_goes(store: Path) -> None:
    broken = b'[[organisations]]\nname = "Engines"\nalso = ["Ada Lovelace",\n  "Looms"]\n'
    with writing(store) as connection:
        connection.execute(
            "update document set content = ? where name = '.folkmoot/organisations.toml'", [broken]
        )
    assert ask(store, "select name from document") == [(".mailmap",)]


def test_nothing_is_written_twice(store: Path) -> None:
    assert may_be_unerased(store)
    before = store.stat().st_mtime_ns
    refresh(store)
    assert store.stat().st_mtime_ns == before


def test_whoever_comes_back_is_not_named(store: Path) -> None:
    with writing(store) as connection:
        connection.execute("insert into identity values (9, 'git', 'A. Lovelace', 'ada@home.example')")
        resolve_people(connection)
    assert ask(store, "select name, email from identity where identity = 9") == [("", "")]
    assert ask(store, "select person from identity_person where identity = 9") == [(1,)]


def test_nothing_happens_where_nobody_was_erased(tmp_path: Path) -> None:
    path = tmp_path / "plain.duckdb"
    with writing(path) as connection:
        fill(connection)
    assert not may_be_unerased(path)
    assert ask(path, "select count(*) from identity where name = ''") == [(0,)]


def test_a_forge_brings_nobody_back(store: Path) -> None:
    with writing(store) as connection:
        intake = ForgeIntake(connection, 1, "github", "github.com")
        ada, bob = Account("ADAL", "Ada Lovelace", "ada@ibm.com"), Account("bobb")
        intake.take([
            Item(False, 7, "7", ada, "NONE", "As Ada Lovelace said", 9, 0, 9),
            Remark(False, 7, "8", Kind.COMMENT, bob, "NONE", 9, 30),
        ])  # fmt: skip
        intake.flush()
        resolve_people(connection)
    ((author, title),) = ask(store, "select author, title from item_fact where number = 7")
    assert title == f"As {ERASED} said"
    assert ask(store, f"select person from identity_person where identity = {author}") == [(1,)]
    assert not [row for row in ask(store, "select name, email from identity") if "ada" in str(row).casefold()]


def test_what_a_forge_says_is_cleaned_before_it_is_spooled(store: Path) -> None:
    spool = Spool(store.with_name("x.duckdb.0.spool"), ["about"], "github.com")
    spool.page([
        Item(False, 7, "7", Account("adal", "Ada Lovelace"), "NONE", "As Ada Lovelace said", 9, 0, 9),
        Mark("page", "1"),
    ])  # fmt: skip
    written = spool.path.read_bytes().lower()
    assert b"adal" not in written
    assert b"lovelace" not in written
    (item, _) = spool.records()
    assert isinstance(item, Item)
    assert item.author.login.startswith(STAND_IN)
    spool.close(is_done=True)


def test_an_archive_brings_nobody_back(settings: Path) -> None:
    add(settings, lines_of(load_key(settings / KEY_FILE), new_bundle(), [], [("github.com", "ada")]))
    connection = fresh_store()
    take(connection, STORY)
    assert connection.execute("select count(*) from account where lower(login) = 'ada'").fetchone() == (0,)
    erased_acts = connection.execute(
        "select count(*) from act_fact a join bundle b on b.identity = a.actor"
    ).fetchone()
    assert erased_acts is not None
    assert erased_acts[0] > 0
    sweep(connection)
    assert not [
        row for row in connection.execute("select subject from act_fact").fetchall() if "ada/" in str(row)
    ]


def test_no_hour_of_several_in_one_import_brings_anybody_back(
    tmp_path: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hour is written while the next is read, and what two of them hold is there once."""
    monkeypatch.setattr(archive_intake, "ROWS", 1)
    hours = [str(written(tmp_path / f"2024-05-01-{hour}.json.gz", STORY[hour:])) for hour in range(3)]
    import_archives(tmp_path / "before.duckdb", hours, wanted(["moot/*"], []))
    gone = [("github.com", login) for login in ("ada", "bob", "cleo")]
    add(settings, lines_of(load_key(settings / KEY_FILE), new_bundle(), [], gone))
    import_archives(tmp_path / "after.duckdb", hours, wanted(["moot/*"], []))

    def told(store: str, who: str) -> list[tuple[Any, ...]]:
        with connect(tmp_path / f"{store}.duckdb", read_only=True) as connection:
            return connection.execute(
                f"""select 'act', event, made_at from act_fact where {who.format("actor")} union all
                select 'item', event, opened_at from item_fact where {who.format("author")} union all
                select 'remark', event, made_at from remark_fact where {who.format("author")} order by all"""
            ).fetchall()

    named = "{} in (select identity from account where login in ('ada', 'bob', 'cleo'))"
    assert {row[0] for row in told("before", named)} == {"act", "item", "remark"}
    assert told("after", "{} in (select identity from bundle)") == told("before", named)
    assert told("after", named) == []
    with connect(tmp_path / "after.duckdb", read_only=True) as connection:
        names = str(connection.execute("select name, email from identity").fetchall())
    assert not [login for _, login in gone if f"'{login}'" in names]


def test_every_text_and_identifier_of_the_store_is_cleaned() -> None:
    """Whoever adds a column says what it holds; a text that nobody cleans would bring people back."""
    from_sources = {("project", "name"), ("project", "origin"), ("document", "content")}
    texts = {(table, name) for table in COLUMNS for name in columns_that_hold(Holds.TEXT, table)}
    assert texts - set(TEXTS) == from_sources, "addresses stay, and files lose lines"
    named = {(table, name) for table in COLUMNS for name in columns_that_hold(Holds.IDENTIFIER, table)}
    assert named == {
        ("identity", "name"), ("identity", "email"), ("account", "login"), ("person", "name"),
        ("lookup", "digest"), ("bundle", "bundle"),
    }  # fmt: skip


def test_every_text_column_of_the_store_is_really_cleaned(tmp_path: Path, settings: Path) -> None:
    """Each text of each table is given her name; afterwards no column of any table holds it."""
    path = tmp_path / "x.duckdb"
    with writing(path) as connection:
        fill(connection)
        for table, column in TEXTS:
            kinds = connection.execute(f"describe {table}").fetchall()
            plain = {"INTEGER": 1, "BIGINT": 1, "BLOB": b""}
            values = ["Ada Lovelace" if name == column else plain.get(kind, "x") for name, kind, *_ in kinds]
            marks = ", ".join("?" for _ in values)
            connection.execute(f"insert into {table} values ({marks})", values)
    lines = lines_of(load_key(settings / KEY_FILE), new_bundle(), [ADA, OTHER], [("github.com", "adal")])
    add(settings, lines)
    refresh(path)
    for table in COLUMNS:
        assert not [row for row in ask(path, f"select * from {table}") if "Ada Lovelace" in str(row)], table


@pytest.mark.parametrize(
    ("told", "has_gone"),
    [
        ("insert into identity values (1, 'git', 'Ada Lovelace', 'ada@ibm.com')", True),
        ("insert into document values (1, '.mailmap', 'Ada Lovelace <ada@ibm.com> <old@x.example>')", True),
        ("insert into commit_fact values (1, 1, 's', 3, 3, 1, 0, 1, 0, 1, 0, 'For Ada Lovelace')", True),
        ("insert into commit_fact values (1, 1, 's', 3, 3, 1, 0, 1, 0, 1, 0, 'For Bob Babbage')", False),
    ],
    ids=["person", "file", "text", "nobody"],
)
def test_that_something_had_to_go_is_told_once(settings: Path, told: str, has_gone: bool) -> None:
    """The store is then written anew, because what was deleted would stay in the bytes of its file."""
    add(settings, lines_of(load_key(settings / KEY_FILE), new_bundle(), [ADA], []))
    connection = fresh_store()
    connection.execute(told)
    assert [sweep(connection), sweep(connection)] == [has_gone, False]
