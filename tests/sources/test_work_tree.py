"""The work tree: read and written inside itself, never through a link, never over what was not read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checks.trees import tree
from cli.test_writing import room_for
from folkmoot.model.errors import FolkmootError, HostileInputError, UsageError
from folkmoot.sources.work_tree import WorkTree, read_plain, write_plain


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "tree"
    (place / "src").mkdir(parents=True)
    (place / "README.md").write_bytes(b"Boats.\n")
    (place / "src" / "a.py").write_bytes(b"x = 1\n")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_bytes(b"key")
    return place


def test_files_on_disk_count_and_not_what_was_committed(root: Path) -> None:
    here = WorkTree(root, tree("README.md", "src/a.py", "gone.md"))
    assert here.paths() == ["README.md", "src/a.py"]
    assert here.read("README.md") == b"Boats.\n"
    assert here.read("README.md", 3) == b"Boa"
    assert list(here.read_all(["src/a.py", "gone.md"], 1)) == [("src/a.py", b"x", 6), ("gone.md", None, 0)]


def test_new_files_count_in_the_usual_folders(root: Path) -> None:
    (root / ".github" / "workflows").mkdir(parents=True)
    (root / ".github" / "workflows" / "new.yml").write_text("on: push")
    (root / "src" / "new.py").write_text("x")
    assert WorkTree(root, tree()).paths() == [".github/workflows/new.yml", "README.md"]


def test_a_link_is_told_and_not_followed(root: Path) -> None:
    (root / "link").symlink_to(root.parent / "outside" / "secret")
    (root / "away").symlink_to(root.parent / "outside")
    here = WorkTree(root, tree("link", "away/secret"))
    assert here.links() == {"link"}
    assert here.read("link") is None
    assert here.read("away/secret") is None
    with pytest.raises(HostileInputError):
        read_plain(root, "away/secret", 10)


@pytest.mark.parametrize(
    "path", ["../outside/secret", "/etc/passwd", "src/../../outside/secret", "", "a//b", "."]
)
def test_no_path_leads_out(root: Path, path: str) -> None:
    for call in (lambda: read_plain(root, path, 9), lambda: write_plain(root, path, None, b"x")):
        with pytest.raises(HostileInputError):
            call()
    assert (root.parent / "outside" / "secret").read_bytes() == b"key"


@pytest.mark.parametrize("path", [".git/hooks/pre-commit", ".GIT/config"])
def test_what_belongs_to_git_is_not_written(root: Path, path: str) -> None:
    with pytest.raises(HostileInputError):
        write_plain(root, path, None, b"x")


def test_a_pipe_is_no_file(root: Path) -> None:
    os.mkfifo(root / "pipe")
    with pytest.raises(HostileInputError):
        read_plain(root, "pipe", 10)


def test_a_new_file_is_written_with_its_folders(root: Path) -> None:
    write_plain(root, ".github/workflows/a.yml", None, b"on: push\n")
    assert (root / ".github" / "workflows" / "a.yml").read_bytes() == b"on: push\n"


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_file_keeps_who_may_read_it_whatever_the_umask(root: Path, mask: int) -> None:
    (root / "README.md").chmod(0o755)
    before = os.umask(mask)
    try:
        write_plain(root, "README.md", b"Boats.\n", b"Ships.\n")
    finally:
        os.umask(before)
    assert (root / "README.md").stat().st_mode & 0o777 == 0o755


def test_a_file_is_changed_only_where_it_is_what_was_read(root: Path) -> None:
    (root / "README.md").chmod(0o755)
    write_plain(root, "README.md", b"Boats.\n", b"Ships.\n")
    assert (root / "README.md").read_bytes() == b"Ships.\n"
    assert (root / "README.md").stat().st_mode & 0o777 == 0o755
    with pytest.raises(UsageError):
        write_plain(root, "README.md", b"Boats.\n", b"Rafts.\n")
    with pytest.raises(UsageError):
        write_plain(root, "README.md", b"Ship", b"Rafts.\n")
    assert (root / "README.md").read_bytes() == b"Ships.\n"
    assert sorted(place.name for place in root.iterdir()) == ["README.md", "src"]


def test_a_file_that_was_not_read_is_not_written_over(root: Path) -> None:
    with pytest.raises(UsageError):
        write_plain(root, "README.md", None, b"Rafts.\n")
    assert (root / "README.md").read_bytes() == b"Boats.\n"


def test_nothing_is_written_through_a_link(root: Path) -> None:
    outside = root.parent / "outside"
    (root / "docs").symlink_to(outside)
    (root / "SECURITY.md").symlink_to(outside / "new")
    (root / "LICENSE").symlink_to(outside / "secret")
    with pytest.raises(HostileInputError):
        write_plain(root, "docs/new", None, b"x")
    with pytest.raises(UsageError):
        write_plain(root, "SECURITY.md", None, b"x")
    with pytest.raises(HostileInputError):
        write_plain(root, "LICENSE", b"key", b"x")
    assert [place.name for place in outside.iterdir()] == ["secret"]
    assert (outside / "secret").read_bytes() == b"key"


def test_a_file_in_the_way_of_a_folder_is_told(root: Path) -> None:
    with pytest.raises(FolkmootError):
        write_plain(root, "README.md/x", None, b"x")


def test_a_full_disk_leaves_no_half_of_a_file(root: Path) -> None:
    before = sorted(root.rglob("*"))
    for path, known in (("NEW.md", None), ("README.md", b"Boats.\n")):
        with room_for(1000), pytest.raises(FolkmootError, match="too large"):
            write_plain(root, path, known, b"x" * 2000)
    assert sorted(root.rglob("*")) == before
