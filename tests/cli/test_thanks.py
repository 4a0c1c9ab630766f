"""`folkmoot thanks`, as a release manager writes the notes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sources.git.repositories import Repository

if TYPE_CHECKING:
    from cli.conftest import Call


@pytest.fixture
def synced(call: Call, project: Repository) -> Path:
    """Give the small history: Ada, Bob and Cleo, release v1.0."""
    assert call("sync", project.place).code == 0
    return project.place


def test_the_newest_release_in_markdown(call: Call, synced: Path) -> None:
    answer = call("thanks", synced)
    assert answer.code == 0
    assert answer.out.startswith("# Thank you: v1.0 (the beginning to 2023-11-")
    assert "**Reviewed and looked after changes:** Ada." in answer.out
    assert "**Wrote commits:** Ada, Bob, Cleo." in answer.out
    assert "on a forge is not all in this store" in answer.err


def test_text_has_no_marks_and_json_says_the_same(call: Call, synced: Path) -> None:
    assert "*" not in call("thanks", synced, "--format", "text").out
    document = json.loads(call("thanks", synced, "--format", "json").out)
    wrote = next(group for group in document["groups"] if group["id"] == "wrote")
    assert [each["name"] for each in wrote["people"]] == ["Ada", "Bob", "Cleo"]


def test_a_month_and_two_days(call: Call, synced: Path) -> None:
    assert "Wrote commits" in call("thanks", synced, "--month", "2023-11").out
    assert (
        "Wrote commits:** Ada."
        in call("thanks", synced, "--since", "2023-11-14", "--until", "2023-11-14").out
    )
    assert "Nobody did anything" in call("thanks", synced, "--month", "2001-01").err


@pytest.mark.parametrize(
    "words",
    [
        ("--release", "v9"),
        ("--month", "soon"),
        ("--since", "2023-01-01"),
        ("--month", "2023-11", "--release", "v1.0"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(call: Call, synced: Path, words: tuple[str, ...]) -> None:
    assert call("thanks", synced, *words).code == 2


def test_a_name_is_no_markdown(call: Call, tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "moot")
    made.commit("[x](javascript:1) *y* <b@example.org>", files={"a": "1"})
    call("sync", made.place)
    answer = call("thanks", made.place, "--month", "2023-11")
    assert "\\[x\\](javascript:1) \\*y\\*" in answer.out
