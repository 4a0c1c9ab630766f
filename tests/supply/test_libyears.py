"""How far behind locked packages are: counted where both dates are known, and nowhere else."""

from __future__ import annotations

import pytest

from folkmoot.model.component import Component
from folkmoot.model.purl import parse_purl
from folkmoot.supply.libyears import YEAR, libyears
from folkmoot.supply.registry_data import Released

DAY = 86_400


def released(package: str, **days: int) -> Released:
    times = {version.replace("_", ".").lstrip("v"): day * DAY for version, day in days.items()}
    return Released(parse_purl(package), times, frozenset(times), "npm")


def component(text: str, line: int = 1) -> Component:
    return Component(parse_purl(text), "package-lock.json", line)


def test_a_package_is_behind_by_the_time_between_two_releases() -> None:
    told = released("pkg:npm/a", v1_0_0=0, v2_0_0=731)
    (found,) = libyears([component("pkg:npm/a@1.0.0")], {told.package: told})
    assert found.newest == "2.0.0"
    assert found.years == pytest.approx(731 * DAY / YEAR)


def test_the_newest_and_what_is_newer_still_are_not_behind() -> None:
    told = released("pkg:npm/a", v2_0_0=10, **{"v3_0_0-rc_1": 20})
    components = [component("pkg:npm/a@2.0.0"), component("pkg:npm/a@3.0.0-rc.1")]
    assert [each.years for each in libyears(components, {told.package: told})] == [0, 0]


def test_what_is_not_dated_is_not_known() -> None:
    told = released("pkg:npm/a", v2_0_0=10)
    found = libyears([component("pkg:npm/a@1.0.0"), component("pkg:npm/b@1.0.0")], {told.package: told})
    assert [(each.newest, each.years) for each in found] == [("2.0.0", None), ("", None)]


def test_a_range_is_not_counted_and_a_version_only_once() -> None:
    components = [component("pkg:npm/a"), component("pkg:npm/a@1.0.0", 1), component("pkg:npm/a@1.0.0", 2)]
    assert [each.component.line for each in libyears(components, {})] == [1]


def test_the_furthest_behind_comes_first_and_the_unknown_last() -> None:
    one, two = released("pkg:npm/a", v1=0, v2=10), released("pkg:npm/b", v1=0, v2=400)
    components = [component(f"pkg:npm/{name}@1") for name in "cab"]
    found = libyears(components, {one.package: one, two.package: two})
    assert [each.component.purl.name for each in found] == ["b", "a", "c"]
