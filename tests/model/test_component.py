"""Components, and the files that name them."""

from folkmoot.model.component import Component, Inventory, Kind, Manifest, Scope
from folkmoot.model.problem import Problem
from folkmoot.model.purl import purl

LOCKED = Component(purl("npm", "a", version="1.0"), "package-lock.json", 7)
RANGED = Component(purl("npm", "a"), "package.json", requirement="^1.0")


def test_a_range_is_no_version() -> None:
    assert (LOCKED.resolved, RANGED.resolved) == (True, False)


def test_a_place_has_a_line_where_it_is_known() -> None:
    assert (LOCKED.place, RANGED.place) == ("package-lock.json:7", "package.json")


def test_what_is_apart_is_not_the_project_s_own() -> None:
    wrong = Problem("testdata/package.json", 1, "no JSON")
    own = Manifest("package.json", "package-json", Kind.MANIFEST, "npm", (RANGED,))
    apart = Manifest(
        "testdata/package.json", "package-json", Kind.MANIFEST, "npm", (LOCKED,), None, "testdata", (wrong,)
    )
    inventory = Inventory((own, apart))
    assert inventory.own == (own,)
    assert list(inventory.components()) == [RANGED]
    assert inventory.problems == ()


def test_what_builds_or_tests_helps_those_who_develop() -> None:
    assert [each.value for each in Scope if each.helps_develop] == ["development", "build"]
