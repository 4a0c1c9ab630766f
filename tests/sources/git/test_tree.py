"""The files at the tip, read without a checkout."""

from pathlib import Path
from typing import Any

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


def calls_of(found: GitTree, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the list into which the tree's calls of git are written from now on."""
    calls: list[str] = []
    ask = Git.stream

    def asked(git: Git, *arguments: str, **more: Any) -> Any:
        calls.append(" ".join(arguments))
        return ask(git, *arguments, **more)

    assert found.entries
    monkeypatch.setattr(Git, "stream", asked)
    return calls


def test_what_lies_at_the_top_or_in_a_folder_of_the_forge_comes_in_one_call(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.commit(files={"LICENSE": "MIT\n", ".github/CODEOWNERS": "* @ada\n"})
    found = of(made)
    calls = calls_of(found, monkeypatch)
    assert found.read("README") == b"Hello\n"
    assert found.read("LICENSE", limit=2) == b"MI"
    assert list(found.read_all([".github/CODEOWNERS", "README"], limit=3)) == [
        (".github/CODEOWNERS", b"* @", 7),
        ("README", b"Hel", 6),
    ]
    assert len(calls) == 1


def test_what_was_read_whole_is_not_asked_for_again(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = of(made)
    calls = calls_of(found, monkeypatch)
    for _ in range(2):
        assert list(found.read_all(["src/a.py", "README"])) == [
            ("src/a.py", b"a\n", 2),
            ("README", b"Hello\n", 6),
        ]
    assert len(calls) == 1


def test_what_was_read_in_part_is_read_again_where_more_is_wanted(made: Repository) -> None:
    found = of(made)
    assert list(found.read_all(["src/a.py"], limit=1)) == [("src/a.py", b"a", 2)]
    assert found.read("src/a.py") == b"a\n"


def test_contents_are_kept_only_while_there_is_room(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "KEPT", 7)
    found = of(made)
    calls = calls_of(found, monkeypatch)
    for _ in range(2):
        assert list(found.read_all(["README", "src/a.py"])) == [
            ("README", b"Hello\n", 6),
            ("src/a.py", b"a\n", 2),
        ]
    assert len(calls) == 2


def test_trees_of_one_report_share_what_they_keep(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "KEPT_TOGETHER", 16)
    for count, asked in ((1, 1), (2, 1), (3, 2)):
        found = of(made)
        found.one_of(count)
        calls = calls_of(found, monkeypatch)
        for _ in range(2):
            assert next(iter(found.read_all(["README", "src/a.py"]))) == ("README", b"Hello\n", 6)
        assert len(calls) == asked


def test_a_long_file_at_the_top_is_read_by_itself(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "LONGEST_NEAR", 3)
    found = of(made)
    assert found.read("README") == b"Hello\n"


def test_a_damaged_file_beside_it_keeps_none_from_being_read(made: Repository) -> None:
    made.commit(files={"AAA": "This will be damaged.\n"})
    damaged = made.blob("This will be damaged.\n")
    place = made.place / "objects" / damaged[:2] / damaged[2:]
    place.chmod(0o600)
    place.write_bytes(b"not what git wrote")
    assert of(made).read("README") == b"Hello\n"
