"""`folkmoot panel`: one figure, or one value, to put into a README."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sources.git.repositories import Repository, small_history

from .conftest import Call
from .test_forges import dump


def test_one_figure_stands_by_itself(call: Call, project: Repository) -> None:
    answer = call("panel", "active-contributors", project.place)
    assert answer.code == 0
    drawn = ET.fromstring(answer.out)  # noqa: S314 - we wrote it
    assert drawn.tag.endswith("svg")
    assert "Active contributors" in answer.out


def test_a_badge_tells_the_newest_value(call: Call, project: Repository) -> None:
    """Three people made half of the five commits? Ada 1, Bob 2, Cleo 2: two people are enough."""
    answer = call("panel", "contributor-absence-factor", project.place, "--badge")
    assert 'aria-label="Contributor absence factor: 2 people"' in answer.out


def test_it_is_written_where_it_was_asked(call: Call, project: Repository, own_folders: Path) -> None:
    answer = call("panel", "commits", project.place, "--output", "commits.svg")
    assert answer.out == ""
    assert (own_folders / "commits.svg").read_text().startswith("<svg")


@pytest.mark.parametrize("name", ["commits.png", "commits.PDF", "commits.html", "a.svg/commits.jpeg"])
def test_a_file_is_never_called_what_it_is_not(call: Call, project: Repository, name: str) -> None:
    answer = call("panel", "commits", project.place, "-o", name)
    assert answer.code == 2
    assert f"cannot be written as {Path(name).suffix.lower()}." in answer.err
    assert "hint: name the file .svg" in answer.err
    assert not Path(name).exists()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("commits.SVG", "<svg"), ("commits", "<svg"), ("commits.json", "{"), ("commits.csv", "page,panel,"),
        ("commits.md", "# "), ("commits.txt", "project"),
    ],
)  # fmt: skip
def test_the_ending_chooses_the_format(
    call: Call, project: Repository, own_folders: Path, name: str, begins: str
) -> None:
    assert call("panel", "commits", project.place, "-o", name).code == 0
    text = (own_folders / name).read_text()
    assert text.startswith(begins)
    assert "ontributor absence factor" not in text


def test_numbers_are_those_of_the_report(call: Call, project: Repository, own_folders: Path) -> None:
    call("panel", "commits", project.place, "-o", "one.csv")
    call("report", project.place, "-o", "all.csv")
    rows = (own_folders / "all.csv").read_text().splitlines()
    wanted = [row for row in rows if row.split(",")[1] == "commits"]
    assert (own_folders / "one.csv").read_text().splitlines() == [rows[0], *wanted]


def test_a_badge_is_a_picture(call: Call, project: Repository) -> None:
    answer = call("panel", "commits", project.place, "--badge", "-o", "commits.json")
    assert (answer.code, "hint: name the file .svg." in answer.err) == (2, True)


def test_a_panel_that_is_none(call: Call, project: Repository) -> None:
    answer = call("panel", "karma", project.place)
    assert answer.code == 2
    assert "hint:" in answer.err


def test_a_place_that_cannot_be_written(call: Call, project: Repository) -> None:
    answer = call("panel", "commits", project.place, "--output", "no/such/folder/x.svg")
    assert answer.code == 2
    assert "cannot be written" in answer.err


def test_a_figure_may_be_about_what_a_forge_says(call: Call, project: Repository, tmp_path: Path) -> None:
    place = dump(tmp_path / "d.json.gz")
    answer = call("panel", "issue-backlog", project.place, "--forge", place, "--badge")
    assert answer.code == 0
    assert 'aria-label="Open issues: 1 issue"' in answer.out


@pytest.mark.usefixtures("project")
def test_a_figure_may_be_about_a_whole_community(call: Call, own_folders: Path) -> None:
    small_history(own_folders.parent / "mill")
    (own_folders / "folkmoot.toml").write_text('repositories = ["../project", "../mill"]\n')
    drawn = call("panel", "active-contributors")
    assert drawn.code == 0
    assert all(f">{name}<" in drawn.out for name in ("mill", "project"))


@pytest.mark.usefixtures("project")
def test_a_community_file_names_its_forges_itself(call: Call, own_folders: Path) -> None:
    (own_folders / "folkmoot.toml").write_text('repositories = ["../project"]\n')
    answer = call("panel", "commits", "--forge", dump(own_folders / "d.json.gz"))
    assert answer.code == 2
    assert "Forges belong into folkmoot.toml here" in answer.err


def test_a_panel_that_is_nearly_one(call: Call, project: Repository) -> None:
    assert "hint: did you mean active-contributors" in call("panel", "activ-contributors", project.place).err
