"""Places that state different licences."""

from __future__ import annotations

from folkmoot.licences.contradictions import contradictions
from folkmoot.model.licence import Licences, Place, Said


def said(place: Place, path: str, expression: str) -> Said:
    return Said(place, path, expression=expression)


def pairs(*statements: Said, unread: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = contradictions(Licences(statements, unread=unread))
    return [(each.one.path, each.other.path) for each in found]


MIT = said(Place.TEXT, "LICENSE", "MIT")
APACHE = said(Place.MANIFEST, "Cargo.toml", "Apache-2.0")


def test_a_manifest_against_the_licence_file() -> None:
    assert pairs(MIT, APACHE) == [("LICENSE", "Cargo.toml")]


def test_one_that_agrees_is_none() -> None:
    assert pairs(MIT, said(Place.MANIFEST, "package.json", "MIT")) == []


def test_saying_more_exactly_is_none() -> None:
    assert pairs(said(Place.TEXT, "COPYING", "GPL-3.0"), said(Place.MANIFEST, "a", "GPL-3.0-or-later")) == []


def test_a_licence_without_its_text_beside_one_with_it() -> None:
    assert pairs(MIT, said(Place.MANIFEST, "Cargo.toml", "MIT OR Apache-2.0")) == [("LICENSE", "Cargo.toml")]


def test_a_text_that_nothing_declares_may_be_for_some_files() -> None:
    other = said(Place.TEXT, "LICENSES/ISC.txt", "ISC")
    assert pairs(MIT, other, said(Place.MANIFEST, "package.json", "MIT")) == []


def test_two_manifests() -> None:
    assert pairs(APACHE, said(Place.MANIFEST, "package.json", "MIT")) == [("Cargo.toml", "package.json")]


def test_a_readme_may_name_one_of_a_choice() -> None:
    assert pairs(said(Place.MANIFEST, "a", "MIT OR Apache-2.0"), said(Place.README, "README", "MIT")) == []
    assert pairs(said(Place.MANIFEST, "a", "MIT"), said(Place.README, "README", "ISC")) == [("a", "README")]


def test_one_wrong_place_is_told_once() -> None:
    assert pairs(MIT, APACHE, said(Place.README, "README", "MIT")) == [("LICENSE", "Cargo.toml")]


def test_an_unknown_text_may_be_what_is_declared() -> None:
    assert pairs(MIT, said(Place.TEXT, "LICENSE-2", ""), APACHE) == []
    assert pairs(MIT, APACHE, unread=("COPYING",)) == []


def test_the_lesser_licence_is_written_as_an_addition() -> None:
    assert pairs(said(Place.TEXT, "COPYING", "GPL-3.0"), said(Place.MANIFEST, "a", "LGPL-3.0-or-later")) == []


def test_a_text_that_is_another_licence_than_its_name_says() -> None:
    misnamed = said(Place.TEXT, "LICENSES/CC-BY-4.0.txt", "CC-BY-SA-4.0")
    (found,) = contradictions(Licences((misnamed,)))
    assert (found.one.expression, found.other.expression) == ("CC-BY-4.0", "CC-BY-SA-4.0")
    assert pairs(said(Place.TEXT, "LICENSES/GPL-3.0-or-later.txt", "GPL-3.0")) == []
    assert pairs(said(Place.TEXT, "LICENSES/LicenseRef-Own.txt", "MIT")) == []
