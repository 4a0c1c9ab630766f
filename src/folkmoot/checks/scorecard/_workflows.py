"""Every workflow file of a project, read and parsed once for all checks.

What the engine skips is not here: files in which nothing but comments stands. A file that is no YAML stays,
with what is wrong with it: Scorecard gives up then, our own checks say so of that file and go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from folkmoot.checks.scorecard._files import is_workflow, matching, read_files
from folkmoot.checks.scorecard._scored import NotHereError, Ruling
from folkmoot.checks.scorecard._workflow import Job, Workflow, parse_workflow
from folkmoot.checks.scorecard._yaml import BrokenYamlError
from folkmoot.model.check import Evidence, Ground, Outcome
from folkmoot.model.scorecard import INCONCLUSIVE

LONGEST_LINE = 65_536
"""Go's bufio.Scanner gives up on a longer line; so does the engine."""


@dataclass(frozen=True)
class WorkflowFile:
    """One file: its workflow, or None with the `problem` and the `line` where it is."""

    path: str
    content: bytes
    workflow: Workflow | None
    problem: str = ""
    line: int = 0


def workflow_files(ground: Ground) -> tuple[WorkflowFile, ...]:
    """Give the workflows in the order of the engine's walk.

    Raises NotHereError when the content of one is not in this clone.
    """
    return ground.once("workflow files", lambda: tuple(_read(ground)))


def step_that_uses(ground: Ground, action: re.Pattern[str], said: str) -> Evidence | None:
    """Give the first step that uses an action, told in these words; None too where a workflow is not here."""
    try:
        files = workflow_files(ground)
    except NotHereError:
        return None
    for file in files:
        for job in file.workflow.jobs.values() if file.workflow else ():
            for step in job.steps:
                if step.uses and action.match(step.uses.value):
                    return Evidence(said, file.path, step.uses.line)
    return None


def says_what_its_token_may(job: Job, files: Iterable[WorkflowFile]) -> bool:
    """Tell whether a job of a silent workflow says it itself, or by the top of a workflow here that it calls.

    A call hands over no more than the called workflow asks for at its top.
    """
    if job.permissions is not None or job.call is None:
        return job.permissions is not None
    called = job.call.value.removeprefix("./")
    found = next((file.workflow for file in files if file.path == called), None)
    return found is not None and found.permissions is not None


def _read(ground: Ground) -> list[WorkflowFile]:
    paths = [path for path in matching(ground, ".github/workflows/*") if is_workflow(path)]
    return [_parsed(path, content) for path, content in read_files(ground, paths) if has_commands(content)]


def _parsed(path: str, content: bytes) -> WorkflowFile:
    try:
        return WorkflowFile(path, content, parse_workflow(content))
    except BrokenYamlError as error:
        return WorkflowFile(path, content, None, error.problem, error.line)


def has_commands(content: bytes) -> bool:
    """Tell whether anything but empty lines and comments stands in a file."""
    for line in content.split(b"\n"):
        if len(line) >= LONGEST_LINE:
            return False
        told = line.strip()
        if told and not told.startswith(b"#"):
            return True
    return False


def ruling_on_broken(file: WorkflowFile) -> Ruling:
    """Give what Scorecard says when one workflow cannot be read: nothing at all about any of them."""
    reason = f"internal error: invalid GitHub workflow: {file.path}:{file.line}: {file.problem}"
    return Ruling(INCONCLUSIVE, reason, outcome=Outcome.ERROR)
