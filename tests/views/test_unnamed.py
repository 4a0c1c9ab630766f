"""Who opted out is counted everywhere and named nowhere: every format, drill-down, export and SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from folkmoot.i18n import Message, say
from folkmoot.metrics import all_metrics
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Page, Panel, Report
from folkmoot.people.opting_out import FILE, add
from folkmoot.render import render
from folkmoot.store.database import connect, one
from folkmoot.store.export import export
from folkmoot.store.people import resolve_people
from folkmoot.store.query import query
from folkmoot.store.withheld import beside
from folkmoot.store.writer import refresh, writing
from folkmoot.views.drill import drilled
from folkmoot.views.report import build_report
from folkmoot.views.unnamed import unnamed

DAY = 86_400
NOW = 20_000 * DAY
FORMATS = ("html", "json", "csv", "markdown", "text")
PEOPLE = st.tuples(
    st.sampled_from(["Zelda", "Zoë", "Žofie", "Zuzu-Anne"]),
    st.sampled_from(["Quirk", "Q'orianka", "Queńtin", "Qubit (x)"]),
    st.from_regex(r"zq[a-z0-9]{3,8}", fullmatch=True),
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the user's configuration into the test's own folder."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "folkmoot"


def made(store: Path, name: str, login: str) -> Path:
    """Make a store in which one person commits and speaks under two addresses and an account."""
    mail = f"{login}@lovelace.example"
    who = [(name, mail), (name, f"{login}@users.noreply.github.com"), (name, f"{login}.two@mill.example")]
    with writing(store) as connection:
        run = connection.execute
        run("insert into project values (1, 'loom', 'made for a test')")
        run("insert into coverage values (1, 'git', 0, ?, 'complete', '')", [NOW])
        run("insert into coverage values (1, 'archive-dump', 0, ?, 'complete', '')", [NOW])
        for number, (shown, email) in enumerate([*who, ("Bob Babbage", "bob@mill.example")], start=1):
            run("insert into identity values (?, 'git', ?, ?)", [number, shown, email])
        run("insert into account values (2, 'github.com', ?, 0)", [login])
        run("insert into document values (1, '.mailmap', ?)", [f"{name} <{mail}> <{who[2][1]}>".encode()])
        run("insert into path_fact values (1, 1, ?)", [f"people/{login}.toml"])
        run("insert into file_fact values (1, 1)")
        run("insert into path_class values (1, 1, ?, 'code', '')", ["people"])
        for number in range(1, 13):
            author, at = (1, 3, 4)[number % 3], NOW - number * 20 * DAY
            run("insert into commit_fact values (?, 1, ?, ?, ?, ?, 0, ?, 0, 1, 0, ?)",
                [number, f"{number:040x}", author, author, at, at,
                 f"Thank {name}, @{login} ({mail})"])  # fmt: skip
            run("insert into place values (?, 1, 1, ?, ?)", [number, number, at])
            run("insert into touch_fact values (?, 1, 'M')", [number])
            run(f"""insert into item_fact values (1, 0, ?, 'e{number}', 'archive-dump', 2, 'NONE', ?, ?, 0, 0,
                0, 0, 0, '', '', ?, 0, 0, 0)""", [number, f"As {name} said", at, at])  # fmt: skip
            run(f"""insert into remark_fact values (1, 0, ?, 'item:{number}:{login}:{at}', 'archive-dump',
                'comment', '', 2, 'NONE', ?, 10, 0)""", [number, at + DAY])  # fmt: skip
        run(
            "insert into act_fact values (1, 'a1', 'archive-dump', 'fork', 2, ?, ?)",
            [NOW - DAY, f"{login}/loom"],
        )
        resolve_people(connection)
    return store


def outputs(store: Path, folder: Path) -> Iterator[str]:
    """Give everything that anybody can see of a store."""
    with connect(store, read_only=True) as connection:
        report = build_report(connection, subject="loom", made_at="", projects=[(1, "loom")])
        for form in FORMATS:
            yield render(report, form)
        for metric in [*all_metrics().values()][::6]:
            yield repr(drilled(connection, metric, None, "", None))
        tables = [name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()]
    for table in tables:
        yield repr(query(store, f"from main.{table}", 10_000))
    for place in export(store, folder, with_names=True):
        with duckdb.connect() as reader:
            yield repr(reader.execute("from read_parquet(?)", [str(place)]).fetchall())


def forms(name: str, login: str) -> list[str]:
    return [name.casefold(), login, f"{login}@lovelace.example", f"{login}.two@mill.example"]


@settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(who=PEOPLE, by=st.sampled_from(["name", "login", "e-mail"]))
def test_who_opted_out_is_named_in_no_output(
    tmp_path_factory: pytest.TempPathFactory, own_folder: Path, who: tuple[str, str, str], by: str
) -> None:
    folder = tmp_path_factory.mktemp("unnamed")
    name, login = f"{who[0]} {who[1]}", who[2]
    (own_folder / FILE).unlink(missing_ok=True)
    store = made(folder / "x.duckdb", name, login)
    word = {"name": name, "login": f"@{login}", "e-mail": f"{login}@lovelace.example"}[by]
    add(own_folder / FILE, own_folder, [word])
    refresh(store)
    for told in outputs(store, folder / "export"):
        assert [form for form in forms(name, login) if form in told.casefold()] == []
    with connect(store, read_only=True) as connection:
        assert one(connection, "select count(distinct person) from persons") == (2,)


def test_without_a_list_the_same_outputs_do_name_them(tmp_path: Path) -> None:
    """Else the test above could not fail."""
    store = made(tmp_path / "x.duckdb", "Zelda Quirk", "zqzelda")
    told = "".join(outputs(store, tmp_path / "export")).casefold()
    assert [form for form in forms("Zelda Quirk", "zqzelda") if form not in told] == []


def test_writers_see_the_truth_and_opting_in_again_brings_names_back(
    tmp_path: Path, own_folder: Path
) -> None:
    store = made(tmp_path / "x.duckdb", "Zelda Quirk", "zqzelda")
    add(own_folder / FILE, own_folder, ["zqzelda@lovelace.example"])
    refresh(store)
    assert beside(store).stat().st_mode & 0o077 == 0
    with writing(store) as connection:
        assert one(connection, "select name from identity where identity = 1") == ("Zelda Quirk",)
        assert one(connection, "select login from account") == ("zqzelda",)
        assert one(connection, "select name from path_fact") == ("people/zqzelda.toml",)
        assert one(connection, "select event from remark_fact where number = 1")[0].count("zqzelda") == 1
        resolve_people(connection)
    with connect(store, read_only=True) as connection:
        assert one(connection, "select name from identity where identity = 1") == ("(not named)",)
    (own_folder / FILE).unlink()
    refresh(store)
    with writing(store) as connection:
        resolve_people(connection)
    with connect(store, read_only=True) as connection:
        names = connection.execute("select name from person order by 1").fetchall()
    assert names == [("Bob Babbage",), ("Zelda Quirk",)]
    assert not beside(store).exists()


def test_a_list_made_with_another_key_names_nobody(tmp_path: Path, own_folder: Path) -> None:
    store = made(tmp_path / "x.duckdb", "Zelda Quirk", "zqzelda")
    strangers = tmp_path / "strangers"
    add(strangers / FILE, strangers, ["bob@mill.example"])
    with writing(store) as connection:
        content = (strangers / FILE).read_bytes()
        connection.execute("insert into document values (1, '.folkmoot/opt-out', ?)", [content])
    with connect(store, read_only=True) as connection:
        names = connection.execute("select distinct name from person").fetchall()
    assert names == [("(not named)",)]
    assert own_folder.exists() is False


def test_words_are_taken_out_wherever_they_stand_but_not_of_our_own() -> None:
    pattern = re.compile("overview|zelda", re.IGNORECASE)
    page = Page("overview", "Zelda's", Message("{who} came", {"who": "ZELDA"}), ())
    report = unnamed(Report("zelda", "", (page,)), pattern)
    assert (report.subject, report.pages[0].slug) == ("(not named)", "overview")
    assert report.pages[0].title == "(not named)'s"
    assert say(report.pages[0].lede) == "(not named) came"


def test_a_path_or_package_that_marks_an_entry_is_a_word_of_others() -> None:
    entry = Entry("zelda/setup@v1", "zelda/setup@v1")
    panel = Panel("zelda", "Actions", "Which?", None, Better.NEITHER, None, entries=(entry,))
    shown = unnamed(panel, re.compile("zelda"))
    assert shown.id == "zelda"
    assert shown.entries == (Entry("(not named)/setup@v1", "(not named)/setup@v1"),)


def test_words_deep_in_tables_and_lists_are_taken_out_too() -> None:
    told = {"who": ("zelda", ["zelda came"], {"zelda"}, {"first": "zelda"}), "count": 3}
    gone = "(not named)"
    assert unnamed(told, re.compile("zelda")) == {
        "who": (gone, [f"{gone} came"], {gone}, {"first": gone}),
        "count": 3,
    }
