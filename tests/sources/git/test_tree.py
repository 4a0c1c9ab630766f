"""The files at the tip, read without a checkout."""

from pathlib import Path

import pytest

from folkmoot.model.errors import HostileInputError
from folkmoot.sources.git import tree
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.tree import GitTree
from sources.git.repositories import Repository


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    made = Repository.create(tmp_path / "r")
    made.commit(files={"README": "Hello\n", "src/a.py": "a\n", b"caf\xe9": "x\n"})
    return made


def of(made: Repository, commit: str = "") -> GitTree:
    return GitTree(Git(made.place), commit or made.head)


def test_every_file_is_listed_by_its_path(made: Repository) -> None:
    assert of(made).paths() == ["README", "café", "src/a.py"]


def test_a_link_is_a_file_and_a_submodule_is_none(made: Repository) -> None:
    made.files[b"link"] = ("120000", made.blob("README"))
    made.files[b"part"] = ("160000", made.head)
    made.commit()
    assert "link" in of(made).entries
    assert "part" not in of(made).entries


def test_links_are_told_apart(made: Repository) -> None:
    made.files[b"link"] = ("120000", made.blob("README"))
    made.commit()
    assert of(made).links() == {"link"}


def test_many_contents_come_in_the_order_asked_with_their_whole_size(made: Repository) -> None:
    found = list(of(made).read_all(["src/a.py", "nowhere", "README"], limit=3))
    assert found == [("src/a.py", b"a\n", 2), ("nowhere", None, 0), ("README", b"Hel", 6)]


def test_content_is_read_up_to_a_limit(made: Repository) -> None:
    assert of(made).read("README") == b"Hello\n"
    assert of(made).read("README", limit=3) == b"Hel"


def test_what_is_not_there_is_none(made: Repository) -> None:
    assert of(made).read("nothing") is None


def test_content_that_is_not_in_the_clone_is_none(made: Repository, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "c", "--bare", "--filter=blob:none")
    found = GitTree(Git(place / ".git" if (place / ".git").exists() else place), made.head)
    assert found.read("README") is None
    assert not found.is_whole
    assert of(made).is_whole


def test_an_empty_repository_has_no_files(made: Repository) -> None:
    assert GitTree(Git(made.place), "").paths() == []


def test_a_clone_without_trees_has_no_files_and_says_so(made: Repository, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "c", "--bare", "--filter=tree:0")
    found = GitTree(Git(place), made.head)
    assert found.paths() == []
    assert found.is_missing
    assert not of(made).is_missing


def test_a_commit_that_is_not_there_has_no_files(made: Repository) -> None:
    assert of(made, "1" * 40).is_missing
    assert of(made, "1" * 40).paths() == []


def test_too_many_files_are_refused(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_PATHS", 2)
    with pytest.raises(HostileInputError, match="over 2 files"):
        of(made).paths()
