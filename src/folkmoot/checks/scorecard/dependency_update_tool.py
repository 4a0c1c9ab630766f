"""Dependency-Update-Tool: a bot that proposes new versions of what the project depends on.

Question:
    Does a tool watch the dependencies and propose their new versions?

Why it matters:
    Holes in dependencies are mended by new versions. Nobody has the time to look every week; a bot has.

How it is counted:
    Scorecard's rule: 10 when there is a configuration of Dependabot, Renovate or Scala Steward in one of the
    places it knows, else 0.

What it does not tell:
    Whether the tool is switched on, whether its changes are merged, and whether it covers all ecosystems of
    the project. Renovate may also be configured in package.json or from outside; Scorecard does not see that.

References:
    Scorecard, Dependency-Update-Tool: https://github.com/ossf/scorecard/blob/main/docs/checks.md#dependency-update-tool
    The rule: https://github.com/ossf/scorecard/blob/main/checks/raw/dependency_update_tool.go
"""

from __future__ import annotations

from folkmoot.checks.scorecard._files import listing
from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.model.check import Ground, Risk
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
TOOL_OF = {path: tool for tool, paths in TOOLS.items() for path in paths}


def _rule(ground: Ground) -> Ruling:
    found = [(path, tool) for path in listing(ground).paths if (tool := TOOL_OF.get(path.lower()))]
    if not found:
        return Ruling(0, "no update tool detected", (warn("no dependency update tool configurations found"),))
    told = tuple(info(f"detected update tool: {tool}", path, 1) for path, tool in found)
    return Ruling(BEST, "update tool detected", told)


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
