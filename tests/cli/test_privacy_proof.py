"""The proof of erasure: read, report, erase, read again, report; then nothing anywhere holds the person.

Over an invented repository always, over real ones where they are at hand. What is looked for are names,
addresses and logins, as UTF-8 and as JSON, HTML and URLs write them, in every file of every folder that is
Folkmoot's. The engine compresses texts, so stores are written uncompressed here and their rows are looked
through too.
"""

from __future__ import annotations

import html
import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from folkmoot.model.event import Kind
from folkmoot.model.forge import Account, Act, HeadRuns, Item, Run, Snapshot, Turn
from folkmoot.store import database
from folkmoot.store.database import connect
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.inventory import COLUMNS
from folkmoot.store.people import resolve_people
from folkmoot.store.writer import writing
from sources.git.repositories import Repository

from .conftest import Call

REAL = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or Path(__file__).parents[3] / ".mirror")
FORMATS = ("html", "json", "csv", "markdown", "text")
ZOE = b"Zo\xc3\xab Quux <zoe.quux@quux.example>"
HOME = b"zoequux <7+zoequux@users.noreply.github.com>"
BOB = b"Bob <bob@example.com>"
WORDS = ("Zo\u00eb Quux", "zoe.quux@quux.example", "zoequux")


@pytest.fixture(autouse=True)
def uncompressed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine write texts as they are, so that looking for bytes proves something."""
    monkeypatch.setitem(database.SAFE_SETTINGS, "force_compression", "uncompressed")


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """Give a history in which Zoe is author and reviewer, and named in texts, files and a mailmap."""
    mailmap = "Zo\u00eb Quux <zoe.quux@quux.example> <7+zoequux@users.noreply.github.com>\n"
    statement = 'name = "Zo\u00eb Quux"\nidentities = ["zoe.quux@quux.example"]\n'
    repository = Repository.create(tmp_path / "project")
    repository.commit(ZOE, "Begin\n", {
        ".mailmap": mailmap, ".folkmoot/people/zoequux.toml": statement, "MAINTAINERS.md": "* @zoequux\n",
        "CODEOWNERS": "* @zoequux\n", "authors/zoequux.md": "me\n",
    })  # fmt: skip
    repository.commit(
        BOB, "Thank Zo\u00eb Quux and @zoequux\n\nReviewed-by: " + ZOE.decode() + "\n", {"a": "1\n"}
    )
    repository.commit(HOME, "More\n", {"a": "2\n"})
    repository.commit(BOB, "Revert zoe.quux@quux.example's change\n", {"a": "1\n"})
    repository.tag("v1.0-zoequux", at=repository.at)
    return repository


def forms(words: Iterable[str]) -> set[bytes]:
    """Give every way in which words are written into files."""
    found = set()
    for word in words:
        for text in (word, html.escape(word), quote(word), quote(word, safe=""), json.dumps(word)[1:-1]):
            found |= {text.encode(), text.casefold().encode()}
    return found


def traces(folders: Iterable[Path], words: Iterable[str], spared: Path) -> Iterator[str]:
    """Yield every file under `folders` that holds one of `words`, in whatever form."""
    wanted = forms(words)
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and spared not in path.parents:
                content = path.read_bytes() + bytes(str(path), "utf-8")
                lower = content.lower()
                yield from (f"{path}: {word!r}" for word in wanted if word in content or word in lower)


def rows(store: Path, words: Iterable[str]) -> list[str]:
    """Give every row of a store that holds one of `words`."""
    low = [word.casefold() for word in words]
    with connect(store, read_only=True) as connection:
        return [
            f"{table}: {row!r}"
            for table in COLUMNS
            for row in connection.execute(f"select * from {table}").fetchall()
            if any(word in plain(row) for word in low)
        ]


def plain(row: tuple[object, ...]) -> str:
    """Give a row as one text in lower case."""
    return " ".join(v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v) for v in row).casefold()


def reports(call: Call, place: Path, store: Path, folder: Path) -> dict[str, str]:
    """Write the whole report in every format, and an export; give what JSON says."""
    folder.mkdir(exist_ok=True)
    for form in FORMATS:
        path = folder / f"report.{form}"
        assert call("report", place, "--store", store, "--format", form, "--output", path).code == 0
    assert call("export", place, "--store", store, "--to", folder / "parquet").code in (0, 2)
    told: dict[str, str] = json.loads((folder / "report.json").read_text())
    return told


def numbers(report: dict[str, object]) -> dict[str, object]:
    """Give the values of every panel that counts, without names."""
    return {
        f"{page['slug']}/{panel['id']}": sorted(str((p.get("period"), p.get("value"), p.get("n")))
                                                for p in panel["points"])
        for page in report["pages"] for panel in page["panels"]  # type: ignore[attr-defined]
    }  # fmt: skip


def test_nothing_of_somebody_erased_is_left(call: Call, made: Repository, tmp_path: Path) -> None:
    store, before, after = tmp_path / "s.duckdb", tmp_path / "before", tmp_path / "after"
    first = reports(call, made.place, store, before)
    assert list(traces([tmp_path], WORDS, made.place)), "the proof looks where they were"
    assert rows(store, WORDS)
    erased = call("privacy", "erase", WORDS[1], "--yes", "-r", made.place, "--store", store)
    assert erased.code == 0, erased.err
    assert "not ours" in erased.err
    for path in before.rglob("*"):
        if path.is_file():
            path.unlink()
    assert numbers(reports(call, made.place, store, after)) == numbers(first)
    made.commit(HOME, "Back again\n", {"a": "3\n"})
    assert call("sync", made.place, "--store", store).code == 0
    grown = reports(call, made.place, store, after)
    assert list(traces([tmp_path], WORDS, made.place)) == []
    assert rows(store, WORDS) == []
    store.unlink()  # and from nothing again
    second = reports(call, made.place, store, after)
    assert list(traces([tmp_path], WORDS, made.place)) == []
    assert rows(store, WORDS) == []
    assert numbers(second) == numbers(grown)


SAID = (
    ("check", "--all"), ("check", "--profile", "osps-3", "--all"), ("check", "--format", "json"),
    ("check", "--format", "sarif"), ("check", "--format", "markdown", "--all"),
    ("check", "--profile", "osps-3", "--format", "osps-json"), ("check", "--format", "scorecard-json"),
    ("fix", "codeowners"), ("fix", "security-insights"), ("sbom",), ("licences",),
)  # fmt: skip
"""What reads the project's own files, without a store."""
COUNTED = (
    ("people", "list"), ("people", "review"), ("thanks",), ("mentors",), ("checkin",), ("electorate",),
    ("panel", "stars"), ("panel", "commits"), ("panel", "forks", "--badge"),
    ("report", "--page", "attention", "--format", "json", "--output", "-"),
    ("events", "--metric", "stars"), ("events", "--metric", "commits"),
)  # fmt: skip


def told_by_forge(store: Path) -> None:
    """Let a forge tell of stars, forks, counts, labels and runs of checks, most of them Zoe's."""
    zoe, bob = Account("zoequux"), Account("bob")
    now = 1_700_000_000
    with writing(store) as connection:
        intake = ForgeIntake(connection, 1, "github", "github.com")
        intake.take([
            Act("1", Kind.STAR, zoe, now), Act("2", Kind.STAR, bob, now + 100),
            Act("3", Kind.FORK, zoe, now, "zoequux/project"), Snapshot(19_700, 2, 1, 0, 1, 0),
            Item(False, 7, "4", zoe, "NONE", "zoequux: a loom", now, 0, now, labels=("for-zoequux",)),
            Turn(False, 7, "5", "assigned", bob, now + 200, "zoequux"),
            Turn(False, 7, "6", "renamed", bob, now + 300, "Zo\u00eb Quux's loom"),
            HeadRuns(7, "abc", "success", (Run("actions", "build by zoequux", "success", now),)),
        ])  # fmt: skip
        intake.flush()
        resolve_people(connection)


def test_nothing_of_somebody_erased_is_told_by_what_came_later(
    call: Call, made: Repository, tmp_path: Path
) -> None:
    """Stars, forks, counts, results of checks, drawings and badges, caches, a mailmap switched on."""
    store = tmp_path / "s.duckdb"
    assert call("sync", made.place, "--store", store).code == 0
    told_by_forge(store)
    where = ("-r", made.place, "--store", store)
    for words in (*SAID, *COUNTED):
        call(*words, made.place, *(["--store", store] if words in COUNTED else []))
    assert list(traces([tmp_path], WORDS, made.place)), "the proof looks where they were"
    assert call("privacy", "erase", WORDS[1], "--yes", *where).code == 0
    assert list(traces([tmp_path], WORDS, made.place)) == []
    told_by_forge(store)
    assert call("people", "mailmap", "off", made.place, "--store", store).code == 0
    assert call("people", "mailmap", "on", made.place, "--store", store).code == 0
    for words in (*SAID, *COUNTED):
        answer = call(*words, made.place, *(["--store", store] if words in COUNTED else []))
        assert answer.code in (0, 1), (words, answer.err)
        found = [word for word in forms(WORDS) if word in answer.out.encode()]
        assert found == [], words
    assert list(traces([tmp_path], WORDS, made.place)) == []
    assert rows(store, WORDS) == []


KILLED = {
    "before the list": "folkmoot.people.tombstones.add",
    "before a store": "folkmoot.store.writer.clear",
    "while a store is written": "folkmoot.store.writer.sweep",
    "before the store is in place": "folkmoot.store.writer._settle",
    "before the caches": "folkmoot.store.erasure._caches",
    "before the clones": "folkmoot.store.erasure._clones",
}


@pytest.mark.parametrize("target", KILLED.values(), ids=KILLED.keys())
def test_an_erasure_that_was_killed_is_finished(
    call: Call, made: Repository, tmp_path: Path, target: str
) -> None:
    store = tmp_path / "s.duckdb"
    assert call("sync", made.place, "--store", store).code == 0
    cache = tmp_path / "xdg_cache_home" / "folkmoot"
    (cache / "remembered").mkdir(parents=True, exist_ok=True)
    (cache / "remembered" / "x.json").write_text(WORDS[0])
    (cache / "clones" / "x.git").mkdir(parents=True)
    (cache / "clones" / "x.git" / "packed").write_text(WORDS[0])
    module, _, name = target.rpartition(".")
    code = textwrap.dedent(f"""
        import importlib, os, signal, sys
        from folkmoot.store import database
        database.SAFE_SETTINGS["force_compression"] = "uncompressed"
        import folkmoot.store.writer
        def killed(*_, **__):
            os.kill(os.getpid(), signal.SIGKILL)
        setattr(importlib.import_module({module!r}), {name!r}, killed)
        from folkmoot.cli import main
        main(sys.argv[1:])
    """)
    arguments = ["privacy", "erase", WORDS[1], "--yes", "-r", str(made.place), "--store", str(store)]
    ended = subprocess.run([sys.executable, "-c", code, *arguments], check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    journal = tmp_path / "xdg_config_home" / "folkmoot" / "erasing.json"
    assert journal.exists()
    assert not [word for word in forms(WORDS) if word in journal.read_bytes()]
    assert call("people", "list", made.place, "--store", store).code == 0
    assert not journal.exists()
    assert list(traces([tmp_path], WORDS, made.place)) == []
    assert rows(store, WORDS) == []


@pytest.mark.shared_data
@pytest.mark.parametrize("name", ["vuejs+core", "curl+curl"])
def test_nothing_of_a_real_person_is_left(call: Call, tmp_path: Path, name: str) -> None:
    place = REAL / name / "repo"
    if not place.is_dir():
        pytest.skip(f"{name} is not at hand")
    store, folder = tmp_path / "s.duckdb", tmp_path / "reports"
    assert call("sync", place, "--store", store, "--lines", "never").code == 0
    with connect(store, read_only=True) as connection:
        # whoever has most commits, full names only: they stand everywhere
        ((person,),) = connection.execute(
            "select c.person from commits c join person p on p.person = c.person where c.is_bot = 0 "
            "and contains(p.name, ' ') group by c.person order by count(*) desc, c.person limit 1"
        ).fetchall()
        called = connection.execute(
            "select i.name, i.email from identity i join identity_person ip on ip.identity = i.identity "
            "where ip.person = ? and contains(i.name, ' ') and contains(i.email, '@')", [person],
        ).fetchall()  # fmt: skip
    words = sorted({word for row in called for word in row})
    assert call("privacy", "erase", called[0][1], "--yes", "-r", place, "--store", store).code == 0
    for form in FORMATS:
        answer = call("report", place, "--store", store, "--lines", "never", "--format", form,
                      "--output", folder.with_suffix(f".{form}"))  # fmt: skip
        assert answer.code == 0
    assert list(traces([tmp_path], words, place)) == []
    assert rows(store, words) == []
