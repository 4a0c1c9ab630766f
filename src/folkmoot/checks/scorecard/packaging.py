"""Packaging: a workflow that publishes what users install.

Question:
    Does a workflow publish the packages?

Why it matters:
    What a workflow publishes can be made again from the sources, and does not rest on one person's computer
    and password.

How it is counted:
    Scorecard's rule: 10 for the first workflow with a job that does what it knows of 15 ways to publish
    (npm, Maven, Gradle, sbt, gem, NuGet, docker, PyPI, semantic-release, goreleaser, cargo, ko, Elixir),
    else no score.

What it does not tell:
    Whether the workflow ever ran, and what it publishes: pushing an image for tests counts. A project may
    publish in ways that Scorecard does not know, or have nothing to publish; so nothing found is "unknown".
    Where several jobs of one workflow publish, Scorecard tells any of them, we the first.
    GitLab's pipelines are not looked at: Scorecard asks GitLab for them, no file holds them whole.

References:
    Scorecard, Packaging: https://github.com/ossf/scorecard/blob/main/docs/checks.md#packaging
    The rule: https://github.com/ossf/scorecard/blob/main/checks/fileparser/github_workflow.go
"""

from __future__ import annotations

from folkmoot.checks.scorecard._matchers import PACKAGING, first_match
from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.checks.scorecard._workflows import ruling_on_broken, workflow_files
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, INCONCLUSIVE, info, warn

ELSEWHERE = (
    "No workflow publishes packages in a way that Scorecard knows. The project may publish in another way, "
    "or have nothing to publish."
)


def _rule(ground: Ground) -> Ruling:
    for file in workflow_files(ground):
        if file.workflow is None:
            return ruling_on_broken(file)
        found = first_match(file.workflow, PACKAGING)
        if found:
            told = info("Project packages its releases by way of GitHub Actions.", file.path, found.line)
            return Ruling(BEST, "packaging workflow detected", (told,))
    doubt = (warn("no GitHub/GitLab publishing workflow detected."),)
    return Ruling(
        INCONCLUSIVE, "packaging workflow not detected", doubt, Outcome.UNKNOWN, (Evidence(ELSEWHERE),)
    )


CHECK = scorecard_check(
    "packaging",
    "Packaging",
    _rule,
    title="Packages published by a workflow",
    question="Does a workflow publish the packages?",
    why=(
        "What a workflow publishes can be made again from the sources, and does not rest on one person's "
        "computer and password."
    ),
    remedy=(
        "If the project publishes packages, let a workflow do it on a tag, with trusted publishing (PyPI, "
        "npm, RubyGems, crates.io), so that no password is kept anywhere."
    ),
    effort="half a day",
    risk=Risk.MEDIUM,
    order=65,
)
