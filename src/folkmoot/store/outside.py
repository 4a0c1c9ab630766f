"""What commits outside the default branch tell: whose work changes are, and what landed on other branches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from folkmoot.sources.git.branch_work import Work
from folkmoot.sources.git.elsewhere import RULES, other_branches, said_elsewhere, trunk_of
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.sketches import Sketch, reachable, sketches
from folkmoot.sources.git.text import ident
from folkmoot.sources.git.unmerged import Unmerged
from folkmoot.store.database import Connection
from folkmoot.store.ledger import Ledger, append

Mentioned = list[tuple[int, int, str]]
"""(commit, number, rule) of the default branch."""


class Outside(NamedTuple):
    """The commits of changes, what their new authors are called, and when which changes landed elsewhere.

    `trunk` are those commits of the branches where changes landed that are of no such change.
    """

    work: Mapping[str, Work]
    names: Mapping[int, frozenset[str]]
    elsewhere: Mapping[int, int]
    trunk: frozenset[str]


def outside(
    connection: Connection, repository: Repository, ledger: Ledger, landed: Mapping[int, int],
    heads: Mapping[int, str], said: Mentioned, unmerged: Unmerged | None,
) -> Outside:  # fmt: skip
    """Read what is outside the default branch, and write down who wrote it; `unmerged` where it was read."""
    connection.execute("delete from branch_author where project = ?", [ledger.project])
    wanted = _wanted(heads, said)
    tips = sorted({sha for sha in heads.values() if sha not in ledger.commits})
    others = other_branches(repository.references, repository.tip)
    asked = [*tips, *others] if wanted else tips
    if not (repository.tip and asked):
        return Outside({}, {}, {}, frozenset())
    read = unmerged() if unmerged else sketches(repository.git, asked, repository.tip)
    here = {sketch.sha: sketch for sketch in read if ledger.commits.get(sketch.sha) not in landed}
    held = reachable(here, others)
    told = said_elsewhere(repository.git, [sha for sha in here if sha in held]) if wanted else {}
    aside = {number: one for number, one in told.items() if number in wanted}
    trunk = trunk_of(here, aside.values())
    unproposed = held - _proposed(here, held, tips)
    names: dict[int, frozenset[str]] = {}
    people: dict[bytes, int] = {}
    work: dict[str, Work] = {}
    for sha, parents, author, authored_at, committed_at in here.values():
        if sha in unproposed:
            continue
        if author not in people:
            called = ident(author)
            people[author] = ledger.identity(*called)
            names[people[author]] = words(*called)  # stands in no table yet
        work[sha] = Work(parents, people[author], authored_at, committed_at)
    append(connection, "branch_author", sorted((ledger.project, one) for one in set(people.values())))
    return Outside(
        work, names, {number: one.at for number, one in aside.items()}, frozenset(trunk - unproposed)
    )


def _proposed(here: Mapping[str, Sketch], held: set[str], tips: Iterable[str]) -> set[str]:
    """Give those of the commits held by other branches that changes hold too; the rest is theirs alone."""
    if not held:
        return held
    below = (parent for sha, (_, parents, *_) in here.items() if sha not in held for parent in parents)
    return reachable({sha: here[sha] for sha in held}, chain(tips, below))


def _wanted(heads: Mapping[int, str], said: Mentioned) -> set[int]:
    """Give the changes that may have landed elsewhere, where the default branch names numbers at all."""
    landed = {number for _, number, rule in said if rule in RULES}
    return set() if landed.isdisjoint(heads) else heads.keys() - landed


def words(name: str, email: str) -> frozenset[str]:
    """Give what somebody is called, in lower case."""
    return frozenset(filter(None, (name.strip().lower(), email.strip().lower())))
