"""One panel says whether a repository writes down who decides; files that were not seen say nothing."""

from __future__ import annotations

from pathlib import Path

from folkmoot.i18n import say
from folkmoot.model.page import Panel
from folkmoot.sources.git.repository import open_repository
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.overview import governing_panel
from sources.git.repositories import Repository


def told(place: Path) -> Panel:
    with open_repository(str(place)) as repository:
        return governing_panel(Known(repository, 1, repository.tree, 1))


def made(place: Path, path: str) -> Repository:
    repository = Repository.create(place)
    repository.commit(files={path: "* @ada\n"})
    return repository


def test_where_no_file_is_of_that_kind_it_says_so(tmp_path: Path) -> None:
    panel = told(made(tmp_path / "plain", "README.md").place)
    assert not panel.entries
    assert str(panel.missing).startswith("No roles, proposals or votes were found in files of a form")


def test_files_of_roles_are_counted(tmp_path: Path) -> None:
    panel = told(made(tmp_path / "roles", ".github/CODEOWNERS").place)
    assert [str(entry.title) for entry in panel.entries] == ["Files that say who holds which role: 1."]
    assert panel.missing == ""


def test_files_in_which_nobody_is_named_are_told(tmp_path: Path) -> None:
    silent = made(tmp_path / "roles", ".github/CODEOWNERS")
    silent.commit(files={".github/CODEOWNERS": "# nobody yet\n"})
    (entry,) = told(silent.place).entries
    assert str(entry.title).endswith("1. None names anybody in a form that is known here.")
    assert [say(fact) for fact in entry.facts] == [".github/CODEOWNERS"]


def test_files_that_name_teams_alone_are_told_as_such(tmp_path: Path) -> None:
    silent = made(tmp_path / "roles", ".github/CODEOWNERS")
    silent.commit(files={".github/CODEOWNERS": "* @oak/force @oak/core\n/docs/ @oak/force\n"})
    (entry,) = told(silent.place).entries
    assert str(entry.title).endswith("1. They name teams only, whose people are not shown here.")
    assert [say(fact) for fact in entry.facts] == ["@oak/force", "@oak/core"]


def test_files_in_which_somebody_is_named_need_no_telling(tmp_path: Path) -> None:
    (entry,) = told(made(tmp_path / "roles", ".github/CODEOWNERS").place).entries
    assert entry.facts == ()


def test_a_clone_without_trees_knows_of_no_file_whether_it_is_there(tmp_path: Path) -> None:
    whole = made(tmp_path / "roles", ".github/CODEOWNERS")
    panel = told(whole.clone(tmp_path / "c", "--bare", "--filter=tree:0"))
    assert not panel.entries
    assert str(panel.missing) == (
        "The files of the newest commit are not in this clone. Whether any says who decides, and how, is not "
        "known. `git fetch --refetch --filter=blob:none` in the clone brings them."
    )


def test_a_readme_counts_where_it_says_who_holds_a_role(tmp_path: Path) -> None:
    plain = made(tmp_path / "plain", "README.md")
    plain.commit(files={"README.md": "# Loom\n\n## Maintainers\n\n- Ada Example (@ada)\n"})
    panel = told(plain.place)
    assert [str(entry.title) for entry in panel.entries] == ["Files that say who holds which role: 1."]
