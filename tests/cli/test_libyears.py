"""`folkmoot libyears`: only what is locked and dated is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sources.git.repositories import Repository

from .conftest import Call

LOCK = {
    "lockfileVersion": 3,
    "packages": {"": {}, "node_modules/a": {"version": "1.0.0"}, "node_modules/b": {"version": "1.0.0"}},
}
DATA = {"name": "a", "time": {"1.0.0": "2020-01-01T00:00:00Z", "2.0.0": "2022-01-01T00:00:00Z"}}


@pytest.fixture
def made(project: Repository) -> Repository:
    project.commit(message="Lock\n", files={"package-lock.json": json.dumps(LOCK)})
    return project


@pytest.fixture
def data(tmp_path: Path) -> Path:
    place = tmp_path / "data"
    place.mkdir()
    (place / "a.json").write_text(json.dumps(DATA))
    return place


def test_text_tells_the_sum_and_what_is_not_known(call: Call, made: Repository, data: Path) -> None:
    answer = call("libyears", made.place, "--registry-data", data)
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "project: 2.0 years behind; packages counted: 1.",
        "2.0 a 1.0.0, newest 2.0.0, package-lock.json:1",
    ]
    assert "Not known for 1 more" in answer.err


def test_json_tells_every_package(call: Call, made: Repository, data: Path) -> None:
    told = json.loads(call("libyears", made.place, "--registry-data", data, "--format", "json").out)
    assert (told["libyears"], told["known"], told["unknown"]) == (2.001, 1, 1)
    assert [each["years"] for each in told["packages"]] == [2.001, None]


def test_without_any_date_nothing_is_guessed(call: Call, made: Repository, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = call("libyears", made.place, "--registry-data", tmp_path / "empty")
    assert "not known" in answer.out
    told = json.loads(
        call("libyears", made.place, "--registry-data", tmp_path / "empty", "--format", "json").out
    )
    assert told["libyears"] is None


def test_data_is_asked_for(call: Call, made: Repository, tmp_path: Path) -> None:
    assert call("libyears", made.place).code == 2
    assert call("libyears", made.place, "--registry-data", tmp_path / "no").code == 3
