"""A configuration for the tool that keeps dependencies fresh: Dependabot, or Renovate, for what is in here.

What it writes:
    .github/dependabot.yml with an entry per kind of manifest that is here, once a month and all updates of
    one kind in one change, so that a volunteer is asked once a month; or renovate.json as it recommends.

What it never does:
    Change a configuration that is there, or switch the tool on: Renovate is an app that somebody installs.

References:
    GitHub, Dependabot options: https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference
    Renovate, configuration: https://docs.renovatebot.com/configuration-options/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from folkmoot.i18n import Message
from folkmoot.model.errors import UsageError
from folkmoot.model.fix import Asked, Bench, Edit, Fix, Mending

TOOL = Asked("tool", "Which tool: dependabot (built into GitHub) or renovate (any forge)")
PATHS = {"dependabot": ".github/dependabot.yml", "renovate": "renovate.json"}
THERE = re.compile(
    r"\.github/dependabot\.ya?ml|(?:\.github/|\.gitlab/)?renovate\.json5?|\.renovaterc(?:\.json5?)?|"
    r"\.(?:github/)?\.?scala-steward\.conf|\.pyup\.ya?ml|\.depfu\.ya?ml"
)
ECOSYSTEMS = (
    ("npm", r"package\.json"), ("uv", r"uv\.lock"), ("cargo", r"Cargo\.toml"), ("gomod", r"go\.mod"),
    ("pip", r"requirements[\w.-]*\.(?:txt|in)|pyproject\.toml|setup\.py|Pipfile"), ("bundler", r"Gemfile"),
    ("composer", r"composer\.json"), ("maven", r"pom\.xml"), ("gradle", r"build\.gradle(?:\.kts)?"),
    ("nuget", r"[^/]+\.(?:cs|fs|vb)proj|packages\.config"), ("docker", r"Dockerfile|[^/]+\.Dockerfile"),
    ("docker-compose", r"(?:docker-)?compose\.ya?ml"), ("gitsubmodule", r"\.gitmodules"),
    ("pub", r"pubspec\.yaml"), ("mix", r"mix\.exs"), ("terraform", r"[^/]+\.tf"),
    ("swift", r"Package\.swift"), ("devcontainers", r"devcontainer\.json"),
)  # fmt: skip
"""Names of ecosystems as Dependabot spells them, and the manifests that show them."""
LEFT_OUT = re.compile(
    r"(?:^|/)(?:vendor|third[_-]party|node_modules|tests?|testdata|__tests__|fixtures?|examples?|samples?|"
    r"templates?|e2e|benchmarks?|playground)(?:/|$)",
    re.IGNORECASE,
)
MOST_FOLDERS = 20
ONLY_AT_TOP = {"gitsubmodule", "devcontainers"}


def propose(bench: Bench) -> Mending:
    """Give the configuration. Raises UsageError for a tool that is neither of the two."""
    paths = bench.ground.paths()
    there = next((path for path in paths if THERE.fullmatch(path)), "")
    if there:
        return Mending(notes=(Message("There is a configuration already: {path}.", {"path": there}),))
    found = ecosystems(paths)
    if not found:
        return Mending(notes=("No manifest of a kind that such tools know was found.",))
    tool = bench.answer(TOOL) or ("renovate" if _is_elsewhere(bench) else "dependabot")
    if tool not in PATHS:
        raise UsageError(f"{tool!r} is not known here.", hint="--answer tool=dependabot, or tool=renovate.")
    text = _dependabot(found) if tool == "dependabot" else _renovate()
    notes = (
        "Dependabot begins once this is on the default branch."
        if tool == "dependabot"
        else "Renovate works where its app is installed, or where you run it yourself.",
    )
    return Mending((Edit(PATHS[tool], None, text.encode()),), notes)


def _is_elsewhere(bench: Bench) -> bool:
    """Tell whether the project is at a forge that has no Dependabot."""
    paths = bench.ground.paths()
    is_github = any(path.startswith(".github/") for path in paths) or "://github.com/" in bench.web
    return not is_github and (bool(bench.web) or ".gitlab-ci.yml" in paths)


def ecosystems(paths: Iterable[str]) -> dict[str, list[str]]:
    """Give the folders ("/" for the top) that hold manifests, by ecosystem; those of tests are left out."""
    patterns = [(name, re.compile(pattern)) for name, pattern in ECOSYSTEMS]
    found: dict[str, set[str]] = {}
    for path in paths:
        folder, _, file = path.rpartition("/")
        if re.fullmatch(r"\.github/workflows/[^/]+\.ya?ml", path):
            found.setdefault("github-actions", set()).add("/")
        if LEFT_OUT.search(folder):
            continue
        for name, pattern in patterns:
            if pattern.fullmatch(file):
                found.setdefault(name, set()).add("/" if name in ONLY_AT_TOP else f"/{folder}")
    if "uv" in found:
        found["pip"] = found.get("pip", set()) - found["uv"]  # uv reads the very same pyproject.toml
    return {name: sorted(folders) for name, folders in sorted(found.items()) if folders}


def _dependabot(found: dict[str, list[str]]) -> str:
    lines = ["version: 2", "updates:"]
    for name, folders in found.items():
        lines.append(f"  - package-ecosystem: {name}")
        if len(folders) == 1:
            lines.append(f"    directory: {json.dumps(folders[0], ensure_ascii=False)}")
        else:
            shown = folders if len(folders) <= MOST_FOLDERS else ["/", "/**/*"]
            lines += [
                "    directories:",
                *(f"      - {json.dumps(each, ensure_ascii=False)}" for each in shown),
            ]
        lines += [
            "    schedule:",
            "      interval: monthly",
            "    groups:",
            f"      {name}:",
            '        patterns: ["*"]',
        ]
    return "\n".join(lines) + "\n"


def _renovate() -> str:
    settings = {
        "$schema": "https://docs.renovatebot.com/renovate-schema.json",
        "extends": ["config:recommended", "schedule:monthly"],
    }
    return json.dumps(settings, indent=2) + "\n"


FIX = Fix(
    id="dependency-updates",
    title="Configure the tool that keeps dependencies fresh",
    answers=("scorecard-dependency-update-tool",),
    propose=propose,
    asks=(TOOL,),
)
