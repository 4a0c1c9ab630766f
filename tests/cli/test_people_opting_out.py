"""`folkmoot people opt-out`, as a user calls it."""

from __future__ import annotations

from pathlib import Path

from sources.git.repositories import Repository

from .conftest import Call


def test_who_opted_out_is_named_no_more(call: Call, project: Repository) -> None:
    call("sync", project.place)
    before = call("people", "list", project.place).out
    name = before.splitlines()[0]
    answer = call("people", "opt-out", name)
    assert answer.code == 0
    assert "1 added" in answer.err
    after = call("people", "list", project.place).out
    assert name in before
    assert name not in after
    assert "(not named)" in after


def test_the_list_may_lie_in_the_repository(call: Call, own_folders: Path) -> None:
    place = own_folders / ".folkmoot" / "opt-out"
    assert call("people", "opt-out", "@lovelace", "--file", place).code == 0
    assert "lovelace" not in place.read_text()  # letters no hexadecimal number has


def test_one_letter_is_refused(call: Call) -> None:
    assert call("people", "opt-out", "a").code == 2
