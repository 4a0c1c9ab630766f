"""`folkmoot licences`: what a user asks about a repository's licence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from licences.licence_texts import MIT
from sources.git.repositories import Repository

from .conftest import Call

CARGO = '[package]\nname = "moot"\nversion = "1.0.0"\nlicense = "{}"\n'


@pytest.fixture
def made(project: Repository) -> Repository:
    project.commit(message="Choose a licence\n", files={"LICENSE": MIT, "Cargo.toml": CARGO.format("MIT")})
    return project


def test_a_clear_licence_is_said_in_a_sentence(call: Call, made: Repository) -> None:
    answer = call("licences", made.place)
    assert (answer.code, answer.err) == (0, "")
    assert "The licence is MIT, and nothing contradicts it." in answer.out


def test_a_contradiction_is_told_with_both_places_and_by_the_exit_code(call: Call, made: Repository) -> None:
    made.commit(message="Be unclear\n", files={"Cargo.toml": CARGO.format("ISC")})
    answer = call("licences", made.place)
    assert answer.code == 1
    assert "LICENSE states MIT." in answer.out
    assert "Cargo.toml:4 states ISC." in answer.out


@pytest.mark.parametrize("form", ["markdown", "csv", "html"])
def test_every_format_has_the_same_panels(call: Call, made: Repository, form: str) -> None:
    answer = call("licences", made.place, "--format", form)
    assert answer.code == 0
    assert "licences-stated" in answer.out


def test_json_holds_the_page(call: Call, made: Repository) -> None:
    document = json.loads(call("licences", made.place, "--format", "json").out)
    assert [page["slug"] for page in document["pages"]] == ["licences"]


def test_installed_packages_are_read_where_they_are_named(
    call: Call, made: Repository, tmp_path: Path
) -> None:
    made.commit(message="Ask\n", files={"requirements.txt": "gravity==1.0\n"})
    place = tmp_path / "site-packages" / "gravity-1.0.dist-info"
    place.mkdir(parents=True)
    (place / "METADATA").write_text("Name: gravity\nVersion: 1.0\nLicense-Expression: GPL-3.0-only\n\n")
    answer = call("licences", made.place, "--packages", tmp_path)
    assert answer.code == 1
    assert "pkg:pypi/gravity@1.0: GPL-3.0-only holds for the whole" in answer.out


def test_a_folder_that_is_not_there_is_the_users_mistake(call: Call, made: Repository) -> None:
    answer = call("licences", made.place, "--packages", "nowhere")
    assert answer.code == 2
    assert "There is no folder nowhere." in answer.err


def test_what_is_no_repository_cannot_be_read(call: Call, tmp_path: Path) -> None:
    assert call("licences", tmp_path / "nothing").code == 3
