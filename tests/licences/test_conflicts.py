"""Licences that a source says don't go together."""

from __future__ import annotations

import pytest

from folkmoot.licences.conflicts import between, compatibility, conflicts
from folkmoot.licences.expression import read
from folkmoot.model.licence import Clash, Dependency


def clash(own: str, other: str) -> Clash | None:
    found = between(own, other)
    return None if found is None else found.clash


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("GPL-2.0-only", "Apache-2.0"),
        ("Apache-2.0", "GPL-2.0-only"),
        ("GPL-2.0-only", "GPL-3.0-or-later"),
        ("GPL-2.0-only", "MIT AND Apache-2.0"),
        ("GPL-3.0-or-later", "EPL-1.0"),
        ("EPL-1.0", "GPL-2.0-or-later"),
        ("AGPL-3.0-or-later", "CDDL-1.0"),
        ("GPL-3.0", "OpenSSL"),
    ],
)
def test_what_cannot_be_kept_together(own: str, other: str) -> None:
    assert clash(own, other) is Clash.CONFLICT


@pytest.mark.parametrize(
    ("own", "other"),
    [("MIT", "GPL-3.0-only"), ("MIT OR Apache-2.0", "GPL-2.0-only"), ("BSD-3-Clause", "AGPL-3.0")],
)
def test_what_holds_for_the_whole(own: str, other: str) -> None:
    assert clash(own, other) is Clash.CARRIES


@pytest.mark.parametrize(("own", "other"), [("GPL-2.0", "Apache-2.0"), ("GPL-3.0-only", "GPL-2.0")])
def test_what_depends_on_later_versions_is_open(own: str, other: str) -> None:
    assert clash(own, other) is Clash.OPEN


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("MIT", "Apache-2.0"),
        ("MIT", "LGPL-2.1-only"),
        ("MIT", "MPL-2.0"),
        ("GPL-2.0-or-later", "Apache-2.0"),
        ("GPL-2.0-or-later", "GPL-3.0-only"),
        ("GPL-3.0-or-later", "Apache-2.0"),
        ("GPL-3.0-only", "AGPL-3.0-only"),
        ("MIT", "MIT OR GPL-3.0-only"),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "Apache-2.0"),
        ("MIT", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("MIT", "LicenseRef-Own"),
        ("", "GPL-3.0-only"),
        ("MIT", "no expression at all"),
    ],
)
def test_where_no_source_says_anything_nothing_is_said(own: str, other: str) -> None:
    assert clash(own, other) is None


def test_conflicts_name_both_places_and_their_source() -> None:
    bad = Dependency("pkg:npm/a@1", "Apache-2.0", "Apache-2.0", "package-lock.json:4", "package.json:3")
    (found,) = conflicts("GPL-2.0-only", "COPYING", [bad])
    assert (found.place, found.own, found.other, found.dependency) == (
        "COPYING",
        "GPL-2.0-only",
        "Apache-2.0",
        bad,
    )
    assert found.source.startswith("https://www.gnu.org/")


def test_what_is_shipped_comes_before_what_is_for_development() -> None:
    found = conflicts(
        "MIT",
        "LICENSE",
        [
            Dependency("pkg:pypi/dev", expression="GPL-3.0-only", development=True),
            Dependency("pkg:pypi/fine", expression="ISC"),
            Dependency("pkg:pypi/shipped", expression="GPL-3.0-only"),
        ],
    )
    assert [each.dependency.name for each in found] == ["pkg:pypi/shipped", "pkg:pypi/dev"]


def test_every_licence_of_the_data_is_known_and_every_statement_has_its_source() -> None:
    data = compatibility()
    names = (
        {name for pair in data.conflicts for name in pair} | data.carrying | data.under | set(data.versions)
    )
    names |= {name for each in data.versions.values() for name in each}
    assert all((found := read(name)) and found.known for name in names)
    assert all(source.startswith("https://www.gnu.org/licenses/") for source in data.conflicts.values())
    assert data.carried_by.startswith("https://www.gnu.org/licenses/")


def test_what_cannot_be_kept_comes_before_what_carries_over_and_both_before_development() -> None:
    found = conflicts(
        "GPL-3.0-only",
        "COPYING",
        [
            Dependency("pkg:npm/tool", expression="GPL-2.0-only", development=True),
            Dependency("pkg:npm/open", expression="GPL-2.0"),
            Dependency("pkg:npm/bad", expression="GPL-2.0-only"),
        ],
    )
    assert [(each.dependency.name, each.clash) for each in found] == [
        ("pkg:npm/bad", Clash.CONFLICT), ("pkg:npm/open", Clash.OPEN), ("pkg:npm/tool", Clash.CONFLICT),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ("GPL-2.0-only", "Apache-2.0 OR MIT", None),
        ("GPL-2.0-only OR MIT", "Apache-2.0", None),
        ("GPL-2.0-only OR MIT", "GPL-3.0-only", Clash.CARRIES),
        ("GPL-2.0-only AND MIT", "Apache-2.0", Clash.CONFLICT),
        ("MIT AND Zlib", "GPL-3.0-only AND Apache-2.0", Clash.CARRIES),
    ],
)
def test_whoever_may_choose_chooses_what_goes_together(own: str, other: str, expected: Clash | None) -> None:
    assert clash(own, other) is expected


@pytest.mark.parametrize("name", ["GPL-2.0+", "GPL-2.0-or-later"])
def test_a_plus_is_or_later(name: str) -> None:
    assert clash(name, "Apache-2.0") is None
    assert clash("MIT", name) is Clash.CARRIES


def test_the_project_s_own_choice_is_named_as_it_was_written() -> None:
    found = between("MIT OR Apache-2.0", "GPL-2.0-only")
    assert found is not None
    assert (found.own, found.other) == ("MIT", "GPL-2.0-only")


def test_too_many_choices_to_look_at_are_no_conflict() -> None:
    many = " AND ".join(f"(Apache-2.0 OR own{number})" for number in range(7))
    assert clash("GPL-2.0-only", many) is None
