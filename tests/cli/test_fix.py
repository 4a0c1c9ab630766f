"""`folkmoot fix`, as a maintainer calls it: a diff first, and a file only when asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sources.git.repositories import DAY, Repository, git
from still_clock import NOW

if TYPE_CHECKING:
    from cli.conftest import Call

WORKFLOW = ".github/workflows/test.yml"
PLAIN = "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make\n"
CONTACT = ("--answer", "contact=security@boats.test")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Give a clone with a work tree, with a workflow and no security policy."""
    made = Repository.create(tmp_path / "origin")
    made.commit(files={"README.md": "Boats.\n", WORKFLOW: PLAIN, "hull/a.py": "1"})
    return made.clone(tmp_path / "boats")


def test_without_write_only_a_diff_is_shown(call: Call, clone: Path) -> None:
    answer = call("fix", "workflow-permissions", clone)
    assert answer.code == 1
    assert "+permissions:\n+  contents: read\n" in answer.out
    assert "Nothing was written" in answer.err
    assert (clone / WORKFLOW).read_text() == PLAIN


def test_the_diff_is_what_git_applies(call: Call, clone: Path) -> None:
    for arguments in (("workflow-permissions",), ("security", *CONTACT)):
        answer = call("fix", arguments[0], clone, *arguments[1:])
        git(clone, "apply", "-", stdin=answer.out.encode())
    assert "contents: read" in (clone / WORKFLOW).read_text()
    assert "security@boats.test" in (clone / "SECURITY.md").read_text()
    assert git(clone, "status", "--short").decode().splitlines() == [f" M {WORKFLOW}", "?? SECURITY.md"]


def test_a_file_without_a_last_newline_makes_a_diff_that_git_applies(call: Call, clone: Path) -> None:
    (clone / WORKFLOW).write_text(PLAIN.rstrip("\n"))
    git(clone, "apply", "-", stdin=call("fix", "workflow-permissions", clone).out.encode())
    assert (clone / WORKFLOW).read_text().endswith("- run: make")


def test_with_write_the_file_is_there_and_nothing_is_left_to_fix(call: Call, clone: Path) -> None:
    answer = call("fix", "security", clone, *CONTACT, "--write")
    assert answer.code == 0
    assert "Written: SECURITY.md" in answer.err
    assert "security@boats.test" in (clone / "SECURITY.md").read_text()
    again = call("fix", "security", clone, *CONTACT, "--write")
    assert (again.code, again.out) == (0, "")
    assert "There is a policy already: SECURITY.md." in again.err


def test_where_nothing_is_to_be_changed_that_is_said(call: Call, clone: Path) -> None:
    call("fix", "workflow-permissions", clone, "--write")
    again = call("fix", "workflow-permissions", clone)
    assert (again.code, again.out, again.err) == (0, "", "There is nothing to change.\n")


def test_what_is_not_committed_yet_is_what_is_changed(call: Call, clone: Path) -> None:
    (clone / WORKFLOW).write_text(f"# mine\n{PLAIN}")
    call("fix", "workflow-permissions", clone, "--write")
    text = (clone / WORKFLOW).read_text()
    assert text.startswith("# mine\n")
    assert "contents: read" in text


def test_a_bare_repository_shows_the_diff_and_refuses_to_write(call: Call, clone: Path) -> None:
    bare = clone.parent / "origin"
    assert "+permissions:" in call("fix", "workflow-permissions", bare).out
    answer = call("fix", "workflow-permissions", bare, "--write")
    assert answer.code == 2
    assert "no work tree" in answer.err
    assert "git apply" in answer.err


def test_nothing_is_written_through_a_link(call: Call, clone: Path) -> None:
    outside = clone.parent / "outside"
    outside.mkdir()
    (outside / "test.yml").write_text(PLAIN)
    (clone / WORKFLOW).unlink()
    (clone / WORKFLOW).symlink_to(outside / "test.yml")
    assert call("fix", "workflow-permissions", clone, "--write").out == ""
    (clone / ".github").rename(clone.parent / "elsewhere")
    (clone / ".github").symlink_to(outside)
    call("fix", "dependency-updates", clone, "--write", "--answer", "tool=dependabot")
    assert [place.name for place in outside.iterdir()] == ["test.yml"]
    assert (outside / "test.yml").read_text() == PLAIN


def test_actions_are_pinned_by_clones_that_are_named(call: Call, clone: Path) -> None:
    action = Repository.create(clone.parent / "known" / "actions" / "checkout")
    action.commit(files={"action.yml": "runs: {}"})
    action.tag("v4.2.0")
    action.ref("refs/tags/v4", action.head)
    config = action.place / "config"
    config.write_text(config.read_text() + '[remote "origin"]\n\turl = git@github.com:actions/checkout.git\n')
    (clone / WORKFLOW).write_text(PLAIN.replace("- run: make", "- uses: actions/checkout@v4"))
    assert "its commit is not known here" in call("fix", "pinned-actions", clone).err
    answer = call("fix", "pinned-actions", clone, "--known", action.place, "--write")
    assert answer.code == 0
    assert f"actions/checkout@{action.head} # v4.2.0" in (clone / WORKFLOW).read_text()


def test_owners_come_from_the_history(call: Call, tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "origin")
    made.at = NOW - 30 * DAY
    for number in range(4):
        made.commit(
            "Ada <7+ada@users.noreply.github.com>", files={"hull/a.py": str(number), "b": str(number)}
        )
    answer = call("fix", "codeowners", made.clone(tmp_path / "boats"), "--write")
    assert answer.code == 0
    assert "* @ada\n" in (tmp_path / "boats" / "CODEOWNERS").read_text()


def test_names_and_answers_that_make_no_sense_are_usage_errors(call: Call, clone: Path) -> None:
    for arguments in (
        ("fix", "nothing", clone),
        ("fix", "security", clone, "--answer", "shoe=42"),
        ("fix", "security", clone, "--answer", "contact"),
        ("fix", "security", clone),
        ("fix", "workflow-permissions", clone, "--answer", "a=b"),
    ):
        assert call(*arguments).code == 2, arguments


def test_fixes_are_listed_with_the_checks_they_answer(call: Call) -> None:
    for arguments in (("fix",), ("fix", "--list")):
        answer = call(*arguments)
        assert answer.code == 0
        assert "security-policy" in answer.out
        assert "scorecard-token-permissions" in answer.out


def test_a_place_without_repository_is_exit_code_three(call: Call, tmp_path: Path) -> None:
    assert call("fix", "security", tmp_path).code == 3


def test_an_answer_without_a_sign_is_told_how_it_is_written(call: Call, clone: Path) -> None:
    assert (
        "hint: write it as --answer NAME=TEXT." in call("fix", "security", clone, "--answer", "contact").err
    )
