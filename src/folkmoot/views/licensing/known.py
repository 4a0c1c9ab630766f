"""Everything about the licences of one project, each part found out when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from folkmoot.licences.conditions import conditions
from folkmoot.licences.conflicts import conflicts
from folkmoot.licences.contradictions import contradictions
from folkmoot.licences.dependencies import dependencies_of
from folkmoot.licences.expression import read
from folkmoot.licences.headers.read import headers_of
from folkmoot.licences.installed import Installed
from folkmoot.licences.listed import shared_id
from folkmoot.licences.members import members_of
from folkmoot.licences.project import same_licence
from folkmoot.model.check import Ground
from folkmoot.model.component import Inventory, Kind
from folkmoot.model.licence import (
    Condition,
    Conflict,
    Contradiction,
    Dependency,
    Headers,
    Licences,
    Member,
    Place,
    Used,
)
from folkmoot.supply.apart import is_for_development
from folkmoot.views.licensing.in_files import licences_on
from folkmoot.views.supplying.reading import inventory_on


@dataclass
class Licensing:
    """One project. `packages` are what is installed for it, where somebody said where."""

    name: str
    ground: Ground
    packages: Sequence[Installed] = ()
    project: int = 0

    @cached_property
    def licences(self) -> Licences:
        """What the licence files, manifests and the README say."""
        return licences_on(self.ground)

    @cached_property
    def contradictions(self) -> list[Contradiction]:
        """Where these say different things."""
        return contradictions(self.licences)

    @cached_property
    def headers(self) -> Headers:
        """What all files say."""
        return headers_of(self.ground)

    @cached_property
    def inventory(self) -> Inventory:
        """The manifests and lock files."""
        return inventory_on(self.ground)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """What the packages say that are made in folders of the project, tests and tools left out."""
        made = {
            each.path: str(each.own.package)
            for each in self.inventory.own
            if each.own is not None and not is_for_development(each.path)
            if each.kind is Kind.MANIFEST or each.format == "go-mod"
        }
        return members_of(self.ground, made)

    @cached_property
    def other_members(self) -> list[Member]:
        """The packages made here that are under another licence than the whole."""
        whole = self.licences.expression
        return [each for each in self.members if each.expression and not same_licence(each.expression, whole)]

    @property
    def other_files(self) -> int:
        """How many files state a licence that is none of the project's; one with two of them is one."""
        others = {each.id for each in self.stated_elsewise}
        tagged = sum(files for names, files in self.headers.together if others.intersection(names))
        return tagged + sum(each.files for each in self.headers.worded if each.id in others)

    @cached_property
    def stated_elsewise(self) -> list[Used]:
        """Licences that files state and that are none of the project's."""
        whole = read(self.licences.expression)
        own = {shared_id(name) for name in (whole.names if whole else ())}
        stated = (*self.headers.used, *self.headers.worded)
        return [each for each in stated if shared_id(each.id) not in own]

    @cached_property
    def dependencies(self) -> list[Dependency]:
        """What the project depends on, and under which licences."""
        return dependencies_of(self.inventory.components(), self.packages)

    @cached_property
    def place(self) -> str:
        """Where the project's licence is stated: the first place that does."""
        for each in sorted(self.licences.said, key=lambda said: said.place is Place.README):
            if each.expression:
                return f"{each.path}:{each.line}" if each.line else each.path
        return ""

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """Which licences of dependencies a source says don't go together with the project's."""
        own = self.licences.expression
        return conflicts(own, self.place, self.dependencies) if own else []

    @cached_property
    def conditions(self) -> list[Condition]:
        """What licences of dependencies ask for where nothing conflicts."""
        clashing = {each.dependency.name for each in self.conflicts}
        fine = [each for each in self.dependencies if each.name not in clashing]
        return conditions(self.licences.expression, fine)

    @property
    def wants_work(self) -> bool:
        """Tell whether anything here wants mending: something contradicts, conflicts or breaks REUSE."""
        broken = self.headers.adopted and self.headers.compliant is False
        hurts = any(not each.dependency.development for each in self.conflicts)
        return bool(self.contradictions or hurts or broken)
