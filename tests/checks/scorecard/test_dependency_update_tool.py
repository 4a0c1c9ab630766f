"""Tools that propose new versions are known by their configuration."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.dependency_update_tool import CHECK
from folkmoot.model.check import Outcome
from folkmoot.model.scorecard import Scored, info, warn


@pytest.mark.parametrize(
    ("path", "tool"),
    [
        (".github/dependabot.yml", "Dependabot"), (".github/Dependabot.YAML", "Dependabot"),
        ("renovate.json5", "RenovateBot"), (".gitlab/renovate.json", "RenovateBot"),
        (".config/scala-steward.conf", "scala-steward"),
    ],
)  # fmt: skip
def test_a_configuration_is_enough(path: str, tool: str) -> None:
    told = (info(f"detected update tool: {tool}", path, 1),)
    expected = Scored("Dependency-Update-Tool", 10, "update tool detected", told)
    assert CHECK.decide(ground({path: ""})).scored == expected


def test_every_tool_is_told() -> None:
    scored = CHECK.decide(ground({"renovate.json": "", ".github/dependabot.yml": ""})).scored
    assert scored
    assert [each.path for each in scored.details] == [".github/dependabot.yml", "renovate.json"]


def test_other_files_are_no_configuration() -> None:
    finding = CHECK.decide(ground({"docs/.github/dependabot.yml": "", "dependabot.yml": "", "go.mod": ""}))
    assert finding.outcome is Outcome.NO
    told = (warn("no dependency update tool configurations found"),)
    assert finding.scored == Scored("Dependency-Update-Tool", 0, "no update tool detected", told)


def test_a_file_that_is_not_in_the_clone_counts_by_its_name() -> None:
    assert CHECK.decide(ground({"renovate.json": None})).outcome is Outcome.YES


@pytest.mark.parametrize(
    "path", ["web/package.json", "Dockerfile", ".github/workflows/ci.yml", "src/App.csproj", "Gemfile"]
)
def test_a_project_that_names_dependencies_could_use_one(path: str) -> None:
    assert CHECK.decide(ground({path: ""})).outcome is Outcome.NO


def test_a_project_of_texts_has_nothing_to_update() -> None:
    finding = CHECK.decide(ground({"README.md": "", "docs/a.md": ""}))
    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert finding.scored
    assert finding.scored.score == 0
