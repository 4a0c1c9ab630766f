"""Every yes/no vote on record: when it landed, under which written rule, and who held which role before it.

The roster is that of the state before the record landed, so that a vote that makes somebody a maintainer does
not count that person among those who could cast it. A record landed with the commit from which on it lists as
many votes as now: a later commit that only renames an account changes the record, not what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from folkmoot.govern.audit.voting_time import longest_open
from folkmoot.govern.audit.written_rules import Action, WrittenRules
from folkmoot.govern.roles.roster import expanded, read_roster
from folkmoot.govern.roles.wording import singular
from folkmoot.govern.votes import Record, read_record
from folkmoot.model.ballot import Ballot, Poll
from folkmoot.model.errors import FolkmootError
from folkmoot.model.path_names import is_for_tests
from folkmoot.model.role import Listing
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.landings import Landing, trunk_touching
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.tree import GitTree

MOST_BYTES = 500_000
_PATH = re.compile(r"(?:.*/)?(?:votes?|decisions?|ballots?)/[^/]+\.(?:md|markdown)", re.IGNORECASE)
_NO_RECORD = re.compile(r"(?:.*/)?(?:readme|template|index|howto|_.*)\.[a-z]+", re.IGNORECASE)
FORMS = frozenset({"tikv"})
"""Forms of single yes/no votes; elections and tables of many votes are tallied elsewhere."""


@dataclass(frozen=True)
class Vote:
    """One vote on record. `teams` are the scopes that its title or file name names.

    `voters` are the keys of those whose vote binds; None when nobody held a role. `by_rule` tells whether a
    written rule named them; else it is everybody with any role. `min_yes` is the number of binding yes votes
    that is needed, `share` a share of all who may vote; 0 and None when no rule says so. `longest` is for how
    many seconds at most it was open, None where the history does not show it.
    """

    path: str
    text: str
    poll: Poll
    commit: str
    action: Action | None
    teams: frozenset[str]
    voters: frozenset[str] | None
    by_rule: bool
    roles_of: dict[str, tuple[str, ...]]
    min_yes: int = 0
    share: tuple[int, int] | None = None
    longest: int | None = None

    @property
    def binding(self) -> list[Ballot]:
        """Give the ballots the record calls binding."""
        return [ballot for ballot in self.poll.ballots if ballot.binding]

    def line_of(self, words: str) -> int:
        """Give the last line that holds these words; without any, that of the result, or the first."""
        lines = self.text.casefold().splitlines()
        for sought in (words.casefold(), "## result"):
            found = [number for number, line in enumerate(lines, 1) if sought in line]
            if found:
                return found[-1]
        return 1


def is_record(path: str) -> bool:
    """Tell by the path whether a file may be the record of one vote."""
    is_named = bool(_PATH.fullmatch(path)) and not _NO_RECORD.fullmatch(path)
    return is_named and not path.startswith(".folkmoot/") and not is_for_tests(path)


def read_votes(repository: Repository, rules: WrittenRules) -> list[Vote]:
    """Give every vote on record at the tip, by path. Raises SourceError when git fails."""
    there = {path for path in repository.tree.paths() if is_record(path)}
    if not there:
        return []
    commits, _ = trunk_touching(repository.git, repository.tip, there.__contains__)
    versions: dict[str, list[tuple[str, Landing]]] = {}
    for commit in commits:
        for change in commit.changes:
            if change.after:
                versions.setdefault(change.path, []).append((change.after, commit))
    git = repository.fetching or repository.git
    blobs = sorted({blob for found in versions.values() for blob, _ in found})
    texts = {
        blob: content.decode("utf-8", "replace")
        for blob, content, size in contents(git, blobs, MOST_BYTES)
        if content and size <= MOST_BYTES  # half a record would be another vote
    }
    rosters: dict[str, tuple[Listing, ...]] = {}
    votes = []
    for path in sorted(versions):
        decided = _decided(path, versions[path], texts)
        if decided is not None:
            poll, text, commit = decided
            longest = longest_open(repository, path, commit) if poll.ballots else None
            before = commit.parents[0] if commit.parents else commit.sha
            if before not in rosters:
                rosters[before] = tuple(expanded(read_roster(GitTree(git, before)).listings))
            vote = _vote(path, text, poll, commit.sha, rules, rosters[before])
            votes.append(replace(vote, longest=longest))
    return votes


def _decided(
    path: str, versions: list[tuple[str, Landing]], texts: dict[str, str]
) -> tuple[Poll, str, Landing] | None:
    """Give the record as it reads now, with the ballots as they landed and the commit that landed them.

    None when it is no record of a vote.
    """
    newest, landed = None, None
    for blob, commit in reversed(versions):
        text = texts.get(blob)
        poll = _poll(path, text) if text is not None else None
        if poll is None or text is None or (newest and _size(poll) != _size(newest[0])):
            break
        newest, landed = newest or (poll, text), (poll.ballots, commit)
    if newest is None or landed is None:
        return None
    return replace(newest[0], ballots=landed[0]), newest[1], landed[1]


def _size(poll: Poll) -> tuple[int, int]:
    return len(poll.ballots), sum(bool(ballot.binding) for ballot in poll.ballots)


def _poll(path: str, text: str) -> Poll | None:
    try:
        poll = read_record(Record(path, text))
    except FolkmootError:
        return None
    return poll if poll.form in FORMS else None


def _vote(
    path: str, text: str, poll: Poll, commit: str, rules: WrittenRules, listings: tuple[Listing, ...]
) -> Vote:
    action = rules.action_for(poll.title)
    held = [each for each in listings if not each.role.is_past]
    teams = _teams(f"{poll.title} / {path}", {each.role.scope for each in held})
    asked = [action] if action else list(rules.actions)
    names = {name for each in asked for name in _roles_named(each.voters, {e.role.name for e in held})}
    chosen = [
        each for each in held if each.role.name in names and (not teams or each.role.scope in ("", *teams))
    ]
    roles: dict[str, list[str]] = {}
    for each in held:
        roles.setdefault(each.holder.key, []).append(each.role.shown)
    return Vote(
        path, text, poll, commit, action, teams,
        frozenset(each.holder.key for each in (chosen or held)) if held else None,
        bool(chosen),
        {key: tuple(sorted(set(found))) for key, found in roles.items()},
        min((each.approval.min_yes for each in asked if each.approval.min_yes), default=0),
        action.approval.share if action else None,
    )  # fmt: skip


def _teams(text: str, scopes: set[str]) -> frozenset[str]:
    """Give the scopes that stand in a title or a file name as whole words."""
    words = set(re.findall(r"[a-z0-9]+", text.casefold()))
    return frozenset(scope for scope in scopes if scope and scope.casefold() in words)


def _roles_named(words: str, names: set[str]) -> Iterator[str]:
    """Give the roles that "Active maintainers" or "Active committee members" means."""
    said = [singular(word) for word in re.findall(r"[a-z]+", words.casefold())]
    telling = {
        word
        for word in said
        if word not in ("active", "member", "all", "the", "of", "and", "binding", "voter")
    }
    for name in names:
        if telling & {singular(word) for word in re.findall(r"[a-z]+", name.casefold())}:
            yield name
