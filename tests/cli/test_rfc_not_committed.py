"""Proposals that lie in a work tree only are not read, and `folkmoot rfc` says which they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from sources.git.repositories import git

from .conftest import Call

DRAFT = "---\ntitle: {name}\nstatus: draft\n---\n"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "made")
    (tmp_path / "made" / "README.md").write_text("Hello")
    commit(tmp_path / "made")
    return tmp_path / "made"


def write(made: Path, *names: str) -> None:
    (made / "rfcs").mkdir(exist_ok=True)
    for name in names:
        (made / "rfcs" / name).write_text(DRAFT.format(name=name))


def commit(made: Path) -> None:
    git(made, "add", "--all")
    git(made, "commit", "--quiet", "-m", "Work")


@pytest.mark.parametrize("command", ["check", "list", "timeline"])
def test_what_was_just_written_is_said_not_to_be_read_yet(command: str, call: Call, made: Path) -> None:
    call("rfc", "new", "Use SQL", made, "--author", "Ada")
    first = call("rfc", command, made)
    assert first.code == 2
    assert "No proposals were found in made." in first.err
    assert "hint: rfcs/0001-use-sql.md is not on main, and only what is committed there is read." in first.err
    commit(made)
    call("rfc", "new", "Use more SQL", made, "--author", "Ada")
    second = call("rfc", command, made)
    assert second.code == 0
    assert "hint: rfcs/0002-use-more-sql.md is not on main, and only what is committed there" in second.err
    assert "0001" not in second.err


def test_of_many_three_are_named(call: Call, made: Path) -> None:
    write(made, "0001-a.md")
    commit(made)
    write(made, *(f"000{number}-b.md" for number in range(2, 7)), "notes.md")
    told = call("rfc", "check", made).err
    assert "rfcs/0002-b.md, rfcs/0003-b.md, rfcs/0004-b.md and 2 more are not on main" in told
    for number in (2, 5, 6):
        (made / f"rfcs/000{number}-b.md").unlink()
    assert "hint: rfcs/0003-b.md, rfcs/0004-b.md are not on main" in call("rfc", "check", made).err


def test_another_branch_is_not_the_one_that_is_read(call: Call, made: Path) -> None:
    write(made, "0001-a.md")
    commit(made)
    git(made, "checkout", "--quiet", "-b", "mine")
    write(made, "0002-b.md")
    commit(made)
    assert "hint: rfcs/0002-b.md is not on main" in call("rfc", "check", made).err
    assert call("rfc", "check", made, "--branch", "mine").err == "0 problems in 2 documents.\n"


def test_links_are_not_followed(call: Call, made: Path, tmp_path: Path) -> None:
    write(made, "0001-a.md")
    commit(made)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "0003-c.md").write_text("private")
    (made / "proposals").symlink_to(tmp_path / "outside")
    (made / "rfcs" / "inner").symlink_to(tmp_path / "outside")
    assert call("rfc", "check", made).err == "0 problems in 1 document.\n"


def test_a_bare_repository_has_nothing_beside_its_commits(call: Call, made: Path) -> None:
    write(made, "0001-a.md")
    commit(made)
    write(made, "0002-b.md")
    assert call("rfc", "check", made / ".git").err == "0 problems in 1 document.\n"
