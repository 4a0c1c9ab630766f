"""Joining accounts to the authors of commits that their forge knows to be theirs.

A forge that has verified an address shows whose account a commit's author is. That is proof, except where

- commits of one author belong to two accounts of one forge: the address has moved from one to the other;
- both have an account there already: then one of them is somebody else, or a second account, and a human
  decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from folkmoot.model.fact import AccountFact, ProofFact
from folkmoot.people.merging import Groups

RULE = "same commit"
SHOWN = 10
"""So many signs of a commit's hash are named as the reason."""


class Verified:
    """What forges know of commits. `people` are the identities that are no programs."""

    def __init__(
        self, accounts: Sequence[AccountFact], proofs: Sequence[ProofFact], people: Collection[int]
    ) -> None:
        self.hosts = {one.identity: one.host for one in accounts if one.login and one.identity in people}
        found: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
        for proof in sorted(proofs):
            if proof.account in self.hosts and proof.author in people and proof.author not in self.hosts:
                found[proof.author, self.hosts[proof.account]].setdefault(proof.account, proof.sha)
        self.proved = [
            ProofFact(account, author, sha)
            for (author, _), told in sorted(found.items())
            if len(told) == 1
            for account, sha in told.items()
        ]

    def join(self, groups: Groups) -> None:
        """Join every account to the authors that its forge says it is."""
        if not self.proved:
            return
        hosts: dict[int, set[str]] = defaultdict(set)
        for account, host in self.hosts.items():
            hosts[groups.find(account)].add(host)
        for proof in self.proved:
            one, other = groups.find(proof.account), groups.find(proof.author)
            if one == other or hosts[one] & hosts[other]:
                continue
            groups.join(proof.account, proof.author, RULE, proof.sha[:SHOWN])
            if groups.find(one) == groups.find(other):
                hosts[groups.find(one)] = hosts[one] | hosts[other]
