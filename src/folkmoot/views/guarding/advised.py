"""What the advisories on this machine say about the files of a project, for checks to know."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from folkmoot.model.check import Ground
from folkmoot.supply.advisories.database import Advisories
from folkmoot.supply.advisories.known import vulnerabilities_of
from folkmoot.supply.inventory import read_inventory

INVENTORY = "inventory"
"""The name under which the ground keeps what its manifests say, for whoever asks next."""


def with_advisories(ground: Ground, advisories: Path | None) -> Ground:
    """Give the ground with what the file of advisories says about its components; without one, as it is.

    Raises StoreError where the file holds no advisories.
    """
    if advisories is not None:
        inventory = ground.once(INVENTORY, partial(read_inventory, ground.tree))
        with Advisories(advisories) as opened:
            known = vulnerabilities_of(inventory.components(), opened)
        broken = tuple(each.path for each in inventory.own if each.problems and not each.components)
        ground.vulnerabilities = replace(known, unread=(*inventory.unread, *broken))
    return ground
