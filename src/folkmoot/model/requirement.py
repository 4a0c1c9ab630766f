"""A requirement of somebody else's that a check answers: its id, levels, and what it is called elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


def _nothing() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Requirement:
    """One requirement of a catalogue such as the OSPS Baseline.

    `control` is the family's id, `title` its name there. `levels` are the maturity levels it applies to.
    `maps` gives the ids of other catalogues that the source itself maps the control to, by the source's short
    name of each (`CRA`, `SSDF`, `ISO-18974` ...): a mapping says "about the same subject", not "the same".
    """

    id: str
    control: str
    title: str
    levels: tuple[int, ...]
    source: str
    maps: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)

    @property
    def level(self) -> int:
        """Give the lowest level it applies to."""
        return min(self.levels)
