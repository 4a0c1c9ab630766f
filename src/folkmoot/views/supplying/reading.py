"""The manifests and lock files of a tree, read once for every page and check that asks for them."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from folkmoot.model.check import Tree
from folkmoot.model.component import Inventory
from folkmoot.supply.inventory import read_inventory

_READ: WeakKeyDictionary[Tree, Inventory] = WeakKeyDictionary()


def inventory_of(tree: Tree) -> Inventory:
    """Give everything a tree says it is made of; the same tree is read once."""
    if tree not in _READ:
        _READ[tree] = read_inventory(tree)
    return _READ[tree]
