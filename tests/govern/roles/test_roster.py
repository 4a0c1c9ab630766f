"""Who holds what at one commit."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.govern.roles.roster import current, expanded, files_in_force, read_roster
from folkmoot.model.role import Listing
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository

FILES = {
    "OWNERS": "approvers: [storage-leads, ada]\nreviewers: [Storage-Leads]\nemeritus_approvers: [old]\n",
    "OWNERS_ALIASES": "aliases:\n  storage-leads: [bob, ada]\n",
    "docs/CODEOWNERS": "* @cleo\n",
    ".github/CODEOWNERS": "* @ada @org/team\n",
    "people/ada.toml": "github = 'ada'\nname = 'Ada'\nemail = 'ada@example.org'\n",
    "teams/x/team.json": "{",
    "src/main.py": "print()\n",
}


class Memory:
    """A tree kept in memory."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files

    def paths(self) -> list[str]:
        return sorted(self.files)

    def read(self, path: str, limit: int = 1_000_000) -> bytes | None:
        return self.files[path].encode()[:limit]


def who(listings: list[Listing]) -> set[tuple[str, str]]:
    return {(each.role.name, each.holder.key) for each in listings}


def test_only_files_of_roles_that_count_are_read() -> None:
    found = files_in_force(FILES)
    assert "src/main.py" not in found
    assert "docs/CODEOWNERS" not in found
    assert ".github/CODEOWNERS" in found


@pytest.mark.parametrize(
    ("path", "is_in_force"),
    [
        ("archive/sig-oak/OWNERS", False), ("archived/OWNERS", False), ("sigs/retired/oak/OWNERS", False),
        ("pkg/archive/OWNERS", True), ("archives/OWNERS", True), ("OWNERS", True),
    ],
)  # fmt: skip
def test_what_was_laid_down_gives_no_role(path: str, is_in_force: bool) -> None:
    assert (files_in_force([path]) == [path]) is is_in_force


def test_aliases_are_expanded_to_people_once() -> None:
    listings = expanded(read_roster(Memory(FILES)).listings)
    approvers = [each.holder.key for each in listings if each.role.name == "approver"]
    assert sorted(approvers) == ["ada", "bob"]
    assert ("reviewer", "bob") in who(listings)


def test_current_leaves_out_emeriti_teams_and_the_alias_lists() -> None:
    found = who(current(read_roster(Memory(FILES))))
    assert ("code owner", "ada") in found
    assert {"old", "org/team"} & {key for _, key in found} == set()
    assert "member of alias" not in {role for role, _ in found}


def test_people_files_complete_the_others() -> None:
    roster = read_roster(Memory(FILES))
    ada = roster.of(["Ada"])
    assert {each.holder.email for each in ada} == {"ada@example.org"}


def test_a_broken_file_is_a_problem_and_the_rest_is_read() -> None:
    roster = read_roster(Memory(FILES))
    assert [problem.file for problem in roster.problems] == ["teams/x/team.json"]
    assert "owners" in roster.forms


@pytest.mark.parametrize("options", [(), ("--bare",)])
def test_a_tree_of_git_is_read_the_same(tmp_path: Path, options: tuple[str, ...]) -> None:
    made = Repository.create(tmp_path / "made")
    sha = made.commit(files=FILES)
    with open_repository(str(made.clone(tmp_path / "clone", *options))) as opened:
        roster = read_roster(opened.tree)
    assert roster.commit == sha
    assert roster.listings == read_roster(Memory(FILES)).listings


def test_a_repository_without_such_files_has_an_empty_roster() -> None:
    roster = read_roster(Memory({"README.md": "hello"}))
    assert (roster.listings, roster.problems, roster.forms) == ((), (), ())


def test_an_alias_that_is_defined_nowhere_is_no_person_and_is_told() -> None:
    files = {"pkg/OWNERS": "approvers:\n- ada\n- batch-leads\nreviewers: [batch-leads]\n"}
    roster = read_roster(Memory(files))
    assert who(current(roster)) == {("approver", "ada")}
    assert [(each.file, each.line, str(each.what)) for each in roster.problems] == [
        ("pkg/OWNERS", 3, "batch-leads is no alias of OWNERS_ALIASES.")
    ]


def test_a_team_of_the_forge_is_no_missing_alias() -> None:
    assert read_roster(Memory({"OWNERS": "approvers: [org/store-leads]\n"})).problems == ()
