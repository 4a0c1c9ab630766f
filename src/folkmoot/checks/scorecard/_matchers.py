"""What a workflow does, told by its steps: publish a package, make a release, deploy pages.

The rules are Scorecard's, word for word (checks/fileparser/github_workflow.go and checks/raw/permissions.go):
https://github.com/ossf/scorecard/blob/main/checks/fileparser/github_workflow.go
Its patterns are all "this word and later in the same line that word"; told as words they cannot be slow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from folkmoot.checks.scorecard._workflow import Job, Step, Workflow

_CONTINUED = re.compile("\\\\(\n|\r|\r\n)")


@dataclass(frozen=True)
class StepMatcher:
    """A step that uses this action with these inputs, or runs a line with one of `first` before `then`.

    With `apart` there is that many characters between the two words.
    """

    uses: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)
    first: tuple[str, ...] = ()
    then: str = ""
    apart: int | None = None

    def fits(self, step: Step) -> bool:
        """Tell whether a step is such a step."""
        if self.uses and not (step.uses and step.uses.value.startswith(f"{self.uses}@")):
            return False
        for name, wanted in self.inputs.items():
            given = step.inputs.get(name)
            if given is None or given.value != wanted:
                return False
        return not self.first or (step.run is not None and self._fits_script(step.run.value))

    def _fits_script(self, script: str) -> bool:
        text = _CONTINUED.sub("", script)
        if self.then not in text:
            return False
        return any(self._fits_line(line) for line in text.split("\n"))

    def _fits_line(self, line: str) -> bool:
        if self.apart is not None:
            gap = "." * self.apart
            return any(re.search(f"{re.escape(w)}{gap}{re.escape(self.then)}", line) for w in self.first)
        end = line.rfind(self.then)
        return end >= 0 and any(0 <= line.find(word) <= end - len(word) for word in self.first)


@dataclass(frozen=True)
class JobMatcher:
    """A job with a step for each of `steps`, or one that calls a workflow of the first of them."""

    told: str
    steps: tuple[StepMatcher, ...]

    def fits(self, job: Job) -> bool:
        """Tell whether a job is such a job."""
        for wanted in self.steps:
            if job.call and job.call.value.startswith(f"{wanted.uses}@"):
                return True
            if not any(wanted.fits(step) for step in job.steps):
                return False
        return True


@dataclass(frozen=True)
class Match:
    """What a job was found to do, and the line of the job."""

    told: str
    line: int


def first_match(workflow: Workflow, matchers: Sequence[JobMatcher]) -> Match | None:
    """Give the first job that fits a matcher. The engine goes through jobs in no order; we in the file's."""
    for job in workflow.jobs.values():
        for matcher in matchers:
            if matcher.fits(job):
                return Match(matcher.told, job.line)
    return None


def _runs(*first: str, then: str) -> StepMatcher:
    return StepMatcher(first=first, then=then)


def _uses(*actions: str) -> tuple[StepMatcher, ...]:
    return tuple(StepMatcher(uses=action) for action in actions)


PACKAGING = (
    JobMatcher(
        "candidate node publishing workflow using npm",
        (
            StepMatcher("actions/setup-node", {"registry-url": "https://registry.npmjs.org"}),
            _runs("npm", then="publish"),
        ),
    ),
    JobMatcher(
        "candidate java publishing workflow using maven",
        (*_uses("actions/setup-java"), _runs("mvn", then="deploy")),
    ),
    JobMatcher(
        "candidate java publishing workflow using gradle",
        (*_uses("actions/setup-java"), _runs("gradle", then="publish")),
    ),
    JobMatcher(
        "candidate Scala publishing workflow using sbt-ci-release", (_runs("sbt", then="ci-release"),)
    ),
    JobMatcher("candidate ruby publishing workflow using gem", (_runs("gem", then="push"),)),
    JobMatcher("candidate nuget publishing workflow", (_runs("nuget", then="push"),)),
    JobMatcher("candidate docker publishing workflow", (_runs("docker", then="push"),)),
    JobMatcher("candidate docker publishing workflow", _uses("docker/build-push-action")),
    JobMatcher("candidate python publishing workflow using pypi", _uses("pypa/gh-action-pypi-publish")),
    JobMatcher(
        "candidate python publishing workflow using python-semantic-release",
        _uses("relekang/python-semantic-release"),
    ),
    JobMatcher("candidate golang publishing workflow", _uses("goreleaser/goreleaser-action")),
    JobMatcher("candidate rust publishing workflow using cargo", (_runs("cargo", then="publish"),)),
    JobMatcher(
        "candidate container publishing workflow using ko", _uses("imjasonh/setup-ko", "ko-build/setup-ko")
    ),
    JobMatcher(
        "candidate publishing workflow using semantic-release", (_runs("npx", then="semantic-release"),)
    ),
    JobMatcher(
        "candidate publishing workflow using elixir",
        (*_uses("erlef/setup-elixir"), StepMatcher(first=("hex",), then="publish", apart=1)),
    ),
)
RELEASING = (
    JobMatcher(
        "candidate python publishing workflow using python-semantic-release",
        _uses("relekang/python-semantic-release"),
    ),
    JobMatcher(
        "candidate publishing workflow using semantic-release",
        (_runs("npx", "pnpm", "yarn", then="semantic-release"),),
    ),
    JobMatcher(
        "candidate golang publishing workflow", _uses("actions/setup-go", "goreleaser/goreleaser-action")
    ),
    JobMatcher(
        "candidate SLSA publishing workflow using slsa-github-generator",
        _uses("slsa-framework/slsa-github-generator/.github/workflows/builder_go_slsa3.yml"),
    ),
    JobMatcher(
        "candidate SLSA publishing workflow using slsa-github-generator",
        _uses("slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml"),
    ),
    JobMatcher("candidate mvn release workflow", (_runs("mvn", then="release:prepare"),)),
)
PAGES = (
    JobMatcher(
        "candidate GitHub page deployment workflow using peaceiris/actions-gh-pages",
        _uses("peaceiris/actions-gh-pages"),
    ),
)
