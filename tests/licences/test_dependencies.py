"""The licences of what a project depends on."""

from __future__ import annotations

from folkmoot.licences.dependencies import dependencies_of
from folkmoot.licences.installed import Installed
from folkmoot.model.component import Component, Scope
from folkmoot.model.licence import Dependency
from folkmoot.model.purl import purl


def component(
    name: str,
    version: str = "1.0",
    *,
    type_: str = "npm",
    licence: str = "",
    scope: Scope = Scope.RUNTIME,
    path: str = "lock",
) -> Component:
    return Component(purl(type_, name, version=version), path, 7, scope, licence=licence)


def test_a_lock_file_that_states_a_licence_is_believed() -> None:
    assert dependencies_of([component("a", licence="MIT")]) == [
        Dependency("pkg:npm/a@1.0", "MIT", "MIT", "lock:7", "lock:7")
    ]


def test_without_that_the_installed_package_says_it() -> None:
    package = Installed("npm", "a", "1.0", "ISC", "ISC", "node_modules/a/package.json")
    (found,) = dependencies_of([component("a")], [package])
    assert (found.expression, found.place, found.asked) == ("ISC", "node_modules/a/package.json", "lock:7")


def test_another_version_says_nothing_about_this_one() -> None:
    package = Installed("npm", "a", "2.0", "ISC", "ISC", "node_modules/a/package.json")
    assert dependencies_of([component("a")], [package])[0].expression == ""


def test_where_any_version_will_do_the_installed_one_counts() -> None:
    package = Installed("pypi", "a-b", "2.0", "ISC", "ISC", "a_b.dist-info/METADATA")
    (found,) = dependencies_of([component("A_B", "", type_="pypi")], [package])
    assert found.expression == "ISC"


def test_words_that_are_no_expression_are_told() -> None:
    (found,) = dependencies_of([component("a", licence="as you like it")])
    assert (found.words, found.expression) == ("as you like it", "")


def test_what_one_place_ships_is_shipped() -> None:
    places = [component("a", scope=Scope.DEVELOPMENT), component("a", path="other")]
    assert [each.development for each in dependencies_of(places)] == [False]
    assert dependencies_of(places[:1])[0].development


def test_the_place_that_states_a_licence_wins() -> None:
    places = [component("a"), component("a", licence="MIT", path="other")]
    (found,) = dependencies_of(places)
    assert (found.expression, found.place, found.asked) == ("MIT", "other:7", "lock:7")


def test_what_a_lock_file_answers_is_not_told_twice() -> None:
    found = dependencies_of([component("a", "", path="package.json"), component("a", "1.0")])
    assert [each.name for each in found] == ["pkg:npm/a@1.0"]


def test_actions_and_images_are_left_out() -> None:
    assert dependencies_of([component("checkout", "4", type_="docker")]) == []
