"""A bill of materials before it is written: each component once, with everything its files say of it.

What a manifest asks for in any version is left out where a lock file beside it answers with one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from folkmoot.model.component import Component, Inventory, Kind, Scope
from folkmoot.model.purl import Purl
from folkmoot.supply.apart import is_for_development
from folkmoot.supply.joining import locks_of

MAX_OWN = 2_000
MAX_PLACES = 20
"""Places told of one component; a monorepo may name one in hundreds of manifests."""


@dataclass(frozen=True)
class Part:
    """One component of a bill. `licence` is the SPDX expression declared, `said` the words if it is none.

    `needs` are the references of other parts, `direct` tells whether the project asks for it itself; `places`
    are (path, line).
    """

    reference: str
    purl: Purl
    scope: Scope
    direct: bool
    licence: str = ""
    said: str = ""
    requirement: str = ""
    hashes: tuple[tuple[str, str], ...] = ()
    needs: tuple[str, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Bill:
    """The bill of one commit. `made_at` is when that was made, in seconds since 1970.

    `whole` is False when something could not be read or is not locked: then there are components more.
    `licence` is the project's, as an SPDX expression, "" where it is not clear. `package` is what the one
    manifest at the top says the project is called where packages are had from, None where none or several
    do; `own` are the packages that manifests below say are made here, sorted. `release` is the version that
    the project calls this very commit, "" where it is none: what a manifest says after a release is not it.
    """

    name: str
    commit: str
    made_at: int
    parts: tuple[Part, ...]
    whole: bool = True
    licence: str = ""
    package: Purl | None = None
    own: tuple[Purl, ...] = ()
    release: str = ""

    @property
    def version(self) -> str:
        """Give what tells this state of the project from every other one."""
        return self.release or self.commit


def bill_of(
    inventory: Inventory,
    name: str,
    commit: str,
    made_at: int,
    licence_of: Callable[[str], str] | None = None,
    *,
    licence: str = "",
    tags: Iterable[str] = (),
) -> Bill:
    """Put a bill together, parts sorted by their references.

    `licence_of` gives the SPDX expression that a declared licence means, "" where it means none; without it,
    licences are told as they are written. `licence` is the project's own; `tags` are those at this commit.
    """
    answered = _answered(inventory)
    by_reference: dict[str, list[Component]] = defaultdict(list)
    for component in inventory.components():
        if component.resolved or (component.path, component.purl.package) not in answered:
            by_reference[str(component.purl)].append(component)
    known: dict[str, str] = {}
    parts = [
        _part(reference, told, by_reference, known, licence_of)
        for reference, told in sorted(by_reference.items())
    ]
    unlocked = any(not locks for locks in locks_of(inventory.manifests).values())
    lacking = inventory.unread or inventory.left_out or inventory.problems or inventory.foreign
    package, own = _made_here(inventory)
    return Bill(
        name,
        commit,
        made_at,
        tuple(parts),
        not (unlocked or lacking),
        licence,
        package,
        tuple(each for each in own if str(each) not in by_reference),
        _release(package, tags),
    )


def _made_here(inventory: Inventory) -> tuple[Purl | None, list[Purl]]:
    """Give what the project as a whole is called, and the packages that are made in its folders.

    What is there for its own tests, tools and documents only is no package of it.
    """
    top: dict[Purl, Purl] = {}
    below: dict[Purl, Purl] = {}
    for each in inventory.own:
        if each.own is not None and not is_for_development(each.path):
            found = below if "/" in each.path else top
            if each.own.version or each.own.package not in found:
                found[each.own.package] = each.own
    whole = next(iter(top.values())) if len(top) == 1 else None
    others = {**top, **below}
    if whole is not None:
        others.pop(whole.package, None)
    return whole, sorted(others.values(), key=str)[:MAX_OWN]


def _release(package: Purl | None, tags: Iterable[str]) -> str:
    """Give the version that a manifest states where a tag at this commit names the same."""
    version = package.version if package else ""
    is_tagged = any(re.fullmatch(rf"(?:.*[^0-9.])?{re.escape(version)}", tag) for tag in tags)
    return version if version and is_tagged else ""


def _answered(inventory: Inventory) -> set[tuple[str, Purl]]:
    """Give (manifest, package) for what is asked for in any version and answered by a lock file."""
    locked = {
        each.path: {one.purl.package for one in each.components if one.resolved}
        for each in inventory.own
        if each.kind is Kind.LOCK
    }
    return {
        (path, package)
        for path, locks in locks_of(inventory.manifests).items()
        for lock in locks
        for package in locked[lock]
    }


def _part(
    reference: str,
    told: list[Component],
    by_reference: dict[str, list[Component]],
    known: dict[str, str],
    licence_of: Callable[[str], str] | None,
) -> Part:
    said = _first(each.licence for each in told)
    if said and said not in known:
        known[said] = licence_of(said) if licence_of else ""
    needs = dict.fromkeys(str(need) for each in told for need in each.needs)
    return Part(
        reference=reference,
        purl=told[0].purl,
        scope=min((each.scope for each in told), key=list(Scope).index),
        direct=any(each.direct for each in told),
        licence=known.get(said, ""),
        said="" if known.get(said) else said,
        requirement=_first(each.requirement for each in told),
        hashes=tuple(sorted({pair for each in told for pair in each.hashes})),
        needs=tuple(sorted(each for each in needs if each in by_reference and each != reference)),
        places=tuple(sorted({(each.path, each.line) for each in told})[:MAX_PLACES]),
        source=_first(each.source for each in told),
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
