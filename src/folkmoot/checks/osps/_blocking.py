"""A check on changes that stops them: what runs is in the pipelines, that it stops is at the forge.

GitHub, Forgejo and Gitea require checks by name. GitLab requires the pipeline as a whole: there every job of
it stops a change, unless it may fail ("allow_failure", or started by hand) or does not run on merge requests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from folkmoot.checks.osps._pipelines import SETTING, TALK, Pipeline, pipelines
from folkmoot.checks.osps._requirement import Look, Say
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

JOB = re.compile(r"^  ([A-Za-z_][\w-]*):\s*$")
NAME = re.compile(r"^    name:\s*[\"']?(.+?)[\"']?\s*$")
"""A job's name for people. A workflow's own stands at the margin, those of steps and artefacts deeper."""
BY_NAME_AND_EVENT = frozenset({"forgejo", "gitea"})
"""Brands that name a check "workflow / job (event)", and know * in what is required."""
EVENT = re.compile(r" \((?:pull_request(?:_target)?|push)\)$")
GITLAB_FILE = re.compile(r"^\.gitlab(-ci\.ya?ml$|/ci/)")
BLOCK = re.compile(r"^[\"']?([^\s#\"'-][^:\"']*)[\"']?\s*:")
NO_JOBS = frozenset(
    ("include", "stages", "variables", "default", "workflow", "image", "services", "cache", "before_script",
     "after_script", "spec")
)  # fmt: skip
MAY_FAIL = re.compile(r"^\s+(?:- )?(?:allow_failure:(?!\s*false)|when:\s*[\"']?manual)")
LIMITED = re.compile(r"^\s+(?:rules|only|except):")
ON_CHANGE = re.compile(r"merge_request|CI_MERGE_REQUEST")


class _Job(NamedTuple):
    """One job of a GitLab pipeline, with the first line on which the command stands."""

    name: str
    line: int
    may_fail: bool
    on_change: bool


def blocking(command: str) -> Look:
    """Give the look for a required status check of a workflow in which `command` is found."""

    def look(ground: Ground) -> Say | None:
        forge = ground.forge
        required = forge.branch.checks if forge else None
        if not forge or not required:
            return None
        pattern = re.compile(command, re.IGNORECASE)
        if forge.forge == "gitlab":
            return _in_gitlab(ground, pattern)
        for pipeline in pipelines(ground):
            lines = [n for n, line in enumerate(pipeline.lines, 1) if pattern.search(line)]
            if lines and pipeline.on_change:
                for check in required:
                    if _is_of(check, pipeline, forge.forge):
                        return _required(pipeline.path, lines[0], check)
        return None

    return look


def _is_of(check: str, pipeline: Pipeline, brand: str) -> bool:
    """Tell whether a required check is one that a workflow reports."""
    names = {match[1] for line in pipeline.lines if (match := JOB.match(line) or NAME.match(line))}
    if brand not in BY_NAME_AND_EVENT:
        return check in names or check.partition(" / ")[2] in names
    told = EVENT.sub("", check)
    workflow = next(
        (match[1] for line in pipeline.lines if (match := re.match(r"name:\s*(.+?)\s*$", line))), ""
    )
    workflow = workflow.strip("\"'") or pipeline.path.rpartition("/")[2]
    return any(fnmatchcase(f"{workflow} / {name}", told) or told == name for name in names)


def _required(path: str, line: int, check: str) -> Say:
    values: dict[str, str | int | float] = {"path": path, "check": check[:100]}
    said = Message("{path} runs on changes, and the forge requires its check “{check}”.", values)
    return Say(Outcome.YES, said, (Evidence(said, path, line),))


def _in_gitlab(ground: Ground, pattern: re.Pattern[str]) -> Say | None:
    """Look for a job that runs the command on merge requests and may not fail."""
    open_ones = []
    for pipeline in pipelines(ground):
        for job in _jobs(pipeline, pattern) if GITLAB_FILE.match(pipeline.path) else ():
            values: dict[str, str | int | float] = {"path": pipeline.path, "job": job.name[:100]}
            if job.on_change and not job.may_fail:
                told = Message("Pipelines must succeed, and “{job}” of {path} is part of them.", values)
                return Say(Outcome.YES, told, (Evidence(told, pipeline.path, job.line),))
            reason = (
                "“{job}” of {path} may fail, and a change lands all the same."
                if job.may_fail
                else "Pipelines must succeed; whether “{job}” of {path} runs on every change its rules tell."
            )
            told = Message(reason, values)
            open_ones.append(Say(Outcome.UNKNOWN, told, (Evidence(told, pipeline.path, job.line),)))
    return open_ones[0] if open_ones else None


def _jobs(pipeline: Pipeline, pattern: re.Pattern[str]) -> Iterator[_Job]:
    """Give the jobs that run the command. What is hidden (".name") or included is none of this file."""
    starts = [
        (number, match[1]) for number, line in enumerate(pipeline.lines) if (match := BLOCK.match(line))
    ]
    ends = [number for number, _ in starts[1:]] + [len(pipeline.lines)]
    for (start, name), end in zip(starts, ends, strict=True):
        lines = pipeline.lines[start:end]
        found = [
            start + number
            for number, line in enumerate(lines, 1)
            if pattern.search(line) and not TALK.match(line) and not SETTING.match(line)
        ]
        if found and name not in NO_JOBS and not name.startswith("."):
            is_limited = any(map(LIMITED.match, lines))
            yield _Job(
                name, found[0], any(map(MAY_FAIL.match, lines)),
                not is_limited or any(map(ON_CHANGE.search, lines)),
            )  # fmt: skip
