"""The panel on packages made in folders of a project."""

from __future__ import annotations

import json

from folkmoot.i18n import say
from folkmoot.model.page import Panel
from folkmoot.views.licensing.made_here import members_panel
from views.licensing.trees_of_licences import MIT, licensing


def package(name: str, licence: str = "") -> str:
    return json.dumps({"name": name} | ({"license": licence} if licence else {}))


FILES = {
    "LICENSE": MIT,
    "package.json": package("moot"),
    "packages/a/package.json": package("a", "MIT"),
    "packages/b/package.json": package("b", "GPL-3.0-only"),
    "packages/c/package.json": package("c", "see Ada"),
    "packages/d/package.json": package("d"),
    "docs/package.json": package("pages", "ISC"),
    "vendor/e/package.json": package("e", "ISC"),
}


def shown(files: dict[str, str]) -> Panel:
    (panel,) = members_panel(licensing(files))
    return panel


def test_packages_under_another_licence_are_told_first_then_what_is_not_clear() -> None:
    panel = shown(FILES)
    assert say(panel.headline) == (
        "Packages made in folders: 4. Under MIT too: 1; under another licence: 1; not clear: 1; "
        "stating none: 1."
    )
    assert [(say(each.title), each.state) for each in panel.entries] == [
        ("pkg:npm/b: GPL-3.0-only", "another"),
        ("pkg:npm/c", "unclear"),
    ]
    assert [say(fact) for fact in panel.entries[0].facts] == ["packages/b/package.json:1 says GPL-3.0-only."]
    assert "is not clear" in say(panel.entries[1].facts[0])


def test_where_all_that_say_something_say_the_same_no_zeros_are_told() -> None:
    panel = shown(
        {path: text for path, text in FILES.items() if path[:11] not in ("packages/b/", "packages/c/")}
    )
    assert say(panel.headline) == "Packages made in folders: 2. Under MIT too: 1; stating none: 1."


def test_where_the_whole_is_not_clear_nothing_is_called_another() -> None:
    panel = shown({path: text for path, text in FILES.items() if path != "LICENSE"})
    assert [each.state for each in panel.entries] == ["stated", "stated", "unclear"]
    assert "Stating a licence: 2" in say(panel.headline)


def test_a_project_of_one_package_has_no_such_panel() -> None:
    assert list(members_panel(licensing({"LICENSE": MIT, "package.json": package("a", "MIT")}))) == []
