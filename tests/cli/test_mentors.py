"""`folkmoot mentors`: who can be asked, and what to do when nobody has offered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sources.git.repositories import ADA, BOB, DAY, START, Repository

if TYPE_CHECKING:
    from cli.conftest import Call

OFFER = 'identities = ["ada@example.org"]\n[mentoring]\ncapacity = 1\nareas = ["docs"]\nlanguages = ["en"]\n'


def moot(place: Path, offer: str = "") -> Path:
    """Make a repository in which Bob begins with the documentation, a year after Ada."""
    made = Repository.create(place / "moot")
    made.commit(ADA, files={"src/a": "1"} | ({".folkmoot/people/ada.toml": offer} if offer else {}), at=START)
    made.commit(BOB, files={"docs/b.md": "1"}, at=START + 400 * DAY)
    return made.place


def test_a_newcomer_is_told_whom_to_ask(call: Call, tmp_path: Path) -> None:
    place = moot(tmp_path, OFFER)
    call("sync", place)
    lines = call("mentors", place, "--months", "60").out.splitlines()
    assert "    ask ada (also in docs; speaks en)" in lines
    document = json.loads(call("mentors", place, "--months", "60", "--format", "json").out)
    assert {each["name"]: each["mentor"] for each in document["newcomers"]}["Bob"] == "ada"
    assert document["mentors"][0]["capacity"] == 1


def test_without_an_offer_the_way_to_make_one_is_shown(call: Call, tmp_path: Path) -> None:
    place = moot(tmp_path)
    call("sync", place)
    answer = call("mentors", place)
    assert answer.code == 0
    assert "Nobody has offered to help newcomers yet." in answer.out
    assert "[mentoring]" in answer.out


def test_without_a_store_it_says_how_to_make_one(call: Call, tmp_path: Path) -> None:
    answer = call("mentors", moot(tmp_path))
    assert answer.code == 2
    assert "folkmoot sync" in answer.err
