"""Requirements that the forge decides: yes and no by its settings, unknown without it."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, github, outcome, words
from checks.trees import ground
from folkmoot.checks import all_checks
from folkmoot.model.check import Outcome
from folkmoot.model.forge_settings import BranchRules, ForgeSettings, ReleasePage
from folkmoot.model.past import Past

YES, NO, UNKNOWN = Outcome.YES, Outcome.NO, Outcome.UNKNOWN
SETTINGS = [
    ("AC-01.01", github(two_factor_required=True), YES),
    ("AC-01.01", github(two_factor_required=False), NO),
    ("AC-02.01", github(member_permission="read"), YES),
    ("AC-02.01", github(member_permission="none"), YES),
    ("AC-02.01", github(member_permission="write"), NO),
    ("AC-03.01", github(branch=BranchRules("main", needs_change=True)), YES),
    ("AC-03.01", github(branch=BranchRules("main", needs_change=False)), NO),
    ("AC-03.02", ForgeSettings("gitea", "https://x.org", branch=BranchRules(blocks_deletion=True)), YES),
    ("AC-03.02", ForgeSettings("gitea", "https://example.org"), UNKNOWN),
    ("AC-03.02", github(), YES),
    ("AC-04.01", github(workflow_permission="read"), YES),
    ("AC-04.01", github(workflow_permission="write"), NO),
    ("BR-07.01", github(secret_scanning=True), YES),
    ("BR-07.01", github(push_protection=True), YES),
    ("BR-07.01", github(secret_scanning=False), UNKNOWN),
    ("GV-02.01", github(takes_issues=True), YES),
    ("GV-02.01", github(takes_issues=False, has_discussions=False), UNKNOWN),
    ("GV-03.01", github(contributing_guide=True), YES),
    ("GV-03.01", github(contributing_guide=False), NO),
    ("LE-01.01", github(sign_off_required=True), YES),
    ("LE-01.01", github(sign_off_required=False), UNKNOWN),
    ("QA-01.01", github(is_public=True), YES),
    ("QA-01.01", github(is_public=False), NO),
    ("QA-01.02", github(is_public=True), YES),
    ("QA-03.01", github(branch=BranchRules("main", checks=("build",))), YES),
    ("QA-03.01", github(branch=BranchRules("main", checks=())), NO),
    ("QA-07.01", github(branch=BranchRules("main", approvals=2)), YES),
    ("QA-07.01", github(branch=BranchRules("main", approvals=0)), NO),
    ("VM-02.01", github(private_reporting=True), YES),
    ("VM-02.01", github(private_reporting=False, security_policy=False), NO),
    ("VM-02.01", github(private_reporting=False), UNKNOWN),
    ("VM-03.01", github(private_reporting=True), YES),
    ("VM-03.01", github(private_reporting=False), UNKNOWN),
    ("VM-04.01", github(published_advisories=3), YES),
    ("VM-04.01", github(published_advisories=0), UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(("identifier", "forge", "expected"), SETTINGS)
def test_a_setting_decides(identifier: str, forge: ForgeSettings, expected: Outcome) -> None:
    assert outcome(identifier, {"main.c": ""}, forge=forge) is expected


@pytest.mark.parametrize("identifier", sorted({each[0] for each in SETTINGS}))
def test_without_the_forge_it_is_unknown_and_the_forge_is_named(identifier: str) -> None:
    finding = asked(identifier, {"main.c": ""})
    assert finding.outcome is UNKNOWN
    assert finding.remedy


def test_settings_of_a_forge_are_told_with_its_address() -> None:
    assert "https://github.com/ada/moot" in words(asked("QA-01.01", {}, forge=github(is_public=True)))


def pages(*assets: str, notes: int = 0) -> ForgeSettings:
    return github(releases=(ReleasePage("v1.2.0", notes=notes, assets=assets),))


@pytest.mark.parametrize(
    ("identifier", "forge", "expected"),
    [
        ("BR-02.02", pages("moot-1.2.0.tar.gz"), YES),
        ("BR-02.02", pages(), Outcome.NOT_APPLICABLE),
        ("BR-04.01", pages(notes=500), YES),
        ("BR-04.01", pages(notes=3), NO),
        ("BR-06.01", pages("moot.tar.gz", "moot.tar.gz.asc"), YES),
        ("BR-06.01", pages("moot.tar.gz"), UNKNOWN),
        ("QA-02.02", pages("moot", "moot.spdx.json"), YES),
        ("QA-02.02", pages("moot", "moot-sbom.cdx.json"), YES),
        ("QA-02.02", pages("moot"), UNKNOWN),
        ("QA-02.02", pages(), Outcome.NOT_APPLICABLE),
        ("BR-03.02", pages("moot"), YES),
    ],
)
def test_files_and_notes_of_releases_decide(identifier: str, forge: ForgeSettings, expected: Outcome) -> None:
    assert outcome(identifier, {"main.c": ""}, forge=forge) is expected


def test_prereleases_do_not_count() -> None:
    forge = github(releases=(ReleasePage("v2rc1", is_prerelease=True, notes=900),))
    assert outcome("BR-04.01", {}, forge=forge) is UNKNOWN


CODEQL = "on: pull_request\njobs:\n  analyse:\n    steps:\n      - uses: github/codeql-action/init@v3\n"


@pytest.mark.parametrize(
    ("checks", "expected"),
    [(("analyse",), YES), (("CI / analyse",), YES), (("docs",), UNKNOWN), (None, UNKNOWN)],
)
def test_a_check_on_changes_counts_when_it_is_required(
    checks: tuple[str, ...] | None, expected: Outcome
) -> None:
    forge = github(branch=BranchRules("main", checks=checks))
    assert outcome("VM-06.02", {".github/workflows/q.yml": CODEQL}, forge=forge) is expected


def test_a_check_that_runs_on_changes_is_shown_without_the_forge() -> None:
    finding = asked("VM-06.02", {".github/workflows/q.yml": CODEQL})
    assert finding.outcome is UNKNOWN
    assert finding.spots[0].place == ".github/workflows/q.yml:5"


def test_practice_is_told_and_decides_nothing() -> None:
    made = ground({})
    made.past = Past(as_of=1, first_seen=1, landed=12, changesets=12, approved=9, by_people=10)
    finding = all_checks("osps")["OSPS-QA-07.01"].decide(made)
    assert finding.outcome is UNKNOWN
    assert "approved 9 of 10 changes" in words(finding)
