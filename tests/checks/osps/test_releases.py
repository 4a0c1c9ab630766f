"""What tags, releases at the forge, changelogs and pipelines say about how a project releases."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, github, outcome, places, words
from checks.trees import ground
from folkmoot.checks.osps import _releases
from folkmoot.checks.osps._requirement import Say
from folkmoot.i18n import say
from folkmoot.model.check import Ground, Outcome
from folkmoot.model.forge_settings import ForgeSettings, ReleasePage
from folkmoot.model.released import Released, VersionTag

YES, NO, UNKNOWN = Outcome.YES, Outcome.NO, Outcome.UNKNOWN


def tagged(*names: str) -> Released:
    """Give a project with these version tags, the newest first."""
    return Released(tuple(VersionTag(name, 900 - at) for at, name in enumerate(names)))


def about(
    *, files: dict[str, str] | None = None, released: Released | None = None,
    pages: tuple[ReleasePage, ...] | None = None,
) -> Ground:  # fmt: skip
    made = ground(files or {})
    made.released = released
    made.forge = github(releases=pages) if pages is not None else None
    return made


def told(found: Say | None) -> tuple[Outcome, str]:
    assert found is not None
    return found.outcome, say(found.text)


# -- versions ----------------------------------------------------------------------------------------------


def test_tags_are_counted_and_the_newest_three_named() -> None:
    released = tagged("v1.3.0", "v1.2.0", "v1.1.0", "v1.0.0")
    assert told(_releases.versions(about(released=released))) == (
        YES, "Version tags: 4, the newest v1.3.0, v1.2.0, v1.1.0.",
    )  # fmt: skip


def test_without_tags_a_release_at_the_forge_tells_the_version() -> None:
    pages = (ReleasePage("v2.0.0"), ReleasePage("v1.0.0"))
    assert told(_releases.versions(about(pages=pages))) == (YES, "The newest release is v2.0.0.")
    assert _releases.versions(about()) is None


def test_the_newest_version_is_a_final_one() -> None:
    released = Released((VersionTag("v2.0.0rc1", 9, is_prerelease=True), VersionTag("v1.9.0", 8)))
    assert _releases.newest(about(released=released)) == "v1.9.0"
    assert _releases.newest(about()) == ""


def test_only_the_newest_five_final_releases_are_looked_at() -> None:
    pages = (ReleasePage("v9rc1", is_prerelease=True), *(ReleasePage(f"v{n}") for n in range(8, 0, -1)))
    assert [page.tag for page in _releases.pages(about(pages=pages))] == ["v8", "v7", "v6", "v5", "v4"]


# -- what changed ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("notes", "expected"), [(79, UNKNOWN), (80, YES)])
def test_short_notes_say_nothing_about_what_changed(notes: int, expected: Outcome) -> None:
    made = about(files={"CHANGELOG.md": "# 0.1\n"}, pages=(ReleasePage("v1.2.0", notes=notes),))
    found = _releases.change_log(made)
    assert told(found)[0] is expected


def test_the_number_of_characters_is_told() -> None:
    made = about(pages=(ReleasePage("v1.2.0", notes=512),))
    assert told(_releases.change_log(made)) == (YES, "The release v1.2.0 has notes of 512 characters.")


def test_a_release_without_notes_and_a_project_without_a_changelog_are_a_no() -> None:
    assert told(_releases.change_log(about(pages=(ReleasePage("v1.2.0"),)))) == (
        NO, "The newest release has no notes, and there is no changelog.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("v1.2", "## 1.2\n", YES),
        ("v1.2", "## v1.2.0 (today)\n", YES),
        ("v1.2", "Moot 1.2.\n", YES),
        ("REL_1_2", "## 1.2\n", YES),
        ("moot-1.2.0", "## 1.2.0\n", YES),
        ("v1.2", "## 1.2.5\n", UNKNOWN),
        ("v1.2", "## 11.2\n", UNKNOWN),
        ("v1.2", "## 0.1.2\n", UNKNOWN),
        ("v1.2", "## 1.20\n", UNKNOWN),
        ("v1.2.0", "## 1.2\n", UNKNOWN),
    ],
)
def test_a_changelog_names_the_version_and_no_longer_number_that_holds_it(
    tag: str, text: str, expected: Outcome
) -> None:
    made = about(files={"CHANGELOG.md": text}, released=tagged(tag))
    assert told(_releases.change_log(made))[0] is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("moot 34\n=======\n\n- Mended.\n", YES), ("# 34\n", YES), ("Begun.\nIn v34 it rows.\n", YES),
        ("It has 34 oars.\n", UNKNOWN), ("# 34.1\n", UNKNOWN), ("v345\n", UNKNOWN),
    ],
)  # fmt: skip
def test_a_version_without_a_dot_is_named_by_a_heading_or_as_a_version(text: str, expected: Outcome) -> None:
    made = about(files={"NEWS": text}, released=tagged("v34"))
    assert told(_releases.change_log(made))[0] is expected


def test_the_place_of_the_version_is_the_evidence() -> None:
    files = {"CHANGELOG.md": "# All\n\n## 1.2.5\n\n## 1.2.0\n"}
    finding = asked("BR-04.01", files, released=tagged("v1.2.0"))
    assert places(finding) == ["CHANGELOG.md:5"]
    assert "CHANGELOG.md tells about 1.2.0." in words(finding)


def test_a_file_that_is_called_after_the_version_comes_before_the_whole_changelog() -> None:
    files = {"CHANGELOG.md": "# 1.2.0\n", "docs/changelog/1.2.0.md": "Fixed.\n"}
    assert places(asked("BR-04.01", files, released=tagged("v1.2.0"))) == ["docs/changelog/1.2.0.md:1"]


@pytest.mark.parametrize(
    "path",
    [
        "CHANGELOG", "CHANGES.rst", "HISTORY.md", "NEWS", "RELEASE_NOTES.md", "docs/changelog.md",
        "docs/source/changes.rst", "docs/whatsnew/1.2.rst", "changelog-1.2.md", "Release Notes.txt",
    ],
)  # fmt: skip
def test_where_changelogs_stand(path: str) -> None:
    assert outcome("BR-04.01", {path: "1.2.0\n"}, released=tagged("v1.2.0")) is YES


@pytest.mark.parametrize(
    "path",
    ["src/changes.md", "changelog.py", "news.js", "history.c", "docs/a/b/changelog.md", "exchanges.md"],
)
def test_where_none_stand(path: str) -> None:
    assert _releases.change_log(about(files={path: "1.2.0\n"}, released=tagged("v1.2.0"))) is None


def test_without_any_version_a_changelog_decides_nothing() -> None:
    finding = asked("BR-04.01", {"CHANGELOG.md": "# 1.2.0\n"}, released=None)
    assert (finding.outcome, places(finding)) == (UNKNOWN, ["CHANGELOG.md"])


# -- signatures --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["moot.tar.gz.asc", "moot.SIG", "moot.sigstore.json", "multiple.intoto.jsonl", "moot.zip.minisig",
             "attestation.json", "moot.pem", "moot.cosign.bundle", "moot.p7s", "moot.slsa", "moot.att"]
)  # fmt: skip
def test_a_signature_beside_the_files_of_every_release_is_a_yes(name: str) -> None:
    pages = (ReleasePage("v2", assets=("moot.tar.gz", name)), ReleasePage("v1"))
    assert told(_releases.signed_assets(about(pages=pages))) == (
        YES, "Newest releases with files: 1; each has signatures beside them.",
    )  # fmt: skip


def test_one_release_without_a_signature_is_told() -> None:
    pages = (ReleasePage("v2", assets=("moot.zip", "moot.zip.asc")), ReleasePage("v1", assets=("moot.zip",)))
    assert told(_releases.signed_assets(about(pages=pages))) == (
        UNKNOWN, "Newest releases with files: 2; without a signature beside them: 1.",
    )  # fmt: skip
    assert _releases.signed_assets(about(pages=(ReleasePage("v1"),))) is None


@pytest.mark.parametrize(
    ("name", "is_bill"),
    [
        ("moot.spdx.json", True),
        ("moot-SBOM.json", True),
        ("bom.xml", True),
        ("moot.cdx.json", True),
        ("bombastic.zip", False),
        ("moot.zip", False),
    ],
)
def test_bills_of_materials_are_known_by_their_names(name: str, is_bill: bool) -> None:
    found = _releases.released_bill(about(pages=(ReleasePage("v1", assets=("moot", name)),)))
    assert told(found)[0] is (YES if is_bill else UNKNOWN)


def test_releases_without_a_bill_are_counted() -> None:
    pages = (ReleasePage("v2", assets=("moot",)), ReleasePage("v1", assets=("moot", "sbom.json")))
    assert told(_releases.released_bill(about(pages=pages))) == (
        UNKNOWN, "Newest releases with files: 2; without a bill of materials beside them: 1.",
    )  # fmt: skip


def test_files_of_releases_are_counted_over_all_of_them() -> None:
    pages = (ReleasePage("v2", assets=("a", "b")), ReleasePage("v1", assets=("c",)))
    assert told(_releases.assets_named(about(pages=pages))) == (
        YES, "Files of the newest releases: 3; each stands below its release's own tag.",
    )  # fmt: skip
    assert _releases.assets_named(about()) is None


def test_signed_tags_are_counted_among_the_newest_five() -> None:
    tags = tuple(VersionTag(f"v{n}", n, signed="ssh" if n in (9, 7, 1) else "") for n in range(9, 0, -1))
    assert told(_releases.signed_tags(about(released=Released(tags)))) == (
        UNKNOWN, "Newest version tags looked at: 5, v9 first; signed: 2.",
    )  # fmt: skip
    assert _releases.signed_tags(about()) is None


STEP = "on: push\njobs:\n  a:\n    steps:\n      - run: {run}\n"


@pytest.mark.parametrize(
    ("run", "counts"),
    [
        ("cosign sign moot", True),
        ("gpg --armor --detach-sign moot.tar.gz", True),
        ("npm publish --provenance", True),
        ("gpg --verify moot.tar.gz.asc", False),
        ("cosign verify moot", False),
        ("echo done", False),
    ],
)
def test_a_pipeline_that_releases_and_signs_counts(run: str, counts: bool) -> None:
    made = about(files={".github/workflows/release.yml": STEP.format(run=run)})
    assert (_releases.signing_pipeline(made) is not None) is counts


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        ("", True),
        ("git_commit_gpgsign: true", False),
        ("git_commit_gpgsign: true\n          git_tag_gpgsign: true", True),
        ("x: y\n      - uses: ada/commit@v1\n        with:\n          git_commit_gpgsign: true", True),
    ],
)
def test_a_key_that_is_taken_in_for_commits_signs_no_release(given: str, counts: bool) -> None:
    text = STEP.format(run="make") + (
        "      - uses: crazy-max/ghaction-import-gpg@v7\n        with:\n          gpg_private_key: KEY\n"
        f"          {given}\n"
    )
    made = about(files={".github/workflows/release.yml": text})
    assert (_releases.signing_pipeline(made) is not None) is counts


def test_a_line_that_is_switched_off_signs_nothing() -> None:
    text = STEP.format(run="make") + "      # - run: cosign sign moot\n"
    assert _releases.signing_pipeline(about(files={".github/workflows/release.yml": text})) is None


def test_a_pipeline_that_only_tests_signing_does_not_count() -> None:
    made = about(files={".github/workflows/test.yml": STEP.format(run="cosign sign moot")})
    assert _releases.signing_pipeline(made) is None


def test_settings_of_another_forge_are_asked_alike() -> None:
    shown = (ReleasePage("v1", assets=("moot", "moot.asc")),)
    forge = ForgeSettings("gitlab", "https://gitlab.example/ada/moot", releases=shown)
    assert outcome("BR-06.01", {"main.c": ""}, forge=forge) is YES
