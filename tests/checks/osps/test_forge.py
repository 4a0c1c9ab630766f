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
    ("AC-03.02", ForgeSettings("bitbucket", "https://example.org"), UNKNOWN),
    ("AC-03.02", ForgeSettings("gitlab", "https://example.org"), YES),
    ("AC-03.02", ForgeSettings("forgejo", "https://example.org"), YES),
    ("AC-03.02", github(), YES),
    ("AC-02.01", ForgeSettings("gitlab", "https://example.org"), YES),
    ("AC-02.01", ForgeSettings("gitea", "https://example.org"), UNKNOWN),
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
    assert "last year: 10; approved by somebody else: 9" in words(finding)


def shown_by(brand: str, *, checks: tuple[str, ...] = ("pipeline",)) -> ForgeSettings:
    return ForgeSettings(brand, "https://forge.example/ada/moot", branch=BranchRules("main", checks=checks))


LAB = "stages: [test]\nweaknesses:\n  script:\n    - semgrep scan --error\n"


@pytest.mark.parametrize(
    ("more", "expected", "said"),
    [
        ("", YES, "“weaknesses” of .gitlab-ci.yml is part of them"),
        ("  allow_failure: true\n", UNKNOWN, "may fail"),
        ("  allow_failure:\n    exit_codes: 1\n", UNKNOWN, "may fail"),
        ("  allow_failure: false\n", YES, "part of them"),
        ("  when: manual\n", UNKNOWN, "may fail"),
        ("  only:\n    - schedules\n", UNKNOWN, "its rules tell"),
        ('  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n', YES, "part of them"),
        ("other:\n  allow_failure: true\n  script: [make]\n", YES, "part of them"),
    ],
    ids=["plain", "may fail", "some codes", "may not", "by hand", "at night", "on changes", "another job"],
)
def test_a_job_of_a_gitlab_pipeline_that_must_succeed_stops_a_change(
    more: str, expected: Outcome, said: str
) -> None:
    finding = asked("VM-06.02", {".gitlab-ci.yml": LAB + more}, forge=shown_by("gitlab"))
    assert finding.outcome is expected
    assert said in words(finding)
    assert finding.spots[0].place == ".gitlab-ci.yml:4"


@pytest.mark.parametrize(
    "text",
    ["include:\n  - template: semgrep.yml\n", ".hidden:\n  script:\n    - semgrep scan\n",
     "variables:\n  X: semgrep\n", "a:\n  script:\n    - make\n"],
)  # fmt: skip
def test_what_is_no_job_of_a_gitlab_pipeline_stops_nothing(text: str) -> None:
    assert "part of them" not in words(asked("VM-06.02", {".gitlab-ci.yml": text}, forge=shown_by("gitlab")))


def test_a_workflow_is_no_part_of_a_gitlab_pipeline() -> None:
    assert outcome("VM-06.02", {".github/workflows/q.yml": CODEQL}, forge=shown_by("gitlab")) is UNKNOWN


def test_pipelines_that_need_not_succeed_stop_nothing() -> None:
    forge = shown_by("gitlab", checks=())
    assert outcome("VM-06.02", {".gitlab-ci.yml": LAB}, forge=forge) is UNKNOWN


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("CI / analyse (pull_request)", YES), ("CI / *", YES), ("*", YES), ("analyse", YES),
        ("CI / docs (pull_request)", UNKNOWN), ("Docs / analyse (pull_request)", UNKNOWN),
    ],
)  # fmt: skip
@pytest.mark.parametrize("brand", ["forgejo", "gitea"])
def test_forgejo_names_a_check_by_workflow_job_and_event(brand: str, check: str, expected: Outcome) -> None:
    files = {".forgejo/workflows/q.yml": f"name: CI\n{CODEQL}"}
    assert outcome("VM-06.02", files, forge=shown_by(brand, checks=(check,))) is expected


def test_a_star_means_nothing_to_github() -> None:
    forge = github(branch=BranchRules("main", checks=("*",)))
    assert outcome("VM-06.02", {".github/workflows/q.yml": CODEQL}, forge=forge) is UNKNOWN


BRANDS = ("github", "gitlab", "forgejo", "gitea")


@pytest.mark.parametrize("identifier", ["AC-01.01", "AC-03.01", "QA-03.01", "QA-07.01"])
@pytest.mark.parametrize("brand", BRANDS)
def test_advice_is_for_the_forge_the_project_is_at(identifier: str, brand: str) -> None:
    branch = BranchRules("main", needs_change=False, approvals=0, checks=())
    forge = ForgeSettings(brand, "https://forge.example/x", branch=branch, two_factor_required=False)
    told = asked(identifier, {}, forge=forge).remedy
    elsewhere = {
        asked(identifier, {}, forge=ForgeSettings(each, "x", branch=branch, two_factor_required=False)).remedy
        for each in BRANDS
        if {each, brand} != {"forgejo", "gitea"} and each != brand
    }
    assert told not in elsewhere or identifier == "AC-01.01"
    assert brand == "github" or "ruleset" not in str(told)


@pytest.mark.parametrize(
    ("path", "expected"),
    [(".gitlab-ci.yml", "a member of the project"), (".github/workflows/x.yml", "any token shows rulesets"),
     ("main.c", "a token that may administer the repository")],
)  # fmt: skip
def test_without_the_forge_files_tell_which_one_advice_is_for(path: str, expected: str) -> None:
    assert expected in words(asked("AC-03.01", {path: ""}))


def test_files_of_two_forges_tell_of_neither() -> None:
    told = words(asked("AC-03.01", {".gitlab-ci.yml": "", ".github/workflows/x.yml": ""}))
    assert "a token that may administer the repository" in told


def test_the_line_that_runs_the_check_is_shown() -> None:
    forge = github(branch=BranchRules("main", checks=("analyse",)))
    finding = asked("VM-06.02", {".github/workflows/q.yml": CODEQL}, forge=forge)
    assert [spot.place for spot in finding.spots] == [".github/workflows/q.yml:5"]


def test_a_required_check_of_what_runs_at_night_stops_no_change() -> None:
    forge = github(branch=BranchRules("main", checks=("analyse",)))
    at_night = CODEQL.replace("pull_request", "schedule")
    assert outcome("VM-06.02", {".github/workflows/q.yml": at_night}, forge=forge) is UNKNOWN


def test_a_workflow_without_a_name_is_called_by_its_file() -> None:
    files = {".forgejo/workflows/q.yml": CODEQL}
    told = shown_by("forgejo", checks=("q.yml / analyse (pull_request)",))
    assert outcome("VM-06.02", files, forge=told) is YES
    other = shown_by("forgejo", checks=("workflows/q.yml / analyse (pull_request)",))
    assert outcome("VM-06.02", files, forge=other) is UNKNOWN
