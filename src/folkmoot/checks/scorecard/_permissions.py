"""What the tokens of workflows may do, gathered and judged as Scorecard does.

Sources: https://github.com/ossf/scorecard/blob/main/checks/raw/permissions.go,
checks/evaluation/permissions.go and probes/{hasNoGitHubWorkflowPermissionUnknown,jobLevelPermissions,
topLevelPermissions}/impl.go there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from folkmoot.checks.scorecard._matchers import PACKAGING, PAGES, RELEASING, JobMatcher, first_match
from folkmoot.checks.scorecard._workflow import Permissions, Word, Workflow
from folkmoot.model.scorecard import BEST, Detail, debug, info, warn

TOP = "topLevel"
JOB = "jobLevel"
PRICES = {
    "checks": 0.5, "statuses": 0.5, "deployments": 1.0, "security-events": 1.0,
    "contents": 10.0, "packages": 10.0, "actions": 10.0,
}  # fmt: skip
"""What writing costs at the top of a workflow, by the name of the permission; other permissions are free."""
SARIF_UPLOADERS = (
    "github/codeql-action/analyze",
    "github/codeql-action/upload-sarif",
    "ossf/scorecard-action",
    "haskell-actions/hlint-scan",
    "zizmorcore/zizmor-action",
)


class Level(StrEnum):
    """What a token may do."""

    UNDECLARED = "undeclared"
    NONE = "none"
    READ = "read"
    WRITE = "write"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Granted:
    """One permission of one file: at which `place`, of which `name`; `told` replaces the usual words."""

    path: str
    line: int
    level: Level
    place: str = ""
    name: str = ""
    value: str = ""
    told: str = ""

    @property
    def text(self) -> str:
        """Give Scorecard's words."""
        if self.told:
            return self.told
        if self.level is Level.UNDECLARED:
            return f"no {self.place} permission defined"
        if not self.name:
            return f"{self.place} permissions set to '{self.value}'"
        return f"{self.place} '{self.name}' permission set to '{self.value}'"


def granted(path: str, workflow: Workflow) -> Iterator[Granted]:
    """Give every permission of a workflow, and what was found out about its purpose."""
    yield from _of(path, TOP, 1, workflow.permissions, frozenset())
    ignored: set[str] = set()
    for names, found in _purposes(path, workflow):
        ignored |= names
        yield found
    for job in workflow.jobs.values():
        yield from _of(path, JOB, job.line, job.permissions, frozenset(ignored))


def _of(
    path: str, place: str, line: int, permissions: Permissions | None, ignored: frozenset[str]
) -> Iterator[Granted]:
    if permissions is None:
        yield Granted(path, line, Level.UNDECLARED, place)
    elif permissions.all and permissions.all.value:
        told = permissions.all
        level = _level(told.value) if told.value.lower() == "read-all" else Level.WRITE
        yield Granted(path, told.line, level, place, value=told.value)
    elif not permissions.scopes:
        yield Granted(path, 1, Level.NONE, place, value="none")
    for name, word in permissions.scopes.items() if permissions else ():
        yield Granted(path, word.line, _level_of_scope(name, word, ignored), place, name, word.value)


def _level_of_scope(name: str, word: Word, ignored: frozenset[str]) -> Level:
    if word.value.lower() == "write":
        return Level.WRITE if name in PRICES and name not in ignored else Level.UNKNOWN
    return _level(word.value)


def _level(value: str) -> Level:
    if value in ("read", "read-all"):
        return Level.READ
    return Level.NONE if value == "none" else Level.UNKNOWN


def _purposes(path: str, workflow: Workflow) -> Iterator[tuple[set[str], Granted]]:
    """Give what jobs may write because of what they are for, and what Scorecard notes about it."""
    yield _purpose(path, workflow, PACKAGING, "packages", "not a publishing workflow")
    releasing = _purpose(path, workflow, RELEASING, "contents", "not a releasing workflow")
    yield releasing
    if not releasing[0]:
        yield _purpose(path, workflow, PAGES, "contents", "not a GitHub Pages deployment workflow")
    for job in workflow.jobs.values():
        for step in job.steps:
            if step.uses and step.uses.value.partition("@")[0] in SARIF_UPLOADERS:
                told = "allowed SARIF workflow detected"
                yield {"security-events"}, Granted(path, step.uses.line, Level.UNKNOWN, told=told)
                return
    told = "not a SARIF workflow, or not an allowed one"
    yield set(), Granted(path, 1, Level.UNKNOWN, told=told)


def _purpose(
    path: str, workflow: Workflow, matchers: tuple[JobMatcher, ...], name: str, otherwise: str
) -> tuple[set[str], Granted]:
    match = first_match(workflow, matchers)
    told = f"{match.told if match else otherwise}: {path}"
    return {name} if match else set(), Granted(path, 1, Level.UNKNOWN, told=told)


@dataclass
class Judgement:
    """The score while it falls, and the details so far."""

    score: float = BEST
    details: list[Detail] = field(default_factory=list)
    undeclared_jobs: set[str] = field(default_factory=set)
    writing_jobs: set[str] = field(default_factory=set)
    ends_at_once: bool = False


def judge(all_granted: list[Granted]) -> Judgement:
    """Give the score (which may be below 0) and the details in the engine's order."""
    so_far = Judgement()
    for each in all_granted:
        if each.level is Level.UNKNOWN:
            so_far.details.append(debug(each.text, each.path, each.line))
    for each in all_granted:
        if each.place == JOB:
            _judge_job(each, so_far)
    for each in all_granted:
        if each.place == TOP:
            _judge_top(each, so_far)
            if so_far.ends_at_once:
                return so_far
    if not so_far.writing_jobs:
        so_far.details.append(info(f"no {JOB} write permissions found"))
    return so_far


def _note_harmless(each: Granted, so_far: Judgement) -> None:
    if each.level is Level.NONE:
        so_far.details.append(info("found token with 'none' permissions", each.path, each.line))
    elif each.level is Level.READ:
        so_far.details.append(info(each.text, each.path, each.line))


def _judge_job(each: Granted, so_far: Judgement) -> None:
    _note_harmless(each, so_far)
    if each.level is Level.UNDECLARED:
        so_far.details.append(debug(each.text, each.path, each.line))
        so_far.undeclared_jobs.add(each.path)
    elif each.level is Level.WRITE and each.name:
        # Without a name it is write-all, which the engine does not see in a job.
        so_far.details.append(warn(each.text, each.path, each.line))
        so_far.writing_jobs.add(each.path)


def _judge_top(each: Granted, so_far: Judgement) -> None:
    _note_harmless(each, so_far)
    if each.level is Level.UNDECLARED:
        so_far.details.append(warn(each.text, each.path, each.line))
        so_far.score = 0 if each.path in so_far.undeclared_jobs else so_far.score - 0.5
    elif each.level is Level.WRITE and each.name:
        so_far.details.append(warn(each.text, each.path, each.line))
        so_far.score -= PRICES[each.name]
    elif each.level is Level.WRITE and each.value == "write-all":
        so_far.details.append(warn(each.text, each.path, each.line))
        if each.path in so_far.undeclared_jobs or each.path in so_far.writing_jobs:
            so_far.score = 0
            so_far.ends_at_once = True
        so_far.score -= 0.5
