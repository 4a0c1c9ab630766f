"""Telling folders from URLs, and what may be dangerous from both, without asking git."""

import os
import re
import shlex
from pathlib import Path

import pytest

from folkmoot.model.errors import FolkmootError, HostileInputError, NotARepositoryError, UsageError
from folkmoot.sources.git.location import Folder, Remote, beginning, locate, without_secret
from sources.git.repositories import Repository, git, small_history


def test_a_bare_repository_is_found(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "bare.git")
    assert locate(str(made.place)) == Folder(made.place, made.place, made.place)


def test_a_work_tree_is_found_from_a_folder_inside(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "work")
    inside = tmp_path / "work" / "deep" / "er"
    inside.mkdir(parents=True)
    found = locate(str(inside))
    assert isinstance(found, Folder)
    assert found.place == tmp_path / "work"
    assert found.git == tmp_path / "work" / ".git"


def test_a_linked_work_tree_shares_its_repository(tmp_path: Path) -> None:
    made = small_history(tmp_path / "bare.git")
    made.run("worktree", "add", "--quiet", str(tmp_path / "linked"), "topic")
    found = locate(str(tmp_path / "linked"))
    assert isinstance(found, Folder)
    assert found.common == made.place
    assert found.git == made.place / "worktrees" / "linked"


def test_a_submodule_is_a_repository_of_its_own(tmp_path: Path) -> None:
    inner = small_history(tmp_path / "inner.git")
    git(tmp_path, "init", "--quiet", "outer")
    git(tmp_path / "outer", "submodule", "--quiet", "add", str(inner.place), "part")
    found = locate(str(tmp_path / "outer" / "part"))
    assert isinstance(found, Folder)
    assert found.git == tmp_path / "outer" / ".git" / "modules" / "part"


def test_a_moved_work_tree_says_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: /nowhere/at/all\n")
    with pytest.raises(NotARepositoryError, match="which is no repository") as caught:
        locate(str(tmp_path))
    assert "git worktree repair" in caught.value.hint


@pytest.mark.parametrize("pointer", [b"something else", b"gitdir: a\0b", b""])
def test_a_pointer_that_points_nowhere_is_an_error(tmp_path: Path, pointer: bytes) -> None:
    (tmp_path / ".git").write_bytes(pointer)
    with pytest.raises(NotARepositoryError):
        locate(str(tmp_path))


def test_a_folder_without_a_repository_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(NotARepositoryError, match="is no git repository") as caught:
        locate(str(tmp_path))
    assert caught.value.hint
    assert caught.value.exit_code == 3


def test_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    with pytest.raises(NotARepositoryError, match="is a file"):
        locate(str(tmp_path / "file"))


def test_a_bundle_is_unpacked_first(tmp_path: Path) -> None:
    """What the hint says is done, and the folder it makes is found."""
    made = small_history(tmp_path / "made")
    bundle = tmp_path / "it's all.bundle"
    git(made.place, "bundle", "create", "--quiet", str(bundle), "--all")
    with pytest.raises(NotARepositoryError, match="is a bundle") as caught:
        locate(str(bundle))
    said = re.search("`(git clone .+)`", caught.value.hint)
    assert said is not None
    _, *words = shlex.split(said[1].replace("FOLDER", "folder.git"))
    git(tmp_path, *words)
    unpacked = tmp_path / "folder.git"
    assert locate(str(unpacked)) == Folder(unpacked, unpacked, unpacked)


@pytest.mark.parametrize(("origin", "hint"), [("moot/hall", "https://github.com/moot/hall."), ("hall", "")])
def test_a_project_named_without_its_forge_is_told_how_to_name_it(origin: str, hint: str) -> None:
    with pytest.raises(NotARepositoryError) as error:
        locate(origin)
    assert error.value.hint.endswith(hint or "check the path, or give a whole URL.")


@pytest.mark.parametrize("origin", ["nowhere", "./nowhere/at/all", "~nobody-of-that-name/x", "x" * 5000])
def test_a_place_that_is_not_there_is_an_error(origin: str) -> None:
    with pytest.raises(NotARepositoryError, match="There is no folder"):
        locate(origin)


@pytest.mark.parametrize("origin", ["--upload-pack=touch canary", "-h", "--"])
def test_what_looks_like_an_option_is_refused(origin: str) -> None:
    with pytest.raises(UsageError, match="looks like an option"):
        locate(origin)


@pytest.mark.parametrize("origin", ["ext::sh -c 'touch canary'", "fd::17", "transport+x::address"])
def test_a_remote_helper_is_refused(origin: str) -> None:
    with pytest.raises(HostileInputError, match="run a program"):
        locate(origin)


@pytest.mark.parametrize(
    "origin",
    [
        "ssh://-oProxyCommand=touch/x",
        "https://-x/y",
        "ssh://-x@host.invalid/y",
        "user@-oProxy:x",
        "a\nb",
        "a\x1b[2J",
    ],
)
def test_hosts_like_options_and_control_characters_are_refused(origin: str) -> None:
    with pytest.raises(HostileInputError):
        locate(origin)


def test_folders_with_control_characters_in_their_names_can_be_read_from_within(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / "two\nlines"
    odd.mkdir()
    git(odd, "init", "--quiet")
    with pytest.raises(HostileInputError) as refused:
        locate(str(odd))
    assert refused.value.hint == "go into the folder and name it `.`; an address has none."
    monkeypatch.chdir(odd)
    assert isinstance(locate("."), Folder)


@pytest.mark.parametrize(
    "origin", ["ftp://host.invalid/x", "git://host.invalid/x", "https:///x", "https://[::1/x", ""]
)
def test_other_ways_of_reaching_are_refused(origin: str) -> None:
    with pytest.raises(UsageError):
        locate(origin)


def test_a_url_loses_its_token_everywhere_but_in_the_secret() -> None:
    found = locate("https://ada:s3cr%3At@host.invalid/a/b.git?private=1")
    assert isinstance(found, Remote)
    assert found.url == "https://host.invalid/a/b.git?private=1"
    assert found.shown == "https://host.invalid/a/b.git"
    assert found.secret.split(":") == ["ada", "s3cr", "t"]
    assert "s3cr" not in repr(found)


def test_ssh_keeps_the_user_and_forgets_the_password() -> None:
    found = locate("ssh://git:word@host.invalid:22/a/b")
    assert isinstance(found, Remote)
    assert (found.url, found.secret) == ("ssh://git@host.invalid:22/a/b", "")
    assert locate("git@host.invalid:a/b") == Remote("git@host.invalid:a/b", ("ssh",), "git@host.invalid:a/b")


def test_only_http_may_lead_on_to_another_protocol() -> None:
    protocols = {
        origin: locate(origin).protocols  # type: ignore[union-attr]
        for origin in (
            "https://h.invalid/x",
            "http://h.invalid/x",
            "file:///nowhere/x",
            "git+ssh://h.invalid/x",
        )
    }
    assert list(protocols.values()) == [("https",), ("http", "https"), ("file",), ("ssh",)]


@pytest.mark.parametrize(
    "url", ["ext::https://ada:t0ken@h.invalid/", "ftp://t0ken@h.invalid", "https://ada:t0ken@"]
)
def test_no_error_shows_a_token(url: str) -> None:
    with pytest.raises(FolkmootError) as caught:
        locate(url)
    assert "t0ken" not in str(caught.value)
    assert "t0ken" not in without_secret(url)


def test_a_folder_whose_name_is_no_text_is_found(tmp_path: Path) -> None:
    place = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.git"))
    Repository.create(place)
    found = locate(str(place))
    assert isinstance(found, Folder)
    assert found.place == place


def test_no_more_than_asked_is_read(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"x" * 100)
    assert beginning(tmp_path / "long", 10) == b"x" * 10
