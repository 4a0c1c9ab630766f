"""What licences ask of whoever ships a dependency."""

from __future__ import annotations

import pytest

from folkmoot.licences.conditions import asking, conditions
from folkmoot.licences.listed import spdx_list
from folkmoot.model.licence import Dependency


@pytest.mark.parametrize(
    ("expression", "own", "asks"),
    [
        ("MPL-2.0", "MIT", ("MPL-2.0",)),
        ("MIT AND MPL-2.0", "MIT", ("MPL-2.0",)),
        ("MIT OR MPL-2.0", "MIT", ()),
        ("LGPL-2.1-or-later OR MPL-1.1", "MIT", ("LGPL-2.1-or-later",)),
        ("LGPL-3.0", "Apache-2.0", ("LGPL-3.0-only",)),
        ("LGPL-2.1+", "", ("LGPL-2.1-only",)),
        ("MPL-2.0", "MPL-2.0", ()),
        ("LGPL-2.1-or-later", "LGPL-2.1-only", ()),
        ("EPL-2.0 OR GPL-2.0-only", "MIT", ()),
        ("Apache-2.0", "MIT", ()),
        ("GPL-3.0-only", "MIT", ()),
        ("", "MIT", ()),
        ("((", "MIT", ()),
    ],
)
def test_only_weak_copyleft_without_another_choice_asks_for_something(
    expression: str, own: str, asks: tuple[str, ...]
) -> None:
    assert asking(expression, own) == asks


def test_dependencies_are_gathered_by_licence_and_what_is_not_shipped_is_left_out() -> None:
    found = conditions(
        "MIT",
        [
            Dependency("a", expression="EPL-2.0"),
            Dependency("b", expression="MPL-2.0"),
            Dependency("c", expression="MPL-2.0"),
            Dependency("d", expression="MPL-2.0", development=True),
            Dependency("e", expression="MIT"),
        ],
    )
    assert [(each.licence, each.kind, [one.name for one in each.dependencies]) for each in found] == [
        ("MPL-2.0", "files", ["b", "c"]),
        ("EPL-2.0", "module", ["a"]),
    ]


def test_every_licence_with_a_condition_is_one_of_spdx_with_an_address() -> None:
    names = ["MPL-1.0", "MPL-1.1", "CDDL-1.0", "CDDL-1.1", "EPL-1.0", "CPL-1.0", "LGPL-2.0-only"]
    for name in names:
        (found,) = conditions("MIT", [Dependency("a", expression=name)])
        assert found.licence in spdx_list()
        assert found.source.startswith("https://")
