"""Dependency-Update-Tool: a bot that proposes new versions of what the project depends on.

Question:
    Does a tool watch the dependencies and propose their new versions?

Why it matters:
    Holes in dependencies are mended by new versions. Nobody has the time to look every week; a bot has.

How it is counted:
    Scorecard's rule: 10 when there is a configuration of Dependabot, Renovate or Scala Steward in one of the
    places it knows, else 0. Where no file names dependencies and there are no workflows, 0 is "not
    applicable" here.

What it does not tell:
    Whether the tool is switched on, whether its changes are merged, and whether it covers all ecosystems of
    the project. Renovate may also be configured in package.json or from outside; Scorecard does not see that.

References:
    Scorecard, Dependency-Update-Tool: https://github.com/ossf/scorecard/blob/main/docs/checks.md#dependency-update-tool
    The rule: https://github.com/ossf/scorecard/blob/main/checks/raw/dependency_update_tool.go
"""

from __future__ import annotations

from folkmoot.checks.scorecard._files import file_name, is_workflow, listing
from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.model.check import Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, info, warn

TOOLS = {
    "Dependabot": (".github/dependabot.yml", ".github/dependabot.yaml"),
    "RenovateBot": (
        "renovate.json", "renovate.json5", ".github/renovate.json", ".github/renovate.json5",
        ".gitlab/renovate.json", ".gitlab/renovate.json5", ".renovaterc", ".renovaterc.json",
        ".renovaterc.json5",
    ),
    "scala-steward": (
        ".scala-steward.conf", "scala-steward.conf", ".github/.scala-steward.conf",
        ".github/scala-steward.conf", ".config/.scala-steward.conf", ".config/scala-steward.conf",
    ),
}  # fmt: skip
NAMES_DEPENDENCIES = {
    "build.gradle", "build.gradle.kts", "build.sbt", "cargo.toml", "composer.json", "conanfile.txt",
    "deps.edn", "docker-compose.yml", "dockerfile", "gemfile", "go.mod", "mix.exs", "package.json",
    "package.swift", "pipfile", "pom.xml", "project.clj", "pubspec.yaml", "pyproject.toml",
    "requirements.txt", "setup.cfg", "setup.py", "shard.yml", "vcpkg.json",
}  # fmt: skip
ENDINGS = (".csproj", ".fsproj", ".gemspec", ".cabal", ".tf")
TOOL_OF = {path: tool for tool, paths in TOOLS.items() for path in paths}


def _rule(ground: Ground) -> Ruling:
    paths = listing(ground).paths
    found = [(path, tool) for path in paths if (tool := TOOL_OF.get(path.lower()))]
    if not found:
        doubt = (warn("no dependency update tool configurations found"),)
        outcome = None if any(map(_names_dependencies, paths)) else Outcome.NOT_APPLICABLE
        return Ruling(0, "no update tool detected", doubt, outcome)
    told = tuple(info(f"detected update tool: {tool}", path, 1) for path, tool in found)
    return Ruling(BEST, "update tool detected", told)


def _names_dependencies(path: str) -> bool:
    """Tell whether a file may name what such a tool could update; workflows do."""
    name = file_name(path).lower()
    return name in NAMES_DEPENDENCIES or name.endswith(ENDINGS) or is_workflow(path)


CHECK = scorecard_check(
    "dependency-update-tool",
    "Dependency-Update-Tool",
    _rule,
    title="A tool that updates dependencies",
    question="Does a tool watch the dependencies and propose their new versions?",
    why=(
        "Holes in dependencies are mended by new versions. Nobody has the time to look every week; a bot has."
    ),
    remedy=(
        "On GitHub, add .github/dependabot.yml with one entry for each ecosystem and a monthly interval, "
        "grouped, so that it does not become noise. Elsewhere use Renovate."
    ),
    effort="half an hour",
    risk=Risk.HIGH,
    order=30,
)
