"""`folkmoot sbom`: a bill of materials as a user asks for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sources.git.repositories import Repository

from .conftest import Call

FILES = {
    "requirements.txt": "click==8.1.7\nflask>=2\n???\x1b[31m\n",
    "build.gradle": "dependencies {}\n",
    "testdata/requirements.txt": "never==1\n",
}


@pytest.fixture
def made(project: Repository) -> Repository:
    project.commit(message="Ask for things\n", files=FILES)
    return project


def test_cyclonedx_goes_to_standard_output_and_talk_to_standard_error(call: Call, made: Repository) -> None:
    answer = call("sbom", made.place)
    document = json.loads(answer.out)
    assert answer.code == 0
    assert document["bomFormat"] == "CycloneDX"
    assert document["metadata"]["component"]["version"] == made.head
    assert [each["purl"] for each in document["components"]] == ["pkg:pypi/click@8.1.7", "pkg:pypi/flask"]
    assert "2 components from 1 file; 1 of them asked for in no exact version." in answer.err
    assert "requirements.txt:3: ??? is no requirement." in answer.err
    assert "build.gradle: not read" in answer.err
    assert "\x1b" not in answer.err


def test_the_same_commit_gives_the_same_bytes(call: Call, made: Repository) -> None:
    assert call("sbom", made.place).out == call("sbom", made.place).out


def test_spdx_goes_into_a_file(call: Call, made: Repository, tmp_path: Path) -> None:
    answer = call("sbom", made.place, "--format", "spdx", "-o", tmp_path / "bill.json")
    assert (answer.code, answer.out) == (0, "")
    assert json.loads((tmp_path / "bill.json").read_text())["spdxVersion"] == "SPDX-2.3"


def test_the_formats_are_listed(call: Call) -> None:
    assert [line.split()[0] for line in call("sbom", "--formats").out.splitlines()] == [
        "cyclonedx",
        "spdx",
        "spdx3",
    ]


def test_a_format_that_is_none_is_a_mistake_of_the_user(call: Call, made: Repository) -> None:
    answer = call("sbom", made.place, "--format", "excel")
    assert answer.code == 2
    assert "choose one of cyclonedx, spdx, spdx3" in answer.err


def test_a_place_that_cannot_be_written(call: Call, made: Repository, tmp_path: Path) -> None:
    answer = call("sbom", made.place, "-o", tmp_path / "no" / "bill.json")
    assert answer.code == 2
    assert "cannot be written" in answer.err


def test_no_repository_and_no_commit(call: Call, tmp_path: Path) -> None:
    assert call("sbom", tmp_path / "nowhere").code == 3
    answer = call("sbom", Repository.create(tmp_path / "empty").place)
    assert answer.code == 3
    assert "no commit yet" in answer.err


def test_a_clone_without_contents_is_no_empty_bill(call: Call, made: Repository, tmp_path: Path) -> None:
    clone = made.clone(tmp_path / "partial", "--bare", "--filter=blob:none")
    answer = call("sbom", clone, "--offline")
    assert answer.code == 3
    assert answer.out == ""
    assert "are missing" in answer.err


def test_a_project_that_names_nothing_is_made_of_nothing(call: Call, project: Repository) -> None:
    answer = call("sbom", project.place)
    assert answer.code == 0
    assert json.loads(answer.out)["components"] == []
    assert "0 components from 0 files" in answer.err
