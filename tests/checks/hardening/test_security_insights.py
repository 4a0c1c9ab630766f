"""Whether SECURITY-INSIGHTS holds what its format asks for."""

from __future__ import annotations

import pytest

from checks.osps.asking import outcome
from checks.trees import ground
from folkmoot.checks.hardening.security_insights import CHECK, PROJECT, REPOSITORY
from folkmoot.checks.osps._insights import leads_nowhere
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome

PATH = ".github/security-insights.yml"
WHOLE = """header:
  schema-version: 2.2.0
  last-updated: "2026-11-20"
  last-reviewed: "2026-11-21"
  url: https://moot.test/insights.yml
project:
  name: Moot
  administrators: [{name: Ada, primary: true}]
  repositories: [{name: moot, url: https://moot.test, comment: All of it.}]
  vulnerability-reporting: {reports-accepted: true, bug-bounty-available: false}
repository:
  status: active
  url: https://moot.test
  accepts-change-request: true
  accepts-automated-change-request: false
  core-team: [{name: Ada, primary: true}]
  license: {url: https://moot.test/LICENSE, expression: MIT}
  security: {assessments: {self: {comment: None yet.}}}
"""


def found(text: str | None) -> Finding:
    return CHECK.decide(ground({PATH: text}))


def test_a_whole_file_is_well() -> None:
    assert found(WHOLE).outcome is Outcome.YES


def test_without_a_file_nothing_is_asked() -> None:
    finding = CHECK.decide(ground({"README.md": "x"}))
    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert "folkmoot fix security-insights" in say(finding.evidence[0])


def test_what_is_empty_or_missing_is_named() -> None:
    finding = found(WHOLE.replace("expression: MIT", 'expression: ""').replace("  name: Moot\n", ""))
    assert finding.outcome is Outcome.NO
    assert [(spot.place, say(spot.what)) for spot in finding.spots] == [
        (PATH, "project.name is missing."),
        (f"{PATH}:16", "repository.license.expression is empty."),
    ]


@pytest.mark.parametrize("part", ["project", "repository"])
def test_a_file_with_a_parent_leaves_the_project_to_it(part: str) -> None:
    head, _, rest = WHOLE.partition("project:\n")
    head += "  project-si-source: https://moot.test/parent.yml\n"
    inside = dict(zip(("project", "repository"), rest.split("repository:\n"), strict=True))
    missing = {say(spot.what).partition(" ")[0] for spot in found(f"{head}{part}:\n{inside[part]}").spots}
    assert missing == (set() if part == "repository" else set(REPOSITORY))


def test_without_a_parent_the_project_is_asked_for() -> None:
    head, _, _rest = WHOLE.partition("project:\n")
    assert len(found(head).spots) == len(PROJECT)


def test_version_1_has_ended() -> None:
    finding = found("header:\n  schema-version: 1.0.0\n")
    assert (finding.outcome, finding.spots[0].line) == (Outcome.NO, 2)


@pytest.mark.parametrize("text", ["a: &x [b]\nc: *x\n", "a: ["])
def test_what_cannot_be_used_is_an_error_of_the_file(text: str) -> None:
    assert found(text).outcome is Outcome.ERROR


def test_what_is_not_in_the_clone_is_not_known() -> None:
    assert found(None).outcome is Outcome.UNKNOWN


def test_addresses_that_lead_nowhere_are_not_called_well() -> None:
    finding = found(WHOLE.replace("https://moot.test/LICENSE", "https://moot.invalid/LICENSE"))
    assert finding.outcome is Outcome.UNKNOWN
    assert [spot.place for spot in finding.spots] == [f"{PATH}:17"]


def test_nothing_is_attested_by_an_address_that_leads_nowhere() -> None:
    assert outcome("QA-04.01", {PATH: WHOLE}) is Outcome.YES
    assert outcome("QA-04.01", {PATH: WHOLE.replace("moot.test", "moot.invalid")}) is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("value", "is_nowhere"),
    [
        ("https://moot.invalid/x", True), ("https://invalid", True), ("ada@moot.invalid", True),
        ("https://moot.test/invalid", False), ("https://invalid.example.org", False), ("invalid", False),
    ],
)  # fmt: skip
def test_which_addresses_lead_nowhere(value: str, is_nowhere: bool) -> None:
    assert leads_nowhere(value) is is_nowhere
