"""Who joined and left which role when, on made histories."""

from __future__ import annotations

from pathlib import Path

from folkmoot.govern.roles.history import terms
from folkmoot.model.role import Term
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import DAY, START, Repository


def history(place: Path) -> list[Term]:
    with open_repository(str(place)) as opened:
        return terms(opened)


def told(found: list[Term]) -> list[tuple[str, str, int, int | None]]:
    """Give (role, holder, day it began, day it ended)."""
    return [
        (
            t.role.name,
            t.holder.key,
            (t.began.when - START) // DAY,
            (t.ended.when - START) // DAY if t.ended else None,
        )
        for t in found
    ]


def team(*maintainers: str) -> dict[str, str]:
    names = ", ".join(f'"{name}"' for name in maintainers)
    return {"teams/x/team.json": f'{{"maintainers": [{names}]}}'}


def test_terms_begin_and_end_with_commits(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    made.commit(files=team("ada", "bob"))
    made.commit(files={"README.md": "x"})
    made.commit(files=team("ada", "cleo"))
    made.commit(files=team("ada", "cleo", "bob"))
    assert told(history(made.place)) == [
        ("maintainer", "ada", 0, None),
        ("maintainer", "bob", 0, 2),
        ("maintainer", "cleo", 2, None),
        ("maintainer", "bob", 3, None),
    ]


def test_a_handle_in_another_case_is_the_same_holder(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    made.commit(files=team("Ada"))
    made.commit(files=team("ada"))
    assert told(history(made.place)) == [("maintainer", "ada", 0, None)]


def test_a_version_that_cannot_be_read_ends_nothing(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    made.commit(files=team("ada"))
    made.commit(files={"teams/x/team.json": "{"})
    made.commit(files=team("ada"))
    assert told(history(made.place)) == [("maintainer", "ada", 0, None)]


def test_a_deleted_file_ends_its_roles(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    made.commit(files=team("ada"))
    made.commit(files={"teams/x/team.json": None})
    assert told(history(made.place)) == [("maintainer", "ada", 0, 1)]


def test_moving_a_line_to_another_file_ends_nothing(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    made.commit(files={"docs/CODEOWNERS": "* @ada\n"})
    made.commit(files={"docs/CODEOWNERS": None, ".github/CODEOWNERS": "* @ada\n"})
    assert told(history(made.place)) == [("code owner", "ada", 0, None)]


def test_only_the_codeowners_in_force_counts_at_each_moment(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    made.commit(files={"docs/CODEOWNERS": "* @ada\n"})
    made.commit(files={".github/CODEOWNERS": "* @bob\n"})
    made.commit(files={".github/CODEOWNERS": None})
    assert told(history(made.place)) == [
        ("code owner", "ada", 0, 1),
        ("code owner", "bob", 1, 2),
        ("code owner", "ada", 2, None),
    ]


def test_a_role_begins_when_its_change_landed(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    first = made.commit(files=team("ada"))
    made.commit(files=team("ada", "bob"), parents=[first], branch="topic")
    topic = made.head
    merge = made.commit(files={}, parents=[first, topic], at=START + 9 * DAY)
    found = history(made.place)
    assert told(found)[1] == ("maintainer", "bob", 9, None)
    assert found[1].began.commit == merge


def test_a_shallow_clone_does_not_know_when_its_roles_began(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    made.commit(files=team("ada"))
    made.commit(files=team("ada", "bob"))
    made.commit(files=team("ada", "bob", "cleo"))
    found = history(made.clone(tmp_path / "clone", "--depth=2"))
    assert [(t.holder.key, t.is_from_start) for t in found] == [("ada", True), ("bob", True), ("cleo", False)]


def test_an_empty_repository_has_no_terms(tmp_path: Path) -> None:
    assert history(Repository.create(tmp_path / "made").place) == []


def owners(approvers: str, aliases: str) -> dict[str, str]:
    return {
        "pkg/OWNERS": f"approvers: [{approvers}]\n",
        "OWNERS_ALIASES": f"aliases:\n  store: [{aliases}]\n",
    }


def approvers(place: Path) -> list[tuple[str, str, int, int | None]]:
    return [one for one in told(history(place)) if one[0] == "approver"]


def test_roles_given_to_an_alias_are_those_of_its_members(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    made.commit(files=owners("store", "ada, bob"))
    made.commit(files=owners("store", "ada, cleo"))
    made.commit(files=owners("zoe", "ada, cleo"))
    made.commit(files=owners("zoe", "ada, dora"))
    assert approvers(made.place) == [
        ("approver", "ada", 0, 2),
        ("approver", "bob", 0, 1),
        ("approver", "cleo", 1, 2),
        ("approver", "zoe", 2, None),
    ]


def test_who_is_in_an_alias_and_named_beside_it_stays(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    made.commit(files=owners("store, ada", "ada, bob"))
    made.commit(files=owners("store, ada", "bob"))
    made.commit(files=owners("Store", "bob"))
    assert approvers(made.place) == [("approver", "ada", 0, 2), ("approver", "bob", 0, None)]


def test_an_alias_that_goes_leaves_a_group_and_no_person(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    files = {"OWNERS": "approvers: [store-leads]\n"}
    made.commit(files=files | {"OWNERS_ALIASES": "aliases:\n  store-leads: [ada]\n"})
    made.commit(files={"OWNERS_ALIASES": "aliases: {}\n"})
    found = [term for term in history(made.place) if term.role.name == "approver"]
    assert [(term.holder.key, term.holder.is_group) for term in found] == [
        ("ada", False), ("store-leads", True),
    ]  # fmt: skip
