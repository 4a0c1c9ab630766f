"""What the Baseline itself says: its requirements, their levels, and what it maps them to."""

from __future__ import annotations

import json
import lzma
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from folkmoot.model.requirement import Requirement


@cache
def baseline() -> dict[str, Any]:
    """Give the catalogue as `tools/baseline.py` wrote it."""
    packed = files(__package__).joinpath("baseline.json.xz").read_bytes()
    told: dict[str, Any] = json.loads(lzma.decompress(packed))
    return told


@cache
def all_requirements() -> dict[str, Requirement]:
    """Give every active requirement by its id, in the Baseline's order."""
    told = baseline()
    found = {}
    for identifier, levels in told["requirements"].items():
        name = identifier.rpartition(".")[0]
        control = told["controls"][name]
        maps = MappingProxyType({each: tuple(ids) for each, ids in control["maps"].items()})
        source = f"{told['source']}#{identifier.lower().replace('.', '')}"
        found[identifier] = Requirement(identifier, name, control["title"], tuple(levels), source, maps)
    return found
