"""Taking the new commits of a repository into the store's tables."""

from __future__ import annotations

from collections.abc import Callable

from folkmoot.model.fact import CommitFact, MentionFact, ParentFact, RenameFact, TouchFact, TrailerFact
from folkmoot.sources.git.history import Commit, commits
from folkmoot.sources.git.message import mentions, subject, trailers
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.text import ident, text
from folkmoot.store.ledger import Ledger

Progress = Callable[[str, int, int], None]
STEP = 5000


def take(repository: Repository, ledger: Ledger, read_before: list[str], progress: Progress) -> int:
    """Read every commit that is not in the store yet, and give how many there were."""
    if not repository.tips:
        return 0
    known = [tip for tip in read_before if tip in ledger.commits and _exists(repository, tip)]
    intake = Intake(repository, ledger)
    new = 0
    for commit in commits(repository.git, repository.tips, known):
        if commit.sha not in intake.before:
            intake.take(commit)
            new += 1
            if new % STEP == 0:
                progress("reading commits", new, 0)
    progress("reading commits", new, new)
    return new


def _exists(repository: Repository, sha: str) -> bool:
    return repository.git.text("cat-file", "-t", sha) == "commit"


class Intake:
    """One reading. People and paths are remembered by their bytes, because most of them come again."""

    def __init__(self, repository: Repository, ledger: Ledger) -> None:
        self.ledger = ledger
        self.boundary = repository.boundary
        self.before = frozenset(ledger.commits)
        self._people: dict[bytes, int] = {}
        self._paths: dict[bytes, int] = {}

    def person(self, value: bytes) -> int:
        """Give the identity of `Name <mail>`."""
        number = self._people.get(value)
        if number is None:
            number = self._people[value] = self.ledger.identity(*ident(value))
        return number

    def path(self, value: bytes) -> int:
        """Give the number of a path."""
        number = self._paths.get(value)
        if number is None:
            number = self._paths[value] = self.ledger.path(text(value))
        return number

    def take(self, commit: Commit) -> None:
        """Write down one commit."""
        ledger = self.ledger
        number = ledger.commit(commit.sha)
        title = subject(commit.message)
        ledger.add("commit_fact", CommitFact(
            number, ledger.project, commit.sha, self.person(commit.author), self.person(commit.committer),
            commit.authored_at, commit.authored_offset, commit.committed_at, commit.committed_offset,
            len(commit.parents), int(commit.is_signed), text(title),
        ))  # fmt: skip
        if commit.sha not in self.boundary:
            for ordinal, parent in enumerate(commit.parents):
                ledger.add("parent_fact", ParentFact(number, ordinal, ledger.commit(parent)))
            for touch in commit.touches:
                path = self.path(touch.path)
                ledger.add("touch_fact", TouchFact(number, path, touch.status))
                if touch.old:
                    ledger.add("rename_fact", RenameFact(number, self.path(touch.old), path))
        for ordinal, (kind, who) in enumerate(trailers(commit.message)):
            if named := self.person(who):
                ledger.add("trailer_fact", TrailerFact(number, ordinal, kind, named))
        for mention in mentions(commit.message, title):
            ledger.add("mention_fact", MentionFact(number, mention.number, mention.rule))
