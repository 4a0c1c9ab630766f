"""One git repository, opened: its name, its references, its default branch, and everything read from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from folkmoot.model.errors import SourceError, UsageError
from folkmoot.sources import clock
from folkmoot.sources.git.borrowed import borrow, is_bare
from folkmoot.sources.git.call import SILENT, Call
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.freshness import last_update
from folkmoot.sources.git.history import begun
from folkmoot.sources.git.location import Folder, Remote, locate
from folkmoot.sources.git.naming import name_of, origin_of, read_at, web_of
from folkmoot.sources.git.tree import GitTree

if TYPE_CHECKING:
    from folkmoot.sources.git.clones import Progress
    from folkmoot.sources.git.unmerged import Unmerged

NAME = "git"
KINDS = (
    "commit", "commit.co-authored", "commit.reviewed", "commit.acked", "commit.tested", "commit.reported",
    "commit.helped", "commit.suggested", "commit.signed-off", "change.opened", "change.merged", "release",
)  # fmt: skip
PERSONAL = (
    "author name", "author e-mail", "committer name", "committer e-mail", "trailer", "tagger", "subject",
)  # fmt: skip
"""What this source is called, the kinds of events it gives, and the personal data it reads."""

USUAL_NAMES = ("main", "master", "trunk", "default", "develop")


@dataclass(frozen=True)
class Options:
    """How to read a repository.

    `branch`: another default branch. `all_refs`: commits of every branch and tag. `lines`: "auto" counts
    where contents are there, "always" fetches them, "never" leaves them out.
    """

    branch: str = ""
    all_refs: bool = False
    lines: str = "auto"
    offline: bool = False
    follow_alternates: bool = False


@dataclass
class Repository:
    """An opened repository. `updated_at` is when it last learned something, in seconds since 1970.

    `came_from` is the https address of the project that a folder's remote names, "" where there is none.
    `ahead` is a reading of the whole history that was begun and that nobody has read yet, `beside` one of
    what only other branches hold.
    """

    git: Git
    name: str
    origin: str
    updated_at: int
    options: Options
    came_from: str = ""
    is_partial: bool = False
    fetching: Git | None = None
    ahead: Call | None = None
    beside: Unmerged | None = None

    @contextmanager
    def begun(self) -> Iterator[None]:
        """Let git begin with all branches while other things are prepared; `take_ahead` gives the history."""
        if not self.tips:
            yield
            return
        with begun(self.git, self.tips) as self.ahead:
            from folkmoot.sources.git.unmerged import unmerged  # it takes a moment, and git is at work

            with unmerged(self) as self.beside:
                yield
        self.ahead = self.beside = None

    def take_ahead(self) -> Call | None:
        """Give the reading of the whole history that was begun, once; None where there is none."""
        found, self.ahead = self.ahead, None
        return found

    @cached_property
    def _listed(self) -> list[list[str]]:
        """Give the object id, the name and the target (of a symbolic one) of every reference."""
        lines = self.git.brief.run("for-each-ref", "--format=%(objectname) %(refname) %(symref)").split(b"\n")
        return [line.decode("utf-8", "surrogateescape").split(" ", 2) for line in lines if line]

    @cached_property
    def references(self) -> dict[str, str]:
        """Give every reference that leads to an object, with its object id."""
        return {name: sha for sha, name, _ in self._listed}

    @cached_property
    def default_branch(self) -> str:
        """Give the reference whose history is *the* history; empty in an empty repository.

        Raises UsageError when the branch asked for is not there.
        """
        if self.options.branch:
            for name in (f"refs/heads/{self.options.branch}", f"refs/remotes/origin/{self.options.branch}"):
                if name in self.references:
                    return name
            raise UsageError(
                f"{self.name} has no branch {self.options.branch!r}.",
                hint="`git branch -a` lists them.",
            )
        return self._published() or self._checked_out()

    def _published(self) -> str:
        """Give the remote's default branch, or the local branch of that name where it is ahead."""
        remote = next((to for _, name, to in self._listed if name == "refs/remotes/origin/HEAD"), "")
        if remote not in self.references:
            return ""
        local = remote.replace("refs/remotes/origin/", "refs/heads/", 1)
        if local in self.references and self._contains(self.references[local], self.references[remote]):
            return local
        return remote

    def _checked_out(self) -> str:
        head = self.git.brief.text("symbolic-ref", "--quiet", "HEAD")
        short = head.removeprefix("refs/heads/")
        if head in self.references and short in USUAL_NAMES:
            return head
        if not self.is_bare_like:
            for name in USUAL_NAMES:
                if f"refs/heads/{name}" in self.references:
                    return f"refs/heads/{name}"
        if head in self.references:
            return head
        if not head and self.git.brief.text("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
            return "HEAD"
        is_missing = bool(head) and head not in self.references
        if is_missing and self.git.brief.text("rev-parse", "--verify", "--quiet", head):
            raise _no_commit(head)
        branches = [name for name in self.references if name.startswith("refs/heads/")]
        usual = (f"refs/heads/{name}" for name in USUAL_NAMES)
        return next((name for name in (*usual, *branches) if name in self.references), "")

    is_bare_like: bool = False

    def _contains(self, newer: str, older: str) -> bool:
        return not self.git.run("rev-list", "--max-count=1", older, f"^{newer}", check=False).strip()

    @cached_property
    def tip(self) -> str:
        """Give the commit at the tip of the default branch; empty in an empty repository.

        Raises SourceError where the branch leads to what cannot be read, or is no commit: that is not empty.
        """
        return self._newest[0]

    @property
    def committed_at(self) -> int:
        """Give when the commit at the tip was committed, 0 where there is none or it does not say."""
        return self._newest[1]

    @cached_property
    def _newest(self) -> tuple[str, int]:
        """Give the commit at the tip and its time."""
        if not self.default_branch:
            return "", 0
        place = self.references.get(self.default_branch, self.default_branch)
        told = self.git.text(
            "log", "--no-walk", "--no-mailmap", "--format=%H %ct", f"{place}^{{commit}}", "--"
        )
        if not told and self.default_branch in self.references:
            raise _no_commit(self.default_branch)
        tip, _, at = told.partition(" ")
        return tip, int(at) if at.isdigit() else 0

    def not_before(self, updated: int) -> int:
        """Give `updated`, or the time of the newest commit where files carry older times (copied clones)."""
        newest = self.committed_at
        return newest if updated < newest <= clock.now() else updated

    @cached_property
    def tips(self) -> list[str]:
        """Give the commits whose history is read.

        The default branch's, or (`all_refs`) every branch and tag.
        """
        if not self.options.all_refs:
            return [self.tip] if self.tip else []
        names = [
            name
            for name in self.references
            if name.startswith(("refs/heads/", "refs/remotes/", "refs/tags/"))
        ]
        asked = "".join(f"{self.references[name]}^{{commit}}\n" for name in names).encode("ascii")
        found = self.git.run(
            "cat-file", "--batch-check=%(objectname) %(objecttype)", stdin=asked, check=False
        )
        commits = {
            line.split()[0].decode("ascii") for line in found.splitlines() if line.endswith(b" commit")
        }
        return sorted(commits | ({self.tip} if self.tip else set()))

    @cached_property
    def boundary(self) -> frozenset[str]:
        """Give the commits at which a shallow clone ends.

        Their parents, and so their changes, are not here.
        """
        shallow = self.git.directory / "shallow"
        return frozenset(shallow.read_text(encoding="ascii").split()) if shallow.is_file() else frozenset()

    @cached_property
    def digest(self) -> str:
        """Give a mark that changes when there is something new to read, or another history is asked for.

        Whether lines are counted is no part of it: the store knows that by itself.
        """
        told = hashlib.sha256(
            repr((self.default_branch, self.tip, sorted(self.boundary), self.options.all_refs)).encode()
        )
        for name, sha in sorted(self.references.items()):
            told.update(f"{sha} {name}\n".encode("utf-8", "surrogateescape"))
        return told.hexdigest()

    @cached_property
    def counts_lines(self) -> bool:
        """Tell whether lines are to be counted: contents are here, or were asked for."""
        wish = self.options.lines
        return wish == "always" or (wish == "auto" and not self.is_partial)

    @cached_property
    def tree(self) -> GitTree:
        """Give the files at the tip of the default branch; their list is read once."""
        return GitTree(self.git, self.tip, self.fetching)


@contextmanager
def open_repository(
    origin: str, options: Options | None = None, progress: Progress | None = None
) -> Iterator[Repository]:
    """Open the repository at `origin` (a folder or a URL) for reading. See `locate` for what it raises."""
    options = options or Options()
    where = locate(origin)
    fetching: Git | None = None
    name = name_of(where)
    came_from = web_of(origin_of(where)) if isinstance(where, Folder) else ""
    shown = read_at(where)
    with ExitStack() as stack:
        if isinstance(where, Remote):
            from folkmoot.sources.git.clones import clone

            where, fetching = stack.enter_context(
                clone(
                    where, contents=options.lines == "always", offline=options.offline,
                    follow_alternates=options.follow_alternates, progress=progress,
                )
            )  # fmt: skip
            updated = int((where.git / "HEAD").stat().st_mtime)
        else:
            updated = last_update(where)
        git = stack.enter_context(borrow(where, follow_alternates=options.follow_alternates))
        repository = Repository(git, name, shown, updated, options, came_from)
        repository.is_bare_like = is_bare(where)
        try:
            repository.updated_at = repository.not_before(updated)
        except SourceError as error:
            if error.hint != SILENT and git.brief.run("rev-parse", "--git-dir", check=False).strip() == b"":
                raise _unreadable(git, shown) from None
            raise
        if fetching is not None:
            repository.is_partial = not GitTree(git, repository.tip).is_whole
            repository.fetching = None if options.offline else fetching
        yield repository


def _unreadable(git: Git, shown: str) -> SourceError:
    """Give the error for a repository that git refuses: most often one of a form it does not know yet."""
    if "reftable" in (git.directory / "config").read_text(encoding="ascii"):
        version = git.text("version").removeprefix("git version ")
        return SourceError(
            f"{shown} keeps its references as a reftable, which git {version} cannot read.",
            hint="use git 2.45 or newer, or let such a git run `git refs migrate --ref-format=files` there.",
        )
    return SourceError(
        f"git cannot read {shown}.", hint="`git fsck` there tells why; a newer git may be needed."
    )


def _no_commit(reference: str) -> SourceError:
    return SourceError(
        f"{reference} leads to no commit that can be read.",
        hint="`git fsck` in the clone tells what is wrong with it.",
    )
