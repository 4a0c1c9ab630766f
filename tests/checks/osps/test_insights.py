"""SECURITY-INSIGHTS is read as a stranger's file: bounded, without aliases, and every value with its line."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, outcome, places, words
from checks.trees import ground
from folkmoot.checks.osps._insights import LARGEST, insights
from folkmoot.model.check import Outcome

TWO = """header:
  schema-version: 2.1.0
project:
  documentation:
    support-policy: https://example.org/support
  repositories:
    - name: moot
      url: https://example.org/moot
repository:
  license:
    expression: MIT
  security:
    assessments:
      self:
        comment: Not yet done.
"""
ONE = """header:
  schema-version: 1.0.0
security-contacts:
- type: email
  value: ada@example.org
"""


def test_values_carry_their_keys_and_lines() -> None:
    told = insights(ground({"SECURITY-INSIGHTS.yml": TWO}))
    (found,) = told.named("project.repositories.*.url")
    assert (found.key, found.value, found.line) == (
        "project.repositories.0.url", "https://example.org/moot", 8,
    )  # fmt: skip


@pytest.mark.parametrize(
    "path", ["SECURITY-INSIGHTS.yml", "security-insights.yaml", ".github/security-insights.yml"]
)
def test_it_is_found_where_it_may_stand(path: str) -> None:
    assert insights(ground({path: TWO})).path == path


def test_it_is_not_looked_for_elsewhere() -> None:
    assert insights(ground({"examples/SECURITY-INSIGHTS.yml": TWO})).fields == ()


def test_what_is_attested_is_a_yes_with_its_place() -> None:
    finding = asked("DO-04.01", {"SECURITY-INSIGHTS.yml": TWO})
    assert finding.outcome is Outcome.YES
    assert places(finding) == ["SECURITY-INSIGHTS.yml:5"]
    assert "attests it" in words(finding)


def test_version_one_counts_too() -> None:
    assert outcome("VM-02.01", {".github/SECURITY-INSIGHTS.yml": ONE}) is Outcome.YES


def test_a_comment_without_evidence_decides_nothing() -> None:
    finding = asked("SA-03.01", {"SECURITY-INSIGHTS.yml": TWO})
    assert finding.outcome is Outcome.UNKNOWN
    assert "Not yet done." in words(finding)


def test_one_repository_leaves_none_to_compare() -> None:
    assert outcome("QA-04.02", {"SECURITY-INSIGHTS.yml": TWO}) is Outcome.NOT_APPLICABLE
    several = TWO.replace("repository:\n", "    - {name: b, url: 'https://example.org/b'}\nrepository:\n")
    assert outcome("QA-04.02", {"SECURITY-INSIGHTS.yml": several}) is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "content",
    [
        "a: &a [x]\nb: *a\n",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "a: " + "[" * 400 + "]" * 400,
        "- x\n" * 20_000,
        "a: [unclosed",
        "a: !!python/object/apply:os.system [echo]\nb: [",
        "\x00\x01",
        "a: " + "x" * LARGEST,
    ],
    ids=["alias", "bomb", "deep", "many", "broken", "tag", "control", "large"],
)
def test_what_could_do_harm_is_not_read_and_said(content: str) -> None:
    told = insights(ground({"SECURITY-INSIGHTS.yml": content}))
    assert told.fields == ()
    assert told.problem
    finding = asked("DO-04.01", {"SECURITY-INSIGHTS.yml": content})
    assert finding.outcome is Outcome.UNKNOWN
    assert places(finding) == ["SECURITY-INSIGHTS.yml"]


def test_tags_make_no_objects() -> None:
    told = insights(ground({"SECURITY-INSIGHTS.yml": "a: !!python/object/apply:os.system ['echo']\n"}))
    assert [(each.key, each.value) for each in told.fields] == [("a.0", "echo")]


def test_a_link_is_not_followed() -> None:
    assert insights(ground({"SECURITY-INSIGHTS.yml": TWO}, ["SECURITY-INSIGHTS.yml"])).fields == ()


def test_an_empty_value_attests_nothing() -> None:
    files = {"SECURITY-INSIGHTS.yml": "project:\n  documentation:\n    support-policy:\n"}
    assert outcome("DO-04.01", files) is Outcome.UNKNOWN


def test_links_without_encryption_are_no_official_address() -> None:
    files = {"SECURITY-INSIGHTS.yml": "repository:\n  url: http://example.org/moot\n"}
    assert outcome("QA-01.01", files) is Outcome.UNKNOWN
    finding = asked("BR-03.01", {"SECURITY-INSIGHTS.yml": "header:\n  url: http://moot.example/\n"})
    assert finding.outcome is Outcome.NO
    assert places(finding) == ["SECURITY-INSIGHTS.yml:2"]
