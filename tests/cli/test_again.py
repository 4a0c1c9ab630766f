"""A report with nothing new is given again as it was, and made anew when anything it is made of changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

import folkmoot
from folkmoot.cli import _making
from folkmoot.cli._again import Again
from folkmoot.model.page import Report
from folkmoot.people import opting_out, tombstones
from folkmoot.sources import clock
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository, git

from .conftest import Call

Made = list[Report]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """Give the list of reports that were made, those known from before left out."""
    reports: Made = []
    real = _making.made

    def making(*arguments: object, **options: object) -> Report:
        report = real(*arguments, **options)  # type: ignore[arg-type]
        if report.pages:
            reports.append(report)
        return report

    monkeypatch.setattr("folkmoot.cli.report.made", making)
    return reports


@pytest.fixture
def clone(project: Repository, tmp_path: Path) -> Path:
    """Give a clone: it knows until when it learned something; a repository of its own knows until now."""
    place: Path = project.clone(tmp_path / "clone", "--bare")
    return place


def html(call: Call, place: Path, *options: str) -> str:
    answer = call("report", place, "--output", "r.html", *options)
    assert answer.code == 0, answer.err
    return Path("r.html").read_text(encoding="utf-8")


def test_with_nothing_new_the_same_is_said_without_making_it(call: Call, clone: Path, made: Made) -> None:
    first = html(call, clone)
    assert html(call, clone) == first
    assert len(made) == 1


def test_without_options_text_and_file_come_again(call: Call, clone: Path, made: Made) -> None:
    first = call("report", clone)
    page = Path("folkmoot-clone.html").read_text(encoding="utf-8")
    Path("folkmoot-clone.html").unlink()
    second = call("report", clone)
    assert (second.out, second.err) == (first.out, first.err)
    assert Path("folkmoot-clone.html").read_text(encoding="utf-8") == page
    assert len(made) == 1


def test_what_names_its_second_is_made_each_time(call: Call, clone: Path, made: Made) -> None:
    for _ in range(2):
        assert call("report", clone, "--format", "json").code == 0
    assert len(made) == 2


def test_pseudonyms_are_never_answered_with_names(call: Call, clone: Path, made: Made) -> None:
    html(call, clone)
    html(call, clone, "--pseudonyms")
    assert [one.pseudonymous for one in made] == [False, True]


@pytest.mark.parametrize(
    "options",
    [["--page", "people"], ["--until", "2021-01-01"], ["--lines", "never"]],
)
def test_another_question_is_another_report(call: Call, clone: Path, made: Made, options: list[str]) -> None:
    html(call, clone)
    html(call, clone, *options)
    assert len(made) == 2


def new_commit(project: Repository, clone: Path) -> None:
    project.commit(files={"new": "1\n"})
    git(clone, "fetch", "-q", "origin", "+refs/heads/*:refs/heads/*")


def stated(project: Repository, clone: Path) -> None:
    text = 'name = "Ada of Acme"\nidentities = ["ada@home.example"]\n'
    project.commit(files={".folkmoot/people/ada.toml": text})
    new_commit(project, clone)


def another_store(project: Repository, clone: Path) -> None:  # noqa: ARG001 - one signature
    for store in Path(os.environ["XDG_DATA_HOME"]).rglob("*.duckdb"):
        content = store.read_bytes()
        store.unlink()
        store.write_bytes(content)


def opted_out(project: Repository, clone: Path) -> None:  # noqa: ARG001 - one signature
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "folkmoot"
    opting_out.add(settings / opting_out.FILE, settings, ["Ada Lovelace"])


def key_lost(project: Repository, clone: Path) -> None:  # noqa: ARG001 - one signature
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "folkmoot"
    settings.mkdir(exist_ok=True)
    (settings / "opt-out.key").write_bytes(b"another")


def erased(project: Repository, clone: Path) -> None:  # noqa: ARG001 - one signature
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "folkmoot"
    settings.mkdir(exist_ok=True)
    (settings / tombstones.FILE).write_text("")


@pytest.mark.parametrize("change", [new_commit, stated, another_store, opted_out, key_lost, erased])
def test_whatever_changed_is_seen(
    call: Call, project: Repository, clone: Path, made: Made, change: Callable[[Repository, Path], None]
) -> None:
    html(call, clone)
    change(project, clone)
    html(call, clone)
    assert len(made) == 2


def test_another_day_is_another_report(
    call: Call, clone: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    html(call, clone)
    tomorrow = clock.today() + timedelta(days=1)
    monkeypatch.setattr(clock, "today", lambda: tomorrow)
    html(call, clone)
    assert len(made) == 2


def test_another_folkmoot_answers_for_itself(
    call: Call, clone: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    html(call, clone)
    monkeypatch.setattr(folkmoot, "__version__", "999")
    html(call, clone)
    assert len(made) == 2


@pytest.mark.parametrize("damage", [b"", b'{"form": 1}', b"[" * 100_000])
def test_damage_costs_only_the_work_again(call: Call, clone: Path, made: Made, damage: bytes) -> None:
    first = html(call, clone)
    for file in Path(os.environ["XDG_CACHE_HOME"]).rglob("*.json"):
        file.write_bytes(damage)
    assert html(call, clone) == first
    assert len(made) == 2


def test_no_cache_is_no_error(call: Call, clone: Path, made: Made) -> None:
    Path(os.environ["XDG_CACHE_HOME"]).write_text("a file where a folder should be")
    assert html(call, clone) == html(call, clone)
    assert len(made) == 2


def test_a_store_written_meanwhile_is_not_remembered(project: Repository, tmp_path: Path) -> None:
    """What was read belongs to the file that was there; another one may hold something else."""
    store = tmp_path / "s.duckdb"
    store.write_bytes(b"one")
    with open_repository(str(project.place)) as repository:
        again = Again(["question"])
        assert not again.knows(store, [repository], {})
        again.watch()
        store.unlink()
        store.write_bytes(b"another")
        again.keep(["answer"])
        assert not Again(["question"]).knows(store, [repository], {})


def test_a_clone_without_contents_is_never_known(project: Repository, tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    store.write_bytes(b"one")
    with open_repository(str(project.place)) as repository:
        again = Again(["question"])
        again.knows(store, [repository], {})
        again.keep(["answer"])
        later = Again(["question"])
        assert later.knows(store, [repository], {})
        assert later.contents == ["answer"]
        repository.is_partial = True
        assert not Again(["question"]).knows(store, [repository], {})
