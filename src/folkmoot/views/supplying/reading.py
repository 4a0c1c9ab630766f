"""The manifests and lock files on a ground, read once for every page and check that asks for them."""

from __future__ import annotations

from functools import partial

from folkmoot.model.check import Ground
from folkmoot.model.component import Inventory
from folkmoot.supply.inventory import read_inventory

INVENTORY = "inventory"
"""The name under which the ground keeps what its manifests say, for whoever asks next."""


def inventory_on(ground: Ground) -> Inventory:
    """Give everything a tree says it is made of; the same ground is read once."""
    return ground.once(INVENTORY, partial(read_inventory, ground.tree))
