"""OSPS-BR-05.01: dependencies come by standard tools.

Question:
    Do builds and releases get their dependencies by the usual tools of their language?

Why it matters:
    Package managers check hashes and keep records. A script that downloads a file does neither.

How it is counted:
    A manifest is there, and a pipeline runs a package manager, or the guide for contributors says by which
    one a build gets what the manifest asks for: a yes. Commands that download and run something are shown
    beside it.

What it does not tell:
    What the scripts that pipelines call do themselves.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0501
"""

from folkmoot.checks.osps._manifests import dependencies_listed
from folkmoot.checks.osps._pipelines import runs
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.checks.osps._told import told
from folkmoot.model.check import Ground, Outcome

TOOLS = runs(
    r"\b(pip3?|pipx|uv|poetry|poe|pdm|hatch|tox|nox|conda|mamba|npm|npx|pnpm|yarn|bun|deno|cargo|bundle|"
    r"gem|rake|composer|"
    r"mvnw?|gradlew?|dotnet|nuget|mix|rebar3|swift|pod|cabal|stack|conan|vcpkg|meson|opam|sbt|lein|cpanm|go) "
    r"(sync|install|ci|add|build|test|run|get|mod|restore|package|publish|assemble|check|vet|deps|ensure)\b|"
    r"\b(pip3?|uv|poetry|npm|pnpm|yarn|cargo|bundle|composer|mvnw?|gradlew?|dotnet|mix|sbt|lein|go) -|"
    r"actions/setup-(go|node|java|dotnet)@|ruby/setup-ruby@|dtolnay/rust-toolchain|gradle/actions|"
    r"apt(-get)? install|"
    r"\bbundler-cache|golangci-lint-action",
    text="{path} installs what it needs with a package manager.",
    best=r"(?<![-\w])(install|sync|ci|restore|download|fetch|ensure|get|bundle)\b",
)


def _both(ground: Ground) -> Say | None:
    """Look for a pipeline with a package manager where a manifest is there too."""
    return TOOLS(ground) if dependencies_listed(ground) else None


SAYS = told(
    words=r"\b(pip3?|pipx|uv|poetry|pdm|npm|pnpm|yarn|cargo|bundler?|composer|maven|gradle|nuget|"
    r"go modules)\b.{0,80}\b(install\w*|download\w*|fetch\w*|hash\w*|lock\w*|dependenc\w*)|"
    r"\b(install\w*|download\w*|fetch\w*|dependenc\w*)\b.{0,80}\b(by|with|from|using|through) "
    r"\W?(pip3?|uv|poetry|pdm|npm|pnpm|yarn|cargo|bundler|composer|maven|gradle|nuget)\b",
    where=r"contribut|develop|hacking|build|releas",
)


def _said(ground: Ground) -> Say | None:
    """Look whether the guide says by which package manager a build gets what a manifest asks for."""
    return SAYS(ground) if dependencies_listed(ground) else None


CHECK = requirement(
    __doc__,
    (
        _both,
        _said,
        runs(
            r"(curl|wget)[^|]*\|\s*(sudo )?(ba|z)?sh",
            outcome=Outcome.UNKNOWN,
            text="{path} downloads and runs something.",
        ),
    ),
    remedy=(
        "Declare what the build needs in the manifest, and let the pipeline install it with the package "
        "manager."
    ),
    effort="an afternoon",
    settle=(
        "Say in CONTRIBUTING which package manager the build uses, or declare dependencies in a manifest."
    ),
)
