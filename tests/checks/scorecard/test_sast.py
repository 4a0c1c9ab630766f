"""Tools for static analysis are known by the actions of workflows, or by a Sonar server."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.sast import CHECK
from folkmoot.model.check import Evidence, Finding, Outcome
from folkmoot.model.scorecard import Scored, info, warn

WORKFLOW = "on: push\njobs:\n  scan:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: {action}\n"
NO_CHANGES = warn("no pull requests merged into dev branch")
PATH = ".github/workflows/scan.yml"


def using(action: str) -> Finding:
    return CHECK.decide(ground({PATH: WORKFLOW.format(action=action)}))


def scored(finding: Finding) -> Scored:
    assert finding.scored
    return finding.scored


def test_codeql_is_told_in_scorecard_s_words_with_our_place() -> None:
    finding = using("github/codeql-action/analyze@v3")
    told = (info("SAST configuration detected: CodeQL"), NO_CHANGES)
    assert scored(finding) == Scored("SAST", 10, "SAST tool detected: CodeQL", told)
    assert finding.spots == (Evidence("CodeQL", PATH, 6),)


@pytest.mark.parametrize(
    ("action", "tool"),
    [
        ("snyk/actions/node@master", "Snyk"), ("facebook/pysa-action@v1", "Pysa"),
        ("JetBrains/qodana-action@v2024", "Qodana"), ("hadolint/hadolint-action@v3", "Hadolint"),
    ],
)  # fmt: skip
def test_other_tools(action: str, tool: str) -> None:
    told = (info(f"SAST configuration detected: {tool}"), NO_CHANGES)
    assert scored(using(action)) == Scored("SAST", 10, "SAST tool detected", told)


@pytest.mark.parametrize(
    "action",
    ["github/codeql-action/init@v3", "github/codeql-action/analyzer@v3", "snyk/actions@v1", "a/b@v1"],
)
def test_other_actions_do_not_count(action: str) -> None:
    finding = using(action)
    assert scored(finding) == Scored("SAST", 0, "no SAST tool detected", (NO_CHANGES,))
    assert finding.outcome is Outcome.UNKNOWN


def test_every_step_is_told() -> None:
    again = WORKFLOW + "      - uses: {action}\n"
    finding = CHECK.decide(ground({PATH: again.format(action="github/codeql-action/analyze@v3")}))
    assert len(scored(finding).details) == 3
    assert [each.line for each in finding.spots] == [6, 7]


def test_a_sonar_server_in_a_pom_counts() -> None:
    pom = "<project>\n <properties>\n  <sonar.host.url> https://sonar.example </sonar.host.url>\n"
    finding = CHECK.decide(ground({"app/POM.xml": pom}))
    told = (info("SAST configuration detected: Sonar"), NO_CHANGES)
    assert scored(finding) == Scored("SAST", 10, "SAST tool detected", told)
    assert finding.spots == (Evidence("Sonar", "app/POM.xml", 3),)


@pytest.mark.parametrize(
    "pom", ["<sonar.host.url></sonar.host.url>", "<sonar.host.url>a b</sonar.host.url>", ""]
)
def test_no_server_does_not_count(pom: str) -> None:
    assert scored(CHECK.decide(ground({"pom.xml": pom}))).score == 0


def test_a_broken_workflow_is_an_error() -> None:
    assert CHECK.decide(ground({PATH: "on: [push\njobs: {"})).outcome is Outcome.ERROR


def test_a_long_pom_takes_no_time() -> None:
    pom = "</sonar.host.url>" + "<sonar.host.url>" * 20_000
    assert scored(CHECK.decide(ground({"pom.xml": pom}))).score == 0


def test_what_is_not_known_says_where_it_may_be() -> None:
    (spot,) = using("a/b@v1").spots
    assert "settings of the forge" in str(spot.what)
