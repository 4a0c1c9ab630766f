"""`--forge`: what a project's forge says joins its git history, or is refused with what to do."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Call
from folkmoot.store.database import one, reading
from sources.forges.forge_at_hand import TOKEN, fake, needs_schema
from sources.git.repositories import Repository, small_history

AT = "2024-02-01T00:00:00Z"


def item(number: int, **more: Any) -> dict[str, Any]:
    return {
        "number": number, "id": f"I{number}", "title": "Why", "author": "ada", "authorAssociation": "NONE",
        "labels": [], "createdAt": AT, "updatedAt": AT, "closedAt": None, "comments": [], **more,
    }  # fmt: skip


def dump(place: Path, *issues: dict[str, Any], made_at: str = "2024-03-01T00:00:00+00:00") -> Path:
    whole = {"timestamp": made_at, "repo": "ada/loom", "issues": list(issues) or [item(1)], "pulls": []}
    place.write_bytes(gzip.compress(json.dumps(whole).encode()))
    return place


def test_a_dump_joins_the_repository(call: Call, project: Repository, tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    answer = call("sync", project.place, "--forge", dump(tmp_path / "d.json.gz"), "--store", store)
    assert answer.code == 0
    assert "d.json.gz: issues and changes (1)." in answer.err
    with reading(store) as connection:
        assert one(connection, "select count(distinct project) from project") == (1,)
        assert one(connection, "select count(*) from item_fact join commit_fact using (project)")[0] > 0


def test_reading_it_again_finds_nothing_new(call: Call, project: Repository, tmp_path: Path) -> None:
    arguments = (
        "sync",
        project.place,
        "--forge",
        dump(tmp_path / "d.json.gz"),
        "--store",
        tmp_path / "s.duckdb",
    )
    call(*arguments)
    assert "d.json.gz: nothing new." in call(*arguments).err


def test_rows_that_make_no_sense_are_told_and_the_others_read(
    call: Call, project: Repository, tmp_path: Path
) -> None:
    bad = [item(number, title=number) for number in range(2, 14)]
    answer = call(
        "sync", project.place, "--forge", dump(tmp_path / "d.json.gz", item(1), *bad), "--store",
        tmp_path / "s.duckdb",
    )  # fmt: skip
    assert answer.code == 0
    assert "left out: d.json.gz: issues[1]: title should be a text, and is a number." in answer.err
    assert "left out: 2 more." in answer.err
    assert "issues and changes (1)" in answer.err


def test_a_report_ends_where_its_forge_does(call: Call, project: Repository, tmp_path: Path) -> None:
    """Later, what is open would seem to wait."""
    place = dump(tmp_path / "d.json.gz", made_at="2024-02-03T00:00:00+00:00")
    answer = call(
        "report", project.place, "--forge", place, "--store", tmp_path / "s.duckdb", "--output", "r.json"
    )
    assert answer.code == 0
    assert "as of 2024-02-03, the last its forge told" in answer.err
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["pages"]


def test_something_that_is_no_forge_is_refused_at_once(call: Call, project: Repository) -> None:
    answer = call("sync", project.place, "--forge", "https://example.org/a/b")
    assert answer.code == 2
    assert "hint: name an existing file" in answer.err
    assert "new commits" not in answer.err


def test_a_dump_of_nonsense_is_an_error_of_the_source(
    call: Call, project: Repository, tmp_path: Path
) -> None:
    (tmp_path / "d.json").write_text("nothing")
    answer = call("sync", project.place, "--forge", tmp_path / "d.json", "--store", tmp_path / "s.duckdb")
    assert answer.code == 3
    assert "d.json" in answer.err
    assert "hint:" in answer.err


def test_without_a_token_the_hint_names_the_variable(
    call: Call, project: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("FOLKMOOT_GITHUB_TOKEN", "GITHUB_TOKEN", "GH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    answer = call("sync", project.place, "--forge", "https://github.com/ada/loom", "--store", "s.duckdb")
    assert answer.code == 3
    assert "FOLKMOOT_GITHUB_TOKEN" in answer.err


def test_several_forges_are_told_apart_by_order(call: Call, project: Repository, tmp_path: Path) -> None:
    other = small_history(tmp_path / "other")
    store = tmp_path / "s.duckdb"
    first, second = dump(tmp_path / "1.json.gz", item(1)), dump(tmp_path / "2.json.gz", item(1), item(2))
    answer = call("sync", project.place, other.place, "--forge", first, "--forge", second, "--store", store)
    assert answer.code == 0
    with reading(store) as connection:
        counted = connection.execute(
            "select p.origin, count(*) from item_fact join project p using (project) group by all order by 2"
        ).fetchall()
    assert counted == [(str(project.place), 1), (str(other.place), 2)]


def test_one_forge_for_several_repositories_is_refused(
    call: Call, project: Repository, tmp_path: Path
) -> None:
    """Before anything is read."""
    other = small_history(tmp_path / "other")
    forge = dump(tmp_path / "d.json.gz")
    for command in ("sync", "report"):
        answer = call(command, project.place, other.place, "--forge", forge, "--store", "s.duckdb")
        assert answer.code == 2
        assert "Which repository d.json.gz belongs to cannot be told." in answer.err
        assert "new commit" not in answer.err
        assert not Path("s.duckdb").exists()


def test_an_address_that_matches_none_of_several_is_refused_before_anything_is_read(
    call: Call,
) -> None:
    """Nobody is asked, either: there is no such host."""
    urls = ("https://forge.invalid/ada/loom", "https://forge.invalid/ada/oar.git")
    answer = call("sync", *urls, "--forge", "forgejo+https://forge.invalid/ada/sail", "--store", "s.duckdb")
    assert answer.code == 2
    assert "cannot be told" in answer.err
    answer = call("sync", *urls, "--forge", "forgejo+https://forge.invalid/ada/oar")
    assert answer.code == 3
    assert "cannot be told" not in answer.err


@pytest.mark.parametrize("command", [("sync",), ("report", "--format", "json"), ("panel", "commits")])
def test_offline_reads_a_dump_and_asks_no_forge(
    call: Call, project: Repository, tmp_path: Path, command: tuple[str, ...]
) -> None:
    name, *more = command
    forge = dump(tmp_path / "d.json.gz")
    where = [project.place, *more] if name != "panel" else [*more, project.place]
    asked = call(name, *where, "--forge", "forgejo+https://forge.invalid/ada/oar", "--offline")
    assert asked.code == 2
    assert "--offline asks nobody" in asked.err
    assert "new commit" not in asked.err
    read = call(name, *where, "--forge", forge, "--offline", "--store", "s.duckdb")
    assert read.code == 0
    assert "issues and changes" in read.err


@needs_schema
def test_a_whole_report_through_the_fake_forge(
    call: Call, project: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the token is in none of what is left behind."""
    monkeypatch.setenv("FOLKMOOT_GITHUB_TOKEN", TOKEN)
    forge, store = fake(), tmp_path / "s.duckdb"
    with forge.serving() as base:
        origin = f"github+{base}/ada/loom"
        answer = call("report", project.place, "--forge", origin, "--store", store, "--output", "r.html")
    assert answer.code == 0
    assert "issues and changes (100)" in answer.err
    assert forge.tokens == {f"Bearer {TOKEN}"}
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert store in left
    assert [path for path in left if TOKEN.encode() in path.read_bytes()] == []
    assert TOKEN not in answer.out + answer.err


@needs_schema
def test_a_long_reading_tells_its_cost_first(
    call: Call, project: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    from folkmoot.cli import _forges

    monkeypatch.setattr(_forges, "LONG", 1)
    monkeypatch.setenv("FOLKMOOT_GITHUB_TOKEN", TOKEN)
    with fake().serving() as base:
        answer = call("sync", project.place, "--forge", f"github+{base}/ada/loom", "--store", "s.duckdb")
    assert "about 1 requests, a minute, " in answer.err
    assert "of 4999 points left" in answer.err
