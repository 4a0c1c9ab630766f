"""A community as its file `folkmoot.toml` describes it: repositories, groups of them, and how it works."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from folkmoot.model.privacy import PrivacySettings

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The names of days in the file, Monday first."""


@dataclass(frozen=True)
class Listed:
    """One entry of `repositories`: a path, an address, or a pattern of either with `*` in it.

    `forges` are the addresses and dumps to read beside; `has_own_forge` tells that the entry's own address is
    one. `without` are patterns of names to leave out of what a pattern finds.
    """

    at: str
    forges: tuple[str, ...] = ()
    has_own_forge: bool = False
    without: tuple[str, ...] = ()

    @property
    def is_pattern(self) -> bool:
        """Whether it stands for whatever there is to be found."""
        return any(sign in self.at for sign in "*?[")


@dataclass(frozen=True)
class Community:
    """Everything a community's file says; what it leaves out is "", () or None.

    `working_days` are weekdays from 1 (Monday) to 7; `working_hours` the first hour of work and the first
    after it; `response_days` is within how many days the community wants to answer.
    """

    name: str = ""
    repositories: tuple[Listed, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    time_zone: str = ""
    working_days: tuple[int, ...] = ()
    working_hours: tuple[int, int] | None = None
    response_days: int | None = None
    language: str = ""
    store: str = ""
    together: bool = False
    privacy: PrivacySettings = field(default_factory=PrivacySettings)
