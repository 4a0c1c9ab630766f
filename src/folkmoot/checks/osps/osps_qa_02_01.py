"""OSPS-QA-02.01: direct dependencies are listed.

Question:
    Does the repository list what the software depends on directly?

Why it matters:
    What nobody listed, nobody updates.

How it is counted:
    A manifest of a package manager (pyproject.toml, package.json, go.mod, Cargo.toml and others) outside of
    test data and third parties' folders.

What it does not tell:
    Whether the list is complete, and languages without a package manager, for which nothing is asked.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0201
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._manifests import dependencies_listed
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        dependencies_listed,
        attested("dependencies.dependencies-lists.*"),
        attested("repository.no-third-party-packages", value=lambda value: value.lower() == "true"),
    ),
    remedy="Declare the direct dependencies in your language's manifest.",
    effort="an hour",
    settle=(
        "Add a manifest, or say `repository.no-third-party-packages: true` in SECURITY-INSIGHTS.yml where"
        " there is nothing to list."
    ),
)
