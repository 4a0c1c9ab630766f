"""Licences that don't go together in one work: only what a named source says, never a guess.

The project and a dependency may each leave a choice (`MIT OR GPL-2.0-only`, `GPL-2.0-or-later`). They
conflict only where every choice of the one conflicts with every choice of the other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from folkmoot.licences.expression import read
from folkmoot.model.licence import Clash, Conflict, Dependency

GNU = frozenset({"GPL-1.0", "GPL-2.0", "GPL-3.0", "AGPL-3.0", "LGPL-2.0", "LGPL-2.1", "LGPL-3.0"})


@dataclass(frozen=True)
class Compatibility:
    """The data file: who says that which licences don't go together."""

    versions: dict[str, tuple[str, ...]]
    conflicts: dict[frozenset[str], str]
    carrying: frozenset[str]
    under: frozenset[str]
    carried_by: str


@dataclass(frozen=True)
class Found:
    """How two expressions stand to one another."""

    clash: Clash
    own: str
    other: str
    source: str


def conflicts(own: str, place: str, dependencies: Iterable[Dependency]) -> list[Conflict]:
    """Give what sources say about the project's licence `own`, stated at `place`, and its dependencies'."""
    found = []
    for dependency in dependencies:
        said = between(own, dependency.expression)
        if said:
            found.append(Conflict(said.clash, said.own, place, said.other, dependency, said.source))
    order = list(Clash)
    return sorted(found, key=lambda each: (each.dependency.development, order.index(each.clash)))


def between(own: str, other: str) -> Found | None:
    """Tell how two expressions stand to one another; None where no source says anything against them."""
    mine, theirs = read(own), read(other)
    if mine is None or theirs is None:
        return None
    told = [_of_choice(one, two, sure=True) for one, two in product(mine.choices(), theirs.choices())]
    if not told:
        return None
    sure = [each for each in told if each]
    if len(sure) == len(told):
        # where one choice only carries terms over, nobody has to take one that conflicts
        return next((each for each in sure if each.clash is Clash.CARRIES), sure[0])
    # what "GPL-2.0" alone leaves open decides only where nothing else does
    unsure = [_of_choice(one, two, sure=False) for one, two in product(mine.choices(), theirs.choices())]
    if all(unsure) and unsure[0] and unsure[0].clash is Clash.CONFLICT:
        return Found(Clash.OPEN, unsure[0].own, unsure[0].other, unsure[0].source)
    return None


@cache
def compatibility() -> Compatibility:
    """Give what the data file says."""
    text = (files("folkmoot.licences") / "data/compatibility.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    pairs = {
        frozenset({one, other}): entry["source"]
        for entry in data["conflict"]
        for one, other in product(entry["one"], entry["other"])
    }
    carries = data["carries"]
    return Compatibility(
        {name: tuple(each) for name, each in data["versions"].items()},
        pairs,
        frozenset(carries["licences"]),
        frozenset(carries["under"]),
        carries["source"],
    )


def _of_choice(mine: Sequence[str], theirs: Sequence[str], *, sure: bool) -> Found | None:
    """Tell how licences that all hold for one work stand to those that all hold for another."""
    weaker = None
    for one, two in product(mine, theirs):
        found = _of_two(one, two, sure=sure)
        if found and found.clash is Clash.CONFLICT:
            return found
        weaker = weaker or found
    return weaker


def _of_two(one: str, two: str, *, sure: bool) -> Found | None:
    if " WITH " in one or " WITH " in two:
        return None
    data = compatibility()
    sources = [
        data.conflicts.get(frozenset({mine, theirs}))
        for mine, theirs in product(_versions(one, sure=sure), _versions(two, sure=sure))
    ]
    if all(sources):
        return Found(Clash.CONFLICT, one, two, sources[0] or "")
    carried = all(each in data.carrying for each in _versions(two, sure=False))
    same = any(each in data.under for each in _versions(one, sure=False))
    if carried and not same and not any(sources):
        return Found(Clash.CARRIES, one, two, data.carried_by)
    return None


def _versions(name: str, *, sure: bool) -> tuple[str, ...]:
    """Give the licences that a name lets one choose from.

    A bare "GPL-2.0" says nothing of later versions: when `sure`, they may be allowed, else not.
    """
    later = compatibility().versions
    known = name.removesuffix("+") + "-or-later" if name.endswith("+") else name
    if known in GNU:
        known = f"{known}-or-later" if sure else f"{known}-only"
    return later.get(known, (known,))
