"""The panels on the licences of dependencies."""

from __future__ import annotations

import json

import pytest

from folkmoot.i18n import say
from folkmoot.licences.installed import Installed
from folkmoot.model.check import Outcome
from folkmoot.views.licensing.depended_on import conflicts_panel, dependencies_panel
from views.licensing.trees_of_licences import MIT, licensing, text_of


def lock(**licences: str) -> dict[str, str]:
    packages: dict[str, dict[str, str]] = {
        f"node_modules/{name}": {"version": "1.0.0", "license": licence} if licence else {"version": "1.0.0"}
        for name, licence in licences.items()
    }
    return {
        "LICENSE": MIT,
        "package-lock.json": json.dumps({"lockfileVersion": 3, "packages": {"": {}, **packages}}),
    }


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (lock(a="MIT", b="ISC"), "Dependencies with a licence that is stated: 2 of 2."),
        (lock(a="MIT", b=""), "Dependencies with a licence that is stated: 1 of 2."),
        ({"LICENSE": MIT}, ""),
    ],
)
def test_how_many_are_stated(files: dict[str, str], words: str) -> None:
    assert say(dependencies_panel(licensing(files)).headline) == words


def test_where_none_is_stated_the_way_to_know_is_named() -> None:
    project = licensing(lock(a=""))
    assert "`folkmoot licences --packages DIR`" in say(dependencies_panel(project).headline)
    project.packages = [Installed("npm", "other", "1", "MIT", "MIT", "x/package.json")]
    assert say(dependencies_panel(project).headline) == (
        "Dependencies, each version counted: 1, none with a licence that is stated."
    )


def test_licences_are_counted_and_unclear_ones_named() -> None:
    panel = dependencies_panel(licensing(lock(a="MIT", b="MIT", c="ISC", d="as you like")))
    assert [(point.label, point.value) for point in panel.points] == [("MIT", 2), ("ISC", 1)]
    (entry,) = panel.entries
    assert say(entry.title) == "pkg:npm/d@1.0.0"
    assert say(entry.facts[-1]).endswith("says: as you like")


def test_no_dependencies_are_no_zero() -> None:
    assert (
        say(dependencies_panel(licensing({})).missing) == "No manifest or lock file names a dependency here."
    )


def test_nothing_against_it_is_said_with_its_limits() -> None:
    (panel,) = conflicts_panel(licensing(lock(a="ISC")))
    assert (
        say(panel.headline)
        == "No source used here says anything against MIT and the licences of dependencies (known of: 1)."
    )
    assert "no legal advice" in say(panel.caveat)


def test_terms_that_hold_for_the_whole() -> None:
    (panel,) = conflicts_panel(licensing(lock(a="GPL-3.0-only")))
    (finding,) = panel.findings
    assert finding.outcome is Outcome.NO
    assert say(finding.title) == "pkg:npm/a@1.0.0: GPL-3.0-only holds for the whole"
    assert say(finding.evidence[0]) == "LICENSE states MIT for this project."
    assert "gpl-faq.html#IfLibraryIsGPL" in say(finding.why)
    assert "package-lock.json" in say(finding.remedy)


def test_what_depends_on_a_later_version_is_not_known() -> None:
    files = {**lock(a="Apache-2.0"), "LICENSE": text_of("GPL-2.0")}
    (finding,) = next(iter(conflicts_panel(licensing(files)))).findings
    assert finding.outcome is Outcome.UNKNOWN
    assert "Write `-only` or `-or-later`" in say(finding.remedy)


def test_an_unclear_licence_of_ones_own_is_said_first() -> None:
    (panel,) = conflicts_panel(licensing({**lock(a="GPL-3.0-only"), "LICENSE": "Ask me."}))
    assert say(panel.headline) == "The project's own licence is not clear, so nothing can be held against it."


def test_without_any_stated_licence_there_is_no_panel() -> None:
    assert list(conflicts_panel(licensing(lock(a="")))) == []


def test_what_is_for_development_only_is_told_apart() -> None:
    files = lock(a="GPL-3.0-only")
    files["package-lock.json"] = files["package-lock.json"].replace('"version"', '"dev": true, "version"')
    (panel,) = conflicts_panel(licensing(files))
    assert panel.findings[0].outcome is Outcome.NOT_APPLICABLE
    assert say(panel.headline) == "What is shipped conflicts with nothing known."


def test_what_cannot_be_kept_together_is_a_no() -> None:
    files = {**lock(a="Apache-2.0", b="Apache-2.0"), "LICENSE": text_of("GPL-2.0")}
    files["Cargo.toml"] = '[package]\nname = "m"\nversion = "1.0.0"\nlicense = "GPL-2.0-only"\n'
    (panel,) = conflicts_panel(licensing(files))
    assert [finding.outcome for finding in panel.findings] == [Outcome.NO, Outcome.NO]
    assert say(panel.headline) == "2 dependencies need a decision."


def test_what_stands_in_a_form_that_is_not_read_is_not_nothing() -> None:
    missing = dependencies_panel(licensing({"DESCRIPTION": "Imports: cli\n"})).missing
    assert say(missing) == "What the project depends on stands in a form that is not read here: DESCRIPTION."


@pytest.mark.parametrize(
    ("development", "words"),
    [
        ((False, False), "Dependencies with a licence that is stated: 2 of 2."),
        (
            (True, False),
            "Dependencies with a licence that is stated: 2 of 2. Of those that are shipped: 1 of 1.",
        ),
        ((True, True), "Dependencies with a licence that is stated: 2 of 2, all for development only."),
    ],
)
def test_what_is_shipped_is_counted_apart(development: tuple[bool, ...], words: str) -> None:
    packages = {
        f"node_modules/p{place}": {"version": "1.0.0", "license": "MIT", "dev": dev}
        for place, dev in enumerate(development)
    }
    lock = json.dumps({"lockfileVersion": 3, "packages": {"": {}, **packages}})
    assert say(dependencies_panel(licensing({"LICENSE": MIT, "package-lock.json": lock})).headline) == words
