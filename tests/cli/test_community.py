"""`folkmoot sync` and `folkmoot report` in a folder with a folkmoot.toml, as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from folkmoot.store.database import connect
from sources.forges.forge_at_hand import TOKEN, fake, needs_schema
from sources.git.repositories import small_history

from .conftest import Call


@pytest.fixture
def here(own_folders: Path) -> Path:
    """Give the folder the calls are made in, with two repositories beside it."""
    small_history(own_folders.parent / "project")
    small_history(own_folders.parent / "mill")
    return own_folders


def write(folder: Path, text: str) -> None:
    (folder / "folkmoot.toml").write_text(text)


def stores(folder: Path) -> list[Path]:
    return sorted((folder.parent / "xdg_data_home").rglob("*.duckdb"))


def projects(store: Path) -> list[str]:
    with connect(store, read_only=True) as connection:
        return [name for (name,) in connection.execute("select name from project order by name").fetchall()]


def panel(report: Any, identifier: str) -> Any:
    return next(one for page in report["pages"] for one in page["panels"] if one["id"] == identifier)


def labels(report: Any, identifier: str = "active-contributors") -> set[str]:
    return {point["label"] for point in panel(report, identifier)["points"]}


def test_sync_reads_every_repository_into_one_store(call: Call, here: Path) -> None:
    write(here, 'repositories = ["../project", "../mill"]')
    answer = call("sync")
    assert answer.code == 0
    assert [projects(store) for store in stores(here)] == [["mill", "project"]]
    assert "nothing new" in call("sync").err


def test_a_pattern_finds_repositories_and_nothing_below_them(call: Call, here: Path) -> None:
    (here.parent / "project" / "src").mkdir(exist_ok=True)
    write(here, 'repositories = [{ at = "../*", without = "proj*" }]')
    assert call("sync").code == 0
    assert projects(stores(here)[0]) == ["mill"]


def test_the_store_may_be_named_in_the_file_and_other_commands_find_it(call: Call, here: Path) -> None:
    write(here, 'repositories = ["../project"]\nstore = "all.duckdb"')
    call("sync")
    assert projects(here / "all.duckdb") == ["project"]
    assert "6" in call("sql", "select count(*) from commits").out


def test_a_repository_that_is_gone_does_not_lose_the_others(call: Call, here: Path) -> None:
    write(here, 'repositories = ["../project", "../gone", "none-*", "../mill"]')
    answer = call("sync")
    assert answer.code == 3
    assert "left out" in answer.err
    assert "gone" in answer.err
    assert projects(stores(here)[0]) == ["mill", "project"]
    answer = call("report", "--format", "json")
    assert answer.code == 3
    assert labels(json.loads(answer.out)) == {"mill", "project"}


def test_a_forge_that_cannot_be_reached_leaves_the_history(call: Call, here: Path) -> None:
    write(here, 'repositories = [{ at = "../project", forge = "gone.archive.json" }, "../mill"]')
    answer = call("report", "--format", "json", "--together")
    assert answer.code == 2  # a dump that is not there is the file's mistake
    write(here, 'repositories = [{ at = "../project", forge = "github+http://127.0.0.1:9/ada/loom" }]')
    answer = call("report", "--format", "json")
    assert answer.code == 3
    assert panel(json.loads(answer.out), "active-contributors")["points"]


@pytest.mark.parametrize("command", [("sync",), ("report", "--format", "json")])
def test_a_forge_that_nobody_knows_is_refused_before_anything_is_read(
    call: Call, here: Path, command: tuple[str, ...]
) -> None:
    """It is the file's mistake; half of the repositories would be read, and the others not."""
    forge = "https://code.lovelace.example/ada/loom"
    write(here, f'repositories = [{{ at = "../project", forge = "{forge}" }}, "../mill"]')
    answer = call(*command)
    assert (answer.code, f"No forge is known by '{forge}'" in answer.err) == (2, True)
    assert "new commits" not in answer.err
    assert stores(here) == []
    assert call(*command, "--offline").code == 0


def test_offline_its_dumps_are_read_and_its_forges_are_not_asked(call: Call, here: Path) -> None:
    (here / "d.archive.json").write_text('{"magic": "E!vIA5L86J2I", "repo": "ada/loom", "issues": []}')
    forges = '["d.archive.json", "forgejo+https://forge.invalid/ada/loom"]'
    write(here, f'repositories = [{{ at = "../project", forge = {forges} }}]')
    for command in (("sync",), ("report", "--format", "json")):
        answer = call(*command, "--offline")
        assert answer.code == 0
        assert "d.archive.json: " in answer.err
        assert "forge.invalid" not in answer.err


def test_report_takes_its_name_and_puts_the_repositories_together(call: Call, here: Path) -> None:
    write(here, 'name = "Engines"\nrepositories = ["../project", "../mill"]\ntogether = true')
    report = json.loads(call("report", "--format", "json").out)
    assert report["subject"] == "Engines"
    assert labels(report) == {""}


GROUPS = """
repositories = ["../project", "../mill"]
[groups]
both = ["project", "m*"]
one = ["mill"]
"""


def test_a_group_is_reported_as_one_community(call: Call, here: Path) -> None:
    write(here, GROUPS)
    report = json.loads(call("report", "--group", "one", "--format", "json").out)
    assert (report["subject"], labels(report)) == ("one", {""})
    assert projects(stores(here)[0]) == ["mill"]


@pytest.mark.parametrize("options", [("--groups",), ("--group", "both", "--group", "one")])
def test_groups_are_compared_each_counted_as_one(call: Call, here: Path, options: tuple[str, ...]) -> None:
    write(here, GROUPS)
    report = json.loads(call("report", *options, "--format", "json").out)
    assert labels(report) == {"both", "one"}
    told = {point["label"]: 0 for point in panel(report, "active-contributors")["points"]}
    for point in panel(report, "active-contributors")["points"]:
        told[point["label"]] += point["value"]
    # Both repositories hold the same six commits, which are there once in a community.
    assert told["both"] == told["one"]
    assert (
        "2 groups of projects side by side"
        in call("report", *options, "--page", "overview", "--format", "text").out
    )


def test_working_days_and_hours_are_used_and_printed(call: Call, here: Path) -> None:
    write(here, 'repositories = ["../project"]\nworking_days = ["sun", "mon"]\nworking_hours = [7, 15]')
    found = panel(json.loads(call("report", "--format", "json").out), "off-hours")
    assert found["parameters"] == {"office_from": 7, "office_until": 15, "rest_days": "2, 3, 4, 5, 6"}


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        ("repos = []", ["sync"], "there is no key 'repos'"),
        ("name = 1", ["report"], "folkmoot.toml: name is 1"),
        (GROUPS, ["report", "--group", "none"], "There is no group 'none'"),
        ("repositories = ['../mill']\n[groups]\na = ['b']", ["report", "--groups"], "is in the group 'a'"),
        ("repositories = ['../mill']", ["report", "--groups"], "has no [groups]"),
        ("", ["report", "--config", "folkmoot.toml", "../mill"], "not from both"),
        ("", ["report", "../mill", "--groups"], "Groups stand in a folkmoot.toml"),
        ("repositories = ['../mill']", ["sync", "--forge", "x.json"], "Forges belong into folkmoot.toml"),
        ("repositories = ['ext::sh -c true']", ["sync"], "None of the repositories"),
    ],
)
def test_what_makes_no_sense_is_said(
    call: Call, here: Path, text: str, arguments: list[str], said: str
) -> None:
    write(here, text)
    answer = call(*arguments)
    assert answer.code in {2, 3}
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_another_file_may_be_named(call: Call, here: Path) -> None:
    other = here.parent / "other.toml"
    other.write_text('repositories = ["mill"]')
    assert call("sync", "--config", other).code == 0
    assert projects(stores(here)[0]) == ["mill"]


def test_named_repositories_outrank_the_file(call: Call, here: Path) -> None:
    write(here, "this is no TOML")
    assert call("sync", "../mill").code == 0


@needs_schema
def test_the_forge_of_a_repository_is_read(call: Call, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOLKMOOT_GITHUB_TOKEN", TOKEN)
    with fake().serving() as base:
        write(here, f'repositories = [{{ at = "../project", forge = "github+{base}/ada/loom" }}]')
        answer = call("sync")
    assert answer.code == 0
    assert "issues and changes (100)" in answer.err


def test_a_group_that_cannot_be_read_does_not_lose_the_others(call: Call, here: Path) -> None:
    write(
        here,
        'repositories = ["../project", "../gone"]\n[groups]\none = ["project"]\nlost = ["gone"]\n',
    )
    answer = call("report", "--groups", "--format", "json")
    assert answer.code == 3
    assert "left out: group lost" in answer.err
    assert json.loads(answer.out)["subject"] == "one"
