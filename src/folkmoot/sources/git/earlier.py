"""The files of an earlier day: a report as of then says nothing about files that came or went later."""

from __future__ import annotations

from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.tree import GitTree


def tree_at(repository: Repository, moment: int) -> GitTree:
    """Give the files of the default branch at `moment` (seconds since 1970); none where it had no commit.

    The branch is followed along first parents, so that these are files which it really had; where it began
    later, as where a history was merged into a new one, those of the newest commit of that time.
    """
    if not repository.tip:
        return repository.tree
    asked = ("rev-list", "-1", f"--min-age={moment}")
    commit = ""
    for way in (("--first-parent",), ()):
        commit = commit or repository.git.run(*asked, *way, repository.tip).decode("ascii").strip()
    if commit == repository.tip:
        return repository.tree
    return GitTree(repository.git, commit, repository.fetching)
