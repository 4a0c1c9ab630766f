"""The room of the OSPS Baseline as a whole: complete, and honest about what was not looked at."""

from __future__ import annotations

import re

import pytest

from checks.osps.asking import asked, github, outcome, places, words
from folkmoot.checks import all_checks
from folkmoot.checks.osps._catalogue import all_requirements, baseline
from folkmoot.model.check import Outcome
from folkmoot.model.forge_settings import BranchRules, ReleasePage
from folkmoot.model.released import Released

CHECKS = all_checks("osps")
EMPTY: dict[str, str] = {"main.c": "int main(void) { return 0; }\n"}


def test_every_active_requirement_has_its_check() -> None:
    assert set(CHECKS) == set(all_requirements())
    assert len(CHECKS) == 64


def test_levels_are_those_of_the_baseline() -> None:
    levels = [check.requirement.levels for check in CHECKS.values() if check.requirement]
    assert [sum(level in each for each in levels) for level in (1, 2, 3)] == [24, 41, 62]
    assert sum(each[0] == 1 for each in levels) == 24


def test_mappings_name_frameworks_that_are_described() -> None:
    named = {name for check in CHECKS.values() if check.requirement for name in check.requirement.maps}
    assert {"CRA", "SSDF", "CSF", "ISO-18974", "PCIDSS", "SAMM", "BPB"} <= named
    assert named <= set(baseline()["frameworks"])


def test_the_baseline_s_authors_are_named() -> None:
    assert "OpenSSF" in baseline()["attribution"]
    assert "CC-BY-4.0" in baseline()["attribution"]


@pytest.mark.parametrize("identifier", CHECKS)
def test_nothing_to_look_at_is_no_only_where_absence_proves_it(identifier: str) -> None:
    finding = asked(identifier[5:], EMPTY, released=None)
    if identifier.startswith("OSPS-LE-03."):
        assert finding.outcome is Outcome.NO
    else:
        assert finding.outcome is not Outcome.NO


@pytest.mark.parametrize("identifier", CHECKS)
def test_what_is_unknown_says_in_one_line_what_would_settle_it(identifier: str) -> None:
    finding = asked(identifier[5:], EMPTY, released=None)
    if finding.outcome is Outcome.UNKNOWN:
        assert "\n" not in str(finding.remedy)
        assert 20 < len(str(finding.remedy)) < 250
        assert finding.effort == ""


@pytest.mark.parametrize("identifier", CHECKS)
def test_contents_that_are_not_in_the_clone_are_never_a_no(identifier: str) -> None:
    paths = ["README.md", "LICENSE", "SECURITY.md", "CONTRIBUTING.md", ".github/workflows/ci.yml", "lib/a.so",
             "package.json", "docs/index.md", ".env", "SECURITY-INSIGHTS.yml"]  # fmt: skip
    assert outcome(identifier[5:], dict.fromkeys(paths)) is not Outcome.NO


HOSTILE = (
    "\u202e\x1b[31m" + "# " * 500 + "a" * 60_000 + "\n" + "(" * 5_000 + "${{" * 2_000,
    "on: pull_request\njobs:\n  a:\n    steps:\n      - run: " + "curl gpg npm publish " * 10_000,
    "vulnerability severity critical dependency release secret test design " * 3_000,
)
"""Texts that make a careless expression look at every place from every place."""


@pytest.mark.parametrize("text", HOSTILE, ids=["letters", "commands", "words"])
def test_hostile_texts_stop_no_check(text: str) -> None:
    files: dict[str, bytes | str | None] = {
        "README.md": text, "SECURITY.md": text, "CONTRIBUTING.md": text, "package.json": text,
        "SECURITY-INSIGHTS.yml": "a: " + "[" * 5_000, ".github/workflows/x.yml": text,
        ".github/workflows/y.yml": HOSTILE[1], "CHANGELOG.md": b"\xff\xfe" * 900, ".env": text,
    }  # fmt: skip
    assert all(asked(identifier[5:], files).outcome in Outcome for identifier in CHECKS)


def test_without_a_release_what_asks_for_one_is_not_applicable() -> None:
    assert outcome("DO-02.01", EMPTY, released=Released()) is Outcome.NOT_APPLICABLE
    assert outcome("DO-02.01", EMPTY, released=None) is Outcome.UNKNOWN
    assert outcome("DO-02.01", EMPTY) is Outcome.UNKNOWN


def test_a_release_at_the_forge_is_a_release() -> None:
    forge = github(releases=(ReleasePage("v1"),))
    assert outcome("DO-02.01", EMPTY, released=Released(), forge=forge) is Outcome.UNKNOWN


def test_what_contradicts_the_answer_is_told_beside_it() -> None:
    files = {"SECURITY-INSIGHTS.yml": "repository:\n  url: https://example.org/moot\n"}
    finding = asked("QA-01.01", files, forge=github(is_public=False))
    assert finding.outcome is Outcome.NO
    assert "says otherwise" in words(finding)
    assert places(finding)[-1] == "SECURITY-INSIGHTS.yml:2"


def test_a_setting_that_is_not_shown_leaves_the_question_open() -> None:
    finding = asked("QA-07.01", EMPTY, forge=github(branch=BranchRules("main")))
    assert finding.outcome is Outcome.UNKNOWN
    assert "does not show this setting" in words(finding)


def test_remedies_are_offered_for_a_no_only() -> None:
    no = asked("QA-07.01", EMPTY, forge=github(branch=BranchRules("main", approvals=0)))
    yes = asked("QA-07.01", EMPTY, forge=github(branch=BranchRules("main", approvals=1)))
    assert (no.outcome, yes.outcome) == (Outcome.NO, Outcome.YES)
    assert no.effort
    assert not yes.remedy


def test_ids_lead_to_their_files() -> None:
    for check in CHECKS.values():
        assert re.fullmatch(r"OSPS-[A-Z]{2}-\d\d\.\d\d", check.id)
        assert check.definition.endswith(check.id.lower().replace(".", ""))
