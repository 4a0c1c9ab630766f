"""Repositories that would run programs, write, or never end: nothing of theirs happens when they are read."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from folkmoot.model.errors import HostileInputError
from folkmoot.sources.git import call, command, history
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.history import commits
from folkmoot.sources.git.lines import count
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.repositories import ADA, Repository, git, small_history
from store.stores import bring, contents


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return small_history(tmp_path / "r")


def print_of(place: Path) -> str:
    """Give a mark of everything in a folder: names, kinds, contents, times of change."""
    told = hashlib.sha256()
    for path in sorted(place.rglob("*")):
        facts = path.lstat()
        told.update(f"{path} {facts.st_mode} {facts.st_size} {facts.st_mtime_ns}\n".encode())
        if path.is_file() and not path.is_symlink():
            told.update(path.read_bytes())
    return told.hexdigest()


def test_a_repository_full_of_traps_runs_and_changes_nothing(made: Repository, tmp_path: Path) -> None:
    """Every setting that names a program, every hook, every driver: none may ever leave its mark."""
    before = tmp_path / "before.duckdb"
    bring(before, made.place)
    canary = tmp_path / "canary"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {canary}\n")
    program.chmod(0o755)
    included = tmp_path / "included"
    included.write_text(f"[core]\n\tfsmonitor = {program}\n\tpager = {program}\n")
    settings = {
        "core": ("fsmonitor", "sshCommand", "pager", "editor", "askPass", "gitProxy", "alternateRefsCommand"),
        "diff": ("external",), 'diff "x"': ("command", "textconv"),
        'filter "x"': ("clean", "smudge", "process"),
        'merge "x"': ("driver",), "credential": ("helper",), "alias": ("log", "cat-file", "for-each-ref"),
        "pager": ("log", "diff-tree"), "gpg": ("program",), "log": ("mailmap",),
        "trace2": ("eventTarget",),
    }  # fmt: skip
    with (made.place / "config").open("a") as config:
        for section, names in settings.items():
            config.write(
                f"[{section}]\n" + "".join(f"\t{name} = !{program}\n\t{name} = {program}\n" for name in names)
            )
        config.write(
            f"[include]\n\tpath = {included}\n[log]\n\tshowSignature = true\n"
            f"[core]\n\thooksPath = {tmp_path}\n"
        )
        config.write(
            f'[remote "origin"]\n\turl = ext::{program}\n\tpromisor = true\n'
            "\tpartialclonefilter = blob:none\n"
        )
        config.write(
            f"\tuploadpack = {program}\n[extensions]\n\tpartialClone = origin\n\tworktreeConfig = true\n"
        )
    (made.place / "config.worktree").write_text(f"[core]\n\tfsmonitor = {program}\n")
    for name in (
        "post-checkout",
        "pre-commit",
        "reference-transaction",
        "post-index-change",
        "fsmonitor-watchman",
    ):
        hook = made.place / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(program.read_text())
        hook.chmod(0o755)
    (made.place / "info").mkdir(exist_ok=True)
    (made.place / "info" / "attributes").write_text("* diff=x filter=x merge=x\n")
    (made.place / "info" / "grafts").write_text(f"{made.head}\n")
    after, mark = tmp_path / "after.duckdb", print_of(made.place)
    bring(after, made.place, lines="always")
    with open_repository(str(made.place)) as opened:
        opened.tree.read("README.md")
    assert not canary.exists()
    assert print_of(made.place) == mark
    assert {name: rows for name, rows in contents(after).items() if name != "coverage"} == {
        name: rows for name, rows in contents(before).items() if name != "coverage"
    }


def test_the_users_own_settings_are_not_asked(made: Repository, tmp_path: Path) -> None:
    """In a process of its own, whose home and whose XDG folder set traps."""
    canary, home = tmp_path / "canary", tmp_path / "home"
    trap = f"[core]\n\tfsmonitor = touch {canary}\n\tpager = touch {canary}\n"
    trap += f"[diff]\n\texternal = touch {canary}\n"
    trap += (
        f'[alias]\n\tlog = !touch {canary}\n[log]\n\tfollow = true\n[diff "x"]\n\ttextconv = touch {canary}\n'
    )
    (home / "git").mkdir(parents=True)
    (home / ".gitconfig").write_text(trap)
    (home / "git" / "config").write_text(trap)
    (home / "git" / "attributes").write_text("* diff=x\n")
    code = "import sys, pathlib, store.stores as s; print(s.bring(pathlib.Path(sys.argv[1]), sys.argv[2]))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "s.duckdb"), str(made.place)],
        env={
            **os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "GIT_DIR": "/nowhere",
            "GIT_SSH_COMMAND": f"touch {canary}", "PAGER": f"touch {canary}",
            "GIT_EXTERNAL_DIFF": f"touch {canary}", "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "new_commits=6" in done.stdout
    assert not canary.exists()


def test_a_mailmap_and_attributes_in_the_tree_change_no_fact(made: Repository, tmp_path: Path) -> None:
    made.commit(
        ADA,
        "Claim\n",
        {".mailmap": "Eve <eve@example.org> <bob@example.net>\n", ".gitattributes": "* -diff binary\n"},
    )
    made.commit(ADA, "More\n", {"README.md": "one\nthree\n"})
    bring(tmp_path / "s.duckdb", made.place)
    found = contents(tmp_path / "s.duckdb")
    assert "bob@example.net" in {email for _, email, *_ in found["identities"]}
    assert (made.head, "README.md", 1, 1) in found["lines"]


@pytest.mark.parametrize("name", ["refs/heads/main", "refs/heads/none", "refs/tags/none"])
def test_attributes_under_any_reference_change_no_fact(made: Repository, name: str) -> None:
    """From 2.43 on git can be told which tree holds them, by a name that it looks for among references."""
    kept = made.commit(files={"README.md": "one\nthree\n"})
    made.commit(ADA, "Claim\n", {".gitattributes": "* -diff\n"}, branch="")
    made.run("update-ref", name, made.head)
    lines = {one.sha: one.lines for batch in count(Git(made.place), [kept]) for one in batch}
    assert lines[kept] == [(b"README.md", 1, 1)]


def test_the_tree_that_attributes_are_read_from_can_have_no_name() -> None:
    (setting,) = (setting for setting in command.SETTINGS if setting.startswith("attr.tree="))
    told = subprocess.run(["git", "check-ref-format", f"refs/heads/{setting.partition('=')[2]}"], check=False)
    assert told.returncode == 1


def test_a_work_tree_whose_pointer_leads_elsewhere_is_only_read(made: Repository, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / ".git").write_text(f"gitdir: {made.place}\n")
    mark = print_of(made.place)
    with open_repository(str(work)) as opened:
        assert opened.tip == made.head
    assert print_of(made.place) == mark


def test_a_missing_object_is_never_fetched(made: Repository, tmp_path: Path) -> None:
    """A partial clone whose remote is a trap."""
    canary = tmp_path / "canary"
    place = made.clone(tmp_path / "c", "--bare", "--filter=blob:none")
    git(place, "config", "remote.origin.uploadpack", f"touch {canary};")
    git(place, "config", "protocol.allow", "always")
    bring(tmp_path / "s.duckdb", place, lines="always")
    with open_repository(str(place)) as opened:
        assert opened.tree.read("README.md") is None
    assert not canary.exists()


def bomb(made: Repository, wide: int = 10, deep: int = 10) -> str:
    """Store a tree of `wide` folders in each of `deep` levels: 31 objects, ten thousand million files."""
    entry = ("100644", made.blob("boom\n"))
    tree = ""
    for _ in range(deep):
        rows = b"".join(
            f"{entry[0]} {number}".encode() + b"\0" + bytes.fromhex(entry[1]) for number in range(wide)
        )
        tree = made.object("tree", rows)
        entry = ("40000", tree)
    return tree


def test_a_tree_bomb_ends_in_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """git gathers all that a commit touches before it prints a line, so that its memory must be bounded."""
    monkeypatch.setattr(call, "MEMORY", 256 << 20)
    made = Repository.create(tmp_path / "r")
    made.commit(tree=bomb(made))
    with pytest.raises(HostileInputError, match="of memory") as caught:
        bring(tmp_path / "s.duckdb", made.place)
    assert caught.value.exit_code == 3
    assert not (tmp_path / "s.duckdb").exists()


@pytest.mark.parametrize("how", ["never", "auto"])
def test_a_wide_commit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setattr(history, "MAX_TOUCHES", 900)
    made = Repository.create(tmp_path / "r")
    made.commit(tree=bomb(made, deep=3))
    with pytest.raises(HostileInputError, match="touches over 900 paths"):
        bring(tmp_path / "s.duckdb", made.place, lines=how)


def test_a_tree_bomb_brought_in_by_a_merge_ends_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A merge is not compared, so that the bomb is first met where the files are listed."""
    monkeypatch.setattr("folkmoot.sources.git.tree.MAX_PATHS", 20_000)
    made = Repository.create(tmp_path / "r")
    one = made.commit()
    two = made.commit(parents=[], branch="")
    made.commit(parents=[one, two], tree=bomb(made))
    with pytest.raises(HostileInputError, match="over 20000 files"):
        bring(tmp_path / "s.duckdb", made.place)


def test_options_in_names_of_branches_files_and_tags_are_names(made: Repository, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    for name in (f"--output={canary}", "--upload-pack=x", "-O"):
        made.commit(ADA, "Odd\n", {name.replace("/", "%"): "1\n"}, branch=name.replace("/", "%"))
        made.tag(f"{name.replace('/', '%')}-1.0")
    assert bring(tmp_path / "s.duckdb", made.place, all_refs=True).new_commits == 9
    assert not canary.exists()


def test_a_commit_whose_headers_look_like_paths_is_one_commit(made: Repository) -> None:
    tree = made.tree()
    made.store(f"tree {tree}\n:000000 100644 {'0' * 40} {tree} A\nauthor {ADA} 5 +0000\n".encode())
    found = list(commits(Git(made.place), [made.head], []))
    assert [commit.sha for commit in found] == [made.head]


def test_a_branch_asked_for_like_an_option_is_a_name(made: Repository) -> None:
    made.ref("refs/heads/-x", made.head)
    with open_repository(str(made.place), Options(branch="-x")) as opened:
        assert opened.tip == made.head
