"""A private directory borrows objects and references, and nothing that could act."""

import os
from pathlib import Path

import pytest

from folkmoot.model.errors import HostileInputError, NotARepositoryError
from folkmoot.sources.git.borrowed import borrow
from folkmoot.sources.git.location import Folder, folder
from sources.git.repositories import Repository, git, small_history


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return small_history(tmp_path / "r")


def read(made: Repository, question: str = "HEAD", *, follow: bool = False) -> str:
    with borrow(folder(made.place), follow_alternates=follow) as asked:
        return asked.text("rev-list", "--count", question)


def test_the_history_is_there(made: Repository) -> None:
    assert read(made) == "6"
    made.run("pack-refs", "--all")
    made.run("repack", "-adq")
    assert read(made, "refs/heads/topic") == made.run("rev-list", "--count", "topic")


def test_the_private_directory_goes_away(made: Repository) -> None:
    with borrow(folder(made.place)) as asked:
        place = asked.directory
        assert place.is_dir()
    assert not place.exists()


def test_its_settings_are_ours(made: Repository) -> None:
    made.run("config", "alias.log", "!touch canary")
    made.run("config", "core.fsmonitor", "touch canary")
    with borrow(folder(made.place)) as asked:
        assert b"canary" not in asked.run("config", "--list")


def test_another_hash_is_read(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r", "--object-format=sha256")
    tip = made.commit(files={"a": "1\n"})
    assert len(tip) == 64
    assert read(made) == "1"


@pytest.mark.parametrize(
    "line", ["[extensions] objectformat = sha256\n", '[extensions]\n\tobjectFormat = "sha256" ; x\n']
)
def test_the_hash_is_read_however_it_is_written(tmp_path: Path, line: str) -> None:
    made = Repository.create(tmp_path / "r", "--object-format=sha256")
    made.commit(files={"a": "1\n"})
    (made.place / "config").write_text("[core]\n\trepositoryformatversion = 1\n" + line)
    assert read(made) == "1"


def test_the_ends_of_a_shallow_clone_are_known(made: Repository, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "c", "--bare", "--depth=1")
    with borrow(folder(place)) as asked:
        assert asked.text("rev-list", "--count", "HEAD") == "1"


def test_objects_from_elsewhere_must_be_allowed(made: Repository, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", "--shared", str(made.place), "shared")
    with pytest.raises(HostileInputError, match="alternates") as caught:
        read(Repository(tmp_path / "shared"))
    assert "--follow-alternates" in caught.value.hint
    assert read(Repository(tmp_path / "shared"), follow=True) == "6"


def test_relative_alternates_are_followed_from_where_they_stand(made: Repository, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", "--shared", str(made.place), "shared")
    (tmp_path / "shared" / "objects" / "info" / "alternates").write_text("../../r/objects\n")
    assert read(Repository(tmp_path / "shared"), follow=True) == "6"


def test_a_pipe_among_references_or_objects_is_refused(made: Repository) -> None:
    """git would wait for it for ever."""
    os.mkfifo(made.place / "refs" / "heads" / "wait")
    with pytest.raises(HostileInputError, match="no plain file"):
        read(made)
    (made.place / "refs" / "heads" / "wait").rename(made.place / "objects" / "wait")
    with pytest.raises(HostileInputError, match="no plain file"):
        read(made)


@pytest.mark.parametrize("target", ["/dev/zero", "..", "."])
def test_references_linked_to_devices_and_folders_are_refused(made: Repository, target: str) -> None:
    (made.place / "refs" / "heads" / "link").symlink_to(target)
    with pytest.raises(HostileInputError, match="no plain file"):
        read(made)


def test_a_reference_linked_to_a_file_tells_nothing_of_it(made: Repository, tmp_path: Path) -> None:
    (tmp_path / "private").write_text("the diary\n")
    (made.place / "refs" / "heads" / "link").symlink_to(tmp_path / "private")
    with borrow(folder(made.place)) as asked:
        assert b"diary" not in asked.run("for-each-ref")


def test_a_very_long_reference_is_refused(made: Repository) -> None:
    (made.place / "refs" / "heads" / "long").write_bytes(b"x" * (1 << 17))
    with pytest.raises(HostileInputError, match="long"):
        read(made)


def test_packed_references_must_be_a_file(made: Repository) -> None:
    os.mkfifo(made.place / "packed-refs")
    with pytest.raises(HostileInputError, match="no plain file"):
        read(made)


def test_references_nested_without_end_are_refused(made: Repository) -> None:
    (made.place / "refs" / "/".join(["x"] * 80)).mkdir(parents=True)
    with pytest.raises(HostileInputError, match="folders deep"):
        read(made)


def test_a_repository_without_objects_is_none(tmp_path: Path) -> None:
    with (
        pytest.raises(NotARepositoryError, match="has no objects"),
        borrow(Folder(tmp_path, tmp_path, tmp_path)),
    ):
        pass


def test_nothing_is_written_into_the_repository(made: Repository) -> None:
    before = {path: path.stat().st_mtime_ns for path in made.place.rglob("*")}
    with borrow(folder(made.place)) as asked:
        asked.run("log", "--all", "--raw")
        asked.run("hash-object", "--stdin", stdin=b"x")
    assert {path: path.stat().st_mtime_ns for path in made.place.rglob("*")} == before


def test_objects_that_may_not_be_read_are_named(made: Repository) -> None:
    objects = made.place / "objects"
    objects.chmod(0)
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)
    try:
        with (
            pytest.raises(NotARepositoryError, match=r" may not be read\.") as refused,
            borrow(Folder(made.place, made.place, made.place)),
        ):
            pass
    finally:
        os.seteuid(me)
        objects.chmod(0o755)
    assert refused.value.hint == "check its permissions."
