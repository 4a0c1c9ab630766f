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


def test_why_nobody_is_named_is_said_once(call: Call, project: Repository, own_folders: Path) -> None:
    """The list travels with the repository, and its key does not."""
    listed = own_folders / "opt-out"
    call("people", "opt-out", "Ada Lovelace", "--file", listed)
    (key,) = own_folders.parent.rglob("opt-out.key")
    project.commit(message="Opt out\n", files={".folkmoot/opt-out": listed.read_bytes()})
    assert "nobody is named" not in call("report", project.place, "--page", "people").err
    key.unlink()
    assert call("report", project.place, "--page", "people").err.count("nobody is named") == 1
