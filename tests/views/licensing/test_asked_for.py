"""The panel on what shipping dependencies asks for."""

from __future__ import annotations

import json

from folkmoot.i18n import say
from folkmoot.model.page import Panel
from folkmoot.views.licensing.asked_for import KINDS, conditions_panel
from views.licensing.trees_of_licences import MIT, licensing


def shown(*licences: str, own: str = MIT) -> list[Panel]:
    packages = {
        f"node_modules/p{n}": {"version": "1.0.0", "license": each} for n, each in enumerate(licences)
    }
    lock = {"lockfileVersion": 3, "packages": {"": {}, **packages}}
    return list(conditions_panel(licensing({"LICENSE": own, "package-lock.json": json.dumps(lock)})))


def test_each_licence_says_what_it_asks_for_and_for_what() -> None:
    (panel,) = shown("MPL-2.0", "MIT", "LGPL-3.0-only", *["EPL-2.0"] * 7)
    assert say(panel.headline) == "Dependencies that are shipped and ask for something: 9."
    assert [(each.id, each.state) for each in panel.entries] == [
        ("EPL-2.0", "condition"), ("LGPL-3.0-only", "condition"), ("MPL-2.0", "condition"),
    ]  # fmt: skip
    assert say(panel.entries[0].facts[1]).endswith("and 2 more.")
    assert [each.facts[0] for each in panel.entries] == [KINDS["module"], KINDS["library"], KINDS["files"]]


def test_what_conflicts_is_told_as_a_conflict_and_not_as_a_condition() -> None:
    own = '{"name": "moot", "license": "GPL-2.0-only"}'
    lock = {
        "lockfileVersion": 3,
        "packages": {"": {}, "node_modules/p": {"version": "1", "license": "LGPL-3.0-only"}},
    }
    told = licensing({"package.json": own, "package-lock.json": json.dumps(lock)})
    assert len(told.conflicts) == 1
    assert list(conditions_panel(told)) == []


def test_without_anything_asked_there_is_no_panel() -> None:
    assert shown("MIT", "Apache-2.0", "MIT OR MPL-2.0") == []
