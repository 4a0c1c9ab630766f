"""Where change logs lie: fragments are told from what explains their folder, and versions have files."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from checks.osps.asking import asked, places
from checks.trees import ground
from folkmoot.checks.community.changelog import CHECK
from folkmoot.checks.osps._log_places import is_fragment, version_notes
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.released import Released, VersionTag

KEPT_EMPTY = {
    ".changeset/README.md": "# Changesets\n\nHello and welcome!\n",
    ".changeset/config.json": '{"changelog": "@changesets/cli/changelog"}\n',
}
PACKAGE = {"packages/moot/package.json": "{}", "packages/moot/CHANGELOG.md": "# moot\n\n## 1.2.0\n"}
WAITING = {".changeset/calm-owls-sing.md": "---\nmoot: minor\n---\n\nSing.\n"}
NOTES = {
    "docs/releases/index.rst": "Release notes\n=============\n",
    "docs/releases/v1.9.rst": "Moot 1.9\n========\n\n- Begun.\n",
    "docs/releases/v1.10.1.rst": "Moot 1.10.1\n===========\n\n- Mended.\n",
}


def released(*told: str) -> Released:
    rows = [each.split() for each in told]
    tags = [VersionTag(n, int(datetime.fromisoformat(d).replace(tzinfo=UTC).timestamp())) for n, d in rows]
    return Released(tuple(reversed(tags)), commits=9, signed_off=0, authors=2)


def decided(files: dict[str, str], *told: str) -> Finding:
    place = ground(files)
    place.released = released(*told) if told else None
    return CHECK.decide(place)


@pytest.mark.parametrize(
    "path",
    [".changeset/calm-owls-sing.md", "changelog.d/12.fixed.md", "newsfragments/config-reload.rst",
     "changelogs/unreleased/template-words.yml", "changelog.d/config.reload.fixed.md"],
)  # fmt: skip
def test_fragments(path: str) -> None:
    assert is_fragment(path)


@pytest.mark.parametrize(
    "path",
    [".changeset/README.md", ".changeset/config.json", ".changeset/pre.json", "changelog.d/.gitkeep",
     "newsfragments/_template.md.jinja", "newsfragments/README", "docs/changesets.md"],
)  # fmt: skip
def test_what_keeps_and_explains_a_folder_is_no_fragment(path: str) -> None:
    assert not is_fragment(path)


@pytest.mark.parametrize("only", [*KEPT_EMPTY, "changelog.d/README.md", "changelog.d/.gitkeep"])
def test_a_folder_without_fragments_is_no_log(only: str) -> None:
    assert decided({only: "x", "README.md": "x"}).outcome is Outcome.NO


@pytest.mark.parametrize("more", [{}, WAITING])
def test_the_logs_of_packages_are_told_before_what_waits_for_them(more: dict[str, str]) -> None:
    found = decided(KEPT_EMPTY | PACKAGE | more)
    assert found.outcome is Outcome.YES
    assert (
        say(found.evidence[0])
        == "Packages made here that have one: 1, packages/moot/CHANGELOG.md among them."
    )


def test_without_any_log_fragments_show_that_one_is_kept() -> None:
    found = decided(KEPT_EMPTY | WAITING)
    assert (found.outcome, say(found.evidence[0])) == (Outcome.YES, "Found: .changeset/calm-owls-sing.md")


def test_what_explains_fragments_is_no_log_for_the_baseline_either() -> None:
    found = asked(
        "BR-04.01",
        {"changelog.d/README.md": "One file for each change."},
        released=released("v1.0 2026-01-01"),
    )
    assert (found.outcome, places(found)) == (Outcome.UNKNOWN, [])


def test_notes_on_one_version_each_are_found_the_newest_first() -> None:
    assert version_notes(NOTES) == ["docs/releases/v1.10.1.rst", "docs/releases/v1.9.rst"]
    found = decided(NOTES, "v1.9 2025-01-01", "v1.10.1 2026-01-01")
    assert (found.outcome, found.remedy) == (Outcome.YES, "")
    assert (
        say(found.evidence[0])
        == "Versions with a file of their own: 2, docs/releases/v1.10.1.rst the newest."
    )


@pytest.mark.parametrize(
    "path",
    ["release-notes/1.2.0.md", "doc/source/release/1.10.0-notes.rst", "docs/release_notes/release-1.2.txt",
     "Documentation/RelNotes/2.9.0.txt", "doc/whatsnew/3.9.rst", "docs/releases/moot 1.2.md"],
)  # fmt: skip
def test_names_of_notes(path: str) -> None:
    assert version_notes([path]) == [path]


@pytest.mark.parametrize(
    "path",
    ["docs/releases/how-to-release.md", "docs/releases/index.rst", "releases/1.2.0.tgz",
     ".yarn/releases/yarn-3.2.1.cjs", "docs/reference/ko/release-notes/1.2.md", "blog/releases/1.2.md",
     "docs/releases/plan-for-the-time-after-1.2.md", "docs/guide/1.2.md", "vendor/a/releases/1.2.md"],
)  # fmt: skip
def test_names_of_something_else(path: str) -> None:
    assert version_notes([path]) == []


def test_notes_that_stop_are_told_with_what_they_miss() -> None:
    stopped = (
        "v1.9 2019-01-01",
        "v1.10.1 2019-03-01",
        "v1.11 2020-01-01",
        "v2.0 2021-01-01",
        "v3.0 2023-01-01",
    )
    found = decided(NOTES, *stopped)
    assert found.outcome is Outcome.NO
    assert say(found.evidence[0]) == (
        "docs/releases/v1.10.1.rst names versions up to v1.10.1; newer ones that are tagged: 3, the "
        "newest v3.0 of 2023-01-01."
    )
    assert say(found.remedy).startswith("Add a file beside docs/releases/v1.10.1.rst")


def test_a_name_tells_the_version_where_the_text_does_not() -> None:
    wordless = {"docs/releases/v1.9.rst": "- Begun.\n"}
    found = decided(wordless, "v1.9 2019-01-01", "v2.0 2020-01-01", "v3.0 2023-01-01")
    assert "names versions up to v1.9; newer ones that are tagged: 2" in say(found.evidence[0])


def test_the_newest_version_is_looked_for_among_them() -> None:
    found = asked("BR-04.01", NOTES, released=released("v1.9 2025-01-01", "v1.10.1 2026-01-01"))
    assert (found.outcome, places(found)) == (Outcome.YES, ["docs/releases/v1.10.1.rst:1"])
