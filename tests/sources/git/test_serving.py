"""A folder behind a file URL is served as it is read: nothing it says guides git or is asked elsewhere."""

import os
from pathlib import Path

import pytest

from folkmoot.model.errors import HostileInputError, SourceError, UnreachableError
from folkmoot.sources.git.clones import cache_of, clone
from folkmoot.sources.git.location import Remote, locate
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.obeying import needs_a_git_that_obeys
from sources.git.repositories import Repository, git


def remote_of(place: Path) -> Remote:
    found = locate(f"file://{place}")
    assert isinstance(found, Remote)
    return found


def commits_of(place: Path) -> int:
    with open_repository(f"file://{place}") as opened:
        return len(opened.git.text("rev-list", opened.tip).split())


def test_serving_a_folder_runs_nothing_it_says(made: Repository, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    hook = made.place / "hooks" / "post-upload-pack"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {canary}\n")
    hook.chmod(0o755)
    with (made.place / "config").open("a") as config:
        config.write(
            f"[uploadpack]\n\tpackObjectsHook = touch {canary};\n[core]\n\tfsmonitor = touch {canary}\n"
            f'\tsshCommand = touch {canary}\n\talternateRefsCommand = touch {canary}\n[remote "x"]\n'
            f"\turl = ext::touch {canary}\n\tpromisor = true\n\tuploadpack = touch {canary}\n"
            "[extensions]\n\tpartialClone = x\n"
        )
    with open_repository(f"file://{made.place}", Options(lines="always")) as opened:
        assert opened.tip == made.head
    assert not canary.exists()


def test_a_served_folder_that_lacks_objects_asks_nobody_for_them(made: Repository, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    git(made.place, "config", "core.repositoryformatversion", "1")
    git(made.place, "config", "extensions.partialClone", "x")
    for name, value in (("url", "file:///nowhere"), ("promisor", "true"), ("uploadpack", f"touch {canary};")):
        git(made.place, "config", f"remote.x.{name}", value)
    first = git(made.place, "rev-list", "--max-parents=0", "main").decode().strip()
    (made.place / "objects" / first[:2] / first[2:]).unlink()
    with pytest.raises(UnreachableError, match="cannot be read"), clone(remote_of(made.place)):
        pass
    assert not canary.exists()


def test_a_served_folder_s_alternates_must_be_allowed(made: Repository, tmp_path: Path) -> None:
    borrower = Repository.create(tmp_path / "borrower")
    borrower.ref("refs/heads/main", made.head)
    (borrower.place / "objects" / "info").mkdir(exist_ok=True)
    (borrower.place / "objects" / "info" / "alternates").write_text(f"{made.place / 'objects'}\n")
    remote = remote_of(borrower.place)
    with pytest.raises(HostileInputError, match="alternates") as caught, clone(remote):
        pass
    assert "--follow-alternates" in caught.value.hint
    assert not cache_of(remote).exists()
    with open_repository(f"file://{borrower.place}", Options(follow_alternates=True)) as opened:
        assert opened.tip == made.head


def test_a_pipe_among_served_references_is_refused(made: Repository) -> None:
    os.mkfifo(made.place / "refs" / "heads" / "endless")
    with pytest.raises(HostileInputError, match="no plain file"), clone(remote_of(made.place)):
        pass


def test_grafts_and_settings_of_a_served_folder_tell_no_other_history(made: Repository) -> None:
    (made.place / "info").mkdir(exist_ok=True)
    (made.place / "info" / "grafts").write_text(f"{made.head}\n")
    git(made.place, "config", "transfer.hideRefs", "refs/heads/topic")
    with open_repository(f"file://{made.place}") as opened:
        assert "refs/heads/topic" in opened.references
        assert len(opened.git.text("rev-list", opened.tip).split()) == 6


def test_work_trees_pointers_and_odd_paths_are_served(made: Repository, tmp_path: Path) -> None:
    work = tmp_path / "a work 'tree' $(touch x)"
    git(made.place, "worktree", "add", "--quiet", "--detach", str(work), "main")
    with open_repository(f"file://{work}") as opened:
        assert opened.tip == made.head
    named = tmp_path / "moot.git"
    made.place.rename(named)
    for address in (tmp_path / "moot", named, f"{tmp_path}/mo%6ft.git/"):
        with open_repository(f"file://{address}") as opened:
            assert opened.tip == made.head


@needs_a_git_that_obeys
def test_contents_that_a_served_folder_lacks_cost_no_report(made: Repository, tmp_path: Path) -> None:
    partial = made.clone(tmp_path / "partial", "--bare", "--filter=blob:none")
    made.place.rename(tmp_path / "gone")
    with open_repository(f"file://{partial}") as opened:
        assert (opened.tip, opened.is_partial) == (made.head, True)
    asked = Options(lines="always")
    with pytest.raises(SourceError, match="cannot be read"), open_repository(f"file://{partial}", asked):
        pass


def test_a_shallow_folder_is_served_as_one_and_follows_when_it_deepens(
    made: Repository, tmp_path: Path
) -> None:
    shallow = made.clone(tmp_path / "shallow", "--depth=1", "--bare")
    with open_repository(f"file://{shallow}") as opened:
        assert (opened.tip, opened.boundary) == (made.head, {made.head})
    made.commit(message="One more\n")
    git(shallow, "fetch", "--quiet", "--depth=1", "origin", "+main:main")
    assert commits_of(shallow) in {1, 2}
    git(shallow, "fetch", "--quiet", "--unshallow", "origin", "+main:main")
    assert commits_of(shallow) == 7
