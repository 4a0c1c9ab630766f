"""What a history says, row by row, in the column order of the store's tables.

Facts are plain tuples with names, because hundreds of thousands of them go through at once. Numbers such as
`commit` and `path` are dense per store and given by the store; times are seconds since 1970 in UTC, offsets
are minutes east of UTC, booleans are 0 or 1.
"""

from __future__ import annotations

from typing import NamedTuple


class CommitFact(NamedTuple):
    """One commit as its author and committer wrote it."""

    commit: int
    project: int
    sha: str
    author: int
    committer: int
    authored_at: int
    authored_offset: int
    committed_at: int
    committed_offset: int
    parents: int
    is_signed: int
    subject: str


class TouchFact(NamedTuple):
    """One path touched by one commit. `status` is git's letter: A, M, D, T or R."""

    commit: int
    path: int
    status: str


class LineFact(NamedTuple):
    """Lines added and deleted in one path by one commit. Binary files count no lines."""

    commit: int
    path: int
    added: int
    deleted: int


class TrailerFact(NamedTuple):
    """One trailer of a commit message that names somebody. `kind` is a value of `Kind`."""

    commit: int
    ordinal: int
    kind: str
    identity: int


class ParentFact(NamedTuple):
    """One edge of the history, from a commit to its parent; `ordinal` 0 is the first parent."""

    commit: int
    ordinal: int
    parent: int


class RenameFact(NamedTuple):
    """One exact rename (same content, another path)."""

    commit: int
    old_path: int
    new_path: int


class PathFact(NamedTuple):
    """One path ever seen in a project."""

    path: int
    project: int
    name: str


class FileFact(NamedTuple):
    """One file present at the tip of the default branch."""

    project: int
    path: int


class PlaceFact(NamedTuple):
    """Where a commit stands in the history.

    `is_default` 1 when reachable from the default branch; `is_mainline` 1 when on its first-parent line;
    `landed_by` is the commit with which the change landed that it is of; else the mainline commit that
    brought it in (itself when on the mainline, 0 when none).
    `dated_at` is the time it counts at: its author's, unless that cannot be true.
    """

    commit: int
    is_default: int
    is_mainline: int
    landed_by: int
    dated_at: int


class MentionFact(NamedTuple):
    """A change that a commit's message names; `rule` is "merge", "squash", "closes" or "link".

    Where `number` is 0, `rule` names a tool for review ("gerrit", "phabricator") whose change it is.
    """

    commit: int
    number: int
    rule: str


class ChangeFact(NamedTuple):
    """A change (pull or merge request) as the references and messages of a clone tell it.

    `state` is "merged" or "unknown": open and closed-unmerged cannot be told apart in git. `opened_at` is 0
    when only the merge is visible. `merged_by` and `author` are 0 when unknown. `landing` is the commit
    that merged it, 0 when not merged. `rule` names what showed the merge.
    """

    project: int
    number: int
    author: int
    opened_at: int
    state: str
    merged_at: int
    merged_by: int
    landing: int
    rule: str


class ReleaseFact(NamedTuple):
    """One tag that names a version."""

    project: int
    tag: str
    commit: int
    tagger: int
    released_at: int
    released_offset: int
    is_prerelease: int


class IdentityFact(NamedTuple):
    """What a source saw of somebody. The only place where names and addresses are kept."""

    identity: int
    source: str
    name: str
    email: str


class AccountFact(NamedTuple):
    """The account of a forge that an identity stands for."""

    identity: int
    host: str
    login: str


class ProofFact(NamedTuple):
    """A commit of `author` that a forge says is an account's, by an address the account has verified."""

    account: int
    author: int
    sha: str


class WorkFact(NamedTuple):
    """Whose commits a change holds: the account that opened it, and the authors git names for it."""

    account: int
    project: int
    number: int
    authors: tuple[int, ...]
