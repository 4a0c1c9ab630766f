"""One repository, opened: its name, its default branch, its tips, when it was last brought up to date."""

import os
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import SourceError, UsageError
from folkmoot.model.event import Kind
from folkmoot.sources.git import repository
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.history import commits
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.repositories import ADA, DAY, START, Repository, git, small_history


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return small_history(tmp_path / "r")


def branch_of(place: Path, **options: str) -> str:
    with open_repository(str(place), Options(**options)) as opened:  # type: ignore[arg-type]
        return opened.default_branch


def digest_of(place: Path, options: Options | None = None) -> str:
    with open_repository(str(place), options) as opened:
        return opened.digest


def test_the_source_tells_its_name_and_gives_kinds_of_events_that_there_are() -> None:
    assert repository.NAME == "git"
    assert {Kind(kind) for kind in repository.KINDS} >= {Kind.COMMIT, Kind.CHANGE_MERGED, Kind.RELEASE}


def test_the_default_branch_of_a_bare_repository_is_its_head(made: Repository) -> None:
    assert branch_of(made.place) == "refs/heads/main"
    (made.place / "HEAD").write_text("ref: refs/heads/topic\n")
    assert branch_of(made.place) == "refs/heads/topic"


def test_a_feature_branch_in_a_work_tree_is_not_the_default(made: Repository, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "work")
    git(place, "checkout", "--quiet", "-b", "feature")
    assert branch_of(place) == "refs/heads/main"
    git(place, "remote", "remove", "origin")
    assert branch_of(place) == "refs/heads/main"


def test_a_work_tree_beside_a_bare_repository_has_its_default_branch(
    made: Repository, tmp_path: Path
) -> None:
    git(made.place, "branch", "--move", "main", "works")
    git(made.place, "branch", "master", "works~1")
    git(made.place, "worktree", "add", "--quiet", "-b", "feature", str(tmp_path / "beside"), "works~1")
    assert branch_of(tmp_path / "beside") == "refs/heads/works"
    folder = tmp_path / "folder"
    folder.mkdir()
    made.place.rename(folder / ".bare")
    (folder / ".git").write_text("gitdir: ./.bare\n")
    assert branch_of(folder) == "refs/heads/works"


def test_a_local_branch_that_is_behind_is_not_the_default(made: Repository, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "work")
    git(place, "reset", "--quiet", "--hard", "HEAD~1")
    assert branch_of(place) == "refs/remotes/origin/main"
    git(place, "reset", "--quiet", "--hard", "origin/main")
    git(place, "commit", "--quiet", "--allow-empty", "-m", "More")
    assert branch_of(place) == "refs/heads/main"


def test_a_detached_head_is_read(made: Repository) -> None:
    made.run("update-ref", "-d", "refs/heads/main")
    (made.place / "HEAD").write_text(f"{made.head}\n")
    with open_repository(str(made.place)) as opened:
        assert (opened.default_branch, opened.tip) == ("HEAD", made.head)


def test_another_branch_can_be_asked_for(made: Repository) -> None:
    assert branch_of(made.place, branch="topic") == "refs/heads/topic"
    with pytest.raises(UsageError, match="no branch 'nowhere'"):
        branch_of(made.place, branch="nowhere")


@pytest.mark.parametrize("name", ["--output=canary", "-h", "a b", "@{-1}", "ünï"])
def test_a_branch_may_have_any_name(tmp_path: Path, name: str) -> None:
    made = Repository.create(tmp_path / "r")
    tip = made.commit(branch=name)
    (made.place / "HEAD").write_text(f"ref: refs/heads/{name}\n")
    with open_repository(str(made.place)) as opened:
        assert opened.tip == tip or name in {"a b", "@{-1}"}, "git itself refuses these two"


def test_a_branch_named_in_another_encoding_is_read(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    made.commit(branch="")
    (Path(os.fsdecode(os.fsencode(made.place) + b"/refs/heads/caf\xe9"))).write_text(f"{made.head}\n")
    (made.place / "HEAD").write_bytes(b"ref: refs/heads/caf\xe9\n")
    with open_repository(str(made.place)) as opened:
        assert opened.tip == made.head
        assert opened.digest


def test_an_empty_repository_has_no_tip(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    with open_repository(str(made.place)) as opened:
        assert (opened.default_branch, opened.tip, opened.tips, opened.references) == ("", "", [], {})
        assert opened.digest


def test_all_references_are_tips_when_asked(made: Repository) -> None:
    aside = made.commit(parents=[], branch="aside")
    made.tag("v9-tree", made.tree(), kind="tree")
    with open_repository(str(made.place), Options(all_refs=True)) as opened:
        assert set(opened.tips) == {
            aside, *(made.run("rev-parse", f"{name}^{{commit}}") for name in ("main", "topic", "v1.0")),
        }  # fmt: skip


def test_a_submodule_and_a_linked_work_tree_are_opened(made: Repository, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "outer")
    git(tmp_path / "outer", "submodule", "--quiet", "add", str(made.place), "part")
    made.run("worktree", "add", "--quiet", str(tmp_path / "linked"), "topic")
    with open_repository(str(tmp_path / "outer" / "part")) as inner:
        assert inner.tip == made.head
    with open_repository(str(tmp_path / "linked")) as linked:
        assert linked.tip == made.head


def test_the_mark_changes_with_any_reference(made: Repository) -> None:
    before = digest_of(made.place)
    assert digest_of(made.place) == before
    made.ref("refs/pull/9/head", made.head)
    assert digest_of(made.place) != before


def test_the_mark_knows_the_branch_but_not_whether_lines_are_counted(made: Repository) -> None:
    assert digest_of(made.place, Options(lines="never")) == digest_of(made.place)
    assert digest_of(made.place, Options(branch="topic")) != digest_of(made.place)
    assert digest_of(made.place, Options(all_refs=True)) != digest_of(made.place)


def test_a_repository_of_ones_own_is_always_up_to_date(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_800_000_000
    monkeypatch.setattr("folkmoot.sources.clock.now", lambda: now)
    made.run("update-ref", "-d", "refs/pull/1/head")
    made.run("update-ref", "-d", "refs/pull/2/head")
    with open_repository(str(made.place)) as opened:
        assert opened.updated_at == now


def test_a_clone_is_as_old_as_its_last_fetch_but_not_older_than_its_commits(
    made: Repository, tmp_path: Path
) -> None:
    place = made.clone(tmp_path / "c", "--bare")
    for path in (place, *place.rglob("*")):
        os.utime(path, (START + 90 * DAY, START + 90 * DAY))
    with open_repository(str(place)) as opened:
        assert opened.updated_at == START + 90 * DAY
    for path in (place, *place.rglob("*")):
        os.utime(path, (1, 1))
    with open_repository(str(place)) as opened:
        assert opened.updated_at == int(made.run("log", "-1", "--format=%ct", "main"))


def test_what_git_cannot_read_is_an_error(made: Repository) -> None:
    (made.place / "HEAD").write_text("nonsense\n")
    with pytest.raises(SourceError, match="git cannot read") as caught:
        branch_of(made.place)
    assert caught.value.exit_code == 3


def test_references_in_tables_are_read_or_refused_in_words(made: Repository, tmp_path: Path) -> None:
    """Whether git knows reftable depends on its version: from 2.45 on it does."""
    if tuple(int(part) for part in made.run("version").split()[2].split(".")[:2]) >= (2, 45):
        copy = tmp_path / "tables"
        made.run("clone", "--quiet", "--bare", "--ref-format=reftable", str(made.place), str(copy))
        assert not (copy / "packed-refs").exists()
        with open_repository(str(copy)) as opened, open_repository(str(made.place)) as plain:
            assert (opened.tips, opened.default_branch) == (plain.tips, plain.default_branch)
        return
    (made.place / "config").write_text(
        "[core]\nrepositoryformatversion = 1\n[extensions]\nrefstorage = reftable\n"
    )
    with pytest.raises(SourceError, match="keeps its references as a reftable") as caught:
        branch_of(made.place)
    assert "2.45" in caught.value.hint
    assert caught.value.exit_code == 3


def test_a_hundred_thousand_references_are_read(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    tip = made.commit(ADA)
    names = [f"refs/pull/{number}/head" for number in range(100_000)]
    (made.place / "packed-refs").write_text("".join(f"{tip} {name}\n" for name in sorted(names)))
    for number in range(300):
        made.ref(f"refs/heads/loose/{number}", tip)
    with open_repository(str(made.place), Options(all_refs=True)) as opened:
        assert len(opened.references) == 100_301
        assert opened.tips == [tip]


def test_a_history_that_was_begun_is_the_same_history_and_given_once(tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    with open_repository(str(made.place)) as repository:
        expected = list(commits(repository.git, repository.tips, []))
        with repository.begun():
            assert (
                list(commits(repository.git, repository.tips, [], ahead=repository.take_ahead())) == expected
            )
            assert repository.take_ahead() is None
        assert len(expected) > 2


def test_nothing_is_begun_where_there_is_no_history(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    with open_repository(str(made.place)) as repository, repository.begun():
        assert repository.take_ahead() is None


def test_the_files_are_listed_once(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_repository(str(made.place)) as opened:
        before = dict(opened.tree.entries)
        monkeypatch.setattr(Git, "stream", None)
        assert opened.tree.entries == before


def test_a_repository_is_opened_with_three_calls_of_git(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    ask = Git.stream

    def asked(git: Git, *arguments: str, **more: Any) -> Any:
        calls.append(arguments[0])
        return ask(git, *arguments, **more)

    monkeypatch.setattr(Git, "stream", asked)
    with open_repository(str(made.place)) as opened:
        assert opened.tip == made.head
    assert sorted(calls) == ["for-each-ref", "log", "symbolic-ref"]


def test_the_tip_says_when_it_was_committed(made: Repository, tmp_path: Path) -> None:
    made.at = START + 40 * DAY
    made.commit()
    with open_repository(str(made.place)) as opened:
        assert opened.committed_at == START + 40 * DAY
    with open_repository(str(Repository.create(tmp_path / "empty").place)) as opened:
        assert (opened.tip, opened.committed_at) == ("", 0)


def test_a_remote_whose_default_branch_is_gone_publishes_none(made: Repository, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "work")
    git(place, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone")
    assert branch_of(place) == "refs/heads/main"
