"""Joining accounts to the authors of commits, by the changes that the accounts opened.

Who opens a change has mostly written its commits. Mostly is not always: maintainers land what others wrote.
So an account joins the author of its changes only when

- enough changes agree: two with commits of that author and of nobody else, or one where the login also
  resembles the author's name or address;
- none contradicts: no change of the account holds the commits of somebody else alone, or its own, and nobody
  else's change holds commits of this author alone. What is explained does not contradict: commits of an
  author who is known by another account, and changes of an account whose own commits are known;
- neither has two accounts at one forge afterwards, nor two quite different full names.

What agrees but falls short is proposed to a human. Programs and people whom somebody told apart stay apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from folkmoot.model.fact import AccountFact, IdentityFact, WorkFact
from folkmoot.people import addresses, names
from folkmoot.people.evidence import Evidence
from folkmoot.people.merging import Groups
from folkmoot.people.resolution import Proposal

RULE = "same changes"
ENOUGH, ENOUGH_ALIKE = 2, 1
"""Agreeing changes that join: generally, and for a login like the name."""
SHORTEST_LIKENESS = 4
MOST_NUMBERS = 5
"""So many changes are named as the reason."""


class Authorship:
    """What changes tell about accounts. `works` are changes whose account and authors are numbered."""

    def __init__(
        self,
        accounts: Sequence[AccountFact],
        works: Sequence[WorkFact],
        identities: Mapping[int, IdentityFact],
        evidence: Sequence[Evidence],
    ) -> None:
        """Leave programs out: `evidence` speaks of people only."""
        self.evidence = {one.identity: one for one in evidence}
        self.identities = identities
        self.accounts = {one.identity: one for one in accounts if one.identity in self.evidence and one.login}
        self.works = [
            (work, frozenset(author for author in work.authors if author in self.evidence))
            for work in sorted(works)
            if work.account in self.accounts
        ]

    def join(self, groups: Groups) -> None:
        """Join every account that can be, the best attested first; each may explain what contradicted."""
        moved = bool(self.works)
        while moved:
            moved = False
            members = self._members(groups)
            proved = [pair for pair in self._pairs(groups) if self._is_proved(groups, pair, members)]
            touched: set[int] = set()
            for pair in sorted(proved, key=lambda pair: (-len(pair.numbers), pair.account, pair.author)):
                both = {groups.find(pair.account), groups.find(pair.author)}
                # Whoever was joined in this round is judged anew in the next.
                if not both & touched:
                    groups.join(pair.account, pair.author, RULE, pair.because)
                    touched |= both
                    moved = True

    def propose(self, groups: Groups) -> list[Proposal]:
        """Give the pairs that several changes suggest without proving it."""
        return [
            Proposal(min(pair[:2]), max(pair[:2]), f"both stand behind {pair.because}")
            for pair in self._pairs(groups)
            if len(pair.numbers) >= ENOUGH and len(pair.numbers) > pair.against
            and not groups.must_stay_apart(pair.account, pair.author)
        ]  # fmt: skip

    def _members(self, groups: Groups) -> dict[int, list[Evidence]]:
        members: dict[int, list[Evidence]] = defaultdict(list)
        for one in self.evidence.values():
            members[groups.find(one.identity)].append(one)
        return members

    def _pairs(self, groups: Groups) -> list[_Pair]:
        """Give every account with the authors whose commits alone stand in its changes."""
        hosts: dict[int, set[str]] = defaultdict(set)
        for one in self.accounts.values():
            hosts[groups.find(one.identity)].add(one.host)
        alone: dict[tuple[int, int], dict[tuple[int, int], int]] = defaultdict(dict)
        opener: dict[int, int] = {}
        for work, authors in self.works:
            leaders = {groups.find(author) for author in authors}
            account = groups.find(work.account)
            opener[account] = min(work.account, opener.get(account, work.account))
            if len(leaders) == 1:
                alone[account, leaders.pop()].setdefault((work.project, work.number), min(authors))
        own = {account: len(found) for (account, author), found in alone.items() if account == author}
        # What counts against an account: commits of authors without one; against an author: the reverse.
        by_account: Counter[int] = Counter()
        by_author: Counter[int] = Counter()
        for (account, author), found in alone.items():
            if account != author:
                by_account[account] += 0 if author in hosts else len(found)
                by_author[author] += 0 if account in own else len(found)
        pairs = []
        for (account, author), found in sorted(alone.items()):
            if account == author:
                continue
            against = own.get(account, 0) + by_account[account] + by_author[author]
            against -= len(found) * ((author not in hosts) + (account not in own))
            written = Counter(found.values())
            writer = min(written, key=lambda one: (-written[one], one))
            numbers = tuple(number for _, number in sorted(found))
            shares = bool(hosts[account] & hosts.get(author, set()))
            pairs.append(_Pair(opener[account], writer, numbers, against, shares))
        return pairs

    def _is_proved(self, groups: Groups, pair: _Pair, members: Mapping[int, list[Evidence]]) -> bool:
        if pair.against or pair.has_two_accounts or groups.must_stay_apart(pair.account, pair.author):
            return False
        theirs = members[groups.find(pair.author)]
        own = [one.words for one in members[groups.find(pair.account)] if one.full_name]
        named = [one.words for one in theirs if one.full_name]
        if own and named and not any(mine & yours for mine in own for yours in named):
            return False
        login = self.accounts[pair.account].login
        is_alike = any(self._is_alike(login, self.identities[one.identity]) for one in theirs)
        return len(pair.numbers) >= (ENOUGH_ALIKE if is_alike else ENOUGH)

    def _is_alike(self, login: str, fact: IdentityFact) -> bool:
        """Say whether a login holds a word of the name, or is the first part of the address."""
        plain = names.plain_login(login)
        local = names.plain_login(addresses.read(fact.email).local)
        words = [*names.words(fact.name), "".join(names.words(fact.name))]
        return plain == local or any(len(word) >= SHORTEST_LIKENESS and word in plain for word in words)


class _Pair(NamedTuple):
    """One account and one author, the changes that agree, and how many contradict."""

    account: int
    author: int
    numbers: tuple[int, ...]
    against: int
    has_two_accounts: bool

    @property
    def because(self) -> str:
        """Name the changes."""
        shown = ", ".join(f"#{number}" for number in self.numbers[:MOST_NUMBERS])
        more = len(self.numbers) - MOST_NUMBERS
        return f"{shown} and {more} more" if more > 0 else shown
