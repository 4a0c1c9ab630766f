"""What the advisories on this machine say about the files of a project, for checks to know."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from folkmoot.model.check import Ground
from folkmoot.model.vulnerability import Vulnerabilities
from folkmoot.sources.git.ancestry import Ancestry
from folkmoot.supply.advisories.database import Advisories
from folkmoot.supply.advisories.known import vulnerabilities_of
from folkmoot.supply.advisories.reached import with_reach
from folkmoot.views.supplying.reading import inventory_on

ADVISED = "advised"


def vulnerabilities_in(ground: Ground, advisories: Path) -> Vulnerabilities:
    """Hold the components that the files of a ground name against a file of advisories, once.

    Raises StoreError where the file holds no advisories.
    """
    return ground.once(f"{ADVISED} {advisories}", partial(_held, ground, advisories))


def _held(ground: Ground, advisories: Path) -> Vulnerabilities:
    inventory = inventory_on(ground)
    with Advisories(advisories) as opened:
        known = vulnerabilities_of(inventory.components(), opened, Ancestry().contains)
    broken = tuple(each.path for each in inventory.own if each.problems and not each.components)
    return replace(known, found=with_reach(known.found, ground.tree), unread=(*inventory.unread, *broken))


def with_advisories(ground: Ground, advisories: Path | None) -> Ground:
    """Give the ground with what a file of advisories says about its components; without one, as it is."""
    if advisories is not None:
        ground.vulnerabilities = vulnerabilities_in(ground, advisories)
    return ground
