"""`folkmoot report`: the main job, from a git repository to every format."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from folkmoot.cli import _making, main
from folkmoot.model.errors import SourceError
from folkmoot.store import sync
from folkmoot.store.linecount import count_lines
from sources.git.repositories import ADA, Repository, small_history
from still_clock import NOW
from supply.advisories.records import database, record
from views.guarding.test_advised import LOCK

from .conftest import Call


def panel(report: dict, identifier: str) -> dict:
    return next(p for page in report["pages"] for p in page["panels"] if p["id"] == identifier)


def test_json_has_the_numbers_of_the_history(call: Call, project: Repository) -> None:
    """Three people committed five times apart from the merge, and one version was tagged."""
    answer = call("report", project.place, "--format", "json")
    assert answer.code == 0
    report = json.loads(answer.out)
    assert report["subject"] == "project"
    assert [page["slug"] for page in report["pages"]][:2] == ["overview", "people"]
    kinds = panel(report, "commits")["points"]
    assert sum(p["value"] for p in kinds if p["label"] == "merges") == 1
    assert sum(p["value"] for p in kinds if p["label"] != "merges") == 5
    assert sum(p["value"] for p in panel(report, "new-contributors")["points"]) == 3
    assert sum(p["value"] for p in panel(report, "changes-merged")["points"]) == 2


def test_without_options_the_overview_is_shown_and_the_file_is_named(
    call: Call, project: Repository, own_folders: Path
) -> None:
    answer = call("report", project.place)
    page = own_folders / "folkmoot-project.html"
    assert answer.code == 0
    assert "Agenda" in answer.out
    assert "Work outside office hours" not in answer.out
    assert str(page) in answer.err
    assert 'id="working-hours"' in page.read_text()


def test_the_overview_of_a_long_history_is_shown_before_its_lines_are_counted(
    call: Call, project: Repository, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the whole report is written with them; what was shown is what is shown the next time."""
    monkeypatch.setattr(_making, "AT_ONCE", 2)
    seen: list[str] = []

    def count_later(*arguments: Any, **named: Any) -> int:
        seen.append(sys.stdout.getvalue())  # type: ignore[attr-defined]
        return count_lines(*arguments, **named)

    monkeypatch.setattr(sync, "count_lines", count_later)
    with monkeypatch.context() as heard:
        heard.setattr(sys, "stdout", io.StringIO())
        with pytest.raises(SystemExit) as ended:
            main(["report", str(project.place)])
        shown = sys.stdout.getvalue()  # type: ignore[attr-defined]
    assert ended.value.code == 0
    assert seen == [shown]
    assert "Agenda" in shown
    assert call("report", project.place).out == shown
    page = (own_folders / "folkmoot-project.html").read_text()
    assert page == _page_at_once(call, project, own_folders)


def _page_at_once(call: Call, project: Repository, own_folders: Path) -> str:
    assert call("report", project.place, "--store", "other.duckdb", "--output", "other.html").code == 0
    return (own_folders / "other.html").read_text()


def test_the_overview_shown_first_and_the_one_asked_for_say_what_the_whole_report_says_of_security(
    call: Call, project: Repository, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_making, "AT_ONCE", 2)
    steps = "jobs:\n  a:\n    runs-on: linux\n    steps:\n      - run: make\n"
    build = {".github/workflows/build.yml": f"on: push\npermissions: write-all\n{steps}"}
    # Of last week: of a project that has rested for years the agenda says less.
    lately = NOW - 7 * 86_400
    project.commit(ADA, "Build\n", build, at=lately)
    project.commit(ADA, "Docs\n", {"docs.md": "Hello\n"}, at=lately + 3600)
    first, later = call("report", project.place), call("report", project.place)
    assert "A workflow may write to your repository" in first.out
    assert first.out == later.out
    assert "A workflow may write to your repository" in (own_folders / "folkmoot-project.html").read_text()
    asked = call("report", project.place, "--page", "overview", "--format", "json")
    whole = call("report", project.place, "--format", "json")
    assert json.loads(asked.out)["pages"] == json.loads(whole.out)["pages"][:1]


def test_the_overview_shown_first_says_what_is_still_being_looked_up(
    call: Call, project: Repository, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Holding all that a project depends on against advisories can take as long as everything before."""
    monkeypatch.setattr(_making, "AT_ONCE", 2)
    advisories = database(own_folders, record(ecosystem="crates.io"))
    monkeypatch.setattr(_making, "existing_advisories", lambda: advisories)
    project.commit(ADA, "Lock\n", {"Cargo.lock": LOCK})
    first = " ".join(call("report", project.place).out.split())
    page = (own_folders / "folkmoot-project.html").read_text()
    assert ("still being looked up" in first, "still being looked up" in page) == (True, False)
    assert ("has a known vulnerability" in first, "has a known vulnerability" in page) == (False, True)


def test_what_was_shown_stands_when_lines_cannot_be_counted(
    call: Call, project: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_making, "AT_ONCE", 2)
    monkeypatch.setattr(sync, "count_lines", _given_up)
    answer = call("report", project.place)
    assert answer.code == 3
    assert "Agenda" in answer.out
    assert "git gave up" in answer.err


@pytest.mark.parametrize("options", [["--page", "people"], ["--format", "text"], ["--output", "r.html"]])
def test_who_asks_for_something_else_gets_it_whole_or_not_at_all(
    call: Call, project: Repository, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    monkeypatch.setattr(_making, "AT_ONCE", 2)
    monkeypatch.setattr(sync, "count_lines", _given_up)
    answer = call("report", project.place, *options)
    assert (answer.code, answer.out) == (3, "")


def _given_up(*_: Any, **_named: Any) -> int:
    raise SourceError("git gave up")


def test_several_long_histories_are_shown_before_their_lines_are_counted(
    call: Call, project: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = small_history(tmp_path / "other")
    expected = call("report", project.place, other.place, "--store", "whole.duckdb").out
    monkeypatch.setattr(_making, "AT_ONCE", 2)
    counted: list[str] = []

    def count_later(connection: Any, repository: Any, *more: Any, **named: Any) -> int:
        counted.append(repository.name)
        return count_lines(connection, repository, *more, **named)

    monkeypatch.setattr(sync, "count_lines", count_later)
    assert call("report", project.place, other.place).out == expected
    assert counted == ["project", "other"]


@pytest.mark.parametrize(
    ("name", "begins"), [("r.html", "<!doctype html>"), ("r.json", "{"), ("r.csv", "page,"), ("r.md", "# ")]
)
def test_the_name_of_the_file_tells_the_format(
    call: Call, project: Repository, own_folders: Path, name: str, begins: str
) -> None:
    answer = call("report", project.place, "--output", name)
    assert answer.code == 0
    assert answer.out == ""
    assert (own_folders / name).read_text().lower().startswith(begins)


def test_a_dash_is_standard_output(call: Call, project: Repository) -> None:
    answer = call("report", project.place, "--format", "csv", "--output", "-")
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert {row["page"] for row in rows} >= {"people", "flow"}


def test_one_page_alone(call: Call, project: Repository) -> None:
    report = json.loads(call("report", project.place, "--format", "json", "--page", "rhythm").out)
    assert [page["slug"] for page in report["pages"]] == ["rhythm"]


@pytest.mark.parametrize("more", [[], ["--format", "json"]])
def test_a_page_that_is_none_is_refused_before_anything_is_read(
    call: Call, project: Repository, tmp_path: Path, own_folders: Path, more: list[str]
) -> None:
    answer = call("report", project.place, "--page", "weather", *more)
    assert answer.code == 2
    assert answer.out == ""
    assert "no page 'weather'" in answer.err
    assert all(slug in answer.err for slug in ("overview", "rhythm", "community"))
    assert not list((tmp_path / "xdg_data_home").rglob("*.duckdb"))
    assert not list(own_folders.iterdir())


def test_as_of_an_earlier_day_later_work_is_not_there(call: Call, project: Repository) -> None:
    first = json.loads(call("report", project.place, "--format", "json", "--until", "2001-01-01").out)
    assert panel(first, "commits")["points"] == []


def test_a_day_that_is_none_is_a_usage_error(call: Call, project: Repository) -> None:
    assert call("report", project.place, "--until", "2026-02-30").code == 2


def test_several_are_compared_side_by_side(call: Call, project: Repository, tmp_path: Path) -> None:
    other = small_history(tmp_path / "other")
    report = json.loads(call("report", project.place, other.place, "--format", "json").out)
    assert report["subject"] == "project, other"
    assert {p["label"] for p in panel(report, "contributor-absence-factor")["points"]} == {"project", "other"}


def test_of_many_a_few_are_in_the_title(call: Call, project: Repository, tmp_path: Path) -> None:
    others = [small_history(tmp_path / f"other{number}").place for number in range(8)]
    asked = ("--page", "releases", "--format", "json")
    report = json.loads(call("report", project.place, *others, "--together", *asked).out)
    assert report["subject"] == "project, other0, other1 and 6 more"
    report = json.loads(call("report", *others, "--together", *asked).out)
    assert report["subject"] == ", ".join(f"other{number}" for number in range(8))


def test_together_they_are_one_community(call: Call, project: Repository, tmp_path: Path) -> None:
    """The same three people in both: still three newcomers, not six."""
    other = small_history(tmp_path / "other")
    other.commit(files={"x": "1"})
    report = json.loads(call("report", project.place, other.place, "--together", "--format", "json").out)
    assert sum(p["value"] for p in panel(report, "new-contributors")["points"]) == 3


@pytest.mark.parametrize("form", ["html", "json", "csv", "markdown", "text"])
def test_pseudonyms_leave_no_name_in_any_format(call: Call, project: Repository, form: str) -> None:
    answer = call("report", project.place, "--pseudonyms", "--format", form)
    assert answer.code == 0
    for word in ("Ada", "Bob", "Cleo", "ada@", "@example"):
        assert word not in answer.out


def test_a_folder_that_is_no_repository(call: Call, tmp_path: Path) -> None:
    empty = tmp_path / "plain"
    empty.mkdir()
    answer = call("report", empty)
    assert answer.code == 3
    assert "no git repository" in answer.err
    assert "hint:" in answer.err


def test_a_url_that_answers_nothing(call: Call) -> None:
    answer = call("report", "http://127.0.0.1:9/nothing.git")
    assert answer.code == 3
    assert "127.0.0.1:9" in answer.err
    assert "Traceback" not in answer.err


def test_an_empty_repository_is_told_plainly(call: Call, tmp_path: Path) -> None:
    answer = call("report", Repository.create(tmp_path / "new").place, "--format", "text")
    assert answer.code == 0
    pages = answer.out.split("━" * 20)
    assert len(pages) > 8
    assert "no commit to tell of" in answer.out
    for page in pages[1:]:
        assert page.count("no commit to tell of") <= 1, "what cannot be said is said once, not in every panel"


def test_a_url_of_a_file_is_cloned_once_and_read_offline_afterwards(
    call: Call, project: Repository, tmp_path: Path
) -> None:
    url = f"file://{project.place}"
    online = json.loads(call("report", url, "--format", "json").out)
    project.place.rename(tmp_path / "moved")
    assert call("report", url, "--format", "json").code == 3
    offline = json.loads(call("report", url, "--format", "json", "--offline").out)
    assert panel(offline, "commits")["points"] == panel(online, "commits")["points"]


def test_an_option_instead_of_a_place_runs_nothing(call: Call, own_folders: Path) -> None:
    answer = call("report", "--", "--upload-pack=touch canary")
    assert answer.code == 2
    assert not (own_folders / "canary").exists()


def test_a_remote_helper_runs_nothing(call: Call, own_folders: Path) -> None:
    answer = call("report", "ext::sh -c touch% canary")
    assert answer.code == 3
    assert not (own_folders / "canary").exists()


def test_a_page_that_cannot_be_left_beside_is_no_success(
    call: Call, project: Repository, own_folders: Path
) -> None:
    (own_folders / "folkmoot-project.html").mkdir()
    answer = call("report", project.place)
    assert answer.code == 2
    assert "OVERVIEW" in answer.out
    assert "The HTML file cannot be written here: " in answer.err
    assert "--output" in answer.err
