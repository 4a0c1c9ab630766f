"""Joining identities that are the same person, each merge with the rule that made it.

The rules, strongest first:

- stated: a file in `.folkmoot/people` names both; two files never become one person;
- confirmed: a human said yes in `folkmoot people review`;
- mailmap: the project's mailmap gives both the same proper e-mail;
- same e-mail: the mailbox is the same (case, `+tag` and Gmail's dots aside), or stands in the name;
- same account: the same login or number at the same forge;
- same name: the same full name; where strangers often share it, something else must fit too;
- same commit: the forge says that a commit of this author is the account's (see `verified.py`);
- same changes: an account opened changes that hold this author's commits (see `authorship.py`);
- same handle: the same unusual single word as name or as login.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from folkmoot.people.evidence import Evidence
from folkmoot.people.resolution import Link

MOST_DOMAINS_OF_A_NAME = 12
"""A full name at more domains than this is probably several people's."""


class Groups:
    """Disjoint groups of identities that keep the link of every merge (union-find, smallest number leads)."""

    def __init__(self, identities: Iterable[int], apart: Iterable[tuple[int, int]] = ()) -> None:
        self.leader = {identity: identity for identity in identities}
        self.links: list[Link] = []
        self._apart: dict[int, set[int]] = defaultdict(set)
        self._label: dict[int, str] = {}
        for one, other in apart:
            if one != other:
                self._apart[one].add(other)
                self._apart[other].add(one)

    def find(self, identity: int) -> int:
        """Give the smallest identity of the group."""
        leader = self.leader
        while leader[identity] != identity:
            leader[identity] = leader[leader[identity]]
            identity = leader[identity]
        return identity

    def label(self, identity: int, label: str) -> None:
        """Give a group a label; groups with different labels are never joined."""
        self._label.setdefault(self.find(identity), label)

    def join(self, one: int, other: int, rule: str, because: str) -> None:
        """Make two groups one, unless they are one already or must stay apart."""
        a, b = sorted((self.find(one), self.find(other)))
        if a == b or self.must_stay_apart(a, b):
            return
        self.leader[b] = a
        self.links.append(Link(min(one, other), max(one, other), rule, because))
        if b in self._label:
            self._label[a] = self._label.pop(b)
        for enemy in self._apart.pop(b, ()):
            self._apart[a].add(enemy)
            self._apart[enemy].discard(b)
            self._apart[enemy].add(a)

    def must_stay_apart(self, one: int, other: int) -> bool:
        """Say whether somebody said that the groups of two identities are different people."""
        a, b = self.find(one), self.find(other)
        labels = self._label.get(a), self._label.get(b)
        return b in self._apart.get(a, ()) or (None not in labels and labels[0] != labels[1])

    def by_leader(self) -> dict[int, list[int]]:
        """Give every group by its smallest identity, both in ascending order."""
        groups: dict[int, list[int]] = {}
        for identity in sorted(self.leader):
            groups.setdefault(self.find(identity), []).append(identity)
        return groups


def merge(groups: Groups, evidence: Sequence[Evidence], *by_commits: Callable[[Groups], None]) -> None:
    """Join what evidence joins, strongest rule first; `evidence` is sorted by identity.

    `by_commits` join accounts to authors, by what forges and changes tell.
    """
    crowded = _crowded_names(evidence)
    _meet(groups, evidence, "mailmap", lambda one: (one.proper,))
    _meet(groups, evidence, "same e-mail", lambda one: one.mailboxes)
    _meet(groups, evidence, "same account", lambda one: one.accounts)
    _meet(groups, evidence, "same name", lambda one: _name_keys(one, crowded))
    for join in by_commits:
        join(groups)
    _meet(groups, evidence, "same handle", lambda one: (one.handle, one.login))


def _name_keys(one: Evidence, crowded: frozenset[str]) -> tuple[str, ...]:
    """Give the name, or for a name strangers share the name with something that sets one apart."""
    if not one.full_name:
        return ()
    if not one.is_common and one.full_name not in crowded:
        return (one.full_name,)
    return tuple(f"{one.full_name} and {extra}" for extra in (one.workplace, one.local, one.login) if extra)


def _crowded_names(evidence: Sequence[Evidence]) -> frozenset[str]:
    domains: dict[str, set[str]] = defaultdict(set)
    for one in evidence:
        if one.full_name and one.workplace:
            domains[one.full_name].add(one.workplace)
    return frozenset(name for name, found in domains.items() if len(found) > MOST_DOMAINS_OF_A_NAME)


def _meet(
    groups: Groups, evidence: Sequence[Evidence], rule: str, keys: Callable[[Evidence], Iterable[str]]
) -> None:
    first: dict[str, int] = {}
    for one in evidence:
        for key in keys(one):
            # Nearly every key is somebody's own.
            if key and (known := first.setdefault(key, one.identity)) != one.identity:
                groups.join(known, one.identity, rule, key)
