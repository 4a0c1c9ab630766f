"""What a history says, row by row, in the column order of the store's tables; of those that go through hands.

Facts are plain tuples with names, because hundreds of thousands of them go through at once. Numbers such as
`commit` and `path` are dense per store and given by the store; times are seconds since 1970 in UTC, offsets
are minutes east of UTC, booleans are 0 or 1.
"""

from __future__ import annotations

from typing import NamedTuple


class PathFact(NamedTuple):
    """One path ever seen in a project."""

    path: int
    project: int
    name: str


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
