"""Dependency-Update-Tool: a bot that proposes new versions of what the project depends on.

Question:
    Does a tool watch the dependencies and propose their new versions?

Why it matters:
    Holes in dependencies are mended by new versions. Nobody has the time to look every week; a bot has.

How it is counted:
    Scorecard's rule: 10 when there is a configuration of Dependabot, Renovate or Scala Steward in one of the
    places it knows, else 0. Where no file names dependencies and there are no workflows, 0 is "not
    applicable" here; where changes of such a tool came in the last year it is a "yes", because a forge can
    switch one on without a file. A command of the project that updates them is told as a small risk: somebody
    has to think of it.

What it does not tell:
    Whether its changes are merged, and whether it covers all ecosystems of the project. Renovate may also be
    configured in package.json or from outside; Scorecard does not see that.

References:
    Scorecard, Dependency-Update-Tool: https://github.com/ossf/scorecard/blob/main/docs/checks.md#dependency-update-tool
    The rule: https://github.com/ossf/scorecard/blob/main/checks/raw/dependency_update_tool.go
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from folkmoot.checks.scorecard._files import file_name, is_workflow, listing
from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
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
PLACES = {
    "pyproject.toml", "tox.ini", "noxfile.py", "Makefile", "justfile", "Justfile", "Taskfile.yml", "tasks.py",
    "package.json", "deno.json", "mise.toml", "Rakefile", "composer.json",
}  # fmt: skip
"""Files at the top that hold a project's own commands."""
_BETWEEN = r"[\s\"',\[\](){}=]{1,80}(?:[\w.-]+[\s\"',\[\](){}=]{1,80}){0,8}?"
UPDATING = re.compile(
    rf"\buv[\s\"',]+lock{_BETWEEN}(?:-U|--upgrade)\b|\bpip-compile\b{_BETWEEN}(?:-U|--upgrade)\b|"
    r"\bpre-commit[\s\"',]+autoupdate\b|\b(?:commands?|run|scripts?)\b.{1,40}\bgha-update\b|\b(?:ncu|npm-check-updates)\b[\s\"',]+-\w*u|"
    r"\bpoetry[\s\"',]+update\b|\bpdm[\s\"',]+update\b|\bgo[\s\"',]+get[\s\"',]+-u\b|\bcargo[\s\"',]+update\b|"
    r"\bpnpm[\s\"',]+(?:up|update)[\s\"',]+(?:-r|-L|--latest|--recursive)|\btaze\b[\s\"',]+(?:-w|major|minor|latest)|"
    r"\bcomposer[\s\"',]+update\b"
)
"""Commands that bring new versions, as words of a shell or of a list."""
SEEN = (
    "Changes that such a tool made in the last year: {count}. No file configures it, so the settings of the "
    "forge do."
)
BY_HAND = "“{line}” updates when somebody thinks of it."
MOST_READ, LONGEST = 60, 2000
TOOL_OF = {path: tool for tool, paths in TOOLS.items() for path in paths}


def _rule(ground: Ground) -> Ruling:
    paths = listing(ground).paths
    found = [(path, tool) for path in paths if (tool := TOOL_OF.get(path.lower()))]
    if not found:
        doubt = (warn("no dependency update tool configurations found"),)
        outcome = None if any(map(_names_dependencies, paths)) else Outcome.NOT_APPLICABLE
        ruling = Ruling(0, "no update tool detected", doubt, outcome)
        if outcome is None and ground.past is not None and ground.past.updates:
            seen = Message(SEEN, {"count": ground.past.updates})
            return replace(ruling, outcome=Outcome.YES, spots=(Evidence(seen),))
        if outcome is None and (commands := tuple(_commands(ground, paths))):
            return replace(ruling, spots=commands, risk=Risk.LOW)
        return ruling
    told = tuple(info(f"detected update tool: {tool}", path, 1) for path, tool in found)
    return Ruling(BEST, "update tool detected", told)


def _commands(ground: Ground, paths: Iterable[str]) -> Iterator[Evidence]:
    """Give the lines of the project's own commands that update what it depends on."""
    wanted = [path for path in paths if path in PLACES or is_workflow(path)][:MOST_READ]
    for path, content, _ in ground.read_all(wanted, 300_000):
        lines = (content or b"").decode("utf-8", "replace").split("\n")
        for number, line in enumerate(lines, 1):
            if UPDATING.search(line[:LONGEST]) and not line.lstrip().startswith("#"):
                yield Evidence(Message(BY_HAND, {"line": line.strip()[:100]}), path, number)


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
    remedy={
        "": "Let Renovate read the repository, with a renovate.json that asks for grouped updates once a "
        "month, so that it does not become noise.",
        "github": "Add .github/dependabot.yml with one entry for each ecosystem and a monthly interval, "
        "grouped, so that it does not become noise.",
    },
    effort="half an hour",
    risk=Risk.HIGH,
    order=30,
)
