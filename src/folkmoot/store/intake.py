"""Taking the new commits of a repository into the store's tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.model.event import Kind
from folkmoot.sources.git.history import Commit, commits
from folkmoot.sources.git.message import mentions, reviewed_with, reviewers, subject, trailers
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.text import ident, text
from folkmoot.store.ledger import Ledger, Numbers
from folkmoot.store.touched import Touched

Progress = Callable[[str, int, int], None]
STEP = 2000
REVIEWED = Kind.REVIEWED.value


def take(
    repository: Repository,
    ledger: Ledger,
    read_before: list[str],
    progress: Progress,
    *,
    again: bool = False,
    touches: bool = True,
) -> int:
    """Read every commit that is not in the store yet, and give how many there were.

    With `again` all others are read too, and keep their numbers. Where trees are not in the clone, commits
    are taken without what they touched, and marked so. Without `touches`, what they touched is left to
    whoever counts their lines (see `linecount.py`).
    """
    if not repository.tips:
        return 0
    intake = Intake(repository, ledger, progress, again=again)
    before = set(ledger.commits)
    known = [tip for tip in repository.git.existing(read_before) if tip in ledger.commits]
    try:
        ahead = None if known or not touches else repository.take_ahead()
        intake.take_all(commits(repository.git, repository.tips, known, touches=touches, ahead=ahead))
    except HostileInputError:
        raise
    except SourceError:
        unread = intake.unread(commits(repository.git, repository.tips, known, touches=False))
        if not lacks_trees(repository, [commit.sha for commit in unread]):
            raise
        intake.take_all(unread)
        for commit in unread:
            ledger.add("touch_gap", (ledger.commit(commit.sha),))
    progress("reading commits", intake.new, intake.new)
    new = len(intake.read - before)
    intake.forget()
    return new


def take_touches(repository: Repository, ledger: Ledger, left: Iterable[str], since: int) -> None:
    """Write down what commits touched that were `left`, among those numbered `since` or higher.

    Where trees are not in the clone, those that could not be read are marked, merges too.
    """
    untold, touched, read = set(left), Touched(ledger), set[str]()
    try:
        for commit in commits(repository.git, repository.tips, []):
            read.add(commit.sha)
            if commit.sha in untold:
                untold.remove(commit.sha)
                touched.write(ledger.commits[commit.sha], commit.touches)
    except HostileInputError:
        raise
    except SourceError:
        unread = [
            commit.sha
            for commit in commits(repository.git, repository.tips, [], touches=False)
            if commit.sha in untold or (len(commit.parents) > 1 and commit.sha not in read)
        ]
        if not lacks_trees(repository, unread):
            raise
        for sha in unread:
            if ledger.commits[sha] >= since:
                ledger.add("touch_gap", (ledger.commits[sha],))


def lacks_trees(repository: Repository, commits: Iterable[str]) -> bool:
    """Tell whether the tree of one of `commits`, or of a parent, is not in this clone."""
    asked = "".join(f"{sha}^{{tree}}\n{sha}^1^{{tree}}\n" for sha in commits).encode("ascii")
    answer = repository.git.run("cat-file", "--batch-check", stdin=asked, check=False)
    return b"^{tree} missing" in answer


class Intake:
    """One reading. People and paths are remembered by their bytes, because most of them come again."""

    def __init__(
        self, repository: Repository, ledger: Ledger, progress: Progress, *, again: bool = False
    ) -> None:
        self.ledger = ledger
        self.progress = progress
        self.boundary = repository.boundary
        self.read = set[str]() if again else set(ledger.commits)
        self.new = 0
        self._people = Numbers(self._person)
        self._named = Numbers(self._somebody)
        self._said = Numbers(self._reviewer)
        self._touched = Touched(ledger)

    def _person(self, value: bytes) -> int:
        """Give the identity of `Name <mail>`; who wrote neither has one too, so that their work counts."""
        return self.ledger.identity(*ident(value))

    def _somebody(self, value: bytes) -> int:
        """Give the identity of `Name <mail>`, 0 where that names nobody."""
        return self._people[value] if any(ident(value)) else 0

    def _reviewer(self, value: bytes) -> int:
        """Give the identity of a reviewer, most often a login alone: whose it is, resolving people tells."""
        return self._somebody(value) if b"<" in value else self.ledger.said(text(value))

    def unread(self, found: Iterable[Commit]) -> list[Commit]:
        """Give those of `found` that were not taken yet."""
        return [commit for commit in found if commit.sha not in self.read]

    def take_all(self, found: Iterable[Commit]) -> None:
        """Write down every commit that was not taken yet."""
        read = self.read
        for commit in found:
            if commit.sha not in read:
                read.add(commit.sha)
                self.take(commit)
                self.new += 1
                if self.new % STEP == 0:
                    self.ledger.spill()
                    self.progress("reading commits", self.new, 0)

    def forget(self) -> None:
        """Give back what was remembered, which would otherwise wait for a garbage collection."""
        for remembered in (self.read, self._people, self._named, self._said, self._touched.paths):
            remembered.clear()

    def take(self, commit: Commit) -> None:
        """Write down one commit: rows in the column order of the tables (see `schema.py`)."""
        sha, parents, author, at, offset, committer, then, their_offset, is_signed, message, touches = commit
        ledger, pending, people = self.ledger, self.ledger.pending, self._people
        number, title = ledger.commits[sha], subject(message)
        pending["commit_fact"].append((
            number, ledger.project, sha, people[author], people[committer], at, offset, then, their_offset,
            len(parents), int(is_signed), text(title),
        ))  # fmt: skip
        if sha not in self.boundary:
            edges = pending["parent_fact"]
            for ordinal, parent in enumerate(dict.fromkeys(parents)):
                edges.append((number, ordinal, ledger.commits[parent]))
            if touches:
                self._touched.write(number, touches)
        said = trailers(message)
        for ordinal, (kind, who) in enumerate(said):
            if named := self._named[who]:
                pending["trailer_fact"].append((number, ordinal, kind, named))
        for ordinal, who in enumerate(reviewers(message), start=len(said)):
            if named := self._said[who]:
                pending["trailer_fact"].append((number, ordinal, REVIEWED, named))
        for changed, rule in mentions(message, title):
            pending["mention_fact"].append((number, changed, rule))
        if tool := reviewed_with(message):
            pending["tool_fact"].append((number, tool))
